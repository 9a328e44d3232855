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
  /** Which other kind has what this one cannot have. */
  readonly other: string;
}

const OTHER = {
  es: {
    ios: "un registro del iPhone (sysdiagnose)",
    android: "un informe de errores o lo que junta AndroidQF",
    bugreport: "lo que junta AndroidQF",
    phone: "el registro o el informe de errores del teléfono",
  },
  en: {
    ios: "an iPhone record (sysdiagnose)",
    android: "a bug report or what AndroidQF collects",
    bugreport: "what AndroidQF collects",
    phone: "the record or bug report of the phone",
  },
} as const;

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
    other: OTHER.es.ios,
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
    other: OTHER.es.ios,
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
    other: OTHER.es.ios,
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
    other: OTHER.es.ios,
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
    other: OTHER.es.ios,
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
    other: OTHER.es.ios,
  },
  "android-bugreport": {
    noun: "informe de errores",
    this: "este informe de errores",
    the: "el informe de errores",
    The: "El informe de errores",
    another: "Otro informe",
    unchanged: "sin cambiarlo",
    say: "el informe de errores de un Android",
    absent:
      "Cada versión y cada marca escriben unas partes y otras no. Si tienes un informe más viejo, revísalo también.",
    other: OTHER.es.bugreport,
  },
  androidqf: {
    noun: "copia de AndroidQF",
    this: "esta copia de AndroidQF",
    the: "la copia de AndroidQF",
    The: "La copia de AndroidQF",
    another: "Otra copia",
    unchanged: "sin cambiarla",
    say: "lo que AndroidQF juntó de un Android",
    absent: "Puede que quien la hizo no pidiera esa parte, o que el teléfono no la diera.",
    other: OTHER.es.android,
  },
  "adb-backup": {
    noun: "respaldo de Android",
    this: "este respaldo de Android",
    the: "el respaldo de Android",
    The: "El respaldo de Android",
    another: "Otro respaldo",
    unchanged: "sin cambiarlo",
    say: "un respaldo de Android",
    absent:
      "Android deja fuera de este respaldo a casi todas las apps. Puede que no tenga mensajes, o que los haya borrado.",
    other: OTHER.es.android,
  },
  "intrusion-logs": {
    noun: "registro de intrusión",
    this: "este registro de intrusión",
    the: "el registro de intrusión",
    The: "El registro de intrusión",
    another: "Otro registro",
    unchanged: "sin cambiarlo",
    say: "el registro de intrusión de un Android",
    absent: "Puede que el registro estuviera apagado esos días.",
    other: OTHER.es.android,
  },
  capture: {
    noun: "captura de red",
    this: "esta captura",
    the: "la captura",
    The: "La captura",
    another: "Otra captura",
    unchanged: "sin cambiarla",
    say: "la captura de una red",
    absent: "Puede que nadie usara eso mientras se capturaba. Captura más tiempo, o a otra hora.",
    other: OTHER.es.phone,
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
    other: OTHER.es.ios,
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
    other: OTHER.en.ios,
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
    other: OTHER.en.ios,
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
    other: OTHER.en.ios,
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
    other: OTHER.en.ios,
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
    other: OTHER.en.ios,
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
    other: OTHER.en.ios,
  },
  "android-bugreport": {
    noun: "bug report",
    this: "this bug report",
    the: "the bug report",
    The: "The bug report",
    another: "Another report",
    unchanged: "unchanged",
    say: "the bug report of an Android phone",
    absent: "Each version and each brand writes some parts and not others. If you have an older report, check it too.",
    other: OTHER.en.bugreport,
  },
  androidqf: {
    noun: "AndroidQF copy",
    this: "this AndroidQF copy",
    the: "the AndroidQF copy",
    The: "The AndroidQF copy",
    another: "Another copy",
    unchanged: "unchanged",
    say: "what AndroidQF collected from an Android phone",
    absent: "Whoever made it may not have asked for that part, or the phone did not give it.",
    other: OTHER.en.android,
  },
  "adb-backup": {
    noun: "Android backup",
    this: "this Android backup",
    the: "the Android backup",
    The: "The Android backup",
    another: "Another backup",
    unchanged: "unchanged",
    say: "an Android backup",
    absent: "Android leaves nearly all apps out of this backup. It may have no messages, or they were deleted.",
    other: OTHER.en.android,
  },
  "intrusion-logs": {
    noun: "intrusion log",
    this: "this intrusion log",
    the: "the intrusion log",
    The: "The intrusion log",
    another: "Another log",
    unchanged: "unchanged",
    say: "the intrusion log of an Android phone",
    absent: "The log may have been off on those days.",
    other: OTHER.en.android,
  },
  capture: {
    noun: "network capture",
    this: "this capture",
    the: "the capture",
    The: "The capture",
    another: "Another capture",
    unchanged: "unchanged",
    say: "the capture of a network",
    absent: "Maybe nobody used it while it was captured. Capture for longer, or at another hour.",
    other: OTHER.en.phone,
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
    other: OTHER.en.ios,
  },
};

/** By `Acquisition.kind`; `other` for those that are not there. */
export const KINDS: Readonly<Record<Lang, Kinds>> = { es, en };
