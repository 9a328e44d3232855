/** `contraluz case archive`: options, and what is said. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";
import type { CommandSpec } from "../options.ts";

export const CASE_ARCHIVE_COMMANDS: Readonly<Record<string, CommandSpec>> = {
  "case archive": {
    args: { es: "CASO [EVIDENCIA…]", en: "CASE [EVIDENCE…]" },
    most: Number.POSITIVE_INFINITY,
    words: {
      es: "Lee los documentos que guarda un caso, para buscar en ellos",
      en: "Reads the documents that a case holds, to search them",
    },
    more: {
      es: "EVIDENCIA es su nombre o su número (0001); sin ella se leen todas las copias que no son de un teléfono. El consentimiento tiene que permitir documentos, contenido y copias. Las páginas quedan selladas en el caso. Luego: archive search, names, page, correct y entities, con el caso en lugar de la carpeta.",
      en: "EVIDENCE is its name or its number (0001); without it all copies are read that are not of a phone. The consent has to allow documents, content and copies. The pages stay sealed in the case. Then: archive search, names, page, correct and entities, with the case in place of the folder.",
    },
    options: ["lang-of-pages", "no-ocr", "workers", "json", "as", "identity", "phrase-file", "lang"],
  },
};

export const CA: {
  readonly noCopies: Words<{ folder: string; cmd: string }>;
  readonly noSuch: Words<{ found: string; known: string }>;
  readonly allChecked: Words<{ known: string }>;
  readonly asPhone: Words<{ list: string }>;
  readonly read: Words<{ name: string; archive: string; n: number }>;
  readonly known: Words<{ name: string; archive: string; n: number }>;
  readonly next: Words<{ folder: string; cmd: string }>;
  readonly noArchive: Words<{ folder: string; cmd: string }>;
  readonly gone: Words;
  readonly tooLarge: Words;
} = {
  tooLarge: {
    es: "Este caso tiene más hojas de las que se pueden buscar juntas: el índice pasa de un gigabyte en memoria. Las hojas leídas siguen guardadas y cifradas en el caso. Para buscar en todas, reparte los documentos en dos casos o más.",
    en: "This case holds more sheets than can be searched together: the index goes beyond a gigabyte of memory. The sheets that were read stay kept and sealed in the case. To search all of them, spread the documents over two cases or more.",
  },
  noCopies: {
    es: ({ folder, cmd }) => `El caso no guarda copias. Primero: ${cmd} case add ${folder} RUTA`,
    en: ({ folder, cmd }) => `The case holds no copies. First: ${cmd} case add ${folder} PATH`,
  },
  noSuch: {
    es: ({ found, known }) => `El caso no guarda «${found}». Hay: ${known}`,
    en: ({ found, known }) => `The case does not hold “${found}”. There are: ${known}`,
  },
  allChecked: {
    es: ({ known }) => `Lo que guarda el caso es de un teléfono. Si aun así quieres leerlo, nómbralo: ${known}`,
    en: ({ known }) => `What the case holds is of a phone. If you want to read it all the same, name it: ${known}`,
  },
  asPhone: {
    es: ({ list }) => `No se leyó, porque es de un teléfono: ${list}`,
    en: ({ list }) => `Not read, since it is of a phone: ${list}`,
  },
  read: {
    es: (p) => `${p.name}: ${count(p.n)} ${plural(p.n, "página", "páginas")} en archive/${p.archive}.`,
    en: (p) => `${p.name}: ${count(p.n)} ${plural(p.n, "page", "pages")} in archive/${p.archive}.`,
  },
  known: {
    es: (p) => `${p.name}: ya estaba leído, ${count(p.n)} ${plural(p.n, "página", "páginas")} en archive/${p.archive}.`,
    en: (p) => `${p.name}: had been read, ${count(p.n)} ${plural(p.n, "page", "pages")} in archive/${p.archive}.`,
  },
  next: {
    es: ({ folder, cmd }) => `Para buscar: ${cmd} archive search ${folder} PALABRAS`,
    en: ({ folder, cmd }) => `To search: ${cmd} archive search ${folder} WORDS`,
  },
  noArchive: {
    es: ({ folder, cmd }) => `En este caso no se han leído documentos. Primero: ${cmd} case archive ${folder}`,
    en: ({ folder, cmd }) => `No documents of this case have been read. First: ${cmd} case archive ${folder}`,
  },
  gone: {
    es: "La página ya no está en el caso.",
    en: "The page is not in the case any more.",
  },
};
