/**
 * Words of a page and how they are compared: the one fold of the archive. Index, query and highlight all take words from here, so that
 * what is found is what is marked (an archive that marked with another fold than it searched with: datashare#1371).
 *
 * A word is a run of letters and digits. A word that a hyphen cuts at the end of a line is one word. `|` between letters is the
 * `l` that a reader of pictures took for it. Letters are folded as the case's search does it (`case/timeline/fold.ts`: `ñ` to `n`).
 * What is spelled with marks is kept beside it, so that `año` can stand before `ano`.
 * @module
 */

import { fold as foldLetters, FOLD_VERSION as LETTERS } from "@contraluz/case/timeline/fold.ts";
import { own } from "@contraluz/core";

/** Goes up when the same text gives other words: an index of another version is built anew. */
export const FOLD_VERSION: string = `1.${LETTERS}`;

export const FOLD_LIMITS = {
  /** Characters of a word that count; the rest of it is dropped. */
  word: 64,
  /** Words of one text. */
  words: 200_000,
} as const;

export interface Place {
  /** Place in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

export interface Token extends Place {
  /** Lower case, with its marks. */
  readonly spelled: string;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00ad]|\|(?=\p{L}))*/gu;
/** A hyphen at the end of a line: the word goes on in letters of the same kind. */
const BROKEN = /[-\u2010\u00ad]\r?\n[ \t]{0,8}/y;
const HYPHEN: ReadonlySet<string> = new Set(["-", "\u2010", "\u00ad"]);
const SMALL = /^\p{Ll}$/u;
const CAPITAL = /^\p{Lu}$/u;
const alike = (a: string, b: string): boolean =>
  (SMALL.test(a) && SMALL.test(b)) || (CAPITAL.test(a) && CAPITAL.test(b));
const OTHER = /[^\p{L}\p{N}]/gu;
const PLAIN = /^[\x20-\x7e]*$/;
/** Words that have only to be in lower case. */
const SIMPLE = /^[A-Za-z0-9]{1,64}$/;

/** A word in lower case with its marks, as it is compared when spelling counts. */
export function spell(word: string): string {
  const low = word.replaceAll("\u00ad", "").replaceAll("|", "l").toLowerCase();
  return (PLAIN.test(low) ? low : low.normalize("NFC")).slice(0, FOLD_LIMITS.word);
}

/** Words that were folded lately: pages have the same ones again and again. */
const lately = new Map<string, string>();
const LATELY = 50_000;

/** A word without marks, in lower case. Idempotent. */
export function fold(word: string): string {
  if (SIMPLE.test(word)) return word.toLowerCase();
  let folded = lately.get(word);
  if (folded === undefined) {
    folded = foldLetters(word.replaceAll("|", "l")).replace(OTHER, "").slice(0, FOLD_LIMITS.word);
    if (lately.size >= LATELY) lately.clear();
    if (word.length <= FOLD_LIMITS.word) lately.set(own(word), folded);
  }
  return folded;
}

/** The words of a text, in its order. */
export const tokens = (text: string): Token[] =>
  cut(text, (start, end, word) => {
    const folded = fold(word);
    return folded === "" ? undefined : { start, end, folded, spelled: spell(word) };
  });

/** A place whose word is folded when it is asked for: of a page, few are. */
class LazyPlace implements Place {
  readonly start: number;
  readonly end: number;
  #word: string;
  #done = false;
  constructor(start: number, end: number, word: string) {
    this.start = start;
    this.end = end;
    this.#word = word;
  }
  get folded(): string {
    if (!this.#done) [this.#word, this.#done] = [fold(this.#word), true];
    return this.#word;
  }
}

/** Something of it is left when it is folded. */
const PLAIN_LETTER = /[A-Za-z0-9]/;

/** The same without their spelling, for whoever looks only at what is folded. */
export const places = (text: string): Place[] =>
  cut(text, (start, end, word) =>
    PLAIN_LETTER.test(word) || fold(word) !== "" ? new LazyPlace(start, end, word) : undefined,
  );

function cut<T>(text: string, make: (start: number, end: number, word: string) => T | undefined): T[] {
  const found: T[] = [];
  WORD.lastIndex = 0;
  for (let m = WORD.exec(text); m && found.length < FOLD_LIMITS.words; m = WORD.exec(text)) {
    const start = m.index;
    let [word, end] = [m[0], WORD.lastIndex];
    BROKEN.lastIndex = end;
    if (HYPHEN.has(text[end]!) && BROKEN.test(text) && alike(word.at(-1)!, text[BROKEN.lastIndex] ?? "")) {
      WORD.lastIndex = BROKEN.lastIndex;
      const rest = WORD.exec(text);
      if (rest) {
        word += rest[0];
        end = WORD.lastIndex;
      }
    }
    WORD.lastIndex = end;
    const made = make(start, end, word);
    if (made !== undefined) found.push(made);
  }
  return found;
}
