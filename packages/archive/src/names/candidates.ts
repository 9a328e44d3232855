/**
 * Pages that may hold a name, from the index alone: every word of the vocabulary that can be a part of the name, then where those words
 * stand (`words_at`). A surname that many bear is looked at only where another part of the name stands beside it.
 * @module
 */
import { byCodeUnit, type SqlDatabase } from "@contraluz/core";
import { sound } from "../fold/sound.ts";
import { nearTerms, soundTerms } from "../index/near.ts";
import type { Words } from "./align.ts";
import { cost, type Fitter, mostCost } from "./fit.ts";
import { REACH } from "./items.ts";
import { SHORT } from "./lexicon.ts";

export const CANDIDATE_LIMITS = {
  /** Places of a surname that are all looked at. */
  lone: 3000,
  /** Pages that are read for one name; what says most of it is read first. */
  pages: 1500,
  /** Words of the vocabulary for one word of a name. */
  terms: 400,
} as const;

export interface Candidates {
  /** Numbers of pages, ascending. */
  readonly pages: readonly number[];
  /** Words that can be a surname of the name. */
  readonly anchors: ReadonlySet<string>;
  /** Of each page, the numbers of its words that are such a surname. */
  readonly at: ReadonlyMap<number, readonly number[]>;
  /** Pages that could hold it and are not read. */
  readonly unread: number;
}

const stepsOf = (length: number): number => (length <= 3 ? 1 : length <= 8 ? 2 : 3);

/** Words of the index that can be this word, badly written or read. */
function termsFor(db: SqlDatabase, f: Fitter): readonly string[] {
  const terms = new Set<string>();
  for (const term of soundTerms(db, f.sound)) terms.add(term);
  for (const t of nearTerms(db, f.word, stepsOf(f.word.length))) {
    const { kind, like } = f.fit(t.term);
    if ((kind !== "none" && kind !== "other" && kind !== "initial") || (kind === "other" && like >= 0.7))
      terms.add(t.term);
  }
  return [...terms].slice(0, CANDIDATE_LIMITS.terms);
}

/** Two words of the name that were written as one. */
function joinedTerms(db: SqlDatabase, word: string): readonly string[] {
  const most = mostCost(word.length) / 2;
  const heard = sound(word);
  return nearTerms(db, word, 2)
    .filter((t) => t.distance === 0 || cost(word, t.term, most) <= most || sound(t.term) === heard)
    .map((t) => t.term);
}

/** A place is one number: page times this, plus the word. */
const PLACE = 2 ** 21;

/** Numbers with commas between, without a text for each: common names have a hundred thousand. */
function numbersIn(text: string): Float64Array {
  let commas = 0;
  for (let i = text.indexOf(","); i >= 0; i = text.indexOf(",", i + 1)) commas++;
  const out = new Float64Array(commas + 1);
  let [n, k] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 44) [out[k++], n] = [n, 0];
    else n = n * 10 + (c - 48);
  }
  out[k] = n;
  return out;
}

/** Two ascending lists as one. */
function merged(a: Float64Array, b: Float64Array): Float64Array {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const out = new Float64Array(a.length + b.length);
  let [i, j] = [0, 0];
  for (let k = 0; k < out.length; k++) out[k] = j >= b.length || (i < a.length && a[i]! <= b[j]!) ? a[i++]! : b[j++]!;
  return out;
}

/** Where words stand, ascending. All numbers of a word in one row: that costs a quarter of a row for each (measured with 180,000 places). */
function placesOf(db: SqlDatabase, terms: Iterable<string>): Float64Array {
  const at = db.prepare(
    `SELECT group_concat(doc * ${PLACE} + min(offset, ${PLACE - 1})) AS places FROM words_at WHERE term = ?`,
  );
  const lists: Float64Array[] = [];
  for (const term of terms) {
    const found = at.all(term)[0]?.places;
    if (found !== null && found !== undefined) lists.push(numbersIn(String(found)));
  }
  // Short ones first: a misread word stands in few places.
  return lists.sort((a, b) => a.length - b.length).reduce(merged, new Float64Array(0));
}

/** Of each place, whether one of the others is within reach. Both ascending. */
function near(places: Float64Array, others: Float64Array): Uint8Array {
  const yes = new Uint8Array(places.length);
  let k = 0;
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    while (k < others.length && others[k]! < place - REACH) k++;
    // The place itself is no other.
    for (let j = k; j < others.length && others[j]! <= place + REACH; j++)
      if (others[j] !== place) {
        yes[i] = 1;
        break;
      }
  }
  return yes;
}

const pageOf = (place: number): number => Math.floor(place / PLACE);

/** @param joined words of the name written as one */
export function candidatesFor(db: SqlDatabase, w: Words, joined: readonly string[]): Candidates {
  const sets = (list: readonly Fitter[]): string[] =>
    list.flatMap((f) => (f.word.length > 1 ? termsFor(db, f) : f.word === "o" ? ["o"] : []));
  const shortOf = (list: readonly Fitter[]): string[] =>
    [...SHORT].filter(([, long]) => list.some((f) => long.includes(f.word))).map(([short]) => short);
  const paternal = new Set([...sets(w.paternal), ...shortOf(w.paternal)]);
  const maternal = new Set([...sets(w.maternal), ...shortOf(w.maternal)]);
  const whole = new Set(joined.flatMap((word) => joinedTerms(db, word)));
  const anchors = new Set([...paternal, ...maternal, ...whole]);
  const [pat, mat, both] = [placesOf(db, paternal), placesOf(db, maternal), placesOf(db, whole)];
  // The most promising first.
  const all = new Set<number>();
  const take = (list: Float64Array, fits?: (i: number) => boolean | number): void => {
    for (let i = 0; i < list.length; i++) if (!fits || fits(i)) all.add(pageOf(list[i]!));
  };
  take(both);
  if (pat.length + mat.length <= CANDIDATE_LIMITS.lone) {
    take(pat);
    take(mat);
  } else {
    const words = (list: readonly string[]): string[] =>
      [...new Set(list)].filter((t) => !anchors.has(t)).sort(byCodeUnit);
    const given = placesOf(db, words([...sets(w.given), ...shortOf(w.given)]));
    const initials = placesOf(db, words([...w.given, ...w.maternal].map((f) => f.word[0]!)));
    const [patMat, patGiven, patInitial] = [near(pat, mat), near(pat, given), near(pat, initials)];
    const [matPat, matGiven] = [near(mat, pat), near(mat, given)];
    take(pat, (i) => patMat[i]! & patGiven[i]!);
    take(pat, (i) => patGiven[i]! | patMat[i]!);
    take(pat, (i) => patInitial[i]!);
    if (pat.length <= CANDIDATE_LIMITS.lone) take(pat);
    take(mat, (i) => matPat[i]! | matGiven[i]!);
  }
  const pages = [...all].slice(0, CANDIDATE_LIMITS.pages).sort((a, b) => a - b);
  return { pages, anchors, at: offsetsOn(pages, [pat, mat, both]), unread: all.size - pages.length };
}

/** Where surnames stand on the pages that will be read. */
function offsetsOn(pages: readonly number[], lists: readonly Float64Array[]): Map<number, number[]> {
  const on = new Map<number, number[]>(pages.map((p) => [p, []]));
  for (const list of lists) for (const place of list) on.get(pageOf(place))?.push(place % PLACE);
  return new Map([...on].map(([page, list]) => [page, [...new Set(list)].sort((a, b) => a - b)]));
}
