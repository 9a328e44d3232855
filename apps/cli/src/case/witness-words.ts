/** What `contraluz case witness` and `case verify` say. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";

export const WITNESS = {
  option: {
    value: { es: "RENGLÓN|ARCHIVO|EXPEDIENTE", en: "LINE|FILE|DOSSIER" },
    words: {
      es: "Un testigo que alguien guardó: el renglón, un archivo que lo contiene, o un expediente de este caso",
      en: "A witness that somebody kept: the line, a file that holds it, or a dossier of this case",
    },
  },
  help: {
    es: "Un renglón corto que dice dónde va la bitácora, para guardarlo fuera del caso",
    en: "A short line that says where the log is, to be kept outside of the case",
  },
  verifyHelp: {
    es: "Ver si la bitácora está completa, y si sigue desde un testigo",
    en: "See whether the log is whole, and whether it goes on from a witness",
  },
  verifyMore: {
    es: "Sale con 0 si sigue desde un testigo que diste. Con 4 si nada falla y no se puede saber, con 5 si algo falla.",
    en: "Exits with 0 if it goes on from a witness that you gave. With 4 if nothing fails and it cannot be known, with 5 if something fails.",
  },
  keep: {
    es: "Apúntalo en papel o mándalo a alguien de confianza; a mano bastan los primeros 20 caracteres del último grupo de letras y números. No dice de quién es el caso. Con él se nota si un día alguien pone en su lugar una copia vieja de la carpeta.",
    en: "Write it down on paper or send it to somebody you trust; by hand the first 20 letters and digits of the last part are enough. It does not say whose case it is. With it one can tell if some day an old copy of the folder is put in its place.",
  },
  none: {
    es: "La bitácora todavía no tiene entradas: no hay nada que atestiguar.",
    en: "The log has no entries yet: there is nothing to witness.",
  },
  damaged: {
    es: "La bitácora tiene partes que faltan o no se leen: de ella no se hace un testigo. Qué falla:",
    en: "Parts of the log are missing or cannot be read: no witness is made of it. What fails:",
  },
  notOne: {
    es: (p: { path: string }) => `Ahí no hay un testigo: ${p.path}. Empieza con «contraluz-log».`,
    en: (p: { path: string }) => `There is no witness in it: ${p.path}. It begins with “contraluz-log”.`,
  },
  ask: {
    es: "No diste un testigo. Una cadena completa no dice si la carpeta es una copia vieja. Un testigo es un renglón de «case witness», o un expediente de este caso.",
    en: "You gave no witness. A whole chain does not say whether the folder is an old copy. A witness is a line of “case witness”, or a dossier of this case.",
  },
  same: {
    es: (p: { seq: number; day: string }) =>
      `Entrada ${p.seq}, ${p.day}: es la última. Desde que se guardó este testigo no pasó nada en el caso.`,
    en: (p: { seq: number; day: string }) =>
      `Entry ${p.seq}, ${p.day}: it is the last one. Nothing has happened in the case since this witness was kept.`,
  },
  continues: {
    es: (p: { seq: number; day: string; more: number }) =>
      `Entrada ${p.seq}, ${p.day}: está, y la bitácora sigue desde ahí, con ${count(p.more)} ${plural(p.more, "entrada", "entradas")} más.`,
    en: (p: { seq: number; day: string; more: number }) =>
      `Entry ${p.seq}, ${p.day}: it is there, and the log goes on from it, with ${count(p.more)} more ${plural(p.more, "entry", "entries")}.`,
  },
  shorter: {
    es: (p: { seq: number; day: string }) =>
      `Entrada ${p.seq}, ${p.day}: no está. Esta carpeta es una copia de antes, o alguien quitó lo último. Busca una copia más nueva y no sigas en esta.`,
    en: (p: { seq: number; day: string }) =>
      `Entry ${p.seq}, ${p.day}: it is not there. This folder is an earlier copy, or somebody took the last entries away. Look for a newer copy and do not go on in this one.`,
  },
  other: {
    es: (p: { seq: number; day: string }) =>
      `Entrada ${p.seq}, ${p.day}: aquí es otra. Primero compara el renglón letra por letra, o mira si el expediente es de este caso. Si todo coincide, esta no es la bitácora que se vio ese día: se siguió desde una copia vieja, o alguien la escribió de nuevo.`,
    en: (p: { seq: number; day: string }) =>
      `Entry ${p.seq}, ${p.day}: here it is another one. First compare the line letter by letter, or see whether the dossier is of this case. If all of it matches, this is not the log that was seen that day: work went on from an old copy, or somebody wrote it anew.`,
  },
  "other-case": {
    es: (p: { seq: number; day: string }) => `Entrada ${p.seq}, ${p.day}: este testigo es de otro caso.`,
    en: (p: { seq: number; day: string }) => `Entry ${p.seq}, ${p.day}: this witness is of another case.`,
  },
  unknown: {
    es: (p: { seq: number; day: string }) =>
      `Entrada ${p.seq}, ${p.day}: esa entrada o una posterior no se puede leer. No se puede saber si sigue desde ahí.`,
    en: (p: { seq: number; day: string }) =>
      `Entry ${p.seq}, ${p.day}: that entry or a later one cannot be read. Whether it goes on from there cannot be known.`,
  },
} as const satisfies Record<string, Words<never> | { readonly value: Words; readonly words: Words }>;
