/** What documents that leave a case say in words of ours; the rest of them is the publisher's. `es` is the source. @module */
import type { Words } from "@contraluz/core";

export const SHARED: {
  readonly title: Words;
  readonly met: Words<{ level: string }>;
  readonly partly: Words;
  readonly times: Words<{ n: number }>;
  readonly ruleSpoke: Words;
  readonly file: Words;
  readonly process: Words;
  readonly analyst: Words;
  readonly caseName: Words;
  readonly focus: Words;
  readonly evidence: Words<{ kind: string }>;
  readonly derived: Words<{ n: number }>;
  readonly entry: Words<{ n: string; data: string; prev: string }>;
  readonly check: Words<{ evidence: string; complete: number; asOf: string }>;
} = {
  title: { es: "Señales publicadas que coincidieron en un aparato", en: "Published signs that were met on a device" },
  met: {
    es: (p) => `Coincidió en un aparato revisado; nivel ${p.level}.`,
    en: (p) => `Met on a device that was checked; level ${p.level}.`,
  },
  partly: {
    es: "Las fechas son de los primeros registros que nombra la revisión; puede haber otros antes o después.",
    en: "Times are those of the first records that the check names; others may be earlier or later.",
  },
  times: {
    es: (p) => `${p.n} veces`,
    en: (p) => `met ${p.n} times`,
  },
  ruleSpoke: {
    es: "Habló una regla de Contraluz; ninguna señal publicada",
    en: "A rule of Contraluz spoke; no published sign",
  },
  file: {
    es: "Objeto de un archivo con lo que se sabe de él",
    en: "File object describing a file with meta-information",
  },
  process: { es: "Objeto de un proceso del sistema", en: "Object describing a system process." },
  analyst: { es: "Quien analizó", en: "Analyst" },
  caseName: { es: "Revisión de un aparato", en: "Check of a device" },
  focus: { es: "Rastros de programas espía", en: "Traces of spyware" },
  evidence: {
    es: (p) => `Evidencia que se leyó (${p.kind}): SHA-256 del archivo, o de la lista de sus archivos`,
    en: (p) => `Evidence that was read (${p.kind}): SHA-256 of the file, or of the list of its files`,
  },
  derived: {
    es: (p) => `Sale de ${p.n}`,
    en: (p) => `Derived from ${p.n}`,
  },
  entry: {
    es: (p) => `Renglón ${p.n} de la bitácora; lo anotado: SHA-256 ${p.data}; renglón anterior: SHA-256 ${p.prev}`,
    en: (p) => `Entry ${p.n} of the log; what was noted: SHA-256 ${p.data}; entry before: SHA-256 ${p.prev}`,
  },
  check: {
    es: (p) => `Evidencia: ${p.evidence}; ${p.complete === 1 ? "completa" : "con huecos"}; al ${p.asOf}`,
    en: (p) => `Evidence: ${p.evidence}; ${p.complete === 1 ? "complete" : "with gaps"}; as of ${p.asOf}`,
  },
};
