/** Findings on a terminal: those that say the same stand together, each with when and its number. @module */
import type { Finding, Lang, Result } from "@contraluz/core";
import { isSecondHand, onlySecondHand } from "../answer/second-hand.ts";
import { plainSentence } from "../foreign.ts";
import { PAGE } from "../html/words.ts";
import { inOrder } from "../order.ts";
import { plain } from "../safe.ts";
import { momentWords } from "../when.ts";
import { levelWords, SAY } from "../words.ts";
import type { Page } from "./page.ts";

/** Findings that are looked at: the others are counted. */
const LOOKED = 1000;
/** Groups shown, subjects of one group, letters of a foreign value inside a sentence of ours. */
const GROUPS = 10;
/** Questions shown beside them: the answer counts them, and nobody can answer what is not said. */
const QUESTIONS = 10;
const SUBJECTS = 5;
const VALUE = 80;
/** Letters of a number that are shown, where they are enough. */
const SHORT = 8;

export interface FindingsOptions {
  readonly lang: Lang;
  /** `contraluz recheck FOLDER --known VALUE`, if it can be said: what to type once the person knows what a question is about. */
  readonly recheck?: string;
}

/** Findings with the same words, in the order given. */
function groupsOf(findings: readonly Finding[], lang: Lang): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const f of findings) {
    const t = f.text[lang];
    const key = JSON.stringify([f.level, f.window ?? "", t.title, t.why, t.otherwise, t.next]);
    const group = groups.get(key);
    if (group) group.push(f);
    else groups.set(key, [f]);
  }
  return [...groups.values()];
}

/** The first letters of a finding's number that tell it from all others. */
export function shortIds(findings: readonly Finding[]): (f: Finding) => string {
  const unique = new Set(findings.map((f) => f.id.slice(0, SHORT))).size === findings.length;
  return (f) => (unique ? f.id.slice(0, SHORT) : f.id);
}

function group(
  page: Page,
  list: readonly Finding[],
  n: number,
  result: Result,
  o: FindingsOptions & { readonly shortId: (f: Finding) => string },
): void {
  const w = SAY[o.lang];
  const p = PAGE[o.lang];
  const first = list[0]!;
  const t = first.text[o.lang];
  const sentence = (text: string): string => plainSentence(text, first, o.lang, VALUE);
  const indent = "     ";
  page.gap();
  page.text(`${levelWords(first, o.lang)}: ${sentence(t.title)}`, `${`${n}.`.padStart(4)} `, first.level);
  page.text(sentence(t.why), indent);
  if (first.window === "custody") page.text(w.custody, indent, "bold");
  for (const f of list.slice(0, SUBJECTS)) {
    const when = momentWords(f.records[0]?.at, o.lang);
    const times = f.count > 1 ? ` · ${w.times(f.count)}` : "";
    page.text(`${plain(f.subject, o.lang, VALUE)} · ${when}${times} · ${p.number(o.shortId(f))}`, `${indent}- `);
  }
  if (list.length > SUBJECTS) page.text(`${w.others(list.length - SUBJECTS)}.`, `${indent}- `);
  // What the headline is about has its explanations and steps above and below; what other findings need is said here.
  if (first.level === result.verdict.evidence) return;
  page.text(`${w.maybe}: ${sentence(t.otherwise)}`, indent);
  page.text(`${w.todo}: ${sentence(t.next)}`, indent);
}

/** What was found, the weightiest first; what is no sign of attack is counted. */
export function listFindings(page: Page, result: Result, o: FindingsOptions): void {
  const w = SAY[o.lang];
  const told = inOrder(result.findings).filter((f) => f.level !== "info");
  const groups = groupsOf(told.slice(0, LOOKED), o.lang);
  if (groups.length > 0) {
    page.heading(PAGE[o.lang].findings);
    const shortId = shortIds(result.findings);
    const asks = groups.slice(GROUPS).filter(([f]) => f!.level === "ask");
    const shown = [...groups.slice(0, GROUPS), ...asks.slice(0, QUESTIONS)];
    shown.forEach((g, i) => {
      group(page, g, i + 1, result, { ...o, shortId });
    });
    const left = told.length - shown.reduce((sum, g) => sum + g.length, 0);
    if (left > 0) {
      page.gap();
      page.text(w.othersInReport(left), "  ");
    }
  }
  if (o.recheck !== undefined && result.findings.some((f) => f.level === "ask")) {
    page.gap();
    page.text(w.ifKnown, "  ");
    page.line(`  ${o.recheck}`);
  }
  // What another tool said is told by name, in the answer.
  const noted = result.findings.filter((f) => f.level === "info" && !isSecondHand(f)).length;
  if (noted > 0) {
    page.gap();
    page.text(w.notedCount(noted), "  ");
  }
  if (result.findings.some(isSecondHand) && !onlySecondHand(result)) {
    page.gap();
    page.text(w.othersSaid, "  ");
  }
}
