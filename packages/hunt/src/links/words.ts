/** What is said of linked cases. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";
import type { Activity } from "./types.ts";

/** Kinds of values by the letter of their key. */
export const LETTER: Readonly<Record<string, Words>> = {
  c: { es: "certificado", en: "certificate" },
  d: { es: "dominio", en: "domain" },
  e: { es: "cuenta", en: "account" },
  f: { es: "archivo", en: "file" },
  h: { es: "huella de un archivo", en: "hash of a file" },
  i: { es: "dirección de internet", en: "internet address" },
  j: { es: "forma de conectarse (JA4)", en: "way of connecting (JA4)" },
  k: { es: "app", en: "app" },
  l: { es: "celda", en: "cell" },
  m: { es: "perfil", en: "profile" },
  p: { es: "proceso", en: "process" },
  r: { es: "propiedad", en: "property" },
  t: { es: "rastreador", en: "tracker" },
  u: { es: "enlace", en: "link" },
  w: { es: "red wifi", en: "Wi-Fi network" },
};

export const ACTIVITY: Readonly<Record<Activity, Words>> = {
  active: { es: "activo en los últimos 90 días", en: "active in the last 90 days" },
  quiet: { es: "sin rastros en los últimos 90 días", en: "no traces in the last 90 days" },
  unseen: {
    es: "no se sabe si sigue: el laboratorio no tiene datos de los últimos 90 días",
    en: "not known whether it goes on: the lab has no data of the last 90 days",
  },
  undated: { es: "sin fechas", en: "without dates" },
};

const cases = (n: number): string => `${count(n)} ${plural(n, "caso", "casos")}`;
const casesEn = (n: number): string => `${count(n)} ${plural(n, "case", "cases")}`;

export const LW = {
  head: {
    es: (p: { n: number; day: string }) => `Qué tienen en común ${cases(p.n)}, al ${p.day}.`,
    en: (p: { n: number; day: string }) => `What ${casesEn(p.n)} have in common, as of ${p.day}.`,
  },
  withHunt: {
    es: (p: { hunt: string }) => `Las señales son de la búsqueda ${p.hunt}.`,
    en: (p: { hunt: string }) => `The signs are those of hunt ${p.hunt}.`,
  },
  noHunt: {
    es: "No hay ninguna búsqueda: solo se vio lo poco común. Antes conviene «hunt run».",
    en: "There is no hunt: only what is rare was looked at. “hunt run” should come first.",
  },
  few: {
    es: "Son pocos casos para saber qué es poco común. Solo cuentan las señales publicadas.",
    en: "These are too few cases to know what is rare. Only published signs count.",
  },
  many: {
    es: "Son demasiados casos para comparar lo poco común de cada par. Solo cuentan las señales publicadas.",
    en: "These are too many cases to compare what is rare pair by pair. Only published signs count.",
  },
  none: {
    es: "Ningún grupo de casos tiene en común lo suficiente. Eso no prueba que no lo haya.",
    en: "No group of cases has enough in common. That does not prove that there is none.",
  },
  groups: {
    es: (p: { n: number }) =>
      `${count(p.n)} ${plural(p.n, "grupo de casos tiene", "grupos de casos tienen")} en común algo poco común o publicado.`,
    en: (p: { n: number }) =>
      `${count(p.n)} ${plural(p.n, "group of cases has", "groups of cases have")} something rare or published in common.`,
  },
  group: {
    es: (p: { id: string; n: number }) => `Grupo ${p.id}: ${cases(p.n)}`,
    en: (p: { id: string; n: number }) => `Group ${p.id}: ${casesEn(p.n)}`,
  },
  span: {
    es: (p: { first: string; last: string }) => `Del ${p.first} al ${p.last}`,
    en: (p: { first: string; last: string }) => `From ${p.first} to ${p.last}`,
  },
  names: {
    es: (p: { names: string }) => `Así lo llaman quienes publicaron las señales: ${p.names}`,
    en: (p: { names: string }) => `Those who published the signs call it: ${p.names}`,
  },
  onlyRare: {
    es: "Ninguna señal publicada lo une: es una pista, y puede tener otra explicación.",
    en: "No published sign links it: it is a lead, and may have another explanation.",
  },
  signs: { es: "Señales publicadas", en: "Published signs" },
  rare: { es: "Otras cosas poco comunes", en: "Other rare things" },
  value: {
    es: (p: { value: string; kind: string; n: number; all: number }) =>
      `${p.value} (${p.kind}): ${cases(p.n)}${p.all > p.n ? `, ${count(p.all)} en todo el laboratorio` : ""}`,
    en: (p: { value: string; kind: string; n: number; all: number }) =>
      `${p.value} (${p.kind}): ${casesEn(p.n)}${p.all > p.n ? `, ${count(p.all)} in the whole lab` : ""}`,
  },
  cases: { es: "Casos", en: "Cases" },
  links: { es: "Vínculos más fuertes", en: "Strongest links" },
  link: {
    es: (p: { a: string; b: string; weight: string; values: string }) => `${p.a} y ${p.b}: ${p.weight}. ${p.values}`,
    en: (p: { a: string; b: string; weight: string; values: string }) => `${p.a} and ${p.b}: ${p.weight}. ${p.values}`,
  },
  record: {
    es: (p: { case: string; check: string; artifact: string; n: number }) =>
      `${p.case}, revisión ${p.check}: ${p.artifact}, registro ${count(p.n)}`,
    en: (p: { case: string; check: string; artifact: string; n: number }) =>
      `${p.case}, check ${p.check}: ${p.artifact}, record ${count(p.n)}`,
  },
  between: {
    es: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "vínculo une", "vínculos unen")} casos de grupos distintos.`,
    en: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "link joins", "links join")} cases of different groups.`,
  },
  same: {
    es: (p: { n: number }) =>
      `${count(p.n)} ${plural(p.n, "par de casos tiene", "pares de casos tienen")} la misma evidencia: es un solo aparato.`,
    en: (p: { n: number }) =>
      `${count(p.n)} ${plural(p.n, "pair of cases has", "pairs of cases have")} the same evidence: it is one device.`,
  },
  left: {
    es: (p: { n: number }) => `Hay ${count(p.n)} pares de casos más con algo en común, que no se leyeron.`,
    en: (p: { n: number }) => `${count(p.n)} more pairs of cases have something in common and were not read.`,
  },
  damaged: {
    es: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "revisión no se pudo", "revisiones no se pudieron")} leer.`,
    en: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "check", "checks")} could not be read.`,
  },
  more: {
    es: (p: { n: number }) => `y ${count(p.n)} más`,
    en: (p: { n: number }) => `and ${count(p.n)} more`,
  },
  notProof: {
    es: "Compartir un servidor o un programa no prueba que detrás esté la misma gente. Quien los vende o los renta tiene muchos clientes.",
    en: "To share a server or a program is no proof that the same people are behind it. Who sells or rents them has many customers.",
  },
} as const satisfies Record<string, Words<never>>;
