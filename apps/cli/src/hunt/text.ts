/** Lines that hunts print: cases by the lab's name for them, findings in the words that they carry. @module */
import { type Finding, type Lang, say } from "@contraluz/core";
import type { HuntGap, LabCase } from "@contraluz/hunt";
import { plainSentence } from "@contraluz/report/foreign.ts";
import { plain } from "@contraluz/report/safe.ts";
import { isoWords } from "@contraluz/report/when.ts";
import { levelWords } from "@contraluz/report/words.ts";
import { printable } from "../terminal.ts";
import { HRW } from "./run-words.ts";

/** Letters of a foreign value. */
const VALUE = 80;
/** Groups of findings of one case, findings of a group, cases, and gaps that are printed. */
const GROUPS = 6;
const SUBJECTS = 4;
export const SHOWN_CASES = 50;
const GAPS = 20;

/** What it is, in the words of the finding. */
const headOf = (f: Finding, lang: Lang): string =>
  `${levelWords(f, lang)}: ${plainSentence(f.text[lang].title, f, lang, VALUE)}`;

/** What it is about. */
const aboutOf = (f: Finding, lang: Lang): string =>
  `${plain(f.subject, lang, VALUE)} (${say(HRW.times, lang, { n: f.count })})`;

/** Findings that say the same stand together, each with what it is about. `note`: what is said behind. */
export function findingLines(
  findings: readonly Finding[],
  lang: Lang,
  note: (f: Finding) => string = () => "",
): string[] {
  const groups = new Map<string, Finding[]>();
  for (const f of findings) {
    const head = headOf(f, lang);
    groups.set(head, [...(groups.get(head) ?? []), f]);
  }
  const lines: string[] = [];
  let shown = 0;
  for (const [head, of] of [...groups].slice(0, GROUPS)) {
    lines.push(`  ${head}`);
    for (const f of of.slice(0, SUBJECTS)) lines.push(`    - ${aboutOf(f, lang)}${note(f)}`);
    if (of.length > SUBJECTS) lines.push(`    - ${say(HRW.moreFindings, lang, { n: of.length - SUBJECTS })}`);
    shown += of.length;
  }
  const more = findings.length - shown;
  return more > 0 ? [...lines, `  ${say(HRW.moreFindings, lang, { n: more })}`] : lines;
}

/** `, 3 mar 2024 to 9 jul 2024`, or nothing. */
export function spanOf(o: { readonly first?: string; readonly last?: string }, lang: Lang): string {
  if (o.first === undefined || o.last === undefined) return "";
  const [first, last] = [o.first, o.last].map((t) => isoWords(t, lang, true));
  return `, ${say(HRW.span, lang, { first: first!, last: last! })}`;
}

/** Where a case lies on this computer, as far as the lab knows. */
export function pathOf(cases: readonly LabCase[], id: string): string[] {
  const path = cases.find((c) => c.id === id)?.path;
  return path === undefined ? [] : [`  ${printable(path)}`];
}

export function gapLines(gaps: readonly HuntGap[], lang: Lang): string[] {
  if (gaps.length === 0) return [];
  const lines = gaps.slice(0, GAPS).map((g) => {
    const found = g.found === undefined ? "" : ` (${printable(g.found)})`;
    return `  ${say(HRW.check, lang, { id: g.caseId, check: g.checkId })}: ${say(HRW.why[g.why], lang)}${found}`;
  });
  const more = gaps.length - GAPS;
  return [
    "",
    say(HRW.gaps, lang, { n: gaps.length }),
    ...lines,
    ...(more > 0 ? [`  ${say(HRW.moreFindings, lang, { n: more })}`] : []),
  ];
}
