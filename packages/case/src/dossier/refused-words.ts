/** Why no dossier was made. es is the source. @module */
import type { Words } from "@contraluz/core";

interface File {
  readonly file: string;
}

interface Refused {
  readonly nameOccurs: Words<File & { readonly n: number }>;
  readonly packedExport: Words<File>;
  readonly damaged: Words<File>;
  readonly otherRecords: Words;
}

export const REFUSED: Refused = {
  nameOccurs: {
    es: ({ n, file }) => `No se hizo: el nombre ${n} de la lista aparece en ${file}`,
    en: ({ n, file }) => `Nothing was made: name ${n} of the list stands in ${file}`,
  },
  packedExport: {
    es: ({ file }) => `No se hizo: ${file} viene comprimido y no se puede revisar.`,
    en: ({ file }) => `Nothing was made: ${file} is packed and cannot be looked through.`,
  },
  damaged: {
    es: ({ file }) => `No se hizo: el resultado guardado cambió en ${file}`,
    en: ({ file }) => `Nothing was made: the stored result was changed in ${file}`,
  },
  otherRecords: {
    es: "No se hizo: los registros no son los de la edición completa.",
    en: "Nothing was made: the records are not those of the full edition.",
  },
};
