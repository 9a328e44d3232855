/** The ledger as files: for a fact-checking feed, a timeline, a reader, a dossier. @module */
import type { DossierExport } from "@contraluz/case/dossier/types.ts";
import { encodeJson, type Json, type Lang } from "@contraluz/core";
import type { ReportFonts } from "@contraluz/report/html/style.ts";
import { claimReview } from "./claim-review.ts";
import { ledgerHtml } from "./page.ts";
import { timesketchRows } from "./rows.ts";
import type { LedgerView } from "./view.ts";

export interface LedgerFileOptions {
  readonly lang: Lang;
  readonly publisher?: string;
  readonly title?: string;
  readonly fonts?: ReportFonts;
}

const lines = (rows: readonly Json[]): string => rows.map((r) => `${encodeJson(r)}\n`).join("");

/** Every claim as ClaimReview, in one graph of JSON-LD. */
export function claimReviewText(v: LedgerView, o: LedgerFileOptions): string {
  const graph = v.states.map((d) => claimReview(d, o));
  return `${encodeJson({ "@context": "https://schema.org", "@graph": graph })}\n`;
}

/** The entries as they were read, one a line. */
export function ledgerLines(v: LedgerView): string {
  const { claims, acts, links } = v.checked.ledger;
  return lines([...claims, ...acts, ...links] as unknown as readonly Json[]);
}

/** What follows for the day: for whoever reads without our code. Beside the ledger, never in it. */
export function statesText(v: LedgerView): string {
  return lines(
    v.states.map((d) => ({
      claim: d.claim.id,
      state: d.state,
      at: d.at,
      because: d.weighed.map((w) => ({
        link: w.link.id,
        act: w.act.id,
        relation: w.link.relation,
        origins: w.origins,
        weight: w.weight,
        ...(w.because.length > 0 ? { why: [...w.because] } : {}),
      })),
    })),
  );
}

export const timesketchText = (v: LedgerView, lang: Lang): string => lines(timesketchRows(v.checked, v.at, lang));

/** Names and texts of all files of a ledger. */
export function ledgerFiles(v: LedgerView, o: LedgerFileOptions): readonly (readonly [name: string, text: string])[] {
  return [
    ["ledger.jsonl", ledgerLines(v)],
    ["ledger.states.jsonl", statesText(v)],
    ["ledger.claimreview.jsonld", claimReviewText(v, o)],
    ["ledger.timesketch.jsonl", timesketchText(v, o.lang)],
    ["ledger.es.html", ledgerHtml(v, { ...o, lang: "es" })],
    ["ledger.en.html", ledgerHtml(v, { ...o, lang: "en" })],
  ];
}

/** The same files as a part of a dossier, in `data/export/`. */
export function ledgerExports(v: LedgerView, o: LedgerFileOptions): readonly DossierExport[] {
  return ledgerFiles(v, o).map(([name, text]) => ({
    name,
    make: async () => {
      const bytes = new TextEncoder().encode(text);
      return (async function* () {
        yield bytes;
      })();
    },
  }));
}
