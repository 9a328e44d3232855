/** `contraluz archive read`: options, and what is said. es is the source. @module */
import type { Words } from "@contraluz/core";
import type { CommandSpec, OptionSpec } from "../options.ts";

export const READ_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  "lang-of-pages": {
    value: { es: "spa|eng", en: "spa|eng" },
    choices: ["spa", "eng"],
    words: {
      es: "En qué idioma están las páginas: spa (español) o eng (inglés)",
      en: "The language of the pages: spa (Spanish) or eng (English)",
    },
  },
  "no-ocr": {
    words: {
      es: "Lee lo que ya es texto, y ninguna imagen",
      en: "Reads what is text already, and no pictures",
    },
  },
};

export const READ_COMMANDS: Readonly<Record<string, CommandSpec>> = {
  "archive read": {
    args: { es: "DOCUMENTOS --out CARPETA", en: "DOCUMENTS --out FOLDER" },
    most: 1,
    words: {
      es: "Lee las páginas de documentos abiertos: PDF, imágenes, Word, correos y texto",
      en: "Reads the pages of opened documents: PDF, pictures, Word, mail and text",
    },
    more: {
      es: "DOCUMENTOS es una carpeta, un zip o un archivo. No se cambia nada en ellos y nada sale de esta computadora. Si la orden se interrumpe, repítela con la misma carpeta: sigue donde iba. Las páginas que no se pudieron leer quedan anotadas una por una.",
      en: "DOCUMENTS is a folder, a zip or a file. Nothing in them is changed and nothing leaves this computer. If the command is interrupted, repeat it with the same folder: it goes on where it was. Pages that could not be read are noted one by one.",
    },
    options: ["out", "lang-of-pages", "no-ocr", "workers", "json", "lang"],
  },
};

export const RW: {
  readonly needDocuments: Words<{ cmd: string }>;
  readonly reading: Words;
  readonly busy: Words;
  readonly inside: Words;
  readonly otherWay: Words;
  readonly kept: Words<{ n: string }>;
  readonly done: Words<{ documents: string; pages: string }>;
  readonly states: Words<{ read: string; poor: string; unreadable: string; blank: string }>;
  readonly unread: Words;
  readonly copies: Words<{ n: string }>;
  readonly redactions: Words<{ n: string }>;
  readonly layers: Words<{ n: string }>;
  readonly where: Words<{ folder: string }>;
} = {
  needDocuments: {
    es: ({ cmd }) => `Di qué leer y dónde dejar las páginas: ${cmd} archive read DOCUMENTOS --out CARPETA`,
    en: ({ cmd }) => `Say what to read and where to leave the pages: ${cmd} archive read DOCUMENTS --out FOLDER`,
  },
  reading: { es: "Leyendo documentos", en: "Reading documents" },
  busy: {
    es: "Otro programa está escribiendo en esa carpeta.",
    en: "Another program is writing to that folder.",
  },
  inside: {
    es: "La carpeta de salida no puede estar dentro de los documentos: nada se escribe entre ellos.",
    en: "The output folder cannot lie inside the documents: nothing is written among them.",
  },
  otherWay: {
    es: "Esa carpeta tiene páginas de otros documentos, o leídas de otra manera. Elige otra con --out.",
    en: "That folder holds pages of other documents, or read in another way. Choose another one with --out.",
  },
  kept: {
    es: ({ n }) => `Páginas que ya estaban leídas: ${n}.`,
    en: ({ n }) => `Pages that had been read already: ${n}.`,
  },
  done: {
    es: ({ documents, pages }) => `Documentos: ${documents}. Páginas: ${pages}.`,
    en: ({ documents, pages }) => `Documents: ${documents}. Pages: ${pages}.`,
  },
  states: {
    es: (p) => `Leídas: ${p.read}. Leídas a medias: ${p.poor}. Sin poder leer: ${p.unreadable}. En blanco: ${p.blank}.`,
    en: (p) => `Read: ${p.read}. Read in part: ${p.poor}. Could not be read: ${p.unreadable}. Blank: ${p.blank}.`,
  },
  unread: {
    es: "Lo que no se pudo leer puede decir algo. No hallar un nombre ahí no significa que no esté.",
    en: "What could not be read may say something. Not finding a name there does not mean that it is not there.",
  },
  copies: {
    es: ({ n }) => `Páginas que repiten lo que otra dice: ${n}.`,
    en: ({ n }) => `Pages that repeat what another one says: ${n}.`,
  },
  redactions: {
    es: ({ n }) =>
      `Tachaduras que no tapan: ${n}. Lo de abajo sigue en el archivo. Antes de publicarlo, piensa en quién aparece ahí.`,
    en: ({ n }) =>
      `Redactions that do not cover: ${n}. What is below is still in the file. Before you publish it, think of who appears there.`,
  },
  layers: {
    es: ({ n }) => `Lugares donde el texto guardado en un PDF no es lo que muestra la página: ${n}.`,
    en: ({ n }) => `Places where the text kept in a PDF is not what the page shows: ${n}.`,
  },
  where: {
    es: ({ folder }) => `Quedó en ${folder}: pages (páginas), coverage.json (qué falta), findings.jsonl (qué mirar).`,
    en: ({ folder }) => `It is in ${folder}: pages, coverage.json (what is missing), findings.jsonl (what to look at).`,
  },
};
