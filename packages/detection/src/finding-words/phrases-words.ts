/** Parts of texts that several kinds of findings share. @module */
import type { Level, Params, Words } from "@contraluz/core";
/** How soon to talk to somebody: what a level means in days. */
export const SOON: Readonly<Record<Level, Words>> = {
  match: { es: "hoy", en: "today" },
  targeted: { es: "hoy", en: "today" },
  lead: { es: "esta semana", en: "this week" },
  ask: { es: "esta semana", en: "this week" },
  info: { es: "esta semana", en: "this week" },
};

export const inList: Readonly<Record<"es" | "en", (p: Params) => string>> = {
  es: (p) => `en la lista de señales de ${p.campaign} (${p.set_es})`,
  en: (p) => `in the list of signs of ${p.campaign} (${p.set_en})`,
};
export const restored: Words = {
  es: "Un teléfono anterior restaurado en este, una prueba, o un error en la lista de señales.",
  en: "An earlier phone restored onto this one, a test, or an error in the list of signs.",
};
export const passedOn: Words = {
  es: "Pudo enviarse a mucha gente, o alguien lo reenvió para avisar del peligro.",
  en: "It may have gone to many people, or somebody passed it on as a warning.",
};
export const keep: Words = {
  es: (p) => `No borres nada y no reinicies de fábrica. Escribe ${p.soon_es} a una línea de ayuda, desde otro aparato.`,
  en: (p) => `Delete nothing and do not reset the phone. Write to a helpline ${p.soon_en}, from another device.`,
};
export const doNotOpen: Words = {
  es: (p) => `No lo abras y no lo borres. Tómale una foto. Escribe ${p.soon_es} a una línea de ayuda.`,
  en: (p) => `Do not open it and do not delete it. Take a picture of it. Write to a helpline ${p.soon_en}.`,
};
export const askAbout: Words = {
  es: "Guarda esta copia. Si no sabes qué es, pregunta a una línea de ayuda.",
  en: "Keep this copy. If you do not know what it is, ask a helpline.",
};

/** What to do about findings that are no more than noted. */
export const CALM: Words = {
  es: "No hay prisa. Si te preocupa, pregunta a una línea de ayuda.",
  en: "There is no hurry. If it worries you, ask a helpline.",
};

/** Of a sign whose publisher set an end to it, which lies before what was seen. */
export const ENDED: Words = {
  es: (p) =>
    `Quien publicó la señal la dio por buena hasta el ${p.ended}. Lo que vimos es de después, o no tiene fecha.`,
  en: (p) => `Those who published the sign held it good until ${p.ended}. What we saw is later, or has no date.`,
};

/** Of a finding that only deleted rows, or earlier versions of rows, bear. */
export const GONE: Words = {
  es: "Viene de una fila borrada de una base de datos. No hay certeza: puede estar incompleta, o ser de antes.",
  en: "It comes from a deleted row of a database. It is not certain: it may be incomplete, or older.",
};
