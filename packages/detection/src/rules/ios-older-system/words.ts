import type { Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Vuelta a una versión anterior de iOS", en: "Return to an older version of iOS" },
  title: {
    es: "El teléfono volvió a una versión anterior de iOS",
    en: "The phone went back to an older version of iOS",
  },
  why: {
    es: (p) => `Tuvo iOS ${p.before} y después ${p.after}. Eso solo se hace con una computadora, y borra rastros.`,
    en: (p) => `It had iOS ${p.before} and later ${p.after}. That takes a computer, and it wipes traces.`,
  },
  otherwise: {
    es: "Alguien dejó una versión de prueba de iOS, o un taller restauró el teléfono.",
    en: "Somebody left a test version of iOS, or a repair shop restored the phone.",
  },
  next: {
    es: "Piensa si lo hiciste tú o un taller. Si no, cuéntalo a una línea de ayuda.",
    en: "Think whether you or a repair shop did it. If not, tell a helpline.",
  },
} satisfies Record<string, Words>;
