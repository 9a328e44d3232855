/** The answer on a terminal: both axes, findings in plain words, gaps, where the report lies. @module */

import type { AnyArtifact } from "@contraluz/artifacts/artifact.ts";
import type { Finding, Lang, Problem, Result, Words } from "@contraluz/core";
import { PROBLEMS, say } from "@contraluz/core";
import { type Answer, answerOf } from "./answer/answer.ts";
import { ANSWER, type Step } from "./answer/words.ts";
import { plainSentence } from "./foreign.ts";
import { repairsOf } from "./gaps/gaps.ts";
import { HELPLINES } from "./helplines.ts";
import { inOrder } from "./html/findings-part.ts";
import { PAGE } from "./html/words.ts";
import { deviceLine } from "./html.ts";
import { plain } from "./safe.ts";
import { wrap } from "./text/wrap.ts";
import { momentWords } from "./when.ts";
import { SAY } from "./words.ts";

export interface TextReportOptions {
  readonly lang: Lang;
  readonly artifacts: ReadonlyMap<string, AnyArtifact>;
  readonly rules?: ReadonlyMap<string, Words>;
  /** Columns of the terminal. */
  readonly width: number;
  /** Bold and colour; without it nothing is lost. */
  readonly color: boolean;
  readonly paths: { readonly report: string; readonly folder: string };
}

/** Letters of a sentence, of a foreign value inside one, and findings shown whole. */
const WHY = 400;
const VALUE = 80;
const SHOWN = 10;
const NARROW = 40;
const BROAD = 100;

/** SGR of levels; the word beside it says the same. */
const SGR: Readonly<Record<Finding["level"] | "bold", string>> = {
  match: "1;35",
  targeted: "1;35",
  lead: "1;33",
  ask: "1;36",
  info: "1",
  bold: "1",
};

/** Lines under headings, wrapped; everything that could be foreign has been made plain before. */
class Page {
  readonly lines: string[] = [];
  readonly width: number;
  readonly color: boolean;
  constructor(width: number, color: boolean) {
    this.width = Math.min(BROAD, Math.max(NARROW, width));
    this.color = color;
  }
  text(text: string, first = "", style?: keyof typeof SGR): void {
    for (const line of wrap(text, this.width, first)) {
      const lead = /^ */.exec(line)![0];
      this.lines.push(this.color && style ? `${lead}\x1b[${SGR[style]}m${line.slice(lead.length)}\x1b[0m` : line);
    }
  }
  heading(text: string): void {
    this.gap();
    this.text(text, "", "bold");
  }
  gap(): void {
    if (this.lines.length > 0 && this.lines.at(-1) !== "") this.lines.push("");
  }
  steps(list: readonly Step[]): void {
    list.forEach((s, i) => {
      this.text(s.why === "" ? s.what : `${s.what}. ${s.why}`, `  ${i + 1}. `);
    });
  }
  end(): string {
    return `${this.lines.join("\n")}\n`;
  }
}

function finding(page: Page, f: Finding, n: number, o: TextReportOptions): void {
  const w = SAY[o.lang];
  const t = f.text[o.lang];
  page.gap();
  page.text(`${w.level[f.level]}: ${plainSentence(t.title, f, o.lang, VALUE)}`, `  ${n}. `, f.level);
  page.text(plainSentence(t.why, f, o.lang, VALUE), "     ");
  if (f.window === "custody") page.text(w.custody, "     ");
  const when = momentWords(f.records[0]?.at, o.lang);
  page.text(
    `${w.subject}: ${plain(f.subject, o.lang)} · ${when}${f.count > 1 ? ` · ${w.times(f.count)}` : ""}`,
    "     ",
  );
  page.text(`${w.otherwise}: ${plainSentence(t.otherwise, f, o.lang, VALUE)}`, "     ");
  page.text(`${w.next}: ${plainSentence(t.next, f, o.lang, VALUE)}`, "     ");
  page.text(w.seeMore(f.id), "     ");
}

function axes(page: Page, a: Answer, o: TextReportOptions): void {
  const w = SAY[o.lang];
  page.heading(w.found);
  page.text(
    plain(a.found.headline, o.lang, WHY),
    "  ",
    a.tone === "match" || a.tone === "lead" || a.tone === "targeted" ? a.tone : "bold",
  );
  for (const f of a.found.named) page.text(plainSentence(f.text[o.lang].title, f, o.lang, VALUE), "  - ");
  for (const line of a.found.lines) page.text(plain(line, o.lang, WHY), "  ");
  page.heading(w.seen);
  page.text(`${a.seen.short}. ${a.seen.headline}`, "  ", "bold");
  for (const line of a.seen.lines) page.text(line, "  ");
}

