/** The first page of a dossier: what is in it, for a person who opens the folder. Only what this edition shows. @module */
import type { Lang } from "@contraluz/core";
import { type Html, html } from "@contraluz/report/safe.ts";
import type { Incident } from "../incidents/types.ts";
import type { Actions } from "../log/actions.ts";
import { reasonWords } from "../review/words.ts";
import { PAGE } from "./page-words.ts";
import { labelOf } from "./records.ts";
import { V } from "./words.ts";

export interface PageInput {
  readonly title: string;
  readonly edition: "full" | "redacted";
  readonly checks: readonly string[];
  readonly stories: readonly Actions["story"][];
  readonly reviews: readonly Actions["review"][];
  readonly incidents: readonly Incident[];
  /** Whether `data/timeline.….html` is there. */
  readonly timeline: boolean;
  /** Names in `data/export/`. */
  readonly exports: readonly string[];
  /** Files in `data/evidence/`. */
  readonly evidence: number;
  readonly lines: number;
  readonly shown: number;
}

const CSP = "default-src 'none'; style-src 'unsafe-inline'";
const STYLE = "body{font:16px/1.5 system-ui,sans-serif;max-width:44em;margin:2em auto;padding:0 1em}small{color:#555}";

/** What an export is for, by the end of its name. */
function exportWords(name: string, lang: Lang): string {
  const w = PAGE[lang].exportOf;
  if (name.endsWith(".stix.json")) return w.stix;
  if (name.endsWith(".misp.json")) return w.misp;
  if (name === "case.jsonld") return w.case;
  if (/^ledger\.(es|en)\.html$/.test(name)) return w.ledger;
  if (name.endsWith(".pages.jsonl")) return w.pages;
  if (name.endsWith(".corrections.jsonl")) return w.corrections;
  return name === "timesketch.jsonl" ? w.timesketch : name;
}

const section = (head: string, items: readonly Html[]): Html | string =>
  items.length === 0 ? "" : html`<section><h2>${head}</h2>${items}</section>\n`;

export function dossierPage(p: PageInput, lang: Lang): string {
  const w = PAGE[lang];
  const checks = p.checks.map(
    (c) => html`<li><a href="checks/${c}/report.${lang}.html">${w.report({ check: c })}</a></li>`,
  );
  const stories = p.stories.map(
    (s) =>
      html`<article lang="${s.lang}"><h3>${s.title}</h3>${s.sentences.map((x) => html`<p>${x.text} <small>${x.cites.map(labelOf).join(", ")}</small></p>`)}</article>`,
  );
  const reviews = p.reviews.map(
    (r) =>
      html`<p>${w.decision[r.decision]} — ${reasonWords(r, lang)} <small>${labelOf(r.about)} · ${r.reviewer.name}, ${r.reviewer.role}</small></p>`,
  );
  const incidents = p.incidents.map(
    (i) =>
      html`<p>${i.at.seen} · ${i.place.name} · ${i.who}: ${i.what}${i.source.label === "" ? "" : html` <small>${i.source.label}</small>`}</p>`,
  );
  const more = (name: string, there: boolean): Html | string =>
    there ? html`<p><a href="${name}.${lang}.html">${w.more[name as keyof typeof w.more]}</a></p>` : "";
  const exports = p.exports.map((n) => html`<li><a href="export/${n}">${n}</a> — ${exportWords(n, lang)}</li>`);
  const page = html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${CSP}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${p.title}</title><style>${STYLE}</style></head><body>
<h1>${p.title}</h1>
<p>${V[p.edition][lang]}</p>
<section><h2>${w.checks}</h2><ul>${checks}</ul></section>
${more("timeline", p.timeline)}${section(w.stories, stories)}${more("stories", stories.length > 0)}${section(w.reviews, reviews)}${section(w.incidents, incidents)}${more("incidents", incidents.length > 0)}${exports.length === 0 ? "" : html`<section><h2>${w.exports}</h2><ul>${exports}</ul></section>\n`}${p.evidence === 0 ? "" : html`<p>${w.evidence({ n: p.evidence })}</p>`}<p>${w.custody({ lines: p.lines, shown: p.shown })}</p>
<p>${w.verify}</p>
</body></html>
`;
  return page.markup;
}
