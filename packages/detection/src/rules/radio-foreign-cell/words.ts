import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Antena de prueba o de otro país", en: "Cell of a laboratory, or of another country" },
  title: {
    es: (p) =>
      p.case === "country"
        ? plural(p.count ?? 1, "Una antena dice ser de otro país", `${p.count} antenas dicen ser de otro país`)
        : "Una antena dice ser de una red de laboratorio",
    en: (p) =>
      p.case === "country"
        ? plural(p.count ?? 1, "A cell says to be of another country", `${p.count} cells say to be of another country`)
        : "A cell says to be of a laboratory's network",
  },
  why: {
    es: (p) =>
      `Anuncia la red ${p.network ?? "001-01"}${p.where ? ` (${p.where})` : ""}. ${p.case === "country" ? "Las demás que se escucharon son de otro país." : "Esos números son para pruebas; en la calle no hay redes así."}`,
    en: (p) =>
      `It announces the network ${p.network ?? "001-01"}${p.where ? ` (${p.where})` : ""}. ${p.case === "country" ? "The others that were heard are of another country." : "Such numbers are for tests; there are no such networks in the street."}`,
  },
  otherwise: {
    es: (p) =>
      p.case === "country"
        ? "Una frontera cercana, un barco, o un viaje."
        : "Una universidad, un taller de telefonía o una red privada cerca.",
    en: (p) =>
      p.case === "country"
        ? "A border nearby, a ship, or a trip."
        : "A university, a laboratory for phones or a private network nearby.",
  },
  next: {
    es: "Anota dónde y cuándo fue y guarda la grabación. Pregunta a una línea de ayuda.",
    en: "Note where and when it was, and keep the recording. Ask a helpline.",
  },
} satisfies Record<string, Words>;
