/** Words of the ledger: states, kinds, replies, and what the checks say. es is the source. @module */
import { faultWords } from "@contraluz/case/forms/words.ts";
import { count, type Lang, plural, say, type Words } from "@contraluz/core";
import type { Refusal, RefusalCode, Unchecked } from "./check.ts";
import type { LineFault } from "./read.ts";
import type { Because, ClaimState } from "./state.ts";
import type { ActStatus, ClaimKind, Relation, ReplyState } from "./types.ts";

export const STATE_WORDS: Readonly<Record<ClaimState, Words>> = {
  kept: { es: "Cumplida", en: "Kept" },
  broken: { es: "Incumplida", en: "Broken" },
  open: { es: "Abierta", en: "Open" },
  disputed: { es: "En disputa", en: "Disputed" },
};

export const STATE_MEANS: Readonly<Record<ClaimState, Words>> = {
  kept: {
    es: "Al menos un acto la cumple y ninguno la contradice.",
    en: "At least one act fulfils it, and none contradicts it.",
  },
  broken: {
    es: "Un acto la contradice, con dos fuentes de origen distinto, y la parte pudo responder.",
    en: "An act contradicts it, with two sources of different origin, and the party could answer.",
  },
  open: {
    es: "Con lo que hay no se puede decir ni una cosa ni la otra.",
    en: "What there is allows neither the one nor the other to be said.",
  },
  disputed: {
    es: "Hay actos en los dos sentidos, o la parte dice que no fue así.",
    en: "There are acts both ways, or the party says that it was not so.",
  },
};

export const KIND_WORDS: Readonly<Record<ClaimKind, Words>> = {
  promise: { es: "Promesa", en: "Promise" },
  denial: { es: "Negación", en: "Denial" },
  assertion: { es: "Afirmación", en: "Assertion" },
  commitment_by_law: { es: "Obligación por ley", en: "Commitment by law" },
};

export const STATUS_WORDS: Readonly<Record<ActStatus, Words>> = {
  documented: { es: "consta en un documento", en: "a document shows it" },
  reported: { es: "lo cuenta una publicación", en: "a publication reports it" },
  alleged: { es: "alguien lo dice, sin prueba a la vista", en: "somebody says so, with no proof at hand" },
};

export const RELATION_WORDS: Readonly<Record<Relation, Words>> = {
  contradicts: { es: "la contradice", en: "contradicts it" },
  fulfils: { es: "la cumple", en: "fulfils it" },
  partly: { es: "la cumple en parte", en: "fulfils it in part" },
  consistent: { es: "no la contradice", en: "does not contradict it" },
  unrelated: { es: "no tiene que ver con ella", en: "has nothing to do with it" },
  unrelated_in_time: { es: "es de otro tiempo", en: "is of another time" },
};

export const REPLY_WORDS: Readonly<Record<ReplyState, Words>> = {
  answered: { es: "La parte respondió", en: "The party answered" },
  public: { es: "La parte habló de ello en público", en: "The party spoke of it in public" },
  "no-answer": { es: "Se preguntó a la parte y no respondió", en: "The party was asked and did not answer" },
  "not-possible": { es: "No hay a quién preguntar", en: "There is nobody to ask" },
  "not-asked": { es: "Todavía no se preguntó a la parte", en: "The party was not asked yet" },
};

export const BECAUSE_WORDS: Readonly<Record<Because, Words>> = {
  "one-origin": {
    es: "las fuentes no bastan: hacen falta dos de origen distinto que digan el acto palabra por palabra",
    en: "the sources do not suffice: two of different origin must say the act word for word",
  },
  alleged: { es: "el acto solo se alega", en: "the act is only alleged" },
  "not-heard": { es: "falta preguntar a la parte", en: "the party must be asked first" },
  "party-disputes": { es: "la parte dice que no fue así", en: "the party says that it was not so" },
  partly: { es: "solo en parte", en: "only in part" },
  "claim-refused": { es: "lo dicho no pasó las revisiones", en: "what was said did not pass the checks" },
  "act-refused": { es: "el acto no pasó las revisiones", en: "the act did not pass the checks" },
};

type P = { readonly id: string; readonly found: string; readonly expected: string };

