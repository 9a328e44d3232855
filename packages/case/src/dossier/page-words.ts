/** Words of the first page of a dossier. es is the source. @module */
import { count, type Lang, plural } from "@contraluz/core";

export interface PageWords {
  readonly checks: string;
  readonly report: (p: { readonly check: string }) => string;
  readonly stories: string;
  readonly reviews: string;
  readonly decision: Readonly<Record<"confirm" | "dismiss" | "ask", string>>;
  readonly incidents: string;
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
    custody: (p) =>
      `Custody log: ${count(p.lines)} ${plural(p.lines, "entry", "entries")}; the data of ${count(p.shown)} is shown. It is in custody.jsonl and custody-data.txt.`,
    verify: "How to check all of this without any program of ours: VERIFY.md, beside this folder.",
  },
};
