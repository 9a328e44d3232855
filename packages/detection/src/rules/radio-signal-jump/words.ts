import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

const AREA = {
  es: " Dice ser de una zona que ninguna otra antena de alrededor tiene.",
  en: " It says to be of an area that no other cell around it has.",
} as const;

export const words: RuleWords = {
  name: { es: "Señal que sube de golpe", en: "A signal that rises at once" },
  title: {
    es: (p) =>
      p.case === "rise"
        ? plural(p.count ?? 1, "La señal de una antena subió de golpe", `La señal subió de golpe ${p.count} veces`)
        : plural(
            p.count ?? 1,
            "Apareció una antena mucho más fuerte que las demás",
            `Aparecieron ${p.count} antenas mucho más fuertes que las demás`,
          ),
    en: (p) =>
      p.case === "rise"
        ? plural(p.count ?? 1, "The signal of a cell rose at once", `The signal rose at once ${p.count} times`)
        : plural(
            p.count ?? 1,
            "A cell appeared that is much stronger than the others",
            `${p.count} cells appeared that are much stronger than the others`,
          ),
  },
  why: {
    es: (p) =>
      `${p.where ? `${p.where}: ` : ""}de ${p.before} a ${p.after} dBm en segundos. Una antena falsa suele estar cerca y ser la más fuerte.${p.case === "alone" ? AREA.es : p.case === "near" ? ` El teléfono estaba a menos de ${p.metres} m de ella.` : ""}`,
    en: (p) =>
      `${p.where ? `${p.where}: ` : ""}from ${p.before} to ${p.after} dBm within seconds. A false cell is usually near and the strongest one.${p.case === "alone" ? AREA.en : p.case === "near" ? ` The phone was less than ${p.metres} m away from it.` : ""}`,
  },
  otherwise: {
    es: "Salir de un túnel, un elevador o un sótano. Una antena pequeña dentro de un edificio, o pasar junto a una torre.",
    en: "Coming out of a tunnel, a lift or a cellar. A small cell inside a building, or passing by a tower.",
  },
  next: {
    es: (p) =>
      p.case === "near" || p.case === "alone"
        ? "Anota dónde estabas y a qué hora, y guarda la grabación. Graba otro día en el mismo lugar: si la antena sigue ahí, es de la red. Pregunta a una línea de ayuda."
        : "Por sí solo no dice nada. Mira si a la misma hora hay otra señal de esta lista.",
    en: (p) =>
      p.case === "near" || p.case === "alone"
        ? "Note where you were and when, and keep the recording. Record at the same place on another day: if the cell is still there, it is of the network. Ask a helpline."
        : "By itself it says nothing. See whether there is another sign in this list at the same time.",
  },
} satisfies Record<string, Words>;
