/** What `hunt run`, `hunt diff` and `hunt search` say. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";

type N = { readonly n: number };
const cases = {
  es: (n: number): string => `${count(n)} ${plural(n, "caso", "casos")}`,
  en: (n: number): string => `${count(n)} ${plural(n, "case", "cases")}`,
};
const checks = {
  es: (n: number): string => `${count(n)} ${plural(n, "revisión", "revisiones")}`,
  en: (n: number): string => `${count(n)} ${plural(n, "check", "checks")}`,
};

export const HRW = {
  searching: { es: "Buscando en los casos", en: "Searching the cases" },
  verifying: { es: "Comparando registros", en: "Comparing records" },
  head: {
    es: (p: { hunt: string; day: string }) => `Búsqueda ${p.hunt}, al ${p.day}.`,
    en: (p: { hunt: string; day: string }) => `Hunt ${p.hunt}, as of ${p.day}.`,
  },
  searched: {
    es: (p: { signs: number; checks: number; cases: number }) =>
      `Buscamos ${count(p.signs)} ${plural(p.signs, "señal", "señales")} en ${checks.es(p.checks)} de ${cases.es(p.cases)}.`,
    en: (p: { signs: number; checks: number; cases: number }) =>
      `We looked for ${count(p.signs)} ${plural(p.signs, "sign", "signs")} in ${checks.en(p.checks)} of ${cases.en(p.cases)}.`,
  },
  none: {
    es: "En lo que se pudo buscar no hay ninguna de estas señales.",
    en: "In what could be searched there is none of these signs.",
  },
  empty: {
    es: "Este laboratorio no tiene casos todavía.",
    en: "This lab has no cases yet.",
  },
  met: {
    es: ({ n }: N) => `Hay señales en ${cases.es(n)}:`,
    en: ({ n }: N) => `There are signs in ${cases.en(n)}:`,
  },
  check: {
    es: (p: { id: string; check: string }) => `Caso ${p.id}, revisión ${p.check}`,
    en: (p: { id: string; check: string }) => `Case ${p.id}, check ${p.check}`,
  },
  case: { es: (p: { id: string }) => `Caso ${p.id}`, en: (p: { id: string }) => `Case ${p.id}` },
  times: {
    es: ({ n }: N) => `${count(n)} ${plural(n, "registro", "registros")}`,
    en: ({ n }: N) => `${count(n)} ${plural(n, "record", "records")}`,
  },
  span: {
    es: (p: { first: string; last: string }) => (p.first === p.last ? p.first : `del ${p.first} al ${p.last}`),
    en: (p: { first: string; last: string }) => (p.first === p.last ? p.first : `${p.first} to ${p.last}`),
  },
  moreFindings: { es: ({ n }: N) => `y ${count(n)} más`, en: ({ n }: N) => `and ${count(n)} more` },
  moreCases: {
    es: ({ n }: N) => `Y ${cases.es(n)} más; con --json salen todos.`,
    en: ({ n }: N) => `And ${cases.en(n)} more; --json gives all.`,
  },
  gaps: {
    es: ({ n }: N) => `${checks.es(n)} no se ${plural(n, "pudo", "pudieron")} buscar:`,
    en: ({ n }: N) => `${checks.en(n)} could not be searched:`,
  },
  caseGaps: {
    es: ({ n }: N) => `${cases.es(n)} no se ${plural(n, "pudo", "pudieron")} buscar:`,
    en: ({ n }: N) => `${cases.en(n)} could not be searched:`,
  },
  lost: {
    es: ({ n }: N) =>
      `Hay demasiadas señales distintas: se guardaron las primeras, y ${count(n)} ${plural(n, "coincidencia", "coincidencias")} ya no ${plural(n, "cupo", "cupieron")}.`,
    en: ({ n }: N) =>
      `There are too many different signs: the first were kept, and there was no room for ${count(n)} ${plural(n, "more meeting", "more meetings")} of signs.`,
  },
  why: {
    missing: { es: "falta un archivo", en: "a file is not there" },
    damaged: { es: "un archivo está dañado", en: "a file is damaged" },
    "case-damaged": {
      es: "está dañado el archivo que dice qué tiene el laboratorio de él",
      en: "the file that says what the lab has of it is damaged",
    },
    "keys-version": { es: "sus claves son de otra versión", en: "its keys are of another version" },
  },
  damagedCases: {
    es: (p: { names: string }) => `No se puede leer qué tiene el laboratorio de estos casos: ${p.names}`,
    en: (p: { names: string }) => `What the lab has of these cases cannot be read: ${p.names}`,
  },
  kept: {
    es: (p: { path: string }) => `La respuesta está en «${p.path}».`,
    en: (p: { path: string }) => `The answer is in “${p.path}”.`,
  },
  look: {
    es: "Una señal no dice quién ni por qué. Antes de hablar con la persona, mira su caso completo.",
    en: "A sign does not say who or why. Before you talk to the person, look at their whole case.",
  },
  since: {
    es: (p: { hunt: string; added: number; gone: number; line: string }) =>
      `Desde la búsqueda ${p.hunt}: ${count(p.added)} ${plural(p.added, "nueva", "nuevas")}, ${count(p.gone)} que ya no. Para verlas: ${p.line}`,
    en: (p: { hunt: string; added: number; gone: number; line: string }) =>
      `Since hunt ${p.hunt}: ${count(p.added)} new, ${count(p.gone)} that are not there now. To see them: ${p.line}`,
  },
  needTwo: {
    es: "Hace falta más de una búsqueda para comparar. Haz otra con «hunt run».",
    en: "It takes more than one hunt to compare. Make another with “hunt run”.",
  },
  noHunt: {
    es: (p: { hunt: string }) => `Este laboratorio no tiene la búsqueda «${p.hunt}».`,
    en: (p: { hunt: string }) => `This lab has no hunt “${p.hunt}”.`,
  },
  between: {
    es: (p: { before: string; after: string }) => `De la búsqueda ${p.before} a la ${p.after}:`,
    en: (p: { before: string; after: string }) => `From hunt ${p.before} to hunt ${p.after}:`,
  },
  nothingNew: { es: "Nada cambió.", en: "Nothing changed." },
  added: {
    es: ({ n }: N) => `Nuevo (${count(n)}):`,
    en: ({ n }: N) => `New (${count(n)}):`,
  },
  gone: { es: ({ n }: N) => `Ya no está (${count(n)}):`, en: ({ n }: N) => `Not there any more (${count(n)}):` },
  changed: { es: ({ n }: N) => `Cambió (${count(n)}):`, en: ({ n }: N) => `Changed (${count(n)}):` },
  by: {
    sign: { es: "la señal es nueva, o cambió", en: "the sign is new, or changed" },
    check: { es: "la revisión es nueva en el laboratorio", en: "the check is new in the lab" },
    notMet: { es: "las señales de ahora no lo dicen", en: "the signs of now do not say it" },
    gap: {
      es: "esta vez no se pudo buscar, o no cupo",
      en: "this time it could not be searched, or there was no room for it",
    },
    left: { es: "la revisión ya no está en el laboratorio", en: "the check is not in the lab any more" },
  },
  before: {
    es: ({ n }: N) => `antes, ${count(n)} ${plural(n, "registro", "registros")}`,
    en: ({ n }: N) => `${count(n)} ${plural(n, "record", "records")} before`,
  },
  sets: {
    added: {
      es: (p: { name: string }) => `Lista nueva: ${p.name}`,
      en: (p: { name: string }) => `New list: ${p.name}`,
    },
    gone: {
      es: (p: { name: string }) => `Lista que ya no se usó: ${p.name}`,
      en: (p: { name: string }) => `List that was not used any more: ${p.name}`,
    },
    changed: {
      es: (p: { name: string; was: number; now: number }) =>
        `Lista que cambió: ${p.name}, de ${count(p.was)} a ${count(p.now)} señales`,
      en: (p: { name: string; was: number; now: number }) =>
        `List that changed: ${p.name}, from ${count(p.was)} to ${count(p.now)} signs`,
    },
  },
  checksAdded: {
    es: ({ n }: N) => `${checks.es(n)} que la otra búsqueda no tenía.`,
    en: ({ n }: N) => `${checks.en(n)} that the other hunt did not have.`,
  },
  checksGone: {
    es: ({ n }: N) =>
      `${checks.es(n)} que ya no ${plural(n, "está", "están")} o no se ${plural(n, "pudo", "pudieron")} buscar.`,
    en: ({ n }: N) => `${checks.en(n)} that ${plural(n, "is", "are")} not there any more or could not be searched.`,
  },
  needValue: {
    es: (p: { line: string }) => `Falta qué buscar: ${p.line}`,
    en: (p: { line: string }) => `What to search for is missing: ${p.line}`,
  },
  cannotSearch: {
    es: "Eso no se puede buscar: no es un valor, o lo tienen todos los teléfonos. Un principio necesita tres letras o números seguidos.",
    en: "That cannot be searched: it is no value, or every phone has it. A beginning needs three letters or digits in a row.",
  },
  found: {
    es: (p: { n: number; checks: number }) => `Está en ${cases.es(p.n)}, de ${checks.es(p.checks)} en que se buscó:`,
    en: (p: { n: number; checks: number }) =>
      `It is in ${cases.en(p.n)}, of ${checks.en(p.checks)} that were searched:`,
  },
  foundNone: {
    es: (p: { checks: number }) => `No está en ninguna de las ${checks.es(p.checks)} en que se buscó.`,
    en: (p: { checks: number }) => `It is in none of the ${checks.en(p.checks)} that were searched.`,
  },
  badLimit: {
    es: (p: { found: string }) => `«${p.found}» no es un número.`,
    en: (p: { found: string }) => `“${p.found}” is not a number.`,
  },
} as const satisfies Tree;

interface Tree {
  readonly [key: string]: Words<never> | Tree;
}
