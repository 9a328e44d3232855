/**
 * Words of the vocabulary that are nearly a given one: those that share three letters in a row with it, or are short and one slip away.
 * Then the distance itself (Levenshtein, with a swap of two letters as one step).
 * @module
 */
import { own, type SqlDatabase } from "@contraluz/core";
import { Vocabulary } from "./vocabulary.ts";

export interface NearTerm {
  readonly term: string;
  /** On how many pages it stands. */
  readonly pages: number;
  readonly distance: number;
}

/** Longest word that one step can leave without three letters in a row. */
const SHORT = 5;

/** Three rows of the table, used again: words are short. */
const ROWS = Array.from({ length: 3 }, () => new Uint32Array(80));
const rowsFor = (length: number): Uint32Array[] =>
  length < 80 ? [...ROWS] : Array.from({ length: 3 }, () => new Uint32Array(length + 1));

/**
 * Steps from one word to another: a letter more, less, other, or two swapped; more than `most` are `most + 1`.
 * Optimal string alignment (Boytsov 2011, restricted Damerau).
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, row, next] = rowsFor(b.length) as [Uint32Array, Uint32Array, Uint32Array];
  for (let j = 0; j <= b.length; j++) row[j] = j;
  for (let i = 1; i <= a.length; i++) {
    next[0] = i;
    let least = i;
    const x = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const y = b.charCodeAt(j - 1);
      let d = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (x === y ? 0 : 1));
      if (i > 1 && j > 1 && x === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === y) d = Math.min(d, before[j - 2]! + 1);
      next[j] = d;
      if (d < least) least = d;
    }
    if (least > most) return most + 1;
    [before, row, next] = [row, next, before];
  }
  return Math.min(row[b.length]!, most + 1);
}

/** How a word's letters of three are counted: its ends are letters, too. */
const padded = (word: string): string => `<${word}>`;

/** Whether two words have three letters in a row, or an end with two, in common. */
function shares(grams: ReadonlySet<string>, term: string): boolean {
  const text = padded(term);
  for (let i = 0; i + 3 <= text.length; i++) if (grams.has(text.slice(i, i + 3))) return true;
  return false;
}

/** Letters of three that stand in a word with its ends. */
function trigrams(word: string): ReadonlySet<string> {
  const text = padded(word);
  return new Set(Array.from({ length: text.length - 2 }, (_, i) => text.slice(i, i + 3)));
}

const vocabularies = new WeakMap<SqlDatabase, Vocabulary>();
function vocabularyOf(db: SqlDatabase): Vocabulary {
  let v = vocabularies.get(db);
  if (!v) {
    v = new Vocabulary(db);
    vocabularies.set(db, v);
  }
  return v;
}

/** How many steps a word of this length may be away if nobody says: none up to 2 letters, 1 up to 5, then 2. */
export const stepsFor = (length: number): number => (length <= 2 ? 0 : length <= 5 ? 1 : 2);

/**
 * Words of the index that are at most `most` steps from `word` (folded), nearest and most frequent first. A word of which nothing is left
 * but single letters is none of them, unless it is so short that one step does that.
 */
export function nearTerms(db: SqlDatabase, word: string, most: number): readonly NearTerm[] {
  const near: NearTerm[] = [];
  const grams = trigrams(word);
  for (const { term, pages } of vocabularyOf(db).like(word, most)) {
    const d = distance(word, term, most);
    if (d > most) continue;
    if (d === 0 || (d === 1 && word.length <= SHORT) || (word.length >= SHORT - 1 && shares(grams, term)))
      near.push({ term: own(term), pages, distance: d });
  }
  return near.sort((a, b) => a.distance - b.distance || b.pages - a.pages || (a.term < b.term ? -1 : 1));
}

/** Words of the index that sound as a name does, the most frequent first. */
export const soundTerms = (db: SqlDatabase, key: string): readonly string[] =>
  db
    .prepare("SELECT term FROM vocabulary WHERE sound = ? ORDER BY pages DESC, term")
    .all(key)
    .map((r) => r.term as string);
