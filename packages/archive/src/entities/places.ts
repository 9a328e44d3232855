/** Places, bodies and offices: a word that says what it is, and the name that follows it. @module */
import { IS_SURNAME } from "../names/lexicon.ts";
import type { Word } from "./tokens.ts";
import type { Entity, EntityType } from "./types.ts";
import { BODIES, BUILDING_OF, BUILDINGS, NO_NAMES, OFFICES, PAPERS, STATES, TOWNS, WAYS } from "./words.ts";

type Found = Omit<Entity, "text">;

const capital = (w: Word): boolean => w.shape === "title" || w.shape === "caps";
/** Shortened words inside names of places and bodies: a full stop behind others ends a sentence. */
const SHORT: ReadonlySet<string> = new Set(
  "av avda c col calz priv blvd prol sto sta san gral lic dr ing prof fco gpe no num cd edo dto depto sec nal".split(
    " ",
  ),
);
const joins = (w: Word): boolean => (w.next === "space" || w.next === "line") && (!w.dot || SHORT.has(w.folded));
const LITTLE: ReadonlySet<string> = new Set(["de", "del", "la", "las", "los", "el", "y", "e", "pro"]);
const MOST = 9;

const TOWN_LENGTH = Math.max(...TOWNS.map((t) => t.split(" ").length));
const IS_TOWN: ReadonlySet<string> = new Set(TOWNS);

/**
 * The last word of a name that begins at `i`: words with capitals, and little words between them. `i - 1` if none follows. `names`: also words
 * that head forms, which names of offices have (`DEPARTAMENTO DE ARCHIVO`).
 */
function nameEnd(words: readonly Word[], i: number, numbers: boolean, names = false): number {
  let [end, at] = [i - 1, i];
  for (; at < words.length && at - i < MOST; at++) {
    const w = words[at]!;
    if (capital(w) && !(w.shape === "caps" && NO_NAMES.has(w.folded) && !names)) end = at;
    else if (numbers && w.shape === "other" && at > i) end = at;
    else if (!(LITTLE.has(w.folded) && w.shape !== "title")) break;
    if (!joins(w)) break;
    // A heading does not flow into the text below it.
    const after = words[at + 1];
    if (after && w.next === "line" && w.loud > 0.8 && after.loud <= 0.8) break;
  }
  return end;
}

/** `Tuxtla Gutiérrez, Chis.`: how many words before the state belong to the town. */
function townStart(words: readonly Word[], comma: number): number | undefined {
  let at = comma;
  if (!capital(words[at]!)) return undefined;
  // Where all is in capitals, only a town that is known says where it begins.
  if (words[at]!.loud > 0.8) {
    for (let n = Math.min(TOWN_LENGTH, comma + 1); n > 1; n--)
      if (isTown(words, comma - n + 1, comma)) return comma - n + 1;
    return at;
  }
  while (at > 0 && comma - at < 4) {
    const before = words[at - 1]!;
    if (before.dot || (before.next !== "space" && before.next !== "line")) break;
    if (capital(before) && !before.first) at--;
    else if (capital(before) && before.first && !NO_NAMES.has(before.folded)) return at - 1;
    else if (LITTLE.has(before.folded) && before.shape === "lower" && at >= 2 && isTown(words, at - 2, comma)) at -= 2;
    else break;
  }
  return at;
}

function isTown(words: readonly Word[], from: number, to: number): boolean {
  return IS_TOWN.has(
    words
      .slice(from, to + 1)
      .map((w) => w.folded)
      .join(" "),
  );
}

/** The state behind a town: `Chis.`, `N.L.`, `S.L.P.`, `D.F.`; its end, or undefined. */
function stateEnd(words: readonly Word[], i: number, text: string): number | undefined {
  const w = words[i];
  if (!w || w.shape === "lower") return undefined;
  const letters = /^(?:\p{Lu}\.){2,4}/u.exec(text.slice(w.start, w.start + 12))?.[0];
  if (letters && STATES.has(letters.replaceAll(".", "").toLowerCase())) return w.start + letters.length;
  return STATES.has(w.folded) ? w.end + (w.dot ? 1 : 0) : undefined;
}

const LIST: readonly (readonly [ReadonlySet<string>, EntityType])[] = [
  [OFFICES, "office"],
  [BODIES, "org"],
];

