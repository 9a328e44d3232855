/** `contraluz archive page` and `correct`: options, and what is said. es is the source. @module */
import type { Words } from "@contraluz/core";
import type { CommandSpec, OptionSpec } from "../options.ts";

const FILE = { es: "ARCHIVO", en: "FILE" };

export const PAGE_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  evidence: {
    value: { es: "RUTA", en: "PATH" },
    words: {
      es: "Los documentos que se leyeron, para mostrar la imagen de cada página",
      en: "The documents that were read, to show the picture of each page",
    },
  },
  picture: {
    value: FILE,
    words: {
      es: "Guarda la imagen de la página en este archivo nuevo (PNG), con lo hallado en recuadros",
      en: "Write the picture of the page to this new file (PNG), with what was found in boxes",
    },
  },
  query: {
    value: { es: "PALABRAS", en: "WORDS" },
    words: {
      es: "Marca estas palabras en la página; - las lee de la entrada. No se guardan",
      en: "Mark these words on the page; - reads them from the input. They are not kept",
    },
  },
  history: {
    words: {
      es: "Todo lo que la página dijo: como se leyó, y cada corrección",
      en: "All that the page ever said: as it was read, and each correction",
    },
  },
  reason: {
    value: { es: "TEXTO", en: "TEXT" },
    words: { es: "Por qué se corrige; queda escrito", en: "Why it is corrected; it is written down" },
  },
  undo: {
    words: {
      es: "Deshace la última corrección; las dos quedan escritas",
      en: "Take the last correction back; both stay written",
    },
  },
};

export const PAGE_COMMANDS: Readonly<Record<string, CommandSpec>> = {
  "archive page": {
    args: { es: "CARPETA RUTA PÁGINA", en: "FOLDER PATH PAGE" },
    most: 3,
    words: {
      es: "Muestra lo que dice una página de un archivo abierto",
      en: "Shows what a page of an opened archive says",
    },
    more: {
      es: "CARPETA es la que dejó «archive read», o un caso. RUTA y PÁGINA son como las dicen «search» y «names».",
      en: "FOLDER is what “archive read” left, or a case. PATH and PAGE are as “search” and “names” say them.",
    },
    options: ["query", "evidence", "picture", "history", "json", "share-with", "as", "identity", "phrase-file", "lang"],
  },
  "archive correct": {
    args: { es: "CARPETA RUTA PÁGINA [ARCHIVO]", en: "FOLDER PATH PAGE [FILE]" },
    most: 4,
    words: {
      es: "Corrige a mano el texto de una página; lo que se leyó se conserva",
      en: "Corrects the text of a page by hand; what was read is kept",
    },
    more: {
      es: "ARCHIVO tiene el texto entero de la página; sin él, o con -, se toma de la entrada. «archive page … > página.txt» da el texto de ahora.",
      en: "FILE holds the whole text of the page; without it, or with -, the input does. “archive page … > page.txt” gives the text as it is now.",
    },
    options: ["reason", "undo", "as", "identity", "phrase-file", "json", "lang"],
  },
};

export const PW: {
  readonly needPage: Words<{ line: string }>;
  readonly noPage: Words<{ path: string; page: string }>;
  readonly badPage: Words<{ found: string }>;
  readonly head: Words<{ path: string; page: string; of: string }>;
  readonly sure: Words<{ n: string }>;
  readonly empty: Words;
  readonly hits: Words<{ n: string }>;
  readonly noHits: Words;
  readonly asRead: Words;
  readonly version: Words<{ n: string; by: string; at: string }>;
  readonly undid: Words<{ n: string; by: string; at: string; of: string }>;
  readonly needEvidence: Words;
  readonly pictureKind: Words<{ path: string }>;
  readonly lettersOnly: Words;
  readonly drawing: Words;
  readonly needText: Words;
  readonly badText: Words;
  readonly longText: Words;
  readonly sameText: Words;
  readonly nothingToUndo: Words;
  readonly corrected: Words<{ path: string; page: string; n: string }>;
  readonly undone: Words<{ path: string; page: string; n: string }>;
} = {
  needPage: {
    es: ({ line }) => `Di qué página: ${line}`,
    en: ({ line }) => `Say which page: ${line}`,
  },
  noPage: {
    es: ({ path, page }) => `No hay tal página: ${path}, página ${page}. «archive search» dice cómo se llaman.`,
    en: ({ path, page }) => `No such page: ${path}, page ${page}. “archive search” says what they are called.`,
  },
  badPage: {
    es: ({ found }) => `No es un número de página: ${found}`,
    en: ({ found }) => `Not a number of a page: ${found}`,
  },
  head: {
    es: (p) => `${p.path}, página ${p.page}${p.of === "" ? "" : ` de ${p.of}`}`,
    en: (p) => `${p.path}, page ${p.page}${p.of === "" ? "" : ` of ${p.of}`}`,
  },
  sure: { es: ({ n }) => `lectura segura en ${n} de 100`, en: ({ n }) => `reading sure to ${n} of 100` },
  empty: { es: "No hay texto en esta página.", en: "There is no text on this page." },
  hits: { es: ({ n }) => `Lugares marcados: ${n}.`, en: ({ n }) => `Places marked: ${n}.` },
  noHits: {
    es: "Esas palabras no están en el texto de esta página.",
    en: "These words are not in the text of this page.",
  },
  asRead: { es: "Como se leyó:", en: "As it was read:" },
  version: {
    es: (p) => `Corrección ${p.n}, de ${p.by}, ${p.at}`,
    en: (p) => `Correction ${p.n}, by ${p.by}, ${p.at}`,
  },
  undid: {
    es: (p) => `${p.n}, de ${p.by}, ${p.at}: deshizo la corrección ${p.of}`,
    en: (p) => `${p.n}, by ${p.by}, ${p.at}: took correction ${p.of} back`,
  },
  needEvidence: {
    es: "Para la imagen hacen falta los documentos: --evidence RUTA.",
    en: "For the picture the documents are needed: --evidence PATH.",
  },
  pictureKind: {
    es: ({ path }) => `La imagen se guarda como .png o .svg: ${path}`,
    en: ({ path }) => `The picture is written as .png or .svg: ${path}`,
  },
  lettersOnly: {
    es: "Las letras de esta página no son imagen, y un PNG no las muestra. Usa un nombre que acabe en .svg.",
    en: "The letters of this page are no picture, and a PNG does not show them. Use a name that ends in .svg.",
  },
  drawing: { es: "Dibujando páginas", en: "Drawing pages" },
  needText: {
    es: "Falta el texto: da un archivo, o escríbelo en la entrada (-).",
    en: "The text is missing: give a file, or write it to the input (-).",
  },
  badText: { es: "El texto no es UTF-8.", en: "The text is not UTF-8." },
  longText: { es: "El texto es demasiado largo para una página.", en: "The text is too long for a page." },
  sameText: { es: "La página ya dice eso: no se escribió nada.", en: "The page says so already: nothing was written." },
  nothingToUndo: {
    es: "Esta página no tiene correcciones que deshacer.",
    en: "This page has no corrections to take back.",
  },
  corrected: {
    es: (p) => `Corregida: ${p.path}, página ${p.page} (corrección ${p.n}). Lo que se leyó sigue guardado.`,
    en: (p) => `Corrected: ${p.path}, page ${p.page} (correction ${p.n}). What was read is still kept.`,
  },
  undone: {
    es: (p) => `Se deshizo la corrección ${p.n} de ${p.path}, página ${p.page}. Sigue en la historia.`,
    en: (p) => `Correction ${p.n} of ${p.path}, page ${p.page} was taken back. It stays in the history.`,
  },
};
