/** The answer on a terminal: both axes, findings in plain words, gaps, what to do, where the report lies. @module */

import type { AnyArtifact } from "@contraluz/artifacts/artifact.ts";
import type { Lang, Problem, Result, Words } from "@contraluz/core";
import { PROBLEMS, say } from "@contraluz/core";
import { type Answer, answerOf } from "./answer/answer.ts";
import { KINDS } from "./answer/kind-words.ts";
import { placesOf } from "./answer/second-hand.ts";
import { ANSWER } from "./answer/words.ts";
import { deviceLine } from "./device.ts";
import { plainSentence } from "./foreign.ts";
import { neverHeld, repairsOf } from "./gaps/gaps.ts";
import { HELPLINES } from "./helplines.ts";
import { listed } from "./html/parts.ts";
import { PAGE } from "./html/words.ts";
import { inOrder } from "./order.ts";
import { plain } from "./safe.ts";
import { listAccess } from "./text/access.ts";
import { listFindings, shortIds } from "./text/findings.ts";
import { Page } from "./text/page.ts";
import { strip } from "./text/strip.ts";
import { SAY } from "./words.ts";

/** What can be typed next, each whole and safe to paste: `contraluz forget FOLDER`. */
export interface NextCommands {
  /** A number follows. */
  readonly explain: string;
  /** With the lists that were compared with, and a place for what the person knows. */
  readonly recheck?: string;
  readonly forget: string;
}

export interface TextReportOptions {
  readonly lang: Lang;
  readonly artifacts: ReadonlyMap<string, AnyArtifact>;
  readonly rules?: ReadonlyMap<string, Words>;
  /** Columns of the terminal. */
  readonly width: number;
  /** Bold and colour; without it nothing is lost. */
  readonly color: boolean;
  readonly paths: { readonly report: string; readonly folder: string };
  readonly commands?: NextCommands;
}

/** Letters of a sentence. */
const WHY = 400;
/** Letters of a foreign value inside a sentence of ours, and of a path. */
const VALUE = 80;
const PATH = 4096;

function axes(page: Page, result: Result, a: Answer, o: TextReportOptions): void {
  const w = SAY[o.lang];
  page.heading(w.found);
  const tone = a.tone === "match" || a.tone === "lead" || a.tone === "targeted" ? a.tone : "bold";
  page.text(plain(a.found.headline, o.lang, WHY), "  ", tone);
  for (const f of a.found.named) page.text(plainSentence(f.text[o.lang].title, f, o.lang, VALUE), "  - ");
  for (const line of a.found.lines) page.text(plain(line, o.lang, WHY), "  ");
  page.heading(w.seen);
  page.text(a.seen.short, "  ", "bold");
  strip(
    page,
    placesOf(result).map((c) => c.state),
    o.lang,
  );
  page.text(a.seen.headline, "  ");
  for (const line of a.seen.lines) page.text(line, "  ");
}

/** What is missing, and how to see it. */
function gaps(page: Page, result: Result, a: Answer, lang: Lang): void {
  const p = PAGE[lang];
  if (a.repairs.length > 0) {
    page.heading(p.fixing);
    page.steps(a.repairs);
    return;
  }
  const never = neverHeld(result, lang);
  if (a.gaps.length === 0 && !never) return;
  page.heading(p.closing);
  for (const g of a.gaps) {
    const about = listed(
      g.about.map((x) => plain(x, lang, 60)),
      lang,
    );
    page.text(`${g.what}${about === "" ? "" : `: ${about}`}. ${g.why}`, "  - ");
  }
  if (never) page.text(`${never.what}. ${never.why}`, "  - ");
}

function call(page: Page, when: string, lang: Lang): void {
  page.heading(SAY[lang].call);
  page.text(when, "  ");
  for (const h of HELPLINES) page.text(`${h.name[lang]}: ${h.address}`, "  - ");
}

