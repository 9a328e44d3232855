/**
 * A name as somebody types it: given names, first surname, second surname, in either order, with little words and initials.
 * @module
 */
import { tokens } from "../fold/index.ts";
import { DOUBLE, IS_GIVEN, IS_SURNAME, PARTICLES, TITLES } from "./lexicon.ts";

export const NAME_LIMITS = { length: 200, words: 10, names: 500, aliases: 10 } as const;

/** A surname can be several words: Montes de Oca. `little`: it is borne with its little word: de la Cruz. */
export interface Surname {
  readonly words: readonly string[];
  readonly little: boolean;
}

export interface NameQuery {
  readonly typed: string;
  /** Folded, without little words. Empty if only surnames were typed. */
  readonly given: readonly string[];
  readonly paternal: Surname;
  readonly maternal?: Surname;
  /** Other names of this person, each as folded words: «El Tigre». */
  readonly aliases: readonly (readonly string[])[];
}

interface Unit {
  readonly words: readonly string[];
  readonly little: boolean;
  /** Begins behind a comma. */
  readonly comma: boolean;
}

const LETTER = /\p{L}/u;
/** Without such a word there is no name: figures, or initials alone. */
const WORD = /\p{L}{2}/u;

/** The words with the little ones joined to what they belong to: `de la Luz`, `Montes de Oca`. */
function units(text: string): Unit[] {
  const list = tokens(text);
  const out: Unit[] = [];
  let [little, comma, end] = [false, false, 0];
  for (const t of list) {
    if (text.slice(end, t.start).includes(",")) comma = true;
    end = t.end;
    if (TITLES.has(t.folded) && (out.length === 0 || t.folded.length > 3) && t.folded.length > 1) continue;
    // The number before a name in a list, or a street's behind it.
    if (!LETTER.test(t.folded)) continue;
    if (PARTICLES.has(t.folded) && t !== list.at(-1)) {
      little = true;
      continue;
    }
    const last = out.at(-1);
    if (last && little && !comma && DOUBLE.has(`${last.words.join(" ")} ${t.folded}`))
      out[out.length - 1] = { ...last, words: [...last.words, t.folded] };
    else out.push({ words: [t.folded], little, comma });
    [little, comma] = [false, false];
  }
  return out;
}

const surname = (u: Unit): Surname => ({ words: u.words, little: u.little });

/** Reads a name in one of both orders; `list`: units in the order given names, surnames. */
function named(typed: string, given: readonly Unit[], sur: readonly Unit[], aliases: NameQuery["aliases"]): NameQuery {
  const [paternal, maternal] = sur;
  return {
    typed,
    given: given.flatMap((u) => u.words),
    paternal: surname(paternal!),
    ...(maternal && { maternal: surname(maternal) }),
    aliases,
  };
}

/** How much a unit looks like one or the other: positive for a given name, negative for a surname. */
function leaning(u: Unit): number {
  const w = u.words[0]!;
  if (u.words.length > 1) return -2;
  if (IS_GIVEN.has(w) === IS_SURNAME.has(w)) return /ez$/.test(w) ? -1 : 0;
  return IS_GIVEN.has(w) ? 1 : -1;
}

/** Undefined for what holds no name, or more words than a name has. */
export function parseName(text: string, alias: readonly string[] = []): NameQuery | undefined {
  if (text.length > NAME_LIMITS.length) return undefined;
  const typed = text.trim();
  const aliases = alias
    .slice(0, NAME_LIMITS.aliases)
    .map((a) => tokens(a.slice(0, NAME_LIMITS.length)).map((t) => t.folded))
    .filter((a) => a.length > 0 && a.length <= NAME_LIMITS.words);
  const list = units(typed);
  if (!list.some((u) => u.words.some((w) => WORD.test(w))) || list.length > NAME_LIMITS.words) return undefined;
  if (list.length === 1) return named(typed, [], list, aliases);
  const comma = list.findIndex((u) => u.comma);
  if (comma > 0 && comma <= 2) return named(typed, list.slice(comma), list.slice(0, comma), aliases);
  if (list.length === 2) {
    // Two surnames, or one of each.
    const surnamesOnly = leaning(list[0]!) < 0 && leaning(list[1]!) < 0;
    if (surnamesOnly) return named(typed, [], list, aliases);
    const turned = leaning(list[0]!) < 0 && leaning(list[1]!) > 0;
    return turned ? named(typed, [list[1]!], [list[0]!], aliases) : named(typed, [list[0]!], [list[1]!], aliases);
  }
  const first = leaning(list[0]!) + (list[0]!.little ? -1 : 0);
  const last = leaning(list.at(-1)!) + (list.at(-1)!.little && leaning(list.at(-1)!) <= 0 ? -1 : 0);
  // An initial at the end is a second surname, not a given name.
  const turned =
    first < last &&
    list.at(-1)!.words[0]!.length > 1 &&
    (first < 0 || last > 0) &&
    !(first >= 0 && leaning(list[1]!) > 0);
  return turned
    ? named(typed, list.slice(2), list.slice(0, 2), aliases)
    : named(typed, list.slice(0, -2), list.slice(-2), aliases);
}
