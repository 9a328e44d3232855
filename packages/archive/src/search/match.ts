/** Where the parts of a query stand in a text: the same words as the index has, so what is marked is what was found. @module */
import { type Token, tokens } from "../fold/index.ts";
import type { Clause, Part, Word } from "./query.ts";

/** A place in a text that answers a query. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Spelled as it was asked, accents too. */
  readonly exact: boolean;
}

/** A part with the words that a fuzzy one stands for. */
export type Ready = Part & { readonly terms?: readonly string[] };
export interface ReadyClause extends Clause {
  readonly any: readonly Ready[];
}

/** First and last word of an occurrence, and whether it is spelled so. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly exact: boolean;
}

function phrase(words: readonly Word[], text: readonly Token[]): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i + words.length <= text.length; i++) {
    if (words.every((w, k) => text[i + k]!.folded === w.folded))
      runs.push({
        from: i,
        to: i + words.length - 1,
        exact: words.every((w, k) => text[i + k]!.spelled === w.spelled),
      });
  }
  return runs;
}

/** Occurrences that stand near one of each other item: between the end of the first and the beginning of the last are `most` words. */
function near(items: readonly (readonly Word[])[], most: number, text: readonly Token[]): Run[] {
  const all = items.flatMap((words, item) => phrase(words, text).map((run) => ({ item, run })));
  all.sort((a, b) => a.run.from - b.run.from || a.item - b.item);
  const marked = new Set<(typeof all)[number]>();
  for (const [i, first] of all.entries()) {
    const window = [];
    for (let k = i; k < all.length && all[k]!.run.from - first.run.to - 1 <= most; k++) window.push(all[k]!);
    if (new Set(window.map((w) => w.item)).size === items.length) for (const w of window) marked.add(w);
  }
  return [...marked].map((m) => m.run);
}

function runsOf(part: Ready, text: readonly Token[]): Run[] {
  if (part.kind === "words") return phrase(part.words, text);
  if (part.kind === "near") return near(part.items, part.most, text);
  const wanted = new Set(part.terms ?? [part.word.folded]);
  const fits = (t: Token): boolean =>
    part.kind === "prefix" ? t.folded.startsWith(part.word.folded) : wanted.has(t.folded);
  return text.flatMap((t, i) => (fits(t) ? [{ from: i, to: i, exact: t.spelled.startsWith(part.word.spelled) }] : []));
}

/** All places of a text that answer the query, in their order; those that touch are one. */
export function spansOf(text: string, clauses: readonly ReadyClause[]): readonly Span[] {
  const words = tokens(text);
  const found = clauses
    .filter((c) => !c.not)
    .flatMap((c) => c.any.flatMap((p) => runsOf(p, words)))
    .map((r) => ({ start: words[r.from]!.start, end: words[r.to]!.end, exact: r.exact }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const spans: Span[] = [];
  for (const s of found) {
    const last = spans.at(-1);
    if (!last || s.start >= last.end) spans.push(s);
    else spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, s.end), exact: last.exact || s.exact };
  }
  return spans;
}
