/** What a second reviewer reads. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";
import type { Outcome, Setup } from "./differences.ts";

interface Two {
  readonly theirs: string;
  readonly ours: string;
}
interface Named {
  readonly name: string;
}

type Key =
  | Setup["about"]
  | Outcome["about"]
  | "identical"
  | "equal"
  | "differs"
  | "otherEvidence"
  | "setup"
  | "outcome"
  | "withheld";

/** Those with holes take what a difference holds. */
export const REPRODUCED: Readonly<Record<Key, Words<never>>> = {
  identical: {
    es: "Es la misma revisión, byte por byte.",
    en: "It is the same check, byte for byte.",
  },
  equal: {
    es: "La revisión dio lo mismo: los mismos hallazgos, los mismos registros, los mismos huecos.",
    en: "The check gave the same: the same findings, the same records, the same gaps.",
  },
  differs: { es: "La revisión no dio lo mismo.", en: "The check did not give the same." },
  otherEvidence: {
    es: "Esta no es la evidencia de la que habla el expediente: su huella es otra. No se puede comparar.",
    en: "This is not the evidence that the dossier speaks of: its hash is another. It cannot be compared.",
  },
  setup: { es: "Lo que era distinto al empezar:", en: "What was different to begin with:" },
  outcome: { es: "Lo que salió distinto:", en: "What came out differently:" },
  version: {
    es: (p: Two) => `La versión del programa: ${p.theirs} ellos, ${p.ours} aquí`,
    en: (p: Two) => `The version of the program: ${p.theirs} theirs, ${p.ours} here`,
  },
  catalogue: {
    es: "El programa lee otros lugares o tiene otras reglas",
    en: "The program reads other places or has other rules",
  },
  "as-of": {
    es: (p: Two) => `La fecha que cuenta como «hoy»: ${p.theirs} ellos, ${p.ours} aquí`,
    en: (p: Two) => `The date that counts as “today”: ${p.theirs} theirs, ${p.ours} here`,
  },
  "signs-missing": {
    es: (p: Named & { sha256: string }) => `Falta una lista de señales: ${p.name} (SHA-256 ${p.sha256})`,
    en: (p: Named & { sha256: string }) => `A list of signs is missing: ${p.name} (SHA-256 ${p.sha256})`,
  },
  "signs-more": {
    es: (p: Named) => `Aquí hay una lista de señales más: ${p.name}`,
    en: (p: Named) => `There is one more list of signs here: ${p.name}`,
  },
  evidence: {
    es: (p: Two) => `La huella de la evidencia: ${p.theirs} ellos, ${p.ours} aquí`,
    en: (p: Two) => `The hash of the evidence: ${p.theirs} theirs, ${p.ours} here`,
  },
  verdict: {
    es: (p: Two) => `El resultado: ${p.theirs} ellos, ${p.ours} aquí`,
    en: (p: Two) => `The result: ${p.theirs} theirs, ${p.ours} here`,
  },
  "finding-missing": {
    es: (p: { id: string; title: string }) => `Un hallazgo que aquí no salió: ${p.title} (${p.id})`,
    en: (p: { id: string; title: string }) => `A finding that did not come out here: ${p.title} (${p.id})`,
  },
  "finding-more": {
    es: (p: { id: string; title: string }) => `Un hallazgo que ellos no tienen: ${p.title} (${p.id})`,
    en: (p: { id: string; title: string }) => `A finding that they do not have: ${p.title} (${p.id})`,
  },
  "finding-level": {
    es: (p: Two & { id: string }) => `El peso del hallazgo ${p.id}: ${p.theirs} ellos, ${p.ours} aquí`,
    en: (p: Two & { id: string }) => `The weight of finding ${p.id}: ${p.theirs} theirs, ${p.ours} here`,
  },
  coverage: {
    es: (p: Two & { artifact: string }) => `Lo que se pudo ver de ${p.artifact}: ${p.theirs} ellos, ${p.ours} aquí`,
    en: (p: Two & { artifact: string }) => `What could be seen of ${p.artifact}: ${p.theirs} theirs, ${p.ours} here`,
  },
  records: {
    es: (p: { artifact: string; theirs: number; ours: number }) =>
      `Los registros de ${p.artifact}: ${count(p.theirs)} ellos, ${count(p.ours)} aquí, o con otro contenido`,
    en: (p: { artifact: string; theirs: number; ours: number }) =>
      `The records of ${p.artifact}: ${count(p.theirs)} theirs, ${count(p.ours)} here, or with other content`,
  },
  withheld: {
    es: (p: { n: number }) =>
      `De ${count(p.n)} ${plural(p.n, "lugar", "lugares")} se comparó el número de registros y no su contenido: esta edición no trae los nombres. Pide la edición completa para comparar todo.`,
    en: (p: { n: number }) =>
      `Of ${count(p.n)} ${plural(p.n, "place", "places")} the number of records was compared and not their content: this edition holds no names. Ask for the full edition to compare everything.`,
  },
};
