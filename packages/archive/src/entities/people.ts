/**
 * Names of people: runs of capitals, names behind titles, surnames before a comma, surnames alone where the page names them in full
 * elsewhere. Common names come from the list of the archive; a rare name is known by its neighbours and by how the page writes it.
 * @module
 */
import { IS_GIVEN, IS_SURNAME, PARTICLES, SHORT, TITLES } from "../names/lexicon.ts";
import type { Word } from "./tokens.ts";
import type { Entity, PersonName } from "./types.ts";
import { NO_NAMES } from "./words.ts";

type Found = Omit<Entity, "text">;

/** Words of names that other pages of the same archive told: folded. */
export type NameWords = ReadonlySet<string>;

const MOST = 9;
/** Little words that stand inside names; the others (`y`, `el`) part two names. */
const INSIDE: ReadonlySet<string> = new Set(["de", "del", "la", "las", "los"]);

/** What a word can be inside a name. */
type Part = "given" | "surname" | "initial" | "unknown" | "little";

interface Piece {
  readonly at: number;
  readonly part: Part;
}

const isShort = (w: Word): boolean => w.dot && SHORT.has(w.folded);

function partOf(w: Word, free: (w: Word) => boolean, known: NameWords): Part | undefined {
  if (!free(w)) return undefined;
  if (INSIDE.has(w.folded) && w.shape !== "title") return "little";
  if (w.shape === "initial") return w.dot || w.text === "J" || w.text === "M" ? "initial" : undefined;
  if (w.shape !== "caps" && w.shape !== "title") return undefined;
  if (isShort(w)) return IS_GIVEN.has(SHORT.get(w.folded)![0]!) ? "given" : "surname";
  if (NO_NAMES.has(w.folded) || w.folded.endsWith("mente") || (w.dot && TITLES.has(w.folded))) return undefined;
  const [given, surname] = [IS_GIVEN.has(w.folded), IS_SURNAME.has(w.folded)];
  if (given && !surname) return "given";
  if (surname) return "surname";
  if (w.text.length < 3) return undefined;
  return known.has(w.folded) ? "surname" : "unknown";
}

/** Whether a name can go on behind this word. */
function goesOn(w: Word, part: Part, next: Word | undefined): boolean {
  if (!next || (w.next !== "space" && w.next !== "line")) return false;
  if (w.dot && part !== "initial" && !isShort(w)) return false;
  // A heading does not flow into the text below it.
  if (w.next === "line" && w.loud > 0.8 && next.loud <= 0.8) return false;
  return true;
}

/** The pieces of a run of name words that begins at `i`. */
function runAt(words: readonly Word[], i: number, free: (w: Word) => boolean, known: NameWords): Piece[] {
  const out: Piece[] = [];
  for (let at = i; at < words.length && out.length < MOST; at++) {
    const w = words[at]!;
    let part = isLetterO(words, at) ? "surname" : partOf(w, free, known);
    if (part !== undefined && out.length > 0 && out[0]!.part === "little" && WITH_LITTLE.has(w.folded))
      part = "surname";
    if (part === undefined || (out.length === 0 && part === "little" && !startsWithLittle(words, at, free, known)))
      break;
    out.push({ at, part });
    if (!goesOn(w, part, words[at + 1])) break;
  }
  while (out.length > 0 && out.at(-1)!.part === "little") out.pop();
  return out;
}

/** `de la O`. */
const isLetterO = (words: readonly Word[], at: number): boolean =>
  words[at]!.text === "O" &&
  words[at - 1]?.folded === "la" &&
  words[at - 2]?.folded === "de" &&
  words[at - 1]!.next === "space";

/** Surnames that carry their little words with them. */
const WITH_LITTLE: ReadonlySet<string> = new Set(
  "cruz rio leon angel o torre rosa fuente garza vega pena mora paz luna barrera alba haro llave llata cueva maza parra huerta riva rivas monte montes valle castillo".split(
    " ",
  ),
);

/** `de la Cruz`, `del Ángel`: a surname may begin with little words, where it is one that does and the words before are none that ask for `de`. */
function startsWithLittle(words: readonly Word[], at: number, free: (w: Word) => boolean, known: NameWords): boolean {
  const before = words[at - 1];
  const w0 = words[at]!;
  const loose =
    !before ||
    before.next === "break" ||
    before.next === "comma" ||
    w0.first ||
    (w0.shape === "caps" && w0.loud < 0.8) ||
    /^(?:por|con|y|e|a|ni|o|contra|aparecen|asistieron|que)$/.test(before.folded);
  if (!loose) return false;
  for (let k = at; k < at + 3; k++) {
    const w = words[k];
    const part = w && (isLetterO(words, k) ? "surname" : partOf(w, free, known));
    if (part === undefined) return false;
    if (part !== "little") return WITH_LITTLE.has(w!.folded);
  }
  return false;
}

/** The title before a name: `C.`, `Lic.`, `Gral.`; undefined if there is none. */
function titleBefore(words: readonly Word[], i: number): string | undefined {
  const w = words[i - 1];
  if (!w || (w.next !== "space" && w.next !== "line")) return undefined;
  if (!TITLES.has(w.folded) || NO_NAMES.has(w.folded)) return undefined;
  return w.dot || w.shape !== "lower" ? w.text : undefined;
}

const EVERY: readonly Part[] = ["given", "surname", "unknown"];

