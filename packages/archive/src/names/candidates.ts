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
  for (const t of soundTerms(db, f.sound)) terms.add(t.term);
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
  return nearTerms(db, word, 2)
    .filter((t) => t.distance === 0 || cost(word, t.term, most) <= most || t.sound === sound(word))
    .map((t) => t.term);
}

/** A place is one number: page times this, plus the word. */
const PLACE = 2 ** 21;

/** All numbers of a word in one row: that costs a quarter of a row for each (measured with words of 180,000 places). */
function placesOf(db: SqlDatabase, terms: Iterable<string>): number[] {
  const at = db.prepare(
    `SELECT group_concat(doc * ${PLACE} + min(offset, ${PLACE - 1})) AS places FROM words_at WHERE term = ?`,
  );
  const places: number[] = [];
  for (const term of terms) {
    const found = at.all(term)[0]?.places;
    if (typeof found === "string") for (const place of found.split(",")) places.push(Number(place));
    else if (typeof found === "number") places.push(found);
  }
  return places;
}

/** Of each place, whether one of the others is within reach. Both ascending. */
function near(places: Float64Array, others: Float64Array): (i: number) => boolean {
  const yes = new Uint8Array(places.length);
  let k = 0;
  for (const [i, place] of places.entries()) {
    while (k < others.length && others[k]! < place - REACH) k++;
    // The place itself is no other.
    for (let j = k; j < others.length && others[j]! <= place + REACH; j++)
      if (others[j] !== place) {
        yes[i] = 1;
        break;
      }
  }
  return (i) => yes[i] === 1;
}

const ascending = (list: readonly number[]): Float64Array => Float64Array.from(list).sort();
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
  const [pat, mat, both] = [placesOf(db, paternal), placesOf(db, maternal), placesOf(db, whole)].map(ascending) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const all = new Set<number>();
  const lists: number[][] = [[...both].map(pageOf)];
  if (pat.length + mat.length <= CANDIDATE_LIMITS.lone) lists.push([...pat, ...mat].map(pageOf));
  else {
    const words = (list: readonly string[]): string[] =>
      [...new Set(list)].filter((t) => !anchors.has(t)).sort(byCodeUnit);
    const given = ascending(placesOf(db, words([...sets(w.given), ...shortOf(w.given)])));
    const initials = ascending(placesOf(db, words([...w.given, ...w.maternal].map((f) => f.word[0]!))));
    const [patMat, patGiven, patInitial] = [near(pat, mat), near(pat, given), near(pat, initials)];
    const [matPat, matGiven] = [near(mat, pat), near(mat, given)];
    const some = (list: Float64Array, fits: (i: number) => boolean): number[] =>
      [...list.keys()].filter(fits).map((i) => pageOf(list[i]!));
    lists.push(
      some(pat, (i) => patMat(i) && patGiven(i)),
      some(pat, (i) => patGiven(i) || patMat(i)),
      some(pat, patInitial),
      pat.length <= CANDIDATE_LIMITS.lone ? some(pat, () => true) : [],
      some(mat, (i) => matPat(i) || matGiven(i)),
    );
  }
  for (const list of lists) for (const page of list) all.add(page);
  const pages = [...all].slice(0, CANDIDATE_LIMITS.pages).sort((a, b) => a - b);
  return { pages, anchors, at: offsetsOn(pages, [pat, mat, both]), unread: all.size - pages.length };
}

/** Where surnames stand on the pages that will be read. */
function offsetsOn(pages: readonly number[], lists: readonly Float64Array[]): Map<number, number[]> {
  const on = new Map<number, number[]>(pages.map((p) => [p, []]));
  for (const list of lists) for (const place of list) on.get(pageOf(place))?.push(place % PLACE);
  return new Map([...on].map(([page, list]) => [page, [...new Set(list)].sort((a, b) => a - b)]));
}
