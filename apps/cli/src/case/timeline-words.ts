/** What `contraluz case timeline` and its neighbours say and take. es is the source. @module */
import { LEVELS, type Words } from "@contraluz/core";
import type { CommandSpec, OptionSpec } from "../options.ts";

const T = { es: "TEXTO", en: "TEXT" };

export const TIMELINE_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  since: {
    value: { es: "FECHA", en: "DATE" },
    words: {
      es: "Desde cuándo, en hora UTC: 2026-11-20, «20 de noviembre de 2026 a las 3 pm»",
      en: "Since when, in UTC: 2026-11-20, “20 November 2026 3 pm”",
    },
  },
  until: {
    value: { es: "FECHA", en: "DATE" },
    words: { es: "Hasta cuándo, ese día o esa hora también", en: "Until when, that day or hour too" },
  },
  check: {
    value: { es: "N", en: "N" },
    words: { es: "De esta revisión del caso nada más", en: "Only of this check of the case" },
  },
  artifact: {
    value: { es: "ID", en: "ID" },
    multiple: true,
    words: { es: "De estos lugares nada más, como ios/sms", en: "Only of these places, like ios/sms" },
  },
  kind: {
    value: { es: "TIPO", en: "KIND" },
    multiple: true,
    words: { es: "Registros de este tipo nada más", en: "Only records of this kind" },
  },
  level: {
    value: { es: "NIVEL", en: "LEVEL" },
    choices: LEVELS,
    multiple: true,
    words: { es: "Lo que cita un hallazgo de este nivel", en: "Only what a finding of this level cites" },
  },
  finding: {
    value: { es: "N/ID", en: "N/ID" },
    words: { es: "Lo que cita este hallazgo: 0001/ID", en: "Only what this finding cites: 0001/ID" },
  },
  tag: { value: { es: "ETIQUETA", en: "TAG" }, words: { es: "Etiqueta de registros", en: "Tag of records" } },
  value: {
    value: { es: "VALOR", en: "VALUE" },
    words: {
      es: "Donde está este dominio, número, app, huella… (o TIPO:VALOR)",
      en: "Only where this domain, number, app, hash… is (or TYPE:VALUE)",
    },
  },
  text: {
    value: T,
    words: {
      es: "Donde están estas palabras; sin acentos también las halla",
      en: "Only where these words are; accents do not count",
    },
  },
  limit: {
    value: { es: "N", en: "N" },
    words: { es: "Cuántos registros, 50 si no se da", en: "How many records, 50 if not given" },
  },
  after: {
    value: { es: "LUGAR", en: "PLACE" },
    words: { es: "Lo que sigue de este lugar", en: "What comes after this place" },
  },
  before: {
    value: { es: "LUGAR", en: "PLACE" },
    words: { es: "Lo que está antes de este lugar", en: "What is before this place" },
  },
  undated: {
    words: { es: "Lo que no tiene lugar en el tiempo, con la razón", en: "What has no place in time, with the reason" },
  },
};

export const TIMELINE_COMMANDS: Readonly<Record<string, CommandSpec>> = {
  "case timeline": {
    args: { es: "CASO", en: "CASE" },
    most: 1,
    words: { es: "Todo el caso en orden de tiempo", en: "All of the case in one order of time" },
    more: {
      es: "Las horas se muestran en UTC. La primera vez se hace un índice, que puede tardar.",
      en: "Times are shown in UTC. The first time an index is made, which can take a while.",
    },
    options: [
      ...Object.keys(TIMELINE_OPTIONS),
      "ledger",
      "pages",
      "days-in",
      "json",
      "identity",
      "phrase-file",
      "lang",
    ],
  },
  "case clock": {
    args: {
      es: "CASO [REVISIÓN[/LUGAR] fast|slow MINUTOS RAZÓN]",
      en: "CASE [CHECK[/PLACE] fast|slow MINUTES REASON]",
    },
    most: Number.POSITIVE_INFINITY,
    words: {
      es: "Un reloj que iba adelantado (fast) o atrasado (slow): corregirlo en la línea de tiempo",
      en: "A clock that was fast or slow: correct it on the timeline",
    },
    more: {
      es: "Los registros no cambian; se ven las dos horas. Sin más que el caso, lista lo que vale.",
      en: "The records do not change; both times are shown. With the case alone it lists what stands.",
    },
    options: ["revoke", "as", "identity", "phrase-file", "lang"],
  },
};

export const CLOCK_OPTION: OptionSpec = {
  value: { es: "N", en: "N" },
  words: {
    es: "Quitar la corrección N de la lista, con su razón",
    en: "Take back correction N of the list, with a reason",
  },
};

export const TW = {
  clockLine: {
    es: (p: { seq: number; place: string; seconds: number; by: string; why: string }) =>
      `${p.seq}: ${p.place}, ${p.seconds > 0 ? "+" : ""}${p.seconds} segundos. ${p.by}: ${p.why}`,
    en: (p: { seq: number; place: string; seconds: number; by: string; why: string }) =>
      `${p.seq}: ${p.place}, ${p.seconds > 0 ? "+" : ""}${p.seconds} seconds. ${p.by}: ${p.why}`,
  },
  noClocks: { es: "No se ha corregido ningún reloj.", en: "No clock was corrected." },
  indexing: {
    es: (p: { check: string; mb: number }) => `Haciendo el índice de la revisión ${p.check}: ${p.mb} MB`,
    en: (p: { check: string; mb: number }) => `Making the index of check ${p.check}: ${p.mb} MB`,
  },
  opening: { es: "Abriendo la línea de tiempo", en: "Opening the timeline" },
  noDate: {
    es: (p: { found: string }) => `No entendimos la fecha: ${p.found}`,
    en: (p: { found: string }) => `The date was not understood: ${p.found}`,
  },
  noValue: {
    es: (p: { found: string }) =>
      `No sabemos qué es ${p.found}. Escríbelo con su tipo, como domain:sitio.mx o app-id:com.sitio.app`,
    en: (p: { found: string }) =>
      `We do not know what ${p.found} is. Write it with its type, like domain:site.mx or app-id:com.site.app`,
  },
  noPlace: {
    es: (p: { found: string }) => `No es un lugar de la línea de tiempo: ${p.found}`,
    en: (p: { found: string }) => `Not a place of the timeline: ${p.found}`,
  },
  noNumber: {
    es: (p: { found: string }) => `No es un número: ${p.found}`,
    en: (p: { found: string }) => `Not a number: ${p.found}`,
  },
} satisfies Readonly<Record<string, Words<never> | Words>>;
