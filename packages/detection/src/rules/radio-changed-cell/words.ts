import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Una antena que cambia lo que dice ser", en: "A cell that changes what it says to be" },
  title: {
    es: (p) =>
      p.case === "incomplete"
        ? plural(p.count ?? 1, "Una antena anuncia muy poco", `${p.count} antenas anuncian muy poco`)
        : p.case === "more"
          ? `Otras ${p.count} antenas cambiaron lo que dicen ser`
          : "Una antena cambió lo que dice ser",
    en: (p) =>
      p.case === "incomplete"
        ? plural(p.count ?? 1, "A cell announces very little", `${p.count} cells announce very little`)
        : p.case === "more"
          ? `${p.count} other cells changed what they say to be`
          : "A cell changed what it says to be",
  },
  why: {
    es: (p) =>
      p.case === "incomplete"
        ? `Una antena de verdad anuncia más: vecinas, otras frecuencias (${p.where}). Una antena improvisada se lo ahorra.`
        : p.case === "more"
          ? "Dijeron ser de otra zona o de otra red en menos de diez minutos."
          : `En el mismo lugar de la radio (${p.where}) dijo ser ${p.before}, y en menos de diez minutos ${p.after}: red, zona y número.`,
    en: (p) =>
      p.case === "incomplete"
        ? `A real cell announces more: neighbours, other frequencies (${p.where}). A makeshift one leaves that out.`
        : p.case === "more"
          ? "They said to be of another area or network within ten minutes."
          : `At the same place of the radio (${p.where}) it said to be ${p.before}, and within ten minutes ${p.after}: network, area and number.`,
  },
  otherwise: {
    es: (p) =>
      p.case === "incomplete"
        ? "Una celda pequeña de un edificio, una celda privada, o una antena en obras."
        : "Un viaje rápido: a unos kilómetros otra antena usa el mismo número. También una antena en obras.",
    en: (p) =>
      p.case === "incomplete"
        ? "A small cell of a building, a private cell, or a cell at work."
        : "A fast trip: some kilometres on, another cell uses the same number. Also a cell at work.",
  },
  next: {
    es: "Graba otra vez sin moverte, en el mismo lugar. Si vuelve a pasar, guarda la grabación y pregunta a una línea de ayuda.",
    en: "Record again without moving, at the same place. If it happens again, keep the recording and ask a helpline.",
  },
} satisfies Record<string, Words>;
