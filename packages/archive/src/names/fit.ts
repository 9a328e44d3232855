/**
 * Whether a word on a page can be a word of a name: the same, shortened, an initial, misread, misspelled, or another name.
 * Confusions of readers of pictures cost less than other slips: those counted on typed pages (decision 49), and letters alike.
 * @module
 */
import { own } from "@contraluz/core";
import { lettersOf, sound } from "../fold/sound.ts";
import { lettersIn, ones } from "../index/vocabulary.ts";
import { isName, SHORT } from "./lexicon.ts";

export type FitKind = "exact" | "ocr" | "short" | "sound" | "near" | "initial" | "other" | "none";

export interface Fit {
  readonly kind: FitKind;
  /** 0 to 1. */
  readonly like: number;
}

/** Pairs that look alike on a bad copy: 1 at 128 times the one letter and the other. */
const ALIKE = new Uint8Array(128 * 128);
for (const [
  x,
  y,
] of "1i 1l il jl ij ft ce eo co ao ae as es oq gq gy yv uv nu nr nh hb bd cd mn un ii ti tl lt rn fp pr hk kx vy sz ou 0o 5s 8b 6g 2z 4a 9g 3e 7t oc gj ei"
  .split(" ")
  .map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)] as const))
  ALIKE[x * 128 + y] = ALIKE[y * 128 + x] = 1;
const alike = (x: number, y: number): boolean => x < 128 && y < 128 && ALIKE[x * 128 + y] === 1;

/** Shapes of two letters that are read as one, and the other way. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/rn|nn|in/g, "m"],
  [/vv|uu/g, "w"],
  [/cl/g, "d"],
  [/ii|li|il/g, "u"],
];

/** Letters as a bad copy lets them be told apart. */
export function shape(folded: string): string {
  let out = lettersOf(folded);
  for (const [pattern, one] of SHAPES) out = out.replace(pattern, one);
  return out.replace(/[lij]/g, "i");
}

/** Three rows of the table, used again. */
const ROWS = Array.from({ length: 3 }, () => new Float64Array(80));

/** A word whose letters are known: most words are told apart by them. */
interface Lettered {
  readonly text: string;
  readonly bits: number;
}
const lettered = (text: string): Lettered => ({ text, bits: lettersIn(text) });

/** Steps from one word to another; letters that look alike cost less, doubled letters too. More than `most` is Infinity. */
export const cost = (a: string, b: string, most: number): number => costOf(lettered(a), lettered(b), most);

function costOf({ text: a, bits }: Lettered, { text: b, bits: others }: Lettered, most: number): number {
  // One step changes at most two of the letters that a word has; the cheapest costs 0.3, but changes none.
  if (Math.abs(a.length - b.length) > most * 2 || ones(bits ^ others) > most * 4) return Number.POSITIVE_INFINITY;
  if (a.length >= 80 || b.length >= 80) return Number.POSITIVE_INFINITY;
  let [before, row, next] = ROWS as [Float64Array, Float64Array, Float64Array];
  for (let j = 0; j <= b.length; j++) row[j] = j * 0.9;
  for (let i = 1; i <= a.length; i++) {
    next[0] = i * 0.9;
    let least = next[0]!;
    const x = a.charCodeAt(i - 1);
    const before1 = a.charCodeAt(i - 2);
    const drop = x === before1 ? 0.3 : 0.9;
    for (let j = 1; j <= b.length; j++) {
      const y = b.charCodeAt(j - 1);
      const before2 = b.charCodeAt(j - 2);
      const swap = x === y ? 0 : alike(x, y) ? 0.5 : 1;
      let d = Math.min(row[j]! + drop, next[j - 1]! + (y === before2 ? 0.3 : 0.9), row[j - 1]! + swap);
      if (i > 1 && j > 1 && x === before2 && before1 === y) d = Math.min(d, before[j - 2]! + 0.8);
      next[j] = d;
      if (d < least) least = d;
    }
    if (least > most) return Number.POSITIVE_INFINITY;
    [before, row, next] = [row, next, before];
  }
  return row[b.length]! > most ? Number.POSITIVE_INFINITY : row[b.length]!;
}

/** How much a misread word may cost, by its length. */
export const mostCost = (length: number): number =>
  length <= 3 ? 0.5 : length <= 4 ? 1 : length <= 6 ? 1.6 : length <= 8 ? 2.2 : 2.8;

/** What is the same for whoever asks after a word. */
interface Seen {
  readonly letters: Lettered;
  readonly named: boolean;
  readonly sound: Lettered;
  readonly shape: string;
}
const lately = new Map<string, Seen>();
const LATELY = 20_000;

/** Pages have the same words again and again, and each is held against all words of a name. */
function seenOf(term: string): Seen {
  let seen = lately.get(term);
  if (!seen) {
    const letters = lettersOf(term);
    seen = { letters: lettered(letters), named: isName(letters), sound: lettered(sound(term)), shape: shape(term) };
    if (lately.size >= LATELY) lately.clear();
    if (term.length <= 64) lately.set(own(term), seen);
  }
  return seen;
}

const NONE: Fit = { kind: "none", like: 0 };

/** Fits one word of a name; what was asked is kept while it lives. */
export class Fitter {
  readonly word: string;
  readonly sound: string;
  readonly #shape: string;
  readonly #letters: Lettered;
  readonly #sound: Lettered;
  readonly #known = new Map<string, Fit>();
  /** `other`: words that this archive has often enough to be names of their own. */
  readonly #other: (term: string) => boolean;
  constructor(word: string, other: (term: string) => boolean = () => false) {
    this.word = word;
    this.sound = sound(word);
    this.#shape = shape(word);
    this.#letters = lettered(word);
    this.#sound = lettered(this.sound);
    this.#other = other;
  }

  fit(term: string): Fit {
    let f = this.#known.get(term);
    if (!f) {
      f = this.#fit(term);
      if (this.#known.size < 100_000) this.#known.set(term, f);
    }
    return f;
  }

  #fit(term: string): Fit {
    const { word } = this;
    // De la O is a surname of one letter; any other letter is an initial.
    if (term === word && (word.length > 1 || word === "o")) return { kind: "exact", like: 1 };
    if (word.length === 1) return term[0] === word ? { kind: "initial", like: term.length > 1 ? 0.7 : 0.6 } : NONE;
    if (term.length === 1)
      return term === word[0] || (term === "1" && /[ijl]/.test(word[0]!)) ? { kind: "initial", like: 0.6 } : NONE;
    const long = SHORT.get(term);
    // Ant. is Antonio, or Antonia.
    if (long?.includes(word)) return { kind: "short", like: long.length === 1 ? 0.95 : 0.9 };
    const { letters, named, sound, shape } = seenOf(term);
    // Asking the archive costs: only where the answer counts. Of a page's words nearly none comes so far.
    const other = (): boolean => named || this.#other(letters.text);
    if (letters.text === word) return { kind: "ocr", like: 0.98 };
    if (sound.text === this.sound) return { kind: "sound", like: other() ? 0.85 : 0.94 };
    if (word.length > 3 && shape === this.#shape && !other()) return { kind: "ocr", like: 0.96 };
    const most = mostCost(word.length);
    const c = Math.min(costOf(this.#letters, letters, most), costOf(this.#sound, sound, most) + 0.3);
    if (c > most) return named ? { kind: "other", like: 0 } : NONE;
    const like = 1 - c / Math.max(word.length, term.length);
    return other() ? { kind: "other", like } : { kind: "near", like };
  }
}
