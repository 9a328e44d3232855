/** Lines that hunts print: cases by the lab's name for them, findings in the words that they carry. @module */
import { type Finding, type Lang, say } from "@contraluz/core";
import type { HuntCase, HuntGap, LabCase } from "@contraluz/hunt";
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

/** More signs met a check than it keeps. */
export function lostLines({ lost }: Pick<HuntCase, "lost">, lang: Lang): string[] {
  return lost === undefined ? [] : [`  ${say(HRW.lost, lang, { n: lost })}`];
}

/** Lines under a head, the first of them. */
function listed(head: string, lines: readonly string[], lang: Lang): string[] {
  const more = lines.length - GAPS;
  const rest = more > 0 ? [`  ${say(HRW.moreFindings, lang, { n: more })}`] : [];
  return lines.length === 0 ? [] : ["", head, ...lines.slice(0, GAPS), ...rest];
}

export function gapLines(gaps: readonly HuntGap[], lang: Lang): string[] {
  const checks: string[] = [];
  const cases: string[] = [];
  for (const { caseId: id, checkId: check, why, found } of gaps)
    if (check === undefined) cases.push(`  ${say(HRW.case, lang, { id })}: ${say(HRW.why[why], lang)}`);
    else {
      const seen = found === undefined ? "" : ` (${printable(found)})`;
      checks.push(`  ${say(HRW.check, lang, { id, check })}: ${say(HRW.why[why], lang)}${seen}`);
    }
  return [
    ...listed(say(HRW.gaps, lang, { n: checks.length }), checks, lang),
    ...listed(say(HRW.caseGaps, lang, { n: cases.length }), cases, lang),
  ];
}
