import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Computadoras vinculadas con el teléfono", en: "Computers paired with the phone" },
  title: {
    es: (p) =>
      p.case === "before"
        ? `El teléfono conoce ${plural(p.hosts!, "una computadora", `${p.hosts} computadoras`)} de antes`
        : p.host === ""
          ? `¿Conoces las otras ${p.hosts} computadoras vinculadas?`
          : "¿Conoces la computadora con la que se vinculó el teléfono?",
    en: (p) =>
      p.case === "before"
        ? `The phone knows ${plural(p.hosts!, "one computer", `${p.hosts} computers`)} from before`
        : p.host === ""
          ? `Do you know the other ${p.hosts} paired computers?`
          : "Do you know the computer that the phone was paired with?",
  },
  why: {
    es: (p) =>
      `${p.name === "" ? "" : `Su programa se llama «${p.name}». `}${Number(p.backups) > 0 ? `Pidió ${plural(p.backups!, "un respaldo", `respaldos ${p.backups} veces`)}. ` : ""}Una computadora vinculada puede copiar el teléfono e instalarle cosas cuando se conecta.`,
    en: (p) =>
      `${p.name === "" ? "" : `Its program is called “${p.name}”. `}${Number(p.backups) > 0 ? `It asked for ${plural(p.backups!, "a backup", `backups ${p.backups} times`)}. ` : ""}A paired computer can copy the phone and install things on it when it is connected.`,
  },
  otherwise: {
    es: "Casi siempre es tu computadora, la del trabajo, la de un taller, o la de quien hizo esta revisión.",
    en: "Nearly always it is your own computer, one at work, one of a repair shop, or that of whoever did this check.",
  },
  next: {
    es: (p) =>
      `${p.case === "before" ? "Piensa con qué computadoras se conectó antes el teléfono" : "Piensa quién conectó el teléfono ese día"}. Si no lo sabes, guarda este archivo antes de cambiar nada y pregunta a una línea de ayuda.`,
    en: (p) =>
      `${p.case === "before" ? "Think with which computers the phone was connected before" : "Think who connected the phone on that day"}. If you do not know, keep this file before you change anything, and ask a helpline.`,
  },
} satisfies Record<string, Words>;
