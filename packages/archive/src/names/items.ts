/**
 * The words around a place as a name is read in them: what stands between two words, where spaces were lost or put in.
 * @module
 */
import type { Place } from "../fold/index.ts";
import type { Fitter } from "./fit.ts";
import { SHORT } from "./lexicon.ts";

export interface Item {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  /** Begins with a capital letter, or with a digit that may be one. */
  readonly capital: boolean;
  /** A dot stands behind it. */
  readonly dot: boolean;
  /** What stands before it: nothing that parts a name, the end of a line, a comma, or something that ends it. */
  readonly gap: "join" | "line" | "comma" | "break";
}

/** How far a name can reach to each side of one of its words. */
export const REACH = 8;

function gapOf(text: string, before: Place, next: Place): Item["gap"] {
  const between = text.slice(before.end, next.start);
  if (between === " ") return "join";
  if (between.length > 24 || /[;:()!?¡¿"«»“”]/.test(between)) return "break";
  const dot = between.includes(".");
  // A dot behind a long word ends a sentence, behind a short one it shortens a word.
  if (dot && before.folded.length > 5 && !SHORT.has(before.folded)) return "break";
  if ((between.match(/\n/g)?.length ?? 0) > 2) return "break";
  return between.includes(",") ? "comma" : between.includes("\n") ? "line" : "join";
}

/** Words of a name that were written as one, with the number of letters of the first. */
export interface Joined {
  readonly fitter: Fitter;
  readonly first: number;
}

/** What is asked of the words of a page. */
export interface Known {
  /** Whether a word by itself is one of the name, or a name at all: then it is not joined with its neighbour. */
  single(folded: string): boolean;
  /** Whether two joined are worth to look at. */
  whole(folded: string): boolean;
  /** Where a word is cut that is two of the name. */
  cut(folded: string): number | undefined;
}

/** A word that is two of the name: where it is cut. */
export function cutOf(
  folded: string,
  joined: readonly Joined[],
  single: (folded: string) => boolean,
): number | undefined {
  for (const j of joined) {
    if (Math.abs(j.fitter.word.length - folded.length) > 2 || single(folded)) continue;
    const { kind, like } = j.fitter.fit(folded);
    if (kind === "exact" || kind === "ocr" || kind === "sound" || (kind === "near" && like >= 0.8)) return j.first;
  }
  return undefined;
}

/** The words around `at`, and the place of that word among them. */
export function itemsAround(
  text: string,
  words: readonly Place[],
  at: number,
  name: Known,
): { readonly items: readonly Item[]; readonly center: number } {
  const from = Math.max(0, at - REACH);
  const to = Math.min(words.length, at + REACH + 1);
  const items: Item[] = [];
  let center = 0;
  for (let i = from; i < to; i++) {
    const t = words[i]!;
    if (i === at) center = items.length;
    const gap = i === 0 ? "break" : gapOf(text, words[i - 1]!, t);
    const item: Item = {
      start: t.start,
      end: t.end,
      folded: t.folded,
      capital: /[\p{Lu}0158]/u.test(text[t.start]!),
      dot: text[t.end] === ".",
      gap,
    };
    const cut = name.cut(t.folded);
    if (cut !== undefined && t.end - t.start > cut) {
      const middle = t.start + cut;
      items.push({ ...item, end: middle, folded: t.folded.slice(0, cut), dot: false });
      items.push({ ...item, start: middle, folded: t.folded.slice(cut), gap: "join" });
      continue;
    }
    // A space inside a word: the two parts together are one of the name, and neither is alone.
    const last = items.at(-1);
    const whole = last && last.folded + t.folded;
    const worth = last && gap === "join" && t.folded.length > 1 && name.whole(whole!);
    if (worth && !name.single(t.folded) && !name.single(last.folded) && name.single(whole!)) {
      items[items.length - 1] = { ...item, start: last.start, folded: whole!, gap: last.gap, capital: last.capital };
      if (i === at) center = items.length - 1;
      continue;
    }
    items.push(item);
  }
  return { items, center };
}
