/** What was meant by a word that nobody knows. @module */

/** Edits (a letter more, less, other, or two swapped) from one word to another; `limit` + 1 if there are more. */
function edits(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let n = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) n = Math.min(n, before[j - 2]! + 1);
      row.push(n);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** Longer words are no slip of the finger. */
const LONGEST = 60;

/**
 * Up to three of `known` that look like `word`, the nearest first: a few letters wrong, a beginning, or one inside the other.
 * @example near("ios/safari", ["ios/sms", "ios/safari-history"]); // ["ios/safari-history"]
 */
export function near(word: string, known: readonly string[]): readonly string[] {
  const w = word.toLowerCase();
  if (w.length < 2 || w.length > LONGEST) return [];
  const limit = Math.max(1, Math.floor(w.length / 3));
  const bare = (s: string): string => s.slice(s.indexOf("/") + 1);
  const distance = (k: string): number => {
    const part = w.length > 2 && (k.includes(w) || w.includes(k)) ? 1.5 : limit + 1;
    const beginning = w.length > 3 ? edits(w, k.slice(0, w.length), limit) + 0.5 : limit + 1;
    return Math.min(part, beginning, edits(w, k, limit), edits(bare(w), bare(k), limit));
  };
  return known
    .map((k, i) => ({ k, i, d: distance(k.toLowerCase()) }))
    .filter((x) => x.d <= limit)
    .sort((a, b) => a.d - b.d || a.i - b.i)
    .slice(0, 3)
    .map((x) => x.k);
}
