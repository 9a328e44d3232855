/**
 * What can be asked of an archive, as people type it:
 *
 * | typed | finds |
 * |---|---|
 * | `huelga puebla` | pages with both words |
 * | `"huelga de hambre"` | these words, one behind the other |
 * | `cerca(tigre puebla)`, `near(tigre puebla, 5)` | both with at most 10 (or 5) words between |
 * | `vigil*` | words that begin so |
 * | `mondragon~`, `mondragon~1` | words that are nearly so spelled |
 * | `-puebla` | pages without it |
 * | `tigre O güera`, `OR` | one of them |
 *
 * Accents and capitals do not count, but who types an accent sees that spelling first.
 * @module
 */
import { fold, type Token, tokens } from "../fold/index.ts";

export const QUERY_LIMITS = {
  /** Characters. */
  length: 1000,
  /** Words of all parts. */
  words: 48,
  near: 200,
  /** Letters that must stand before `*`. */
  prefix: 2,
  /** Most steps of a fuzzy word. */
  steps: 3,
} as const;

export type Word = Pick<Token, "spelled" | "folded">;

export type Part =
  | { readonly kind: "words"; readonly words: readonly Word[] }
  | { readonly kind: "prefix"; readonly word: Word }
  | { readonly kind: "fuzzy"; readonly word: Word; readonly steps?: number }
  | { readonly kind: "near"; readonly items: readonly (readonly Word[])[]; readonly most: number };

/** One of `any` must be on the page, or none of them. */
export interface Clause {
  readonly any: readonly Part[];
  readonly not: boolean;
}

/** Why a query cannot be asked; `at`: where in it. */
export interface QueryFault {
  readonly fault: "empty" | "long" | "quote" | "bracket" | "near" | "prefix" | "only-not";
  readonly at: number;
}

const NEAR = /(?:near|cerca)\s{0,4}\(/iy;
const PLAIN = /[^\s"()]+/y;

const wordsOf = (text: string): Word[] => tokens(text).map(({ spelled, folded }) => ({ spelled, folded }));

/** Inside of `near(…)`: words, "phrases", and behind a comma how many words may stand between. */
function nearPart(inside: string, at: number): Part | QueryFault {
  const cut = /^(.*),\s{0,4}(\d{1,3})\s{0,4}$/s.exec(inside);
  const most = cut ? Number(cut[2]) : 10;
  const items: Word[][] = [];
  for (const [i, piece] of (cut?.[1] ?? inside).split('"').entries())
    for (const item of i % 2 === 1 ? [piece] : piece.split(/[\s,]+/)) {
      const words = wordsOf(item);
      if (words.length > 0) items.push(words);
    }
  return items.length < 2 || most > QUERY_LIMITS.near ? { fault: "near", at } : { kind: "near", items, most };
}

/** A word with what may stand behind it: `*`, `~`, `~2`. */
function wordPart(text: string, at: number): Part | QueryFault | undefined {
  const fuzzy = /^(.{1,200})~(\d?)$/s.exec(text);
  const prefix = !fuzzy && text.endsWith("*");
  const words = wordsOf(fuzzy?.[1] ?? text);
  const [word] = words;
  if (!word) return undefined;
  if (words.length > 1) return { kind: "words", words };
  if (fuzzy) {
    const steps = fuzzy[2] === "" ? undefined : Math.min(Number(fuzzy[2]), QUERY_LIMITS.steps);
    return { kind: "fuzzy", word, ...(steps !== undefined && { steps }) };
  }
  if (!prefix) return { kind: "words", words };
  return fold(word.folded).length < QUERY_LIMITS.prefix ? { fault: "prefix", at } : { kind: "prefix", word };
}

/** A typed query as its clauses. */
export function parseQuery(text: string): readonly Clause[] | QueryFault {
  if (text.length > QUERY_LIMITS.length) return { fault: "long", at: QUERY_LIMITS.length };
  const clauses: { any: Part[]; not: boolean }[] = [];
  let [at, or, words] = [0, false, 0];
  while (at < text.length) {
    if (/\s/.test(text[at]!)) {
      at++;
      continue;
    }
    const begin = at;
    const not = text[at] === "-" && /[^\s-]/.test(text[at + 1] ?? " ");
    if (not) at++;
    let part: Part | QueryFault | undefined;
    NEAR.lastIndex = at;
    PLAIN.lastIndex = at;
    if (NEAR.test(text)) {
      const close = text.indexOf(")", NEAR.lastIndex);
      if (close < 0) return { fault: "bracket", at };
      part = nearPart(text.slice(NEAR.lastIndex, close), at);
      at = close + 1;
    } else if (text[at] === '"') {
      const close = text.indexOf('"', at + 1);
      if (close < 0) return { fault: "quote", at };
      const inside = wordsOf(text.slice(at + 1, close));
      part = inside.length > 0 ? { kind: "words", words: inside } : undefined;
      at = close + 1;
    } else {
      const word = PLAIN.exec(text)?.[0];
      if (word === undefined) {
        at++;
        continue;
      }
      at += word.length;
      if (/^(O|OR)$/.test(word) && clauses.length > 0) {
        or = true;
        continue;
      }
      part = wordPart(word, begin);
    }
    if (part && "fault" in part) return part;
    if (!part) continue;
    words += part.kind === "words" ? part.words.length : part.kind === "near" ? part.items.flat().length : 1;
    if (words > QUERY_LIMITS.words) return { fault: "long", at: begin };
    const last = clauses.at(-1);
    if (or && last && last.not === not) last.any.push(part);
    else clauses.push({ any: [part], not });
    or = false;
  }
  if (clauses.length === 0) return { fault: "empty", at: 0 };
  return clauses.every((c) => c.not) ? { fault: "only-not", at: 0 } : clauses;
}
