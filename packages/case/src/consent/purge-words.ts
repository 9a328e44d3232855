/** What has to go when a consent ends, and how. es is the source. @module */
import type { Words } from "@contraluz/core";
import type { PurgeItem } from "./withdraw.ts";

type P = { readonly ref: string; readonly at: string; readonly cmd: string; readonly folder: string };

export const WHAT: Readonly<Record<PurgeItem["what"], Words>> = {
  case: { es: "el caso", en: "the case" },
  evidence: { es: "la copia", en: "the copy" },
  check: { es: "la revisión", en: "the check" },
  incident: { es: "el suceso", en: "the event" },
  dossier: { es: "el expediente", en: "the dossier" },
  pack: { es: "el paquete", en: "the pack" },
  export: { es: "la exportación", en: "the export" },
  lab: { es: "el laboratorio", en: "the lab" },
};

export const ACT: Readonly<Record<PurgeItem["act"], Words<P & { readonly what: string }>>> = {
  "destroy-key": {
    es: ({ cmd, folder }) => `Destruye el caso, con su llave primero: ${cmd} case purge ${folder}`,
    en: ({ cmd, folder }) => `Destroy the case, its key first: ${cmd} case purge ${folder}`,
  },
  remove: { es: ({ what, ref }) => `Borra ${what} ${ref}`, en: ({ what, ref }) => `Remove ${what} ${ref}` },
  withhold: {
    es: ({ what, ref }) => `No muestres ni compartas ${what} ${ref}`,
    en: ({ what, ref }) => `Do not show or share ${what} ${ref}`,
  },
  "keep-anonymous": {
    es: "Antes puedes hacer un expediente anónimo, como se acordó",
    en: "Before that you may make an anonymous dossier, as was agreed",
  },
  forget: {
    es: ({ ref, at, cmd, folder }) =>
      `Quita el caso del laboratorio ${ref}: ${cmd} hunt forget ${folder} --lab ${at === "" ? "CARPETA" : at}`,
    en: ({ ref, at, cmd, folder }) =>
      `Take the case out of the lab ${ref}: ${cmd} hunt forget ${folder} --lab ${at === "" ? "FOLDER" : at}`,
  },
  "ask-back": {
    es: ({ what, ref, at }) => `Pide que borren ${what} ${ref}${at === "" ? "" : ` (${at})`}`,
    en: ({ what, ref, at }) => `Ask for ${what} ${ref} to be deleted${at === "" ? "" : ` (${at})`}`,
  },
};
