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

export const LW: {
  readonly head: Words<{ n: number; day: string }>;
  readonly withHunt: Words<{ hunt: string }>;
  readonly noHunt: Words;
  readonly few: Words;
  readonly many: Words;
  readonly none: Words;
  readonly groups: Words<{ n: number }>;
  readonly group: Words<{ id: string; n: number }>;
  readonly span: Words<{ first: string; last: string }>;
  readonly names: Words<{ names: string }>;
  readonly onlyRare: Words;
  readonly signs: Words;
  readonly rare: Words;
  readonly value: Words<{ value: string; kind: string; n: number; all: number }>;
  readonly cases: Words;
  readonly links: Words;
  readonly link: Words<{ a: string; b: string; weight: string; values: string }>;
  readonly record: Words<{ case: string; check: string; artifact: string; n: number }>;
  readonly between: Words<{ n: number }>;
  readonly same: Words<{ n: number }>;
  readonly left: Words<{ n: number }>;
  readonly damaged: Words<{ n: number }>;
  readonly more: Words<{ n: number }>;
  readonly notProof: Words;
} = {
  head: {
    es: (p) => `Qué tienen en común ${cases(p.n)}, al ${p.day}.`,
    en: (p) => `What ${casesEn(p.n)} have in common, as of ${p.day}.`,
  },
  withHunt: {
    es: (p) => `Las señales son de la búsqueda ${p.hunt}.`,
    en: (p) => `The signs are those of hunt ${p.hunt}.`,
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
    es: (p) =>
      `${count(p.n)} ${plural(p.n, "grupo de casos tiene", "grupos de casos tienen")} en común algo poco común o publicado.`,
    en: (p) =>
      `${count(p.n)} ${plural(p.n, "group of cases has", "groups of cases have")} something rare or published in common.`,
  },
  group: {
    es: (p) => `Grupo ${p.id}: ${cases(p.n)}`,
    en: (p) => `Group ${p.id}: ${casesEn(p.n)}`,
  },
  span: {
    es: (p) => `Del ${p.first} al ${p.last}`,
    en: (p) => `From ${p.first} to ${p.last}`,
  },
  names: {
    es: (p) => `Así lo llaman quienes publicaron las señales: ${p.names}`,
    en: (p) => `Those who published the signs call it: ${p.names}`,
  },
  onlyRare: {
    es: "Ninguna señal publicada lo une: es una pista, y puede tener otra explicación.",
    en: "No published sign links it: it is a lead, and may have another explanation.",
  },
  signs: { es: "Señales publicadas", en: "Published signs" },
  rare: { es: "Otras cosas poco comunes", en: "Other rare things" },
  value: {
    es: (p) => `${p.value} (${p.kind}): ${cases(p.n)}${p.all > p.n ? `, ${count(p.all)} en todo el laboratorio` : ""}`,
    en: (p) => `${p.value} (${p.kind}): ${casesEn(p.n)}${p.all > p.n ? `, ${count(p.all)} in the whole lab` : ""}`,
  },
  cases: { es: "Casos", en: "Cases" },
  links: { es: "Vínculos más fuertes", en: "Strongest links" },
  link: {
    es: (p) => `${p.a} y ${p.b}: ${p.weight}. ${p.values}`,
    en: (p) => `${p.a} and ${p.b}: ${p.weight}. ${p.values}`,
  },
  record: {
    es: (p) => `${p.case}, revisión ${p.check}: ${p.artifact}, registro ${count(p.n)}`,
    en: (p) => `${p.case}, check ${p.check}: ${p.artifact}, record ${count(p.n)}`,
  },
  between: {
    es: (p) => `${count(p.n)} ${plural(p.n, "vínculo une", "vínculos unen")} casos de grupos distintos.`,
    en: (p) => `${count(p.n)} ${plural(p.n, "link joins", "links join")} cases of different groups.`,
  },
  same: {
    es: (p) =>
      `${count(p.n)} ${plural(p.n, "par de casos tiene", "pares de casos tienen")} la misma evidencia: es un solo aparato.`,
    en: (p) =>
      `${count(p.n)} ${plural(p.n, "pair of cases has", "pairs of cases have")} the same evidence: it is one device.`,
  },
  left: {
    es: (p) => `Hay ${count(p.n)} pares de casos más con algo en común, que no se leyeron.`,
    en: (p) => `${count(p.n)} more pairs of cases have something in common and were not read.`,
  },
  damaged: {
    es: (p) => `${count(p.n)} ${plural(p.n, "revisión no se pudo", "revisiones no se pudieron")} leer.`,
    en: (p) => `${count(p.n)} ${plural(p.n, "check", "checks")} could not be read.`,
  },
  more: {
    es: (p) => `y ${count(p.n)} más`,
    en: (p) => `and ${count(p.n)} more`,
  },
  notProof: {
    es: "Compartir un servidor o un programa no prueba que detrás esté la misma gente. Quien los vende o los renta tiene muchos clientes.",
    en: "To share a server or a program is no proof that the same people are behind it. Who sells or rents them has many customers.",
  },
};
