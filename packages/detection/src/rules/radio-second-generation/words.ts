import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Mensajes invisibles y cifrado viejo", en: "Silent messages and old encryption" },
  title: {
    es: (p) =>
      p.case === "weak"
        ? "El teléfono usó 2G con un cifrado que ya se puede abrir"
        : plural(
            p.times ?? 1,
            "Llegó un mensaje que pide no ser mostrado",
            `Llegaron ${p.times} mensajes que piden no ser mostrados`,
          ),
    en: (p) =>
      p.case === "weak"
        ? "The phone used 2G with an encryption that can be opened"
        : plural(
            p.times ?? 1,
            "A message came that asks not to be shown",
            `${p.times} messages came that ask not to be shown`,
          ),
  },
  why: {
    es: (p) =>
      p.case === "weak"
        ? "El cifrado A5/1 de 2G se abre en segundos con equipo barato."
        : "Con un mensaje invisible alguien puede saber si un teléfono está encendido, y por qué antena.",
    en: (p) =>
      p.case === "weak"
        ? "The encryption A5/1 of 2G is opened in seconds with cheap equipment."
        : "By a silent message somebody can learn whether a phone is on, and at which cell.",
  },
  otherwise: {
    es: (p) =>
      p.case === "weak"
        ? "Muchas redes de 2G todavía lo usan."
        : "La red misma los manda para configurar la SIM o saber si el teléfono está encendido.",
    en: (p) =>
      p.case === "weak"
        ? "Many 2G networks still use it."
        : "The network itself sends them to set up a SIM, or to see whether a phone is on.",
  },
  next: {
    es: (p) =>
      p.case === "weak"
        ? "Apaga 2G en los ajustes del teléfono, si se puede."
        : "Anota cuándo llegó. Si son varios en pocos días, guarda la grabación y pregunta a una línea de ayuda.",
    en: (p) =>
      p.case === "weak"
        ? "Switch 2G off in the settings of the phone, if you can."
        : "Note when it came. If there are several within days, keep the recording and ask a helpline.",
  },
} satisfies Record<string, Words>;
