/** Words of the first page of a dossier. es is the source. @module */
import { count, type Lang, plural } from "@contraluz/core";

export interface PageWords {
  readonly checks: string;
  readonly report: (p: { readonly check: string }) => string;
  readonly stories: string;
  readonly reviews: string;
  readonly decision: Readonly<Record<"confirm" | "dismiss" | "ask", string>>;
  readonly incidents: string;
  /** Links to the pages that say it with all that belongs to it. */
  readonly more: Readonly<Record<"timeline" | "stories" | "incidents", string>>;
  readonly exports: string;
  readonly exportOf: Readonly<
    Record<"stix" | "misp" | "timesketch" | "case" | "ledger" | "pages" | "corrections", string>
  >;
  readonly evidence: (p: { readonly n: number }) => string;
  readonly custody: (p: { readonly lines: number; readonly shown: number }) => string;
  readonly verify: string;
}

export const PAGE: Readonly<Record<Lang, PageWords>> = {
  es: {
    checks: "Revisiones",
    report: (p) => `Informe de la revisión ${p.check}`,
    stories: "Qué pasó",
    reviews: "Qué dijo quien revisó los hallazgos",
    decision: { confirm: "Lo confirma", dismiss: "Lo descarta", ask: "Falta preguntar" },
    incidents: "Lo que la gente vio",
    more: {
      timeline: "Línea de tiempo del caso",
      stories: "Cada frase, con el archivo y el lugar en que se apoya",
      incidents: "El mapa y la tabla de lo que la gente vio",
    },
    exports: "Para otros programas",
    exportOf: {
      stix: "las señales publicadas que se hallaron, en STIX 2.1",
      misp: "las mismas, para MISP",
      timesketch: "todos los registros con fecha, para Timesketch",
      case: "la bitácora, en CASE/UCO",
      ledger: "promesas y actos, con sus fuentes",
      pages: "páginas de documentos, como las leyó una máquina",
      corrections: "lo que personas corrigieron de esas páginas",
    },
    evidence: (p) =>
      `Evidencia: ${count(p.n)} ${plural(p.n, "archivo", "archivos")} en evidence/, cada uno con su huella como nombre. result.json, o las páginas de documentos, dicen de dónde viene cada uno.`,
    custody: (p) =>
      `Registro de custodia: ${count(p.lines)} ${plural(p.lines, "entrada", "entradas")}; se muestran los datos de ${count(p.shown)}. Está en custody.jsonl y custody-data.txt.`,
    verify: "Cómo comprobar todo esto sin ningún programa nuestro: VERIFICAR.md, junto a esta carpeta.",
  },
  en: {
    checks: "Checks",
    report: (p) => `Report of check ${p.check}`,
    stories: "What happened",
    reviews: "What the reviewers of the findings said",
    decision: { confirm: "Confirms it", dismiss: "Dismisses it", ask: "Must be asked" },
    incidents: "What people saw",
    more: {
      timeline: "Timeline of the case",
      stories: "Each sentence, with the file and the place that it rests on",
      incidents: "Map and table of what people saw",
    },
    exports: "For other programs",
    exportOf: {
      stix: "the published signs that were found, as STIX 2.1",
      misp: "the same, for MISP",
      timesketch: "all records with a date, for Timesketch",
      case: "the log, as CASE/UCO",
      ledger: "promises and acts, with their sources",
      pages: "pages of documents, as a machine read them",
      corrections: "what people corrected of these pages",
    },
    evidence: (p) =>
      `Evidence: ${count(p.n)} ${plural(p.n, "file", "files")} in evidence/, each one called by its hash. result.json, or the pages of documents, say where each one comes from.`,
    custody: (p) =>
      `Custody log: ${count(p.lines)} ${plural(p.lines, "entry", "entries")}; the data of ${count(p.shown)} is shown. It is in custody.jsonl and custody-data.txt.`,
    verify: "How to check all of this without any program of ours: VERIFY.md, beside this folder.",
  },
};
