/** Commands of the ledger, and of entities in pages: their options and what the help says. es is the source. @module */
import { ENTITY_TYPES } from "@contraluz/archive/entities/types.ts";
import type { CommandSpec, OptionSpec } from "../options.ts";

const FOLDER = { es: "CARPETA", en: "FOLDER" };

export const LEDGER_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  at: {
    value: { es: "DÍA", en: "DAY" },
    words: {
      es: "Como se sabía ese día (2019-12-31); si no se da, el último día del archivo",
      en: "As it was known on that day (2019-12-31); if not given, the last day of the file",
    },
  },
  pages: {
    value: { es: "ARCHIVO", en: "FILE" },
    multiple: true,
    words: {
      es: "Páginas leídas de documentos (JSONL, o la carpeta que dejó «archive read»), para comprobar las citas",
      en: "Pages read from documents (JSONL, or the folder that “archive read” left), to check quotes against",
    },
  },
  "in-case": {
    value: { es: "CASO", en: "CASE" },
    words: {
      es: "El caso en que están los hallazgos e incidentes que se citan",
      en: "The case that holds the findings and incidents that are cited",
    },
  },
  entity: {
    value: { es: "TIPO", en: "TYPE" },
    choices: ENTITY_TYPES,
    words: { es: "De este tipo nada más: lo que más se repite", en: "Of this type only: what occurs most" },
  },
  who: {
    value: { es: "NOMBRE", en: "NAME" },
    words: {
      es: "Con quién aparece este nombre, en qué páginas y cuándo; no se guarda",
      en: "With whom this name appears, on which pages and when; it is not stored",
    },
  },
  decisions: {
    value: { es: "ARCHIVO", en: "FILE" },
    words: {
      es: "Lo que personas decidieron: qué nombres se unen y cuáles se separan (JSONL)",
      en: "What people decided: which names are joined and which are parted (JSONL)",
    },
  },
  rows: { words: { es: "Como renglones de una línea de tiempo (JSONL)", en: "As rows of a timeline (JSONL)" } },
  "days-in": {
    value: { es: "ZONA", en: "ZONE" },
    words: {
      es: "De qué zona son los días del libro y de las páginas; si no se da, van con lo que no tiene hora",
      en: "Of which zone the days of the ledger and of pages are; if not given, they stand with what has no instant",
    },
  },
  called: {
    value: { es: "TÍTULO", en: "TITLE" },
    words: { es: "Cómo se llama la página", en: "What the page is called" },
  },
};

const READ = ["at", "pages", "in-case", "identity", "phrase-file", "lang"] as const;

export const ENTITY_COMMANDS: Readonly<Record<string, CommandSpec>> = {
  "archive entities": {
    args: { es: "CARPETA", en: "FOLDER" },
    words: {
      es: "Nombres, placas, teléfonos, lugares y fechas en páginas leídas; quién aparece con quién",
      en: "Names, plates, phones, places and dates in pages that were read; who appears with whom",
    },
    more: {
      es: "CARPETA es la que dejó «archive read», un archivo de páginas (JSONL) o un caso.",
      en: "FOLDER is what “archive read” left, a file of pages (JSONL), or a case.",
    },
    most: 1,
    options: ["entity", "who", "decisions", "rows", "json", "identity", "phrase-file", "lang"],
  },
};

export const LEDGER_COMMANDS: Readonly<Record<string, CommandSpec>> = {
  "ledger check": {
    args: FOLDER,
    words: {
      es: "Revisar promesas y actos: citas, fechas, alcance, fuentes, quién revisó",
      en: "Check promises and acts: quotes, dates, scope, sources, who reviewed",
    },
    more: {
      es: "La carpeta tiene «ledger.jsonl» y, al lado, los textos de las fuentes. El código de salida es 5 si algo no pasa y 4 si algo no se pudo comprobar.",
      en: "The folder holds “ledger.jsonl” and, beside it, the texts of the sources. The exit code is 5 if something fails, and 4 if something could not be checked.",
    },
    most: 1,
    options: ["json", ...READ],
  },
  "ledger show": {
    args: FOLDER,
    words: {
      es: "Qué se dijo, qué se hizo, y qué sale de ello en un día: cumplida, incumplida, abierta, en disputa",
      en: "What was said, what was done, and what follows on a day: kept, broken, open, disputed",
    },
    most: 1,
    options: ["html", "called", "json", ...READ],
  },
  "ledger export": {
    args: FOLDER,
    words: {
      es: "Guardar el libro para otros: ClaimReview, línea de tiempo, páginas en español e inglés",
      en: "Write the ledger for others: ClaimReview, timeline, pages in Spanish and English",
    },
    most: 1,
    options: ["out", "by", "called", ...READ],
  },
};

export const LEDGER_ALIASES: Readonly<Record<string, string>> = { promesas: "ledger" };
