/**
 * The fold under which a quote is looked for in its source: that of the case's search (letters without marks, lower case), and beside
 * it what printing does to a sentence: line ends, hyphens inside words, kinds of quotation marks and dashes.
 * @module
 */
import { fold } from "@contraluz/case/timeline/fold.ts";

/** Letters of a source that are looked through. */
export const MAX_TEXT = 4_000_000;

const QUOTES = /["'`´«»“”‘’„‚‹›]/g;
const DASHES = /[‐‑‒–—―−]/g;

/**
 * @example foldQuote("«Nadie será vigi-\nlado»") // "nadie sera vigilado"
 */
export function foldQuote(text: string): string {
  const plain = text.slice(0, MAX_TEXT).replace(/[\u00ad\u200b-\u200d\ufeff]/g, "");
  return fold(plain.replace(QUOTES, "").replace(DASHES, "-").replace(/…/g, "..."))
    .replace(/([a-z])-\s{0,8}(?=[a-z])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** Runs of four letters of a folded text, of its beginning. */
export function gramsOf(folded: string, letters = 20_000): ReadonlySet<string> {
  const out = new Set<string>();
  const text = folded.slice(0, letters);
  for (let i = 0; i + 4 <= text.length; i++) out.add(text.slice(i, i + 4));
  return out;
}

/** Share of runs that two texts have in common, of all that either has: 1 for the same text. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let both = 0;
  for (const g of a) if (b.has(g)) both++;
  return both / (a.size + b.size - both);
}
