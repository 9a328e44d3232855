/** Words of stories and reviews. es is the source. @module */
import { count, type Lang, plural, say, type Words } from "@contraluz/core";
import type { Actions } from "../log/actions.ts";
import type { Earlier } from "./carry.ts";
import type { ClockRefusal } from "./clocks.ts";
import type { ReviewRefusal, ReviewStatus } from "./decisions.ts";

export const STORY: {
  readonly sources: Words;
  readonly record: Words<{ artifact: string; ordinal: number; check: string }>;
  readonly finding: Words<{ title: string; check: string }>;
  readonly missing: Words<{ cite: string }>;
  readonly clock: Words<{ seconds: number }>;
  readonly file: Words;
  readonly evidence: Words;
  readonly stored: Words;
  readonly place: Words;
  readonly bare: Words<{ n: number }>;
  readonly lost: Words<{ n: number }>;
} = {
  sources: { es: "En qué se apoya", en: "What it rests on" },
  record: {
    es: (p) => `${p.artifact}, registro ${count(p.ordinal)} de la revisión ${p.check}`,
    en: (p) => `${p.artifact}, record ${count(p.ordinal)} of check ${p.check}`,
  },
  finding: {
    es: (p) => `Hallazgo de la revisión ${p.check}: ${p.title}`,
    en: (p) => `Finding of check ${p.check}: ${p.title}`,
  },
  missing: {
    es: (p) => `No está en el caso: ${p.cite}`,
    en: (p) => `Not in the case: ${p.cite}`,
  },
  clock: {
    es: (p) => `en la línea de tiempo, con el reloj corregido ${count(p.seconds)} segundos`,
    en: (p) => `in the timeline, with the clock corrected by ${count(p.seconds)} seconds`,
  },
  file: { es: "Archivo", en: "File" },
  evidence: { es: "Evidencia", en: "Evidence" },
  stored: { es: "Guardado en", en: "Stored in" },
  place: { es: "Lugar", en: "Place" },
  bare: {
    es: (p) => `${count(p.n)} ${plural(p.n, "frase no se apoya", "frases no se apoyan")} en ningún registro.`,
    en: (p) => `${count(p.n)} ${plural(p.n, "sentence rests", "sentences rest")} on no record.`,
  },
  lost: {
    es: (p) => `${count(p.n)} ${plural(p.n, "cita no lleva", "citas no llevan")} a nada que esté en el caso.`,
    en: (p) => `${count(p.n)} ${plural(p.n, "cite leads", "cites lead")} to nothing that is in the case.`,
  },
};

export const REVIEW_STATUS: Readonly<Record<ReviewStatus, Words>> = {
  open: { es: "nadie lo ha revisado", en: "nobody has reviewed it" },
  confirmed: { es: "una persona lo confirmó", en: "a person stands behind it" },
  dismissed: { es: "una persona lo descartó", en: "a person dismissed it" },
  ask: { es: "falta preguntar", en: "somebody must be asked" },
};

export const REVIEW_REFUSAL: Readonly<Record<ReviewRefusal, Words>> = {
  "no-name": { es: "Falta el nombre de quien decide.", en: "The name of who decides is missing." },
  "no-role": {
    es: "Falta decir como qué confirma: analista, segunda revisora.",
    en: "Say in which role it is confirmed: analyst, second reviewer.",
  },
  "no-reason": { es: "Falta la razón.", en: "The reason is missing." },
  "no-finding": { es: "Esa revisión no tiene ese hallazgo.", en: "That check has no such finding." },
};

export const CLOCK_REFUSAL: Readonly<Record<ClockRefusal, Words>> = {
  "no-check": { es: "El caso no tiene esa revisión.", en: "The case has no such check." },
  "no-place": { es: "Esa revisión no leyó ese lugar.", en: "That check did not read that place." },
  "no-amount": {
    es: "Falta cuánto: en minutos, como 7, o en horas y minutos, como 1:30.",
    en: "Say by how much: in minutes, like 7, or in hours and minutes, like 1:30.",
  },
  "no-reason": { es: "Falta la razón.", en: "The reason is missing." },
  "no-correction": { es: "Esa corrección ya no vale.", en: "That correction does not stand any more." },
};

const CARRIED: Words<{ check: string; day: string; why: string }> = {
  es: (p) => `de la revisión ${p.check}, ${p.day}, sobre los mismos registros: ${p.why}`,
  en: (p) => `of check ${p.check}, ${p.day}, on the same records: ${p.why}`,
};

/** The reason of a decision; of one that was carried over, with where it comes from. */
export function reasonWords(
  r: { readonly why?: string | undefined; readonly carried?: Actions["review"]["carried"] | undefined },
  lang: Lang,
): string {
  const { carried, why = "" } = r;
  return carried ? say(CARRIED, lang, { check: carried.check, day: carried.at.slice(0, 10), why }) : why;
}

interface EarlierSaid {
  readonly check: string;
  readonly status: string;
  readonly who: string;
}

const EARLIER: { readonly changed: Words<EarlierSaid>; readonly since: Words<EarlierSaid> } = {
  changed: {
    es: (p) =>
      `antes, en la revisión ${p.check}: ${p.status} (${p.who}); cambió en qué se apoya, y hay que verlo otra vez`,
    en: (p) => `before, in check ${p.check}: ${p.status} (${p.who}); what it rests on has changed, so look at it again`,
  },
  since: {
    es: (p) => `en la revisión ${p.check}: ${p.status} (${p.who}); es de después de esta, y aquí falta decidir`,
    en: (p) => `in check ${p.check}: ${p.status} (${p.who}); that came after this one, and here nobody has decided`,
  },
};

/** What was decided of it before, and why that does not count here. */
export function earlierWords(e: Earlier, lang: Lang): string {
  const status = say(REVIEW_STATUS[e.status], lang);
  const day = e.at?.slice(0, 10) ?? "";
  const who = e.by ? `${e.by.name}, ${day}` : day;
  return say(e.changed ? EARLIER.changed : EARLIER.since, lang, { check: e.check, status, who });
}
