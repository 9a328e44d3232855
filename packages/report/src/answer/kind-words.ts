/** How each kind of evidence is called, and why a place may not be in it. `es` is the source. @module */
import type { Lang } from "@contraluz/core";

/** How the evidence is called. */
export interface KindWords {
  readonly noun: string;
  readonly this: string;
  readonly the: string;
  readonly say: string;
  /** `The` at the start of a sentence, `another` of its kind, `keep` = unchanged, with the right gender. */
  readonly The: string;
  readonly another: string;
  readonly unchanged: string;
  /** Why a place may not be in it, and what to do. */
  readonly absent: string;
}

type Kinds = { readonly [kind: string]: KindWords };

const es: Kinds = {
  "ios-backup": {
    noun: "respaldo",
    this: "este respaldo",
    the: "el respaldo",
    The: "El respaldo",
    another: "Otro respaldo",
    unchanged: "sin cambiarlo",
    say: "un respaldo de iPhone",
    absent:
      "Puede que el teléfono no use esa app, o que los haya borrado. Si tienes un respaldo más viejo, revísalo también.",
  },
  "ios-filesystem": {
    noun: "copia completa",
    this: "esta copia",
    the: "la copia",
    The: "La copia",
    another: "Otra copia",
    unchanged: "sin cambiarla",
    say: "la copia de un iPhone",
    absent: "Puede que el teléfono no use esa app, que los haya borrado, o que la copia no los incluya.",
  },
  "mvt-result": {
    noun: "resultado de MVT",
    this: "este resultado de MVT",
    the: "el resultado de MVT",
    The: "El resultado de MVT",
    another: "Otro resultado",
    unchanged: "sin cambiarlo",
    say: "lo que reportó otra herramienta",
    absent:
      "Puede que el teléfono no use esa app, o que los haya borrado. Si tienes un respaldo más viejo, revísalo también.",
  },
  sysdiagnose: {
    noun: "registro del iPhone",
    this: "este registro",
    the: "el registro",
    The: "El registro",
    another: "Otro registro",
    unchanged: "sin cambiarlo",
    say: "un registro de iPhone (sysdiagnose)",
    absent: "Cada versión de iOS escribe unos y otros no. Si tienes un registro más viejo, revísalo también.",
  },
  "privacy-report": {
    noun: "informe de privacidad",
    this: "este informe",
    the: "el informe",
    The: "El informe",
    another: "Otro informe",
    unchanged: "sin cambiarlo",
    say: "el informe de privacidad de un iPhone",
    absent: "Puede que el informe estuviera apagado.",
  },
  "ios-crash-reports": {
    noun: "carpeta de fallos",
    this: "esta carpeta",
    the: "la carpeta",
    The: "La carpeta",
    another: "Otra carpeta",
    unchanged: "sin cambiarla",
    say: "los fallos de programas de un iPhone",
    absent: "El iPhone borra los fallos viejos. Si tienes una carpeta de antes, revísala también.",
  },
  other: {
    noun: "evidencia",
    this: "esta evidencia",
    the: "la evidencia",
    The: "La evidencia",
    another: "Otra copia",
    unchanged: "sin cambiarla",
    say: "un teléfono",
    absent:
      "Puede que el teléfono no use esa app, o que los haya borrado. Si tienes un respaldo más viejo, revísalo también.",
  },
};

const en: Kinds = {
  "ios-backup": {
    noun: "backup",
    this: "this backup",
    the: "the backup",
    The: "The backup",
    another: "Another backup",
    unchanged: "unchanged",
    say: "an iPhone backup",
    absent: "The phone may not use this app, or may have deleted them. If you have an older backup, check it too.",
  },
  "ios-filesystem": {
    noun: "full copy",
    this: "this copy",
    the: "the copy",
    The: "The copy",
    another: "Another copy",
    unchanged: "unchanged",
    say: "the copy of an iPhone",
    absent: "The phone may not use this app, may have deleted them, or the copy may not include them.",
  },
  "mvt-result": {
    noun: "MVT result",
    this: "this MVT result",
    the: "the MVT result",
    The: "The MVT result",
    another: "Another result",
    unchanged: "unchanged",
    say: "what another tool reported",
    absent: "The phone may not use this app, or may have deleted them. If you have an older backup, check it too.",
  },
  sysdiagnose: {
    noun: "iPhone record",
    this: "this record",
    the: "the record",
    The: "The record",
    another: "Another record",
    unchanged: "unchanged",
    say: "an iPhone record (sysdiagnose)",
    absent: "Each version of iOS writes some and not others. If you have an older record, check it too.",
  },
  "privacy-report": {
    noun: "privacy report",
    this: "this report",
    the: "the report",
    The: "The report",
    another: "Another report",
    unchanged: "unchanged",
    say: "the privacy report of an iPhone",
    absent: "The report may have been off.",
  },
  "ios-crash-reports": {
    noun: "folder of crashes",
    this: "this folder",
    the: "the folder",
    The: "The folder",
    another: "Another folder",
    unchanged: "unchanged",
    say: "the crashes of programs of an iPhone",
    absent: "The iPhone removes old crashes. If you have a folder from before, check it too.",
  },
  other: {
    noun: "evidence",
    this: "this evidence",
    the: "the evidence",
    The: "The evidence",
    another: "Another copy",
    unchanged: "unchanged",
    say: "a phone",
    absent: "The phone may not use this app, or may have deleted them. If you have an older backup, check it too.",
  },
};

/** By `Acquisition.kind`; `other` for those that are not there. */
export const KINDS: Readonly<Record<Lang, Kinds>> = { es, en };