export const REFUSALS: Readonly<Record<RefusalCode, Words<P>>> = {
  "quote-not-in-source": {
    es: ({ id, found }) => `«${id}»: la cita no está en la fuente: «${found}».`,
    en: ({ id, found }) => `“${id}”: the quote is not in the source: “${found}”.`,
  },
  "quote-not-at-offset": {
    es: ({ id, expected }) => `«${id}»: la cita está en la fuente, pero no en el lugar ${expected}.`,
    en: ({ id, expected }) => `“${id}”: the quote is in the source, but not at place ${expected}.`,
  },
  "no-such-page": {
    es: ({ id, found }) => `«${id}»: la fuente no tiene página ${found}.`,
    en: ({ id, found }) => `“${id}”: the source has no page ${found}.`,
  },
  "quote-of-claim-not-in-source": {
    es: ({ id }) => `«${id}»: ninguna de sus fuentes cita lo que se dijo.`,
    en: ({ id }) => `“${id}”: none of its sources quotes what was said.`,
  },
  "dates-in-wrong-order": {
    es: ({ id, found, expected }) => `«${id}»: el final (${found}) viene antes que el principio (${expected}).`,
    en: ({ id, found, expected }) => `“${id}”: the end (${found}) comes before the beginning (${expected}).`,
  },
  "no-claim": {
    es: ({ id, found }) => `«${id}»: no hay ninguna declaración «${found}».`,
    en: ({ id, found }) => `“${id}”: there is no claim “${found}”.`,
  },
  "no-act": {
    es: ({ id, found }) => `«${id}»: no hay ningún acto «${found}».`,
    en: ({ id, found }) => `“${id}”: there is no act “${found}”.`,
  },
  "superseded-target": {
    es: ({ id, found, expected }) =>
      `«${id}»: «${found}» fue reemplazado por «${expected}». Hay que revisarlo otra vez.`,
    en: ({ id, found, expected }) => `“${id}”: “${found}” was replaced by “${expected}”. It must be reviewed again.`,
  },
  "act-outside-time": {
    es: ({ id, found, expected }) => `«${id}»: el acto es de ${found}, y lo dicho vale para ${expected}.`,
    en: ({ id, found, expected }) => `“${id}”: the act is of ${found}, and what was said holds for ${expected}.`,
  },
  "act-outside-scope": {
    es: ({ id, found, expected }) => `«${id}»: el acto es de «${found || "?"}», y lo dicho alcanza a «${expected}».`,
    en: ({ id, found, expected }) =>
      `“${id}”: the act is of “${found || "?"}”, and what was said reaches “${expected}”.`,
  },
  "no-reviewer": {
    es: ({ id }) => `«${id}»: falta el nombre de la persona que lo revisó.`,
    en: ({ id }) => `“${id}”: the name of the person who reviewed it is missing.`,
  },
  "no-reply": {
    es: ({ id }) => `«${id}»: falta decir si se preguntó a la parte y qué respondió.`,
    en: ({ id }) => `“${id}”: say whether the party was asked, and what it answered.`,
  },
  "link-before-act": {
    es: ({ id, found }) => `«${id}»: se revisó el ${found}, antes de que pasara el acto.`,
    en: ({ id, found }) => `“${id}”: it was reviewed on ${found}, before the act happened.`,
  },
  "sources-not-independent": {
    es: ({ id }) => `«${id}»: no se puede llamar incumplida: sus fuentes no tienen dos orígenes distintos.`,
    en: ({ id }) => `“${id}”: it cannot be called broken: its sources do not have two different origins.`,
  },
  "state-not-carried": {
    es: ({ id, found, expected }) => `«${id}»: no se puede llamar «${found}». Lo que hay lleva a «${expected || "?"}».`,
    en: ({ id, found, expected }) =>
      `“${id}”: it cannot be called “${found}”. What there is leads to “${expected || "?"}”.`,
  },
  "no-such-cite": {
    es: ({ id, found }) => `«${id}»: «${found}» no está en el caso.`,
    en: ({ id, found }) => `“${id}”: “${found}” is not in the case.`,
  },
  "supersedes-missing": {
    es: ({ id, found }) => `«${id}»: reemplaza a «${found}», que no está.`,
    en: ({ id, found }) => `“${id}”: it replaces “${found}”, which is not there.`,
  },
  "supersedes-other": {
    es: ({ id, found }) => `«${id}»: no puede reemplazar a «${found}», que trata de otra cosa o es más nuevo.`,
    en: ({ id, found }) => `“${id}”: it cannot replace “${found}”, which is about something else or is newer.`,
  },
  "supersedes-cycle": {
    es: ({ id }) => `«${id}»: los reemplazos dan la vuelta en círculo.`,
    en: ({ id }) => `“${id}”: the replacements go round in a circle.`,
  },
  "supersedes-fork": {
    es: ({ id, found }) => `«${id}»: «${found}» ya fue reemplazado por otro.`,
    en: ({ id, found }) => `“${id}”: “${found}” was replaced by another one already.`,
  },
};