/** Where the result lies, who can see it, how to remove it. Paths and commands are never wrapped: they are to be copied. */
function whereabouts(page: Page, result: Result, o: TextReportOptions): void {
  const w = SAY[o.lang];
  page.heading(w.reportAt);
  page.line(`  ${plain(o.paths.report, o.lang, PATH)}`);
  page.gap();
  if (!o.commands) {
    page.text(w.folderAt);
    page.line(`  ${plain(o.paths.folder, o.lang, PATH)}`);
    return;
  }
  page.text(w.whoSees);
  page.line(`  ${o.commands.forget}`);
  const first = inOrder(result.findings)[0];
  if (!first) return;
  page.text(w.toExplain);
  page.line(`  ${o.commands.explain} ${shortIds(result.findings)(first)}`);
}

/**
 * The answer as text, ending in a line feed. Evidence is shown without control characters; `color` adds SGR sequences of
 * our own and nothing else.
 * @example
 * const paths = { report: "/tmp/r/report.html", folder: "/tmp/r" };
 * process.stdout.write(textReport(result, { lang: "es", artifacts, width: 80, color: false, paths }));
 */
export function textReport(result: Result, o: TextReportOptions): string {
  const w = SAY[o.lang];
  const names = o.rules ? { artifacts: o.artifacts, rules: o.rules } : { artifacts: o.artifacts };
  const a = answerOf(result, o.lang, names);
  const page = new Page(o.width, o.color);
  const device = deviceLine(result, o.lang).map((x) => plain(x, o.lang, 60));
  if (device.length > 0) page.text(device.join(" · "));
  axes(page, result, a, o);
  if (a.gapsFirst) gaps(page, result, a, o.lang);
  page.heading(w.means);
  page.text(plain(a.means, o.lang, WHY * 2), "  ");
  page.heading(w.otherwise);
  for (const x of a.otherwise) page.text(plain(x, o.lang, WHY), "  - ");
  const recheck = o.commands?.recheck;
  listFindings(page, result, recheck === undefined ? { lang: o.lang } : { lang: o.lang, recheck });
  listAccess(page, result, o.lang, names);
  if (!a.gapsFirst) gaps(page, result, a, o.lang);
  page.heading(w.next);
  page.steps(a.todo.map((s) => ({ what: plain(s.what, o.lang, WHY), why: plain(s.why, o.lang, WHY) })));
  call(page, a.call, o.lang);
  whereabouts(page, result, o);
  return page.end();
}

/** What a person reads when evidence could not be opened and no result was made: both axes, the cause, one repair each. */
export function textUnchecked(
  problems: readonly Problem[],
  o: Pick<TextReportOptions, "lang" | "width" | "color">,
): string {
  const w = SAY[o.lang];
  const p = PAGE[o.lang];
  const a = ANSWER[o.lang];
  const page = new Page(o.width, o.color);
  page.heading(w.found);
  const backup = problems.some((x) => x.code.startsWith("backup-"));
  page.text(a.headline.unchecked(KINDS[o.lang][backup ? "ios-backup" : "other"]!), "  ", "bold");
  page.text(w.noResult, "  ");
  page.heading(w.seen);
  page.text(w.allDark, "  ", "bold");
  page.heading(p.fixing);
  page.steps(repairsOf(problems, o.lang));
  for (const x of problems)
    if (x.code === "evidence-several" && x.found) page.text(plain(x.found, o.lang, WHY), "     ");
  call(page, a.call.unchecked, o.lang);
  page.gap();
  for (const x of problems) {
    const more = [
      x.path,
      x.found === undefined ? undefined : `${p.foundThere}: ${x.found}`,
      x.expected === undefined ? undefined : `${p.expectedThere}: ${x.expected}`,
    ];
    const detail = more.flatMap((t) => (t === undefined ? [] : [` · ${plain(t, o.lang)}`])).join("");
    page.text(`${p.forHelper}: ${say(PROBLEMS[x.code], o.lang, {})} [${x.code}${detail}]`, "  ");
  }
  return page.end();
}
