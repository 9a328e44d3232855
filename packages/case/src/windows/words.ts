/** The form for "my phone was out of my hands". es is the source. @module */
import type { Lang, Words } from "@contraluz/core";
import type { Answer, WindowWhy } from "./types.ts";

export const WHY_WORDS: Readonly<Record<WindowWhy, Words>> = {
  taken: { es: "Me lo quitaron y lo devolvieron", en: "It was taken from me and given back" },
  inspected: {
    es: "Lo revisaron en un retén o una detención",
    en: "It was inspected at a checkpoint or during a detention",
  },
  border: { es: "Lo revisaron en una frontera o un aeropuerto", en: "It was inspected at a border or an airport" },
  repaired: { es: "Estuvo en reparación", en: "It was being repaired" },
  lent: { es: "Lo presté", en: "I lent it" },
  left: { es: "Se quedó sin mí: hotel, casillero, oficina", en: "It stayed without me: hotel, locker, office" },
  lost: { es: "Se perdió y apareció", en: "It was lost and turned up" },
  other: { es: "Otra cosa", en: "Something else" },
};

export const ANSWER_WORDS: Readonly<Record<Answer, Words>> = {
  yes: { es: "sí", en: "yes" },
  no: { es: "no", en: "no" },
  unknown: { es: "no sé", en: "I do not know" },
};

/** What the log says of it in one sentence. */
export const TOLD: Readonly<Record<"unlocked" | "cable" | "changed" | "notBack", Words>> = {
  unlocked: { es: "Tenían el código o estaba desbloqueado", en: "They had the code or it was unlocked" },
  cable: { es: "Conectaron un cable", en: "They connected a cable" },
  changed: { es: "Después cambió", en: "Afterwards this was different" },
  notBack: { es: "No lo han devuelto", en: "It has not been given back" },
};

export interface FormWords {
  readonly title: string;
  readonly foot: string;
  readonly intro: readonly string[];
  readonly person: string;
  readonly time: string;
  readonly why: string;
  readonly from: string;
  readonly to: string;
  readonly hint: string;
  readonly where: string;
  readonly who: string;
  readonly unlocked: string;
  readonly cable: string;
  readonly changed: string;
  readonly notBack: string;
  readonly use: string;
}

export const FORM: Readonly<Record<Lang, FormWords>> = {
  es: {
    title: "Cuándo mi teléfono no estuvo conmigo",
    foot: "Una hoja por cada teléfono",
    intro: [
      "Anota cada vez que otra persona tuvo tu teléfono sin que lo vieras. Si no recuerdas la hora, pon el día. Si no recuerdas el día, pon el mes.",
      "No pasa nada si falta algo. Es mejor dejarlo en blanco que inventarlo.",
    ],
    person: "De quién es el teléfono (nombre corto del caso)",
    time: "Vez",
    why: "Qué pasó",
    from: "Desde",
    to: "Hasta",
    hint: "Por ejemplo: 20/11/2026 14:30, 20/11/2026 por la noche, noviembre de 2026",
    where: "Dónde",
    who: "Quién lo tuvo",
    unlocked: "¿Tenían el código, o estaba desbloqueado?",
    cable: "¿Le conectaron un cable?",
    changed: "¿Qué estaba distinto después?",
    notBack: "Todavía no lo devuelven",
    use: "Para qué sirve: la revisión marca lo que pasó en el teléfono mientras no estaba contigo.",
  },
  en: {
    title: "When my phone was not with me",
    foot: "One sheet for each phone",
    intro: [
      "Note each time that another person had your phone out of your sight. If you do not remember the hour, put the day. If not the day, the month.",
      "It is fine if something is missing. Better to leave it blank than to make it up.",
    ],
    person: "Whose phone it is (short name in the case)",
    time: "Time",
    why: "What happened",
    from: "From",
    to: "Until",
    hint: "For example: 20/11/2026 14:30, 20/11/2026 in the evening, November 2026",
    where: "Where",
    who: "Who had it",
    unlocked: "Did they have the code, or was it unlocked?",
    cable: "Did they connect a cable?",
    changed: "What was different afterwards?",
    notBack: "It has not been given back yet",
    use: "What it is for: the check marks what happened on the phone while it was not with you.",
  },
};
