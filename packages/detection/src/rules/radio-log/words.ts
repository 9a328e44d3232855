import type { Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

const TITLE_ES: Readonly<Record<string, string>> = {
  unset: "El reloj de quien grabó la red no estaba puesto",
  jumps: "La grabación de la red tiene huecos o saltos de hora",
  damaged: "Hay mensajes dañados en la grabación de la red",
  passed: "Una parte de la grabación de la red se contó y no se leyó",
  empty: "La grabación no tiene mensajes que se puedan leer",
};
const TITLE_EN: Readonly<Record<string, string>> = {
  unset: "The clock of whoever recorded the network was not set",
  jumps: "The recording of the network has gaps or jumps of time",
  damaged: "There are damaged messages in the recording of the network",
  passed: "A part of the recording of the network was counted and not read",
  empty: "The recording has no messages that can be read",
};
const WHY_ES: Readonly<Record<string, string>> = {
  unset: "Sus horas cuentan desde 1980. El orden vale; la fecha no.",
  jumps: "Entre un mensaje y otro pasó más de una hora, o la hora fue hacia atrás.",
  damaged: "No se pudo leer todo lo que dicen.",
  empty: "Quizá es de 3G o 5G, o quien grabó no escuchó nada.",
};
const WHY_EN: Readonly<Record<string, string>> = {
  unset: "Its times count from 1980. The order holds; the date does not.",
  jumps: "More than an hour passed between two messages, or the time went back.",
  damaged: "Not all that they say could be read.",
  empty: "Perhaps it is of 3G or 5G, or whoever recorded heard nothing.",
};

export const words: RuleWords = {
  name: { es: "Límites de la grabación de la red", en: "Limits of the recording of the network" },
  title: {
    es: (p) => TITLE_ES[String(p.case)] ?? TITLE_ES.passed!,
    en: (p) => TITLE_EN[String(p.case)] ?? TITLE_EN.passed!,
  },
  why: {
    es: (p) => WHY_ES[String(p.case)] ?? `Se contó así: ${p.what ?? ""}.`,
    en: (p) => WHY_EN[String(p.case)] ?? `It was counted like this: ${p.what ?? ""}.`,
  },
  otherwise: {
    es: "Es un límite de la revisión, no una señal.",
    en: "It is a limit of the check, and no sign.",
  },
  next: {
    es: (p) =>
      p.case === "unset"
        ? "Pon la hora del aparato antes de grabar otra vez, y anota cuándo grabaste."
        : "Lo que no se leyó no se puede descartar. Si hace falta, graba otra vez.",
    en: (p) =>
      p.case === "unset"
        ? "Set the clock of the machine before you record again, and note when you recorded."
        : "What was not read cannot be ruled out. Record again if needed.",
  },
} satisfies Record<string, Words>;