function gaps(page: Page, a: Answer, o: TextReportOptions): void {
  const p = PAGE[o.lang];
  if (a.repairs.length > 0) {
    page.heading(p.fixing);
    page.steps(a.repairs);
    return;
  }
  if (a.gaps.length === 0) return;
  page.heading(p.closing);
  for (const g of a.gaps) {
    const about = g.about.map((x) => plain(x, o.lang, 60)).join(", ");
    page.text(`${g.what}${about === "" ? "" : `: ${about}`}. ${g.why}`, "  - ");
  }
}

function listFindings(page: Page, result: Result, o: TextReportOptions): void {
  const w = SAY[o.lang];
  const list = inOrder(result.findings);
  const told = list.filter((f) => f.level !== "info");
  if (told.length > 0) {
    page.heading(PAGE[o.lang].findings);
    told.slice(0, SHOWN).forEach((f, i) => {
      finding(page, f, i + 1, o);
    });
    if (told.length > SHOWN) page.text(`${w.others(told.length - SHOWN)}.`, "  ");
  }
  const noted = list.length - told.length;
  if (noted > 0) {
    page.gap();
    page.text(w.notedCount(noted), "  ");
  }
}

function call(page: Page, when: string, lang: Lang): void {
  page.heading(SAY[lang].call);
  page.text(when, "  ");
  for (const h of HELPLINES) page.text(`${h.name[lang]}: ${h.address}`, "  - ");
}

/**
 * The answer as text, ending in a line feed. Evidence is shown without control characters; `color` adds SGR sequences of
 * our own and nothing else.
 */
export function textReport(result: Result, o: TextReportOptions): string {
  const w = SAY[o.lang];
  const names = o.rules ? { artifacts: o.artifacts, rules: o.rules } : { artifacts: o.artifacts };
  const a = answerOf(result, o.lang, names);
  const page = new Page(o.width, o.color);
  page.text(
    deviceLine(result, o.lang)
      .map((x) => plain(x, o.lang, 60))
      .join(" · "),
  );
  axes(page, a, o);
  if (a.gapsFirst) gaps(page, a, o);
  page.heading(w.means);
  page.text(plain(a.means, o.lang, WHY * 2), "  ");
  page.heading(w.otherwise);
  for (const x of a.otherwise) page.text(plain(x, o.lang, WHY), "  - ");
  page.heading(w.next);
  page.steps(a.todo.map((s) => ({ what: plain(s.what, o.lang, WHY), why: plain(s.why, o.lang, WHY) })));
  call(page, a.call, o.lang);
  listFindings(page, result, o);
  if (!a.gapsFirst) gaps(page, a, o);
  page.gap();
  // Paths stand on lines of their own and are never wrapped: they are to be copied.
  page.lines.push(
    `${w.reportAt}:`,
    `  ${plain(o.paths.report, o.lang, 4096)}`,
    `${w.folderAt}:`,
    `  ${plain(o.paths.folder, o.lang, 4096)}`,
  );
  return page.end();
}

/** What a person reads when evidence could not be opened and no result was made: both axes, the cause, one repair each. */
export function textUnchecked(
  problems: readonly Problem[],
  o: Pick<TextReportOptions, "lang" | "width" | "color">,
): string {
  const w = SAY[o.lang];
  const a = ANSWER[o.lang];
  const page = new Page(o.width, o.color);
  page.heading(w.found);
  page.text(a.headline.unchecked(a.kinds.other!), "  ", "bold");
  page.text(a.means.unchecked, "  ");
  page.heading(w.seen);
  page.text(w.allDark, "  ", "bold");
  page.heading(PAGE[o.lang].fixing);
  page.steps(repairsOf(problems, o.lang));
  for (const p of problems) {
    const words = say(PROBLEMS[p.code], o.lang, {});
    page.text(`${words} [${p.code}${p.path === undefined ? "" : ` · ${plain(p.path, o.lang)}`}]`, "  ");
  }
  call(page, a.call.unchecked, o.lang);
  return page.end();
}
