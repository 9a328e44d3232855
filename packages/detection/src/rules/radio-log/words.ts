import type { Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

const TITLE_ES: Readonly<Record<string, string>> = {
  unset: "El reloj de quien grabó la red no estaba puesto",
  jumps: "La grabación de la red tiene huecos o saltos de hora",
  damaged: "Hay mensajes dañados en la grabación de la red",
  passed: "Una parte de la grabación de la red se contó y no se leyó",
  empty: "La grabación no tiene mensajes que se puedan leer",
  refused: "La red dijo que la SIM de quien grabó no tiene servicio",
  silent: "En la grabación ningún teléfono habló con la red",
};
const TITLE_EN: Readonly<Record<string, string>> = {
  unset: "The clock of whoever recorded the network was not set",
  jumps: "The recording of the network has gaps or jumps of time",
  damaged: "There are damaged messages in the recording of the network",
  passed: "A part of the recording of the network was counted and not read",
  empty: "The recording has no messages that can be read",
  refused: "The network said that the SIM of whoever recorded has no service",
  silent: "In the recording no phone spoke with the network",
};
const WHY_ES: Readonly<Record<string, string>> = {
  unset: "Sus horas cuentan desde 1980. El orden vale; la fecha no.",
  jumps: "Entre un mensaje y otro pasó más de una hora, o la hora fue hacia atrás.",
  damaged: "No se pudo leer todo lo que dicen.",
  empty: "Quizá es de 3G o 5G, o quien grabó no escuchó nada.",
  refused:
    "Ninguna antena la dejó entrar. Con una SIM así, cualquier red pregunta quién eres y te despide. Si la SIM sí tiene servicio, eso es raro.",
  silent: "Hay anuncios de antenas y nada más. Preguntas, rechazos y falta de cifrado no se pueden ver así.",
};
const WHY_EN: Readonly<Record<string, string>> = {
  unset: "Its times count from 1980. The order holds; the date does not.",
  jumps: "More than an hour passed between two messages, or the time went back.",
  damaged: "Not all that they say could be read.",
  empty: "Perhaps it is of 3G or 5G, or whoever recorded heard nothing.",
  refused:
    "No cell let it in. With such a SIM any network asks who you are, and sends you away. If the SIM does have service, that is odd.",
  silent:
    "There are announcements of cells and nothing else. Questions, rejections and missing encryption cannot show so.",
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
        : p.case === "refused" || p.case === "silent"
          ? "Graba otra vez con una SIM que tenga servicio."
          : "Lo que no se leyó no se puede descartar. Si hace falta, graba otra vez.",
    en: (p) =>
      p.case === "unset"
        ? "Set the clock of the machine before you record again, and note when you recorded."
        : p.case === "refused" || p.case === "silent"
          ? "Record again with a SIM that has service."
          : "What was not read cannot be ruled out. Record again if needed.",
  },
} satisfies Record<string, Words>;
