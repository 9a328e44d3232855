import type { Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Archivos de un teléfono liberado (jailbreak)", en: "Files of a jailbroken phone" },
  title: { es: "El teléfono tiene archivos de un jailbreak", en: "The phone holds files of a jailbreak" },
  why: {
    es: (p) =>
      `Hay rastros de ${p.what}: ${p.paths}. Un teléfono liberado acepta programas que Apple no revisó, también programas espía comunes.`,
    en: (p) =>
      `There are traces of ${p.what}: ${p.paths}. A jailbroken phone takes programs that Apple did not review, common spyware too.`,
  },
  otherwise: {
    es: "Tú lo liberaste, el teléfono era de alguien que lo hizo, o el laboratorio que hizo esta copia lo abrió así.",
    en: "You jailbroke it yourself, the phone belonged to somebody who did, or the lab that made this copy opened it in this way.",
  },
  next: {
    es: "Pregunta a quien hizo la copia si fue su herramienta. Si nadie lo hizo, guarda todo como está y habla con una línea de ayuda.",
    en: "Ask whoever made the copy whether it was their tool. If nobody did it, keep everything as it is and talk to a helpline.",
  },
} satisfies Record<string, Words>;
