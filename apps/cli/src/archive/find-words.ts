/** `contraluz archive index`, `search`, `names`: options, and what is said. es is the source. @module */

import { NAME_GRADES } from "@contraluz/archive/names/grade.ts";
import { PAGE_STATES } from "@contraluz/archive/pages/types.ts";
import type { QueryFault } from "@contraluz/archive/search/index.ts";
import type { Words } from "@contraluz/core";
import type { CommandSpec, OptionSpec } from "../options.ts";

const FOLDER = { es: "CARPETA", en: "FOLDER" };

export const FIND_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  within: {
    value: { es: "TEXTO", en: "TEXT" },
    words: {
      es: "De los documentos con este texto en su ruta nada más",
      en: "Only documents with this text in their path",
    },
  },
  state: {
    value: { es: "ESTADO", en: "STATE" },
    choices: PAGE_STATES,
    multiple: true,
    words: {
      es: "De las páginas así nada más: read (leída), poor (a medias), unreadable (sin poder leer), blank (en blanco)",
      en: "Only such pages: read, poor, unreadable, blank",
    },
  },
  order: {
    value: { es: "ORDEN", en: "ORDER" },
    choices: ["best", "path", "date"],
    words: {
      es: "Cómo ordenar: best (lo más parecido primero), path (por documento), date (por fecha)",
      en: "How to sort: best (closest first), path (by document), date",
    },
  },
  start: {
    value: { es: "N", en: "N" },
    words: { es: "Cuántos resultados saltar", en: "How many results to pass over" },
  },
  list: {
    value: { es: "ARCHIVO", en: "FILE" },
    words: {
      es: "Un nombre por línea, con apodos tras «|»; - es la entrada. Así el nombre no queda en el historial",
      en: "One name a line, aliases behind “|”; - is the input. So the name does not stay in the shell's history",
    },
  },
  least: {
    value: { es: "GRADO", en: "GRADE" },
    choices: NAME_GRADES,
    words: {
      es: "Desde qué grado mostrar: same (mismo nombre), likely (probable), possible (posible)",
      en: "The least grade that is shown: same, likely, possible",
    },
  },
};

export const FIND_COMMANDS: Readonly<Record<string, CommandSpec>> = {
  "archive index": {
    args: FOLDER,
    most: 1,
    words: { es: "Prepara las páginas leídas para buscar en ellas", en: "Makes pages that were read ready to search" },
    more: {
      es: "CARPETA es la que dejó «archive read». El índice queda ahí, en index.sqlite, con el texto de las páginas. Se puede borrar y hacer de nuevo.",
      en: "FOLDER is what “archive read” left. The index lies there, in index.sqlite, with the text of the pages. It can be deleted and made again.",
    },
    options: ["json", "identity", "phrase-file", "lang"],
  },
  "archive search": {
    args: { es: "CARPETA PALABRAS", en: "FOLDER WORDS" },
    most: Number.POSITIVE_INFINITY,
    words: { es: "Busca palabras en un archivo abierto", en: "Searches an opened archive for words" },
    more: {
      es: "Escribe la búsqueda entre comillas simples: '\"huelga de hambre\" puebla', 'cerca(tigre puebla, 5)', 'vigil*', 'mondragon~', 'tigre O güera', 'huelga -puebla'. Los acentos no cuentan, pero lo que se escribe igual sale primero. La búsqueda no se guarda; con - se lee de la entrada y tampoco queda en el historial de la terminal. Con --html queda una página que se lee sin red; con --evidence lleva la imagen de cada página hallada.",
      en: "Write the query in single quotes: '\"huelga de hambre\" puebla', 'near(tigre puebla, 5)', 'vigil*', 'mondragon~', 'tigre OR güera', 'huelga -puebla'. Accents do not count, but the same spelling comes first. The query is not kept; with - it is read from the input, and stays out of the history of the terminal, too. With --html a page is left that is read offline; with --evidence it has the picture of each page that was found.",
    },
    options: [
      "within",
      "state",
      "since",
      "until",
      "order",
      "limit",
      "start",
      "html",
      "evidence",
      "json",
      "share-with",
      "as",
      "identity",
      "phrase-file",
      "lang",
    ],
  },
  "archive names": {
    args: { es: "CARPETA [NOMBRE]", en: "FOLDER [NAME]" },
    most: 2,
    words: { es: "Busca si un nombre está en un archivo abierto", en: "Looks for a name in an opened archive" },
    more: {
      es: "Halla el nombre en otro orden, abreviado, con iniciales, mal escrito o mal leído. Nunca dice que sea la misma persona: mira la página. Los nombres no se guardan. --html y --evidence hacen lo que en «search».",
      en: "Finds the name in another order, shortened, with initials, misspelled or misread. It never says that it is the same person: look at the page. Names are not kept. --html and --evidence do what they do in “search”.",
    },
    options: [
      "list",
      "least",
      "within",
      "state",
      "since",
      "until",
      "limit",
      "start",
      "html",
      "evidence",
      "json",
      "share-with",
      "as",
      "identity",
      "phrase-file",
      "lang",
    ],
  },
};