export function refusalWords(r: Refusal, lang: Lang): string {
  return say(REFUSALS[r.code], lang, { id: r.id, found: r.found ?? "", expected: r.expected ?? "" });
}

const UNCHECKED: Readonly<Record<Unchecked["what"], Words<P>>> = {
  "source-absent": {
    es: ({ id, found }) => `«${id}»: no se pudo comprobar la cita: falta «${found}».`,
    en: ({ id, found }) => `“${id}”: the quote could not be checked: “${found}” is not here.`,
  },
  "source-unreadable": {
    es: ({ id, found }) => `«${id}»: no se pudo comprobar la cita: «${found}» no se puede leer.`,
    en: ({ id, found }) => `“${id}”: the quote could not be checked: “${found}” cannot be read.`,
  },
  "cite-not-asked": {
    es: ({ id, found }) => `«${id}»: no se comprobó «${found}»: el caso no está abierto.`,
    en: ({ id, found }) => `“${id}”: “${found}” was not checked: the case is not open.`,
  },
};

export function uncheckedWords(u: Unchecked, lang: Lang): string {
  return say(UNCHECKED[u.what], lang, { id: u.id, found: u.found, expected: "" });
}

const LINES: Readonly<Record<Exclude<LineFault["code"], "form">, Words<{ line: number; found: string }>>> = {
  "too-long": {
    es: ({ line }) => `Línea ${line}: es demasiado larga. No se leyó.`,
    en: ({ line }) => `Line ${line}: it is too long. It was not read.`,
  },
  twice: {
    es: ({ line, found }) => `Línea ${line}: ya hay una línea que se llama «${found}».`,
    en: ({ line, found }) => `Line ${line}: there is a line called “${found}” already.`,
  },
  "stored-state": {
    es: ({ line }) => `Línea ${line}: «cumplida» o «incumplida» no se escriben: se calculan de lo demás.`,
    en: ({ line }) => `Line ${line}: “kept” or “broken” are not written down: they are worked out from the rest.`,
  },
  "unknown-type": {
    es: ({ line, found }) => `Línea ${line}: no conocemos el tipo «${found}». Hay: claim, act, link.`,
    en: ({ line, found }) => `Line ${line}: we do not know the type “${found}”. There are: claim, act, link.`,
  },
  "too-many": {
    es: ({ found }) => `Hay más de ${found} líneas. Lo demás no se leyó.`,
    en: ({ found }) => `There are more than ${found} lines. The rest was not read.`,
  },
};

const AT_LINE: Words<{ line: number; text: string }> = {
  es: ({ line, text }) => `Línea ${line}: ${text}`,
  en: ({ line, text }) => `Line ${line}: ${text}`,
};

export function lineFaultWords(f: LineFault, lang: Lang): string {
  if (f.code !== "form") return say(LINES[f.code], lang, f);
  return say(AT_LINE, lang, { line: f.line, text: faultWords(f.fault, lang) });
}

