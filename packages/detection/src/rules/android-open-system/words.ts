import type { Lang, Params, Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export type Part = "start" | "root" | "selinux";

const TITLE: Readonly<Record<Part, Readonly<Record<Lang, string>>>> = {
  start: { es: "El arranque del celular está abierto", en: "The start of the phone is open" },
  root: { es: "El celular tiene herramientas de root", en: "The phone has tools of root" },
  selinux: { es: "Una barrera del sistema está apagada (SELinux)", en: "A barrier of the system is off (SELinux)" },
};
const WHY: Readonly<Record<Part, Readonly<Record<Lang, string>>>> = {
  start: {
    es: "Así el celular acepta un sistema cambiado, y quien lo tenga en la mano puede ponerlo.",
    en: "So the phone takes a changed system, and whoever holds it can put one there.",
  },
  root: {
    es: "Con root, un programa puede leer todo y esconderse de las demás apps.",
    en: "With root, a program can read everything and hide from the other apps.",
  },
  selinux: {
    es: "Sin ella, un programa que entra llega mucho más lejos. En un celular de tienda está encendida.",
    en: "Without it, a program that gets in goes much further. On a phone as sold it is on.",
  },
};
/** The first where none is given, as in the catalogue. */
const part = (p: Params): Part => (Object.hasOwn(TITLE, p.part ?? "") ? (p.part as Part) : "start");

export const words: RuleWords = {
  name: { es: "Sistema abierto: arranque, root, SELinux", en: "Open system: start, root, SELinux" },
  title: { es: (p) => TITLE[part(p)].es, en: (p) => TITLE[part(p)].en },
  why: {
    es: (p) => `Se ve en: ${p.what}. ${p.weak ? "Por sí mismo dice poco." : WHY[part(p)].es}`,
    en: (p) => `It shows in: ${p.what}. ${p.weak ? "By itself it says little." : WHY[part(p)].en}`,
  },
  otherwise: {
    es: "Tú o quien te vendió el celular lo abrió para poner otro sistema, como LineageOS. También hay modelos que salen así de fábrica.",
    en: "You or whoever sold you the phone opened it to put another system, like LineageOS. Some models also leave the factory like this.",
  },
  next: {
    es: "Si fuiste tú, está explicado. Si nadie lo hizo, guarda todo como está y habla con una línea de ayuda.",
    en: "If it was you, that explains it. If nobody did it, keep everything as it is and talk to a helpline.",
  },
} satisfies Record<string, Words>;