/** Whether a run of pieces is a name, as far as can be said. */
function isName(words: readonly Word[], run: readonly Piece[], known: NameWords): boolean {
  const of = (p: Part): number => run.filter((x) => x.part === p).length;
  const [given, surname, unknown, initial] = [of("given"), of("surname"), of("unknown"), of("initial")];
  const first = words[run[0]!.at]!;
  const full = given + surname + unknown;
  if (full === 0) return false;
  if (titleBefore(words, run[0]!.at) !== undefined && full + initial >= 1) return true;
  // Where everything is in capitals, they say nothing.
  const loud = first.loud > 0.8;
  if (full + initial >= 2) {
    if (given + surname === 0)
      return !loud && (first.shape === "initial" ? first.dot : first.shape === "caps" && !first.first);
    return unknown <= given + surname || !loud;
  }
  const w = words[run.find((x) => EVERY.includes(x.part))!.at]!;
  if (given === 1) return false;
  if (surname === 1) return known.has(w.folded) || !loud || IS_SURNAME.has(w.folded);
  // A word that no list knows, alone: in capitals inside a quiet line, long enough.
  return !loud && w.shape === "caps" && w.text.length >= 5;
}

/** Splits a run of words of one shape where a name begins anew, and cuts what is no name from its ends. */
function trim(words: readonly Word[], run: readonly Piece[]): Piece[] {
  let from = 0;
  // `Minutos después Castillo`: a word that begins a sentence and no list knows is no name before one that is.
  const first = words[run[0]!.at]!;
  const second = run[1] && words[run[1].at];
  if (run[0]!.part === "unknown" && first.first && first.shape === "title" && second && second.shape !== first.shape)
    from = 1;
  let to = run.length;
  if (first.shout) {
    while (from < to && run[from]!.part === "unknown") from++;
    while (to > from && (run[to - 1]!.part === "unknown" || run[to - 1]!.part === "little")) to--;
  }
  return run.slice(from, to);
}

/** `ZALDÍVAR ALVARADO, Salvador`: surnames, a comma, a given name. */
function inverted(
  words: readonly Word[],
  run: readonly Piece[],
  free: (w: Word) => boolean,
  known: NameWords,
): Piece[] {
  const last = words[run.at(-1)!.at]!;
  if (last.next !== "comma" || run.length > 4 || run.some((p) => p.part === "given")) return [];
  if (run[0]!.part === "initial") return [];
  const rest = runAt(words, run.at(-1)!.at + 1, free, known);
  if (rest.length === 0 || rest.length > 4) return [];
  if (!rest.every((p) => p.part === "given" || p.part === "initial" || p.part === "little")) return [];
  return words[rest[0]!.at]!.shape === "lower" ? [] : rest;
}

const upper = (w: string): string => (w.length === 0 ? w : w[0]!.toUpperCase() + w.slice(1).toLowerCase());

/** Direct order, small letters but the first, shortened names as they stand. */
function nameOf(words: readonly Word[], pieces: readonly Piece[]): string {
  return pieces
    .map(({ at }) => {
      const w = words[at]!;
      if (PARTICLES.has(w.folded)) return w.text.toLowerCase();
      return upper(w.text) + (w.dot && (w.shape === "initial" || isShort(w)) ? "." : "");
    })
    .join(" ");
}

/** Given names first, as far as the list knows them; what follows are surnames. */
function nameParts(words: readonly Word[], run: readonly Piece[], rest: readonly Piece[]): PersonName {
  const bare = (list: readonly Piece[]): Piece[] => list.filter((p) => p.part !== "little");
  const text = (list: readonly Piece[]): string => list.map((p) => wordIn(words[p.at]!)).join(" ");
  if (rest.length > 0) return { given: text(bare(rest)), surnames: text(bare(run)) };
  const all = bare(run);
  let n = 0;
  while (n < all.length && (all[n]!.part === "given" || all[n]!.part === "initial")) n++;
  // A rare given name: three words, the first of which no list knows.
  if (n === 0 && all.length >= 3 && all[0]!.part === "unknown") n = 1;
  // Of given names alone the last may be a surname: nothing is known of it.
  return { given: text(all.slice(0, n)), surnames: text(all.slice(n)) };
}

/** Shortened names written out, where one name is meant. */
function wordIn(w: Word): string {
  const long = isShort(w) ? SHORT.get(w.folded)! : [];
  return long.length === 1 ? long[0]! : w.folded;
}

export interface NameRun {
  readonly found: Found;
  /** Folded words of the name, but given names, initials and little ones. */
  readonly surnames: readonly string[];
  /** More than a surname alone. */
  readonly full: boolean;
}

/** Names in a text. `free` is false for words that belong to something else (a place, a date). */
export function namesIn(words: readonly Word[], free: (w: Word) => boolean, known: NameWords): NameRun[] {
  const out: NameRun[] = [];
  for (let i = 0; i < words.length; i++) {
    let run = runAt(words, i, free, known);
    if (run.length === 0) continue;
    run = trim(words, run);
    if (run.length === 0) continue;
    const end = run.at(-1)!.at;
    const rest = inverted(words, run, free, known);
    const last = rest.length > 0 ? rest.at(-1)!.at : end;
    if (rest.length > 0 || isName(words, run, known)) {
      const title = titleBefore(words, run[0]!.at);
      const lastWord = words[last]!;
      const stop = lastWord.dot && (lastWord.shape === "initial" || isShort(lastWord)) ? 1 : 0;
      const parts = [...run, ...rest];
      out.push({
        found: {
          type: "person",
          span: [words[run[0]!.at]!.start, lastWord.end + stop],
          value: nameOf(words, [...rest, ...run]),
          ...(title === undefined ? {} : { title }),
          name: nameParts(words, run, rest),
        },
        surnames: run
          .filter((p) => p.part === "surname" || p.part === "unknown")
          .map((p) => words[p.at]!.folded)
          .filter((w) => w.length >= 3),
        full: parts.filter((p) => p.part !== "little").length > 1,
      });
    }
    i = last;
  }
  return out;
}
