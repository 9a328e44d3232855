import type { Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Parches atrasados", en: "Patches that are late" },
  title: {
    es: (p) =>
      p.old ? `Al celular le faltan parches de ${p.months} meses` : "Al celular le falta un parche importante",
    en: (p) => (p.old ? `The phone lacks patches of ${p.months} months` : "The phone lacks an important patch"),
  },
  why: {
    es: (p) =>
      `El último que tiene es de ${p.patch}. Por los huecos sin cerrar entran los programas espía.${p.landfall ? " Los Samsung de antes de abril de 2025 tienen abierto el que usó LANDFALL." : ""}`,
    en: (p) =>
      `Its last one is of ${p.patch}. Spyware comes in through holes that are not closed.${p.landfall ? " Samsung phones of before April 2025 still have the one that LANDFALL used." : ""}`,
  },
  otherwise: {
    es: "Muchos modelos dejan de recibir parches a los pocos años. Eso no dice que alguien haya entrado.",
    en: "Many models get no more patches after a few years. That does not say that somebody came in.",
  },
  next: {
    es: "Guarda primero esta copia. Después actualiza en Configuración › Actualización de software, o piensa en un celular más nuevo.",
    en: "Keep this copy first. Then update in Settings › Software update, or think of a newer phone.",
  },
} satisfies Record<string, Words>;
