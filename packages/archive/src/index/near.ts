/**
 * Words of the vocabulary that are nearly a given one. Candidates by trigrams that they share; short words, of which one slip leaves no
 * trigram, by all their neighbours. Then the distance itself (Levenshtein, with a swap of two letters as one step).
 * @module
 */
import type { SqlDatabase } from "@contraluz/core";
import { padded } from "./build.ts";

export interface NearTerm {
  readonly id: number;
  readonly term: string;
  readonly sound: string;
  /** On how many pages it stands. */
  readonly pages: number;
  readonly distance: number;
}

export const NEAR_LIMITS = {
  /** Words with shared trigrams whose distance is taken. */
  candidates: 60_000,
  /** Longest word whose neighbours are all tried. */
  short: 5,
} as const;

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

/**
 * Steps from one word to another: a letter more, less, other, or two swapped; more than `most` are `most + 1`.
 * Optimal string alignment (Boytsov 2011, restricted Damerau).
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let d = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, before[j - 2]! + 1);
      next.push(d);
      if (d < least) least = d;
    }
    if (least > most) return most + 1;
    [before, row] = [row, next];
  }
  return Math.min(row[b.length]!, most + 1);
}

/** All words that are one step away, of a short word. */
function neighbours(word: string): string[] {
  const out: string[] = [];
  for (let i = 0; i <= word.length; i++) {
    const [head, tail] = [word.slice(0, i), word.slice(i)];
    if (tail.length > 0) out.push(head + tail.slice(1));
    if (tail.length > 1) out.push(head + tail[1] + tail[0] + tail.slice(2));
    for (const c of LETTERS) {
      out.push(head + c + tail);
      if (tail.length > 0) out.push(head + c + tail.slice(1));
    }
  }
  return [...new Set(out)];
}

/** Letters of three that stand in a word with its ends. */
function trigrams(word: string): string[] {
  const text = padded(word);
  return [...new Set(Array.from({ length: text.length - 2 }, (_, i) => text.slice(i, i + 3)))];
}

const quoted = (term: string): string => `"${term.replaceAll('"', '""')}"`;

/** How many steps a word of this length may be away if nobody says: none up to 2 letters, 1 up to 5, then 2. */
export const stepsFor = (length: number): number => (length <= 2 ? 0 : length <= 5 ? 1 : 2);

/** Words of the index that are at most `most` steps from `word` (folded), nearest and most frequent first. */
export function nearTerms(db: SqlDatabase, word: string, most: number): readonly NearTerm[] {
  const rows = new Map<number, NearTerm>();
  const take = (found: Iterable<Readonly<Record<string, unknown>>>): void => {
    for (const r of found) {
      const term = r.term as string;
      const d = distance(word, term, most);
      if (d > most) continue;
      const id = r.id as number;
      rows.set(id, { id, term, sound: r.sound as string, pages: r.pages as number, distance: d });
    }
  };
  take(db.prepare("SELECT id, term, sound, pages FROM vocabulary WHERE term = ?").all(word));
  if (most > 0 && word.length <= NEAR_LIMITS.short) {
    const list = neighbours(word);
    const marks = list.map(() => "?").join(",");
    take(db.prepare(`SELECT id, term, sound, pages FROM vocabulary WHERE term IN (${marks})`).all(...list));
  }
  if (most > 0 && word.length >= NEAR_LIMITS.short - 1) {
    const match = trigrams(word).map(quoted).join(" OR ");
    take(
      db
        .prepare(
          `SELECT id, term, sound, pages FROM vocabulary
           WHERE id IN (SELECT rowid FROM grams WHERE grams MATCH ? LIMIT ${NEAR_LIMITS.candidates})
           AND length(term) BETWEEN ? AND ?`,
        )
        .iterate(match, word.length - most, word.length + most),
    );
  }
  return [...rows.values()].sort((a, b) => a.distance - b.distance || b.pages - a.pages || (a.term < b.term ? -1 : 1));
}

/** Words of the index that sound as a name does. */
export function soundTerms(db: SqlDatabase, key: string): readonly NearTerm[] {
  return db
    .prepare("SELECT id, term, sound, pages FROM vocabulary WHERE sound = ? ORDER BY pages DESC, term")
    .all(key)
    .map((r) => ({
      id: r.id as number,
      term: r.term as string,
      sound: key,
      pages: r.pages as number,
      distance: 0,
    }));
}