export { STATE } from "@contraluz/archive/hits/words.ts";

export const FAULT: Readonly<Record<QueryFault["fault"], Words>> = {
  empty: { es: "Escribe qué buscar.", en: "Write what to search for." },
  long: { es: "La búsqueda es demasiado larga.", en: "The query is too long." },
  quote: { es: "Falta cerrar unas comillas.", en: "A quotation mark is not closed." },
  bracket: { es: "Falta cerrar un paréntesis.", en: "A bracket is not closed." },
  near: { es: "cerca() necesita dos palabras o más.", en: "near() needs two words or more." },
  prefix: { es: "Antes de * van dos letras o más.", en: "Two letters or more stand before *." },
  "only-not": { es: "Escribe también algo que sí deba estar.", en: "Write also something that should be there." },
};

export const FW: {
  readonly needFolder: Words<{ cmd: string }>;
  readonly needName: Words<{ cmd: string }>;
  readonly noPages: Words<{ folder: string }>;
  readonly indexing: Words<{ n: string }>;
  readonly noSql: Words;
  readonly indexed: Words<{ n: string; added: string }>;
  readonly damaged: Words<{ n: string }>;
  readonly lostFixes: Words<{ n: string }>;
  readonly unfinished: Words;
  readonly unopened: Words<{ n: string }>;
  readonly found: Words<{ n: string }>;
  readonly none: Words;
  readonly coverage: Words<{ pages: string; unreadable: string; poor: string }>;
  readonly mayBe: Words;
  readonly undated: Words<{ n: string }>;
  readonly taken: Words<{ word: string; terms: string }>;
  readonly page: Words<{ path: string; page: string }>;
  readonly corrected: Words;
  readonly other: Words;
  readonly copy: Words;
  readonly more: Words<{ start: string }>;
  readonly name: Words<{ n: string; same: string; likely: string; possible: string }>;
  readonly noName: Words<{ n: string }>;
  readonly unread: Words<{ n: string }>;
  readonly notAsserted: Words;
  readonly badDate: Words<{ found: string }>;
  readonly badNumber: Words<{ found: string }>;
  readonly many: Words<{ most: string }>;
} = {
  needFolder: {
    es: ({ cmd }) => `Di en qué carpeta están las páginas, la que dejó: ${cmd} archive read`,
    en: ({ cmd }) => `Say in which folder the pages are, the one that was left by: ${cmd} archive read`,
  },
  needName: {
    es: ({ cmd }) => `Di un nombre, o una lista: ${cmd} archive names CARPETA --list ARCHIVO`,
    en: ({ cmd }) => `Say a name, or a list: ${cmd} archive names FOLDER --list FILE`,
  },
  noPages: {
    es: ({ folder }) => `No hay páginas leídas en ${folder}.`,
    en: ({ folder }) => `There are no pages that were read in ${folder}.`,
  },
  indexing: { es: ({ n }) => `Preparando páginas: ${n}`, en: ({ n }) => `Making pages ready: ${n}` },
  noSql: {
    es: "Este Node no tiene SQLite. Usa Node 22.13 o más nuevo.",
    en: "This Node has no SQLite. Use Node 22.13 or newer.",
  },
  indexed: {
    es: ({ n, added }) => `Páginas listas para buscar: ${n}. Nuevas: ${added}.`,
    en: ({ n, added }) => `Pages ready to search: ${n}. New: ${added}.`,
  },
  damaged: {
    es: ({ n }) => `Páginas dañadas que faltan: ${n}.`,
    en: ({ n }) => `Damaged pages that are missing: ${n}.`,
  },
  unfinished: {
    es: "La lectura no llegó al final: faltan páginas. Repite la orden con que se leyó.",
    en: "The reading did not come to its end: pages are missing. Repeat the command that read them.",
  },
  unopened: {
    es: ({ n }) => `Documentos que no se pudieron abrir, cuyas páginas no están aquí: ${n}.`,
    en: ({ n }) => `Documents that could not be opened, whose pages are not here: ${n}.`,
  },
  lostFixes: {
    es: ({ n }) => `Correcciones de páginas que no están: ${n}.`,
    en: ({ n }) => `Corrections of pages that are not there: ${n}.`,
  },
  found: { es: ({ n }) => `Páginas halladas: ${n}.`, en: ({ n }) => `Pages found: ${n}.` },
  none: {
    es: "No lo hallamos en lo que se pudo leer.",
    en: "It was not found in what could be read.",
  },
  coverage: {
    es: (p) => `Se buscó en ${p.pages} páginas. Sin poder leer: ${p.unreadable}. Leídas a medias: ${p.poor}.`,
    en: (p) => `${p.pages} pages were searched. Could not be read: ${p.unreadable}. Read in part: ${p.poor}.`,
  },
  mayBe: {
    es: "En lo que no se pudo leer puede haber algo.",
    en: "Something may be in what could not be read.",
  },
  undated: {
    es: ({ n }) => `Páginas sin fecha, que este filtro deja fuera: ${n}.`,
    en: ({ n }) => `Pages without a date, which this filter leaves out: ${n}.`,
  },
  taken: {
    es: ({ word, terms }) => `«${word}» se buscó como: ${terms}`,
    en: ({ word, terms }) => `“${word}” was searched as: ${terms}`,
  },
  page: { es: ({ path, page }) => `${path}, página ${page}`, en: ({ path, page }) => `${path}, page ${page}` },
  corrected: { es: "corregida a mano", en: "corrected by hand" },
  other: { es: "se escribe de otra manera", en: "spelled otherwise" },
  copy: { es: "repite otra página", en: "repeats another page" },
  more: { es: ({ start }) => `Hay más: --start ${start}`, en: ({ start }) => `There is more: --start ${start}` },
  name: {
    es: (p) =>
      `Nombre ${p.n}, en cuántas páginas. Mismo nombre: ${p.same}. Probable: ${p.likely}. Posible: ${p.possible}.`,
    en: (p) => `Name ${p.n}, on how many pages. Same name: ${p.same}. Likely: ${p.likely}. Possible: ${p.possible}.`,
  },
  noName: {
    es: ({ n }) => `Nombre ${n}: no lo entendimos como nombre.`,
    en: ({ n }) => `Name ${n}: it was not understood as a name.`,
  },
  unread: {
    es: ({ n }) => `Tantas personas se llaman así que ${n} páginas no se miraron. Da más del nombre, o usa --within.`,
    en: ({ n }) =>
      `So many people bear this name that ${n} pages were not looked at. Give more of the name, or use --within.`,
  },
  notAsserted: {
    es: "Dos personas pueden llamarse igual. Mira cada página antes de decir quién es.",
    en: "Two people can bear one name. Look at each page before you say who it is.",
  },
  badDate: {
    es: ({ found }) => `No es una fecha: ${found}. Escribe 1974, 1974-09 o 1974-09-14.`,
    en: ({ found }) => `Not a date: ${found}. Write 1974, 1974-09 or 1974-09-14.`,
  },
  badNumber: { es: ({ found }) => `No es un número: ${found}`, en: ({ found }) => `Not a number: ${found}` },
  many: {
    es: ({ most }) => `Son demasiados nombres a la vez; el máximo es ${most}.`,
    en: ({ most }) => `Too many names at once; at most ${most}.`,
  },
};
