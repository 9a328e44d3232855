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

/** Goes up when the same text gives other words: an index of another version is built anew. */
export const FOLD_VERSION: string = `1.${LETTERS}`;

export const FOLD_LIMITS = {
  /** Characters of a word that count; the rest of it is dropped. */
  word: 64,
  /** Words of one text. */
  words: 200_000,
} as const;

export interface Token {
  /** Place in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Lower case, with its marks. */
  readonly spelled: string;
  readonly folded: string;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00ad]|\|(?=\p{L}))*/gu;
/** A hyphen at the end of a line, and the small letter that goes on. */
const BROKEN = /[-\u2010\u00ad]\r?\n[ \t]{0,8}(?=\p{Ll})/uy;
const OTHER = /[^\p{L}\p{N}]/gu;
const PLAIN = /^[\x20-\x7e]*$/;

/** A word in lower case with its marks, as it is compared when spelling counts. */
export function spell(word: string): string {
  const low = word.replaceAll("\u00ad", "").replaceAll("|", "l").toLowerCase();
  return (PLAIN.test(low) ? low : low.normalize("NFC")).slice(0, FOLD_LIMITS.word);
}

/** A word without marks, in lower case. Idempotent. */
export function fold(word: string): string {
  return foldLetters(word.replaceAll("|", "l")).replace(OTHER, "").slice(0, FOLD_LIMITS.word);
}

/** The words of a text, in its order. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  WORD.lastIndex = 0;
  for (let m = WORD.exec(text); m && found.length < FOLD_LIMITS.words; m = WORD.exec(text)) {
    const start = m.index;
    let [word, end] = [m[0], WORD.lastIndex];
    BROKEN.lastIndex = end;
    if (/\p{L}$/u.test(word) && BROKEN.test(text)) {
      WORD.lastIndex = BROKEN.lastIndex;
      const rest = WORD.exec(text);
      if (rest) {
        word += rest[0];
        end = WORD.lastIndex;
      }
    }
    WORD.lastIndex = end;
    const folded = fold(word);
    if (folded !== "") found.push({ start, end, spelled: spell(word), folded });
  }
  return found;
}
