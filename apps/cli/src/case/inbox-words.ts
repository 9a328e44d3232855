/** What `contraluz pack`, `case intake` and `case list` say. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";

interface Made {
  readonly n: number;
  readonly folder: string;
  readonly files: number;
  readonly mb: number;
  /** For how many. */
  readonly keys: number;
}

export const I = {
  person: {
    es: (p: { cmd: string; folder: string }) => `El mensaje para la persona, por ejemplo: ${p.cmd} words ${p.folder}`,
    en: (p: { cmd: string; folder: string }) => `The message for the person, for example: ${p.cmd} words ${p.folder}`,
  },
  needTo: {
    es: (p: { cmd: string }) => `Falta para quién es. Se escribe: ${p.cmd} pack RUTA --to age1…`,
    en: (p: { cmd: string }) => `For whom it is, is missing. Write: ${p.cmd} pack PATH --to age1…`,
  },
  badTo: {
    es: (p: { to: string }) =>
      `«${p.to}» no es una llave pública de age. Se escribe age1…, o "NOMBRE=age1…" para decir de quién es.`,
    en: (p: { to: string }) => `“${p.to}” is no public age key. Write age1…, or "NAME=age1…" to say whose it is.`,
  },
  whose: {
    es: (p: { may: string }) =>
      `Diste varias llaves, y una llave no dice de quién es. Se escribe --to "NOMBRE=age1…" con cada una. El consentimiento permite un paquete para ${p.may}.`,
    en: (p: { may: string }) =>
      `You gave several keys, and a key does not say whose it is. Write --to "NAME=age1…" with each. The consent allows a pack for ${p.may}.`,
  },
  mayHave: {
    es: (p: { may: string }) => `Puede ser para ${p.may}.`,
    en: (p: { may: string }) => `It can be for ${p.may}.`,
  },
  packFor: {
    es: (p: { names: string }) =>
      `Es para ${p.names}, como dice el consentimiento. Compara su llave con la que publica.`,
    en: (p: { names: string }) =>
      `It is for ${p.names}, as the consent says. Compare their key with the one they publish.`,
  },
  packAlso: {
    es: (p: { names: string }) =>
      `El consentimiento permite un paquete también para ${p.names}. Para que puedan abrir este, se agrega --to "NOMBRE=age1…".`,
    en: (p: { names: string }) =>
      `The consent allows a pack for ${p.names}, too. So that they can open this one, add --to "NAME=age1…".`,
  },
  badConsent: {
    es: (p: { path: string; faults: string }) => `El consentimiento en ${p.path} tiene errores:\n${p.faults}`,
    en: (p: { path: string; faults: string }) => `The consent in ${p.path} has mistakes:\n${p.faults}`,
  },
  noConsent: {
    es: "El paquete va sin consentimiento: quien lo reciba lo pedirá antes de revisarlo. Puedes ponerlo con --consent ARCHIVO.",
    en: "The pack goes without a consent: who receives it will ask for it before a check. You can add it with --consent FILE.",
  },
  packing: {
    es: (p: { done: number; of: number }) => `Parte ${p.done} de ${p.of}`,
    en: (p: { done: number; of: number }) => `Part ${p.done} of ${p.of}`,
  },
  packed: {
    es: (p: Made) =>
      `El paquete está en ${p.folder}: ${count(p.n)} ${plural(p.n, "parte", "partes")}, con ${count(p.files)} ${plural(p.files, "archivo", "archivos")} (${count(p.mb)} MB). ${p.keys === 1 ? "Nadie más que su destinatario puede abrirlo" : "Nadie más que sus destinatarios puede abrirlo"}.`,
    en: (p: Made) =>
      `The pack is in ${p.folder}: ${count(p.n)} ${plural(p.n, "part", "parts")}, with ${count(p.files)} ${plural(p.files, "file", "files")} (${count(p.mb)} MB). Nobody but its ${plural(p.keys, "recipient", "recipients")} can open it.`,
  },
  leftOut: {
    es: (p: { n: number }) =>
      `${count(p.n)} ${plural(p.n, "archivo se quedó", "archivos se quedaron")} fuera; de ${plural(p.n, "él", "ellos")} va su huella.`,
    en: (p: { n: number }) =>
      `${count(p.n)} ${plural(p.n, "file was", "files were")} left out; ${plural(p.n, "its hash is", "their hashes are")} in it.`,
  },
  empty: { es: "No hay nada en esa carpeta.", en: "There is nothing in that folder." },
  needCases: {
    es: (p: { line: string }) => `Falta la carpeta de los casos. Se escribe: ${p.line}`,
    en: (p: { line: string }) => `The folder of the cases is missing. Write: ${p.line}`,
  },
  summary: {
    es: (p: { taken: number; known: number; waiting: number; aside: number }) =>
      `${count(p.taken)} ${plural(p.taken, "recibido", "recibidos")}, ${count(p.known)} ya ${plural(p.known, "conocido", "conocidos")}, ${count(p.waiting)} ${plural(p.waiting, "incompleto", "incompletos")}, ${count(p.aside)} aparte.`,
    en: (p: { taken: number; known: number; waiting: number; aside: number }) =>
      `${count(p.taken)} taken in, ${count(p.known)} known already, ${count(p.waiting)} incomplete, ${count(p.aside)} set aside.`,
  },
} as const satisfies Record<string, Words<never>>;
