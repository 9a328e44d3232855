import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: {
    es: "Apagados que faltan en el diario de apagados",
    en: "Shutdowns that are missing from the log of shutdowns",
  },
  title: {
    es: (p) => (p.case === "empty" ? "El diario de apagados está vacío" : "Al diario de apagados le falta el final"),
    en: (p) => (p.case === "empty" ? "The log of shutdowns is empty" : "The end of the log of shutdowns is missing"),
  },
  why: {
    es: (p) =>
      `Otros diarios dicen que el teléfono se encendió ${plural(p.starts!, "una vez", `${p.starts} veces`)}${p.case === "empty" ? "" : " después de lo último que cuenta este"}. ${p.keeps === "all" ? "En esta versión de iOS el diario guarda todos los apagados. Un programa espía puede borrar su rastro de ahí." : "Desde iOS 26 el diario se puede reescribir con cada encendido: por sí solo no dice nada."}`,
    en: (p) =>
      `Other logs say that the phone was started ${plural(p.starts!, "once", `${p.starts} times`)}${p.case === "empty" ? "" : " after the last thing that this one tells"}. ${p.keeps === "all" ? "In this version of iOS the log keeps all shutdowns. Spyware can wipe its trace from it." : "From iOS 26 on the log may be written anew with each start: by itself it says nothing."}`,
  },
  otherwise: {
    es: "Un teléfono que se apaga solo, por la batería o una falla, se enciende sin que el diario lo anote. También pasa al restaurarlo.",
    en: "A phone that goes off by itself, through its battery or a fault, starts without a line in the log. Restoring it does the same.",
  },
  next: {
    es: "Guarda este archivo. Piensa si el teléfono se apagó solo esas veces, y cuéntalo a una línea de ayuda.",
    en: "Keep this file. Think whether the phone went off by itself those times, and tell a helpline.",
  },
} satisfies Record<string, Words>;
