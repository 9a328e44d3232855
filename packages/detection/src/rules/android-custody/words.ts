import { type Lang, plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export type Thing = "usb" | "unlock" | "key" | "shell" | "pushed" | "pulled" | "installed" | "file" | "certificate";

const named = (names: string): string => (names === "" ? "" : ` (${names})`);
type Tell = (n: number, names: string) => string;

/** In the order in which a phone is opened. */
export const THINGS: Readonly<Record<Thing, Readonly<Record<Lang, Tell>>>> = {
  usb: {
    es: (n, names) => `algo se conectó por USB ${plural(n, "una vez", `${n} veces`)}${named(names)}`,
    en: (n, names) => `something was attached over USB ${plural(n, "once", `${n} times`)}${named(names)}`,
  },
  unlock: {
    es: (n) => `hubo ${plural(n, "un intento", `${n} intentos`)} de desbloquearlo`,
    en: (n) => `there ${plural(n, "was one attempt", `were ${n} attempts`)} to unlock it`,
  },
  key: {
    es: (_, names) => `una computadora con permiso (adb) lo usó${named(names)}`,
    en: (_, names) => `an authorised computer (adb) used it${named(names)}`,
  },
  shell: {
    es: (n, names) => `recibió ${plural(n, "una orden", `${n} órdenes`)} desde una computadora${named(names)}`,
    en: (n, names) => `it got ${plural(n, "one command", `${n} commands`)} from a computer${named(names)}`,
  },
  pushed: {
    es: (n, names) => `le metieron ${plural(n, "un archivo", `${n} archivos`)}${named(names)}`,
    en: (n, names) => `${plural(n, "one file was", `${n} files were`)} put onto it${named(names)}`,
  },
  pulled: {
    es: (n, names) => `le sacaron ${plural(n, "un archivo", `${n} archivos`)}${named(names)}`,
    en: (n, names) => `${plural(n, "one file was", `${n} files were`)} taken from it${named(names)}`,
  },
  installed: {
    es: (_, names) => `se instalaron apps sin pasar por la tienda${named(names)}`,
    en: (_, names) => `apps were installed past the store${named(names)}`,
  },
  file: {
    es: (_, names) => `quedaron archivos en la carpeta temporal${named(names)}`,
    en: (_, names) => `files were left in the temporary folder${named(names)}`,
  },
  certificate: {
    es: (_, names) => `se agregó un certificado${named(names)}`,
    en: (_, names) => `a certificate was added${named(names)}`,
  },
};

export const words: RuleWords = {
  name: {
    es: "Lo que pasó mientras el celular no estaba contigo",
    en: "What happened while the phone was not with you",
  },
  title: {
    es: "El celular anotó actividad mientras no estaba contigo",
    en: "The phone noted activity while it was not with you",
  },
  why: {
    es: (p) => `Entre ${p.from} y ${p.to}: ${p.what_es}.`,
    en: (p) => `Between ${p.from} and ${p.to}: ${p.what_en}.`,
  },
  otherwise: {
    es: "Si lo tuvo un taller o alguien de tu confianza, pudo ser su trabajo. Una revisión oficial también deja esto, aunque no ponga nada.",
    en: "If a repair shop or somebody you trust had it, it may have been their work. An official inspection leaves this too, even if it adds nothing.",
  },
  next: {
    es: "No cambies nada ni lo reinicies de fábrica. Anota quién lo tuvo y cuándo, y muestra este archivo a una línea de ayuda.",
    en: "Change nothing and do not reset it. Write down who had it and when, and show this file to a helpline.",
  },
} satisfies Record<string, Words>;