/** An article before a building belongs to it: «el cine Alameda». */
function withArticle(words: readonly Word[], i: number): number {
  const before = words[i - 1];
  return before && /^(?:el|la|los|las)$/.test(before.folded) && before.next !== "break" && before.next !== "comma"
    ? before.start
    : words[i]!.start;
}

export function placesAndBodies(words: readonly Word[], text: string): Found[] {
  const out: Found[] = [];
  const push = (type: EntityType, start: number, end: number): void => {
    out.push({ type, span: [start, end], value: text.slice(start, end).replace(/-\n/g, "").replace(/\s+/g, " ") });
  };
  for (let i = 0; i < words.length; i++) {
    const w = words[i]!;
    const after = words[i + 1];
    // A town and its state.
    if (w.next === "comma" && capital(w)) {
      const end = stateEnd(words, i + 1, text);
      const start = end === undefined ? undefined : townStart(words, i);
      if (end !== undefined && start !== undefined) push("place", words[start]!.start, end);
    }
    // A town that stands alone.
    for (let n = Math.min(TOWN_LENGTH, words.length - i); n > 0; n--) {
      const last = words[i + n - 1]!;
      if (!capital(w) || (n === 1 && w.folded.length < 4) || !isTown(words, i, i + n - 1)) continue;
      if (n > 1 && words.slice(i, i + n - 1).some((x) => !joins(x))) continue;
      if (w.loud > 0.8 && n === 1) break;
      const before = words[i - 1];
      const near = IS_SURNAME.has(w.folded) ? /^(?:en|desde|hasta|hacia)$/ : /^(?:en|a|de|desde|hasta|hacia|por)$/;
      if (before && near.test(before.folded) && !capitalFollows(words, i + n - 1)) push("place", w.start, last.end);
      break;
    }
    // A street and its number.
    if (WAYS.has(w.folded) && w.shape !== "lower" && after && joins(w)) {
      // `Calle 5 de Febrero 28`: the name may begin with the number of a day.
      const dated = after.shape === "other" && words[i + 2]?.folded === "de";
      const end = nameEnd(words, dated ? i + 3 : i + 1, true);
      if (end > i + (dated ? 2 : 0)) push("place", w.start, words[end]!.end);
      continue;
    }
    if (BUILDINGS.has(w.folded) && after && joins(w) && (w.loud < 0.8 || w.shape !== "caps")) {
      const end = nameEnd(words, i + 1, true);
      if (end > i && nameStarts(words, i + 1)) push("place", withArticle(words, i), words[end]!.end);
      else {
        const of = words[i + 2];
        if (of && /^(?:de|del)$/.test(after.folded) && BUILDING_OF.has(of.folded))
          push("place", withArticle(words, i), of.end);
      }
      if (w.shape === "lower") continue;
    }
    if (!capital(w)) continue;
    if (PAPERS.has(w.folded) && after && joins(w)) {
      const before = words[i - 1];
      const article = before && /^(?:el|la)$/.test(before.folded) && capital(before) && before.next === "space";
      const end = nameEnd(words, i + 1, false);
      if (end > i && (article || /^(?:de|del)$/.test(after.folded)) && end - i <= 6)
        push("org", article ? before.start : w.start, words[end]!.end);
    }
    for (const [heads, type] of LIST) {
      if (!heads.has(w.folded) || !after || !joins(w)) continue;
      const end = nameEnd(words, i + 1, type === "org", type === "office" && /^(?:de|del|y)$/.test(after.folded));
      if (end > i) {
        push(type, w.start, words[end]!.end);
        break;
      }
    }
  }
  return out;
}

/** The name behind a building begins with a capital, at once or after little words. */
function nameStarts(words: readonly Word[], i: number): boolean {
  for (let k = i; k < Math.min(words.length, i + 3); k++) {
    const w = words[k]!;
    if (capital(w)) return true;
    if (!LITTLE.has(w.folded) || !joins(w)) return false;
  }
  return false;
}

/** A word with a capital stands behind it without a mark: then it is part of a longer name. */
function capitalFollows(words: readonly Word[], i: number): boolean {
  const [w, after] = [words[i]!, words[i + 1]];
  return after !== undefined && w.next === "space" && !w.dot && (capital(after) || after.shape === "initial");
}
