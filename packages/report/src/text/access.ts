/** "Who else has access?" on a terminal: what asks for a look, what is not visible; how to look by hand stands in the report. @module */
import type { Finding, Lang, Result } from "@contraluz/core";
import { type Access, accessOf } from "../access/access.ts";
import { ACCESS } from "../access/words.ts";
import { plainSentence } from "../foreign.ts";
import type { Names } from "../gaps/gaps.ts";
import { plain } from "../safe.ts";
import { SAY } from "../words.ts";
import { shortIds } from "./findings.ts";
import type { Page } from "./page.ts";

/** Findings of one kind that are named. */
const NAMED = 3;
/** Letters of a foreign value inside a sentence of ours. */
const VALUE = 60;

function asked(page: Page, a: Access, shortId: (f: Finding) => string, lang: Lang): void {
  const w = ACCESS[lang];
  const indent = "    ";
  page.text(a.words.name, "  - ", "bold");
  for (const f of a.findings.slice(0, NAMED))
    page.text(`${plainSentence(f.text[lang].title, f, lang, VALUE)} · ${w.number(shortId(f))}`, indent);
  if (a.findings.length > NAMED) page.text(`${SAY[lang].others(a.findings.length - NAMED)}.`, indent);
  for (const l of a.lists) page.text(w.list(l.count, plain(l.name, lang, VALUE)), indent);
}

/** The kinds that need a look, then the names of those that this evidence cannot show. */
export function listAccess(page: Page, result: Result, lang: Lang, names: Names): void {
  const all = accessOf(result, lang, names);
  const look = all.filter((a) => a.state === "asked" || a.state === "listed");
  const dark = all.filter((a) => a.state === "dark");
  if (look.length + dark.length === 0) return;
  const w = ACCESS[lang];
  page.heading(w.title);
  const shortId = shortIds(result.findings);
  for (const a of look) asked(page, a, shortId, lang);
  if (dark.length > 0) {
    page.text(`${w.dark}:`, "  ");
    for (const a of dark) page.text(a.words.name, "  - ");
  }
  page.text(`${w.careTitle}: ${w.care.map((s) => s.what).join(". ")}.`, "  ");
  page.text(w.inReport, "  ");
}
