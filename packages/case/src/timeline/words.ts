/** What the timeline says. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";
import type { Undated } from "./line.ts";

export const UNDATED_WORDS: Readonly<Record<Undated, Words>> = {
  none: { es: "no dice cuándo", en: "it does not say when" },
  wall: { es: "la hora del reloj, sin saber de qué zona", en: "the hour of its clock, in a zone that is not known" },
  boot: { es: "se cuenta desde que se encendió el aparato", en: "counted from when the device was switched on" },
  damaged: { es: "el registro guardado está dañado", en: "the stored record is damaged" },
};

export const T = {
  title: { es: "Línea de tiempo del caso", en: "Timeline of the case" },
  undatedTitle: { es: "Sin lugar en el tiempo", en: "Without a place in time" },
  rows: {
    es: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "registro", "registros")}`,
    en: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "record", "records")}`,
  },
  atLeast: {
    es: (p: { n: number }) => `Al menos ${count(p.n)} ${plural(p.n, "registro", "registros")}`,
    en: (p: { n: number }) => `At least ${count(p.n)} ${plural(p.n, "record", "records")}`,
  },
  none: { es: "Nada con esos filtros.", en: "Nothing with these filters." },
  undatedToo: {
    es: (p: { n: number; cmd: string }) =>
      `${count(p.n)} ${plural(p.n, "registro no tiene", "registros no tienen")} lugar en el tiempo: ${p.cmd}`,
    en: (p: { n: number; cmd: string }) =>
      `${count(p.n)} ${plural(p.n, "record has", "records have")} no place in time: ${p.cmd}`,
  },
  clock: {
    es: (p: { seen: string; why: string }) => `el registro dice ${p.seen}; reloj corregido: ${p.why}`,
    en: (p: { seen: string; why: string }) => `the record says ${p.seen}; clock corrected: ${p.why}`,
  },
  more: { es: (p: { cmd: string }) => `Siguen más: ${p.cmd}`, en: (p: { cmd: string }) => `There is more: ${p.cmd}` },
  before: {
    es: (p: { cmd: string }) => `Antes hay más: ${p.cmd}`,
    en: (p: { cmd: string }) => `More before: ${p.cmd}`,
  },
  trouble: {
    es: (p: { check: string; artifact: string; found: string }) =>
      `De la revisión ${p.check}, ${p.artifact}: no coincide el número de registros (${p.found}).`,
    en: (p: { check: string; artifact: string; found: string }) =>
      `Of check ${p.check}, ${p.artifact}: the number of records does not agree (${p.found}).`,
  },
  own: { es: "Caso", en: "Case" },
  assumed: { es: "zona supuesta", en: "zone assumed" },
} as const;
