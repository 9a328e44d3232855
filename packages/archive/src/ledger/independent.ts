/**
 * How many sources of an act go back to different origins. Two are one if they are the same file, name the same origin, are copies of
 * each other as reading found, or say the same in the same words: a carbon copy, a reprint, a text of an agency.
 * @module
 */
import { fold } from "@contraluz/case/timeline/fold.ts";
import { foldQuote, gramsOf, likeness } from "./fold.ts";
import type { SourceTexts } from "./texts.ts";
import type { Act, CaseCite, Source } from "./types.ts";

/** Two quotes, or two pages, that share so much are one text. Measured on copies and on reports of the same event by two hands. */
export const SAME_TEXT = 0.6;
/** Letters below which a likeness says nothing. */
const SHORT = 24;

interface One {
  readonly keys: readonly string[];
  readonly quote: ReadonlySet<string>;
  readonly page: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

function grams(text: string | undefined): ReadonlySet<string> {
  const folded = text === undefined ? "" : foldQuote(text);
  return folded.length < SHORT ? NONE : gramsOf(folded);
}

function ofSource(s: Source, texts: SourceTexts): One {
  const t = texts.textOf(s);
  const copy = texts.copyOf(s);
  const keys = [`file ${s.sha256}`];
  if (copy !== undefined) keys.push(`file ${copy}`);
  if (s.origin !== undefined) keys.push(`origin ${fold(s.origin)}`);
  return { keys, quote: grams(s.quote), page: grams(t.state === "text" ? t.text : undefined) };
}

/** What phones and people told: findings of one piece of evidence are one source. */
function ofCite(c: CaseCite): One {
  const key =
    "incident" in c ? `incident ${c.incident}` : c.evidence === undefined ? `check ${c.check}` : `file ${c.evidence}`;
  return { keys: [key], quote: NONE, page: NONE };
}

function same(a: One, b: One): boolean {
  return (
    a.keys.some((k) => b.keys.includes(k)) ||
    likeness(a.quote, b.quote) >= SAME_TEXT ||
    likeness(a.page, b.page) >= SAME_TEXT
  );
}

/** Groups of sources and cites of an act, each of one origin. `stands`: whether a source was found to say what it is cited for. */
export function origins(
  act: Act,
  texts: SourceTexts,
  stands: (s: Source) => boolean,
  cited: (c: CaseCite) => boolean,
): number {
  const all = [...act.source.filter(stands).map((s) => ofSource(s, texts)), ...act.cites.filter(cited).map(ofCite)];
  const group = all.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (group[at] !== at) at = group[at]!;
    return at;
  };
  for (const [i, a] of all.entries()) for (let k = 0; k < i; k++) if (same(a, all[k]!)) group[root(i)] = root(k);
  return all.filter((_, i) => root(i) === i).length;
}