export const L: {
  readonly title: Words;
  readonly intro: Words;
  readonly asOf: Words<{ day: string }>;
  readonly sum: Words<{ claims: number; acts: number; links: number }>;
  readonly saidBy: Words;
  readonly said: Words;
  readonly holds: Words;
  readonly by: Words;
  readonly reach: Words;
  readonly acts: Words;
  readonly noActs: Words;
  readonly others: Words;
  readonly who: Words;
  readonly when: Words;
  readonly shown: Words;
  readonly origins: Words<{ n: number }>;
  readonly sources: Words;
  readonly why: Words;
  readonly reviewed: Words<{ name: string; day: string }>;
  readonly settles: Words<{ why: string }>;
  readonly inShort: Words;
  readonly paraphrase: Words;
  readonly page: Words<{ n: number }>;
  readonly at: Words<{ n: number }>;
  readonly archived: Words;
  readonly checked: Words;
  readonly notChecked: Words;
  readonly fault: Words;
  readonly history: Words<{ n: number }>;
  readonly from: Words;
  readonly faults: Words;
  readonly gaps: Words;
  readonly noFaults: Words;
  readonly how: Words;
  readonly foot: Words;
  readonly caseCite: Words<{ what: string }>;
  readonly none: Words;
  readonly translated: Words;
} = {
  title: { es: "Lo que se dijo y lo que se hizo", en: "What was said and what was done" },
  intro: {
    es: "Cada frase lleva su fuente. «Cumplida» e «incumplida» no las escribe nadie: salen de los actos, de sus fuentes y de lo que una persona con nombre revisó.",
    en: "Each sentence carries its source. Nobody writes down “kept” or “broken”: they follow from acts, their sources and what a named person reviewed.",
  },
  asOf: { es: ({ day }) => `Como se sabía el ${day}`, en: ({ day }) => `As it was known on ${day}` },
  sum: {
    es: (p) =>
      `${count(p.claims)} ${plural(p.claims, "declaración", "declaraciones")}, ${count(p.acts)} ${plural(p.acts, "acto", "actos")}, ${count(p.links)} ${plural(p.links, "revisión", "revisiones")}.`,
    en: (p) =>
      `${count(p.claims)} ${plural(p.claims, "claim", "claims")}, ${count(p.acts)} ${plural(p.acts, "act", "acts")}, ${count(p.links)} ${plural(p.links, "review", "reviews")}.`,
  },
  saidBy: { es: "Quién lo dijo", en: "Who said it" },
  said: { es: "Cuándo lo dijo", en: "When it was said" },
  holds: { es: "Vale para", en: "It holds for" },
  by: { es: "A más tardar", en: "By" },
  reach: { es: "De quién y de qué habla", en: "Of whom and what it speaks" },
  acts: { es: "Lo que se hizo", en: "What was done" },
  noActs: {
    es: "Nadie ha puesto un acto al lado de esta declaración.",
    en: "Nobody has put an act beside this claim.",
  },
  others: { es: "Actos que nadie ha puesto al lado de una declaración", en: "Acts that nobody has put beside a claim" },
  who: { es: "Quién", en: "Who" },
  when: { es: "Cuándo", en: "When" },
  shown: { es: "Cómo se sabe", en: "How it is known" },
  origins: {
    es: (p) => `${count(p.n)} ${plural(p.n, "fuente", "fuentes")} de origen distinto, con la cita comprobada`,
    en: (p) => `${count(p.n)} ${plural(p.n, "source", "sources")} of different origin, with the quote checked`,
  },
  sources: { es: "Fuentes", en: "Sources" },
  why: { es: "Por qué", en: "Why" },
  reviewed: {
    es: (p) => `Lo revisó ${p.name}, ${p.day}`,
    en: (p) => `Reviewed by ${p.name}, ${p.day}`,
  },
  settles: { es: ({ why }) => `Esto no decide: ${why}.`, en: ({ why }) => `This does not settle it: ${why}.` },
  inShort: { es: "En pocas palabras", en: "In short" },
  paraphrase: { es: "No es una cita: así lo resume quien lo anotó", en: "Not a quote: summed up by whoever noted it" },
  page: { es: ({ n }) => `página ${n}`, en: ({ n }) => `page ${n}` },
  at: { es: ({ n }) => `letra ${n}`, en: ({ n }) => `letter ${n}` },
  archived: { es: "copia archivada", en: "archived copy" },
  checked: { es: "la cita está en la fuente", en: "the quote is in the source" },
  notChecked: { es: "la cita no se comprobó", en: "the quote was not checked" },
  fault: { es: "la cita no está en la fuente", en: "the quote is not in the source" },
  history: {
    es: (p) => `Reemplaza a ${count(p.n)} ${plural(p.n, "anterior", "anteriores")}, que siguen en el archivo`,
    en: (p) => `Replaces ${count(p.n)} earlier ${plural(p.n, "one", "ones")}, still in the file`,
  },
  from: { es: "de", en: "from" },
  faults: { es: "Lo que no pasó las revisiones", en: "What did not pass the checks" },
  gaps: { es: "Lo que no se pudo comprobar", en: "What could not be checked" },
  noFaults: { es: "Todo pasó las revisiones.", en: "Everything passed the checks." },
  how: { es: "Qué quiere decir cada palabra", en: "What each word means" },
  foot: { es: "Declaraciones y actos", en: "Claims and acts" },
  caseCite: { es: ({ what }) => `en el caso: ${what}`, en: ({ what }) => `in the case: ${what}` },
  none: { es: "No hay ninguna declaración para ese día.", en: "There is no claim for that day." },
  translated: { es: "traducción nuestra", en: "our translation" },
};
