import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Palabra que apareció en ataques con Graphite", en: "Word that appeared in attacks with Graphite" },
  title: {
    es: "En los registros está la palabra BIGPRETZEL",
    en: "The word BIGPRETZEL is in the logs",
  },
  why: {
    es: (p) =>
      `Está en ${plural(p.count!, "una línea", `${p.count} líneas`)}. Citizen Lab la vio en celulares atacados con Graphite, de Paragon. La forma exacta de la línea no se publicó.`,
    en: (p) =>
      `It is in ${plural(p.count!, "one line", `${p.count} lines`)}. Citizen Lab saw it on phones attacked with Graphite, of Paragon. The exact form of the line was not published.`,
  },
  otherwise: {
    es: "Cualquier app puede escribir una palabra en los registros, también al mostrar una noticia sobre esto.",
    en: "Any app can write a word into the logs, also when it shows news about this.",
  },
  next: {
    es: "Guarda este archivo y muéstralo hoy a una línea de ayuda. No reinicies el celular: los registros se pierden.",
    en: "Keep this file and show it to a helpline today. Do not restart the phone: the logs get lost.",
  },
} satisfies Record<string, Words>;
