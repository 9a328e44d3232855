/** What the comparison of two results says. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";
import type { Caveat, FindingReason, NotCompared, Warning } from "./types.ts";

type Two = { before: string; after: string };

export const WARNING: Readonly<Record<Warning["code"], Words<Two>>> = {
  "other-phone": {
    es: (p) =>
      `Parecen dos teléfonos distintos: «${p.before}» y «${p.after}». Si lo son, lo que sigue no dice nada. Un teléfono también puede cambiar de nombre.`,
    en: (p) =>
      `They look like two different phones: “${p.before}” and “${p.after}”. If they are, what follows says nothing. A phone can also get another name.`,
  },
  "nothing-shared": {
    es: "Nada de lo que suele quedarse en un teléfono está en los dos. Quizá son dos teléfonos, o uno se borró y se llenó de nuevo.",
    en: "Nothing of what usually stays on a phone is in both. Perhaps they are two phones, or one was erased and filled again.",
  },
  "same-evidence": {
    es: "Los dos resultados son del mismo respaldo: lo que cambia viene de las señales, las reglas o lo que se pidió leer.",
    en: "Both results are of the same backup: what differs comes from the signs, the rules or what was asked to be read.",
  },
  order: {
    es: (p) => `El que diste primero es el más nuevo (${p.before} y ${p.after}). Quizá van al revés.`,
    en: (p) =>
      `The one that you gave first is the newer one (${p.before} and ${p.after}). Perhaps they belong the other way round.`,
  },
  "no-date": {
    es: "De uno de los dos no se sabe la fecha: no podemos decir cuál es el más nuevo.",
    en: "The date of one of the two is not known: we cannot say which is the newer one.",
  },
  "older-system": {
    es: (p) =>
      `El sistema del segundo es más viejo (${p.after}) que el del primero (${p.before}). Un iPhone no baja de versión por su cuenta.`,
    en: (p) =>
      `The system of the second (${p.after}) is older than that of the first (${p.before}). An iPhone does not go back a version by itself.`,
  },
  signs: {
    es: "Se compararon con señales distintas. Para separar lo que viene de eso: «recheck» sobre el primero, con las señales de ahora.",
    en: "They were compared with different signs. To tell apart what comes from that: “recheck” on the first, with the signs of now.",
  },
  tool: {
    es: (p) => `Se hicieron con versiones distintas de Contraluz: ${p.before} y ${p.after}.`,
    en: (p) => `They were made with different versions of Contraluz: ${p.before} and ${p.after}.`,
  },
  catalogue: {
    es: "Se hicieron con otras reglas o leyendo otros lugares.",
    en: "They were made with other rules or by reading other places.",
  },
  context: {
    es: "La persona dijo cosas distintas: lo que conoce, o cuándo no tuvo el teléfono.",
    en: "The person said different things: what is known, or when the phone was not at hand.",
  },
  scope: {
    es: "Lo que se permitió leer y guardar no es lo mismo: los textos de los mensajes no se comparan.",
    en: "What was allowed to be read and kept differs: texts of messages are not compared.",
  },
  several: {
    es: "Un resultado tiene más de un respaldo: los registros de todos se comparan juntos.",
    en: "One result holds more than one backup: the records of all are compared together.",
  },
};

export const REASON: Readonly<Record<"came" | "went", Readonly<Record<FindingReason, Words>>>> = {
  came: {
    "not-read": { es: "antes no se leyó ese lugar", en: "that place was not read before" },
    signs: {
      es: "antes no se comparó con esa lista, o era otra versión",
      en: "before it was not compared with that list, or with another version",
    },
    rule: {
      es: "antes esa regla no se aplicó, o era otra versión",
      en: "that rule did not apply before, or was another version",
    },
    answered: { es: "antes la persona dijo que lo conoce", en: "before, the person said that it is known" },
    records: { es: "está en los registros nuevos", en: "it is in the new records" },
  },
  went: {
    "not-read": {
      es: "esta vez no se leyó ese lugar: no quiere decir que ya no esté",
      en: "this time that place was not read: it may still be there",
    },
    signs: {
      es: "esta vez no se comparó con esa lista, o es otra versión: no quiere decir que ya no esté",
      en: "this time it was not compared with that list, or with another version: it may still be there",
    },
    rule: {
      es: "esta vez esa regla no se aplicó, o es otra versión",
      en: "this time that rule did not apply, or is another version",
    },
    answered: { es: "la persona dijo que lo conoce", en: "the person said that it is known" },
    records: { es: "sus registros ya no están", en: "its records are no longer there" },
  },
};

export const NOT_COMPARED: Readonly<Record<NotCompared, Words>> = {
  "not-read-before": {
    es: "antes no se leyó: no hay con qué comparar",
    en: "it was not read before: there is nothing to compare with",
  },
  "not-read-after": {
    es: "esta vez no se pudo leer: no decimos qué falta",
    en: "it could not be read this time: we do not say what is missing",
  },
  damaged: { es: "los registros guardados están dañados", en: "the stored records are damaged" },
};

export const CAVEAT: Readonly<Record<Caveat, Words>> = {
  "partly-before": {
    es: "antes se leyó en parte: lo que llegó quizá ya estaba",
    en: "it was read in part before: what came may have been there",
  },
  "partly-after": {
    es: "esta vez se leyó en parte: lo que falta quizá sigue ahí",
    en: "it was read in part this time: what is missing may still be there",
  },
  reader: {
    es: "el lector es otra versión: los cambios pueden venir de eso",
    en: "the reader is another version: changes may come from that",
  },
};

export const C = {
  title: { es: "Comparación de dos revisiones", en: "Comparison of two checks" },
  before: { es: "Antes", en: "Before" },
  after: { es: "Después", en: "After" },
  noDate: { es: "sin fecha", en: "no date" },
  note: { es: "Antes de leer", en: "Before reading" },
  findings: { es: "Hallazgos", en: "Findings" },
  cameHead: { es: "Nuevos", en: "New" },
  wentHead: { es: "Que ya no están", en: "No longer there" },
  noneDiffer: {
    es: (p: { n: number }) => `Los mismos: ${count(p.n)}.`,
    en: (p: { n: number }) => `The same: ${count(p.n)}.`,
  },
  stayed: {
    es: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "está", "están")} en los dos.`,
    en: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "is", "are")} in both.`,
  },
  changedCount: {
    es: (p: { subject: string; before: number; after: number }) =>
      `${p.subject}: ${count(p.before)} registros antes, ${count(p.after)} después`,
    en: (p: { subject: string; before: number; after: number }) =>
      `${p.subject}: ${count(p.before)} records before, ${count(p.after)} after`,
  },
  changedLevel: {
    es: (p: { title: string; before: string; after: string }) => `${p.title}: antes «${p.before}», ahora «${p.after}»`,
    en: (p: { title: string; before: string; after: string }) => `${p.title}: “${p.before}” before, “${p.after}” now`,
  },
  rewritten: { es: "Historia que cambió por en medio", en: "History that changed in the middle" },
  rewrittenMeans: {
    es: "Faltan registros, o aparecieron, entre otros que siguen igual. Lo común: la persona borró algo, o llegó de otro aparato suyo. También pasa si alguien borra huellas. Pregunta si lo recuerda.",
    en: "Records are missing, or appeared, between others that stayed the same. The common cause: the person deleted something, or it came from another device of theirs. It also happens if somebody wipes traces. Ask whether they remember.",
  },
  wentInside: {
    es: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "registro falta", "registros faltan")} de en medio`,
    en: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "record is", "records are")} missing from the middle`,
  },
  remains: {
    es: (p: { n: number }) =>
      `de todos los que faltan, ${count(p.n)} ${plural(p.n, "queda", "quedan")} en el archivo como ${plural(p.n, "borrado", "borrados")}`,
    en: (p: { n: number }) =>
      `of all that are missing, ${count(p.n)} ${plural(p.n, "is", "are")} still in the file as deleted`,
  },
  cameInside: {
    es: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "apareció", "aparecieron")} con fecha de antes`,
    en: (p: { n: number }) => `${count(p.n)} appeared with an earlier date`,
  },
  places: { es: "Lugar por lugar", en: "Place by place" },
  counts: {
    es: (p: { before: number; after: number }) => `${count(p.before)} → ${count(p.after)}`,
    en: (p: { before: number; after: number }) => `${count(p.before)} → ${count(p.after)}`,
  },
  came: {
    es: (p: { n: number }) => `+${count(p.n)} ${plural(p.n, "nuevo", "nuevos")}`,
    en: (p: { n: number }) => `+${count(p.n)} new`,
  },
  went: {
    es: (p: { n: number }) => `−${count(p.n)} que ya no ${plural(p.n, "está", "están")}`,
    en: (p: { n: number }) => `−${count(p.n)} gone`,
  },
  expired: {
    es: (p: { n: number }) => `de ellos ${count(p.n)} más viejos que todo lo que queda`,
    en: (p: { n: number }) => `of them ${count(p.n)} older than all that is left`,
  },
  changed: {
    es: (p: { n: number; fields: string }) => `${count(p.n)} ${plural(p.n, "cambió", "cambiaron")} (${p.fields})`,
    en: (p: { n: number; fields: string }) => `${count(p.n)} changed (${p.fields})`,
  },
  time: { es: "fecha", en: "date" },
  others: { es: "otros", en: "others" },
  equal: {
    es: (p: { n: number }) => `Sin diferencias: ${count(p.n)} ${plural(p.n, "lugar", "lugares")}.`,
    en: (p: { n: number }) => `Without differences: ${count(p.n)} ${plural(p.n, "place", "places")}.`,
  },
  firstGone: { es: "Los primeros que faltan", en: "The first that are missing" },
  firstCame: { es: "Los primeros que aparecieron", en: "The first that appeared" },
  whole: {
    es: (p: { cmd: string }) => `Todo, con sus registros: ${p.cmd}`,
    en: (p: { cmd: string }) => `All of it, with its records: ${p.cmd}`,
  },
} as const;
