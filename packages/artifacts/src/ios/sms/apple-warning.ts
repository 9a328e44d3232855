/**
 * Whether a message opens like Apple's threat notification (support.apple.com/102174), in the languages in which its texts are
 * public. Whoever writes to a phone can copy that text: that it opens so says nothing of who wrote it.
 * @module
 */
import { OPENINGS } from "./apple-warning-words.ts";

/** UTF-16 units of a message that are looked at: the opening stands in the first sentence. */
const HEAD = 400;
/** Words that may stand before the opening: `alert`, `alerta importante`. */
const WORDS_BEFORE = 2;
/** What may stand between two parts of it. */
const MAX_BETWEEN = 48;

/** Lower case without accents and marks; whatever is no letter or digit is one space. */
export function plain(text: string): string {
  return text
    .slice(0, HEAD)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

type Sequence = readonly (readonly string[])[];
const SEQUENCES: readonly (readonly [lang: string, sequences: readonly Sequence[]])[] = Object.entries(OPENINGS).map(
  ([lang, lines]) => [lang, lines.map((l) => l.split(" … ").map((part) => part.split("|").map(plain)))],
);

/** The first of the ways to write a part that begins between two places; its end, or -1. */
function endOf(text: string, ways: readonly string[], from: number, last: number): number {
  let end = -1;
  let first = last + 1;
  for (const way of ways) {
    const at = text.indexOf(way, from);
    if (at >= 0 && at < first) {
      first = at;
      end = at + way.length;
    }
  }
  return end;
}

function opens(text: string, sequence: Sequence): boolean {
  let end = -1;
  for (let words = 0, from = 0; end < 0 && words <= WORDS_BEFORE; words++) {
    end = endOf(text, sequence[0]!, from, from);
    from = text.indexOf(" ", from) + 1;
    if (from === 0) break;
  }
  for (let i = 1; end >= 0 && i < sequence.length; i++) end = endOf(text, sequence[i]!, end, end + MAX_BETWEEN);
  return end >= 0;
}

/** All that is known in any language names one of the two in Latin letters, or Apple in Arabic ones. */
const NAMES = /iphone|apple|[\u0622\u0623\u0627]\u0628\u0644/i;

/** The language of the opening, or undefined. Bounded: looks at the first 400 characters. */
export function appleWarning(body: string): string | undefined {
  if (!NAMES.test(body.length > HEAD ? body.slice(0, HEAD) : body)) return undefined;
  const text = plain(body);
  for (const [lang, sequences] of SEQUENCES) if (sequences.some((s) => opens(text, s))) return lang;
  return undefined;
}
