/** The first page of a dossier: what is in it, for a person who opens the folder. Only what this edition shows. @module */
import type { Lang } from "@contraluz/core";
import { type Html, html } from "@contraluz/report/safe.ts";
import type { Incident } from "../incidents/types.ts";
import type { Actions, Cite } from "../log/actions.ts";
import { PAGE } from "./page-words.ts";
import { partOf } from "./records.ts";
import { V } from "./words.ts";

export interface PageInput {
  readonly title: string;
  readonly edition: "full" | "redacted";
  readonly checks: readonly string[];
  readonly stories: readonly Actions["story"][];
  readonly reviews: readonly Actions["review"][];
  readonly incidents: readonly Incident[];
  readonly lines: number;
  readonly shown: number;
}

const CSP = "default-src 'none'; style-src 'unsafe-inline'";
const STYLE = "body{font:16px/1.5 system-ui,sans-serif;max-width:44em;margin:2em auto;padding:0 1em}small{color:#555}";

/** As its commitment is called. */
const label = (c: Cite): string =>
  "finding" in c ? `${c.check}/finding/${c.finding}` : `${partOf(c.check, c.artifact)}/${c.ordinal}`;

const section = (head: string, items: readonly Html[]): Html | string =>
  items.length === 0 ? "" : html`<section><h2>${head}</h2>${items}</section>\n`;

export function dossierPage(p: PageInput, lang: Lang): string {
  const w = PAGE[lang];
  const checks = p.checks.map(
    (c) => html`<li><a href="checks/${c}/report.${lang}.html">${w.report({ check: c })}</a></li>`,
  );
  const stories = p.stories.map(
    (s) =>
      html`<article lang="${s.lang}"><h3>${s.title}</h3>${s.sentences.map((x) => html`<p>${x.text} <small>${x.cites.map(label).join(", ")}</small></p>`)}</article>`,
  );
  const reviews = p.reviews.map(
    (r) =>
      html`<p>${w.decision[r.decision]} — ${r.why} <small>${label(r.about)} · ${r.reviewer.name}, ${r.reviewer.role}</small></p>`,
  );
  const incidents = p.incidents.map(
    (i) => html`<p>${i.at.seen} · ${i.place.name} · ${i.who}: ${i.what} <small>${i.source.label}</small></p>`,
  );
  const page = html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${CSP}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${p.title}</title><style>${STYLE}</style></head><body>
<h1>${p.title}</h1>
<p>${V[p.edition][lang]}</p>
<section><h2>${w.checks}</h2><ul>${checks}</ul></section>
${section(w.stories, stories)}${section(w.reviews, reviews)}${section(w.incidents, incidents)}<p>${w.custody({ lines: p.lines, shown: p.shown })}</p>
<p>${w.verify}</p>
</body></html>
`;
  return page.markup;
}
