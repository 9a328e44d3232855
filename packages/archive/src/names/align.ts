/**
 * Reads one place of a page as a printing of the name that was asked: given names before the surnames or behind them, one surname, initials,
 * a husband's name, the surnames turned round. @module
 */
import type { Fit, Fitter } from "./fit.ts";
import type { Item } from "./items.ts";
import { IS_GIVEN, isName, PARTICLES, TITLES } from "./lexicon.ts";

export interface Words {
  readonly given: readonly Fitter[];
  readonly paternal: readonly Fitter[];
  readonly maternal: readonly Fitter[];
}

/** What was read of one surname or of the given names. */
export interface Read {
  readonly fits: readonly Fit[];
}

export interface Printing {
  readonly start: number;
  readonly end: number;
  /** One for each given name that was asked; undefined where it is not printed. */
  readonly given: readonly (Fit | undefined)[];
  /** A further given name that was not asked, or another one in its place; `like` how near it is to the asked one. */
  readonly otherGiven?: number;
  /** Empty: not printed, or nothing that can be read as it. */
  readonly paternal: readonly Fit[];
  readonly maternal: readonly Fit[];
  /** Another surname stands where the second one would; `like` as above. */
  readonly otherMaternal?: number;
  readonly husband: boolean;
  readonly order: "given-first" | "surname-first" | "turned";
  /** The little word of the first surname (de la Cruz) is printed. */
  readonly little: boolean;
}

const joins = (i: Item): boolean => i.gap === "join" || i.gap === "line";
const good = (f: Fit): boolean => f.kind !== "none" && f.kind !== "other";
const word = (f: Fit): boolean => good(f) && f.kind !== "initial";

/** «y» parts two people. */
const parts = (i: Item): boolean => (i.folded === "y" || i.folded === "e") && !i.dot;

/** A little word of a name; with a dot it is an initial. */
const small = (i: Item): boolean => PARTICLES.has(i.folded) && !(i.dot && i.folded.length === 1);

/** Fits of a surname at a place, one word behind the other; undefined where one does not fit. Little words between them are passed. */
function surnameAt(
  fitters: readonly Fitter[],
  items: readonly Item[],
  at: number,
): { fits: Fit[]; next: number } | undefined {
  const fits: Fit[] = [];
  let i = at;
  for (const [k, f] of fitters.entries()) {
    if (k > 0) while (i < items.length && joins(items[i]!) && small(items[i]!)) i++;
    const item = items[i];
    if (!item || (k > 0 && !joins(item))) {
      // Half of a long surname is it, too: Montes for Montes de Oca.
      return k > 0 ? { fits, next: i } : undefined;
    }
    const fit = f.fit(item.folded);
    if (!word(fit)) return k > 0 ? { fits, next: i } : undefined;
    fits.push(fit);
    i++;
  }
  return { fits, next: i };
}

/** A word that, where a name is expected, is another one. */
function stranger(item: Item, fits: readonly Fit[]): number | undefined {
  if (!item.capital || item.folded.length < 2 || TITLES.has(item.folded)) return undefined;
  const other = fits.filter((f) => f.kind === "other");
  return other.length > 0 || isName(item.folded) ? Math.max(0, ...other.map((f) => f.like)) : undefined;
}

interface Givens {
  readonly given: (Fit | undefined)[];
  readonly other?: number;
  /** Place of the outermost word that belongs to the name. */
  readonly edge: number;
}

/** Given names that were not asked and are passed on the way to one that was. */
const MOST_FURTHER = 2;

/** Given names on the left of a place, read from there outwards. */
function givenBefore(fitters: readonly Fitter[], items: readonly Item[], at: number): Givens {
  const given: (Fit | undefined)[] = fitters.map(() => undefined);
  let [left, edge, further] = [fitters.length, at, 0];
  let other: number | undefined;
  for (let i = at - 1; i >= 0; i--) {
    const gap = items[i + 1]!.gap;
    if (gap !== "join" && gap !== "line") break;
    const item = items[i]!;
    if (parts(item)) break;
    if (small(item)) continue;
    const fits = fitters.map((f) => f.fit(item.folded));
    let hit = -1;
    for (let k = left - 1; k >= 0 && hit < 0; k--) if (word(fits[k]!) || (good(fits[k]!) && item.capital)) hit = k;
    if (hit >= 0) {
      given[hit] = fits[hit]!;
      [left, edge] = [hit, i];
      continue;
    }
    // What ends the line above is often another person's.
    if (gap === "line") break;
    // An initial that is none of ours is another person's.
    const initial = item.folded.length === 1 && item.capital && !TITLES.has(item.folded) && item.dot;
    const strange = initial ? 0 : stranger(item, fits);
    if (strange === undefined) break;
    other = Math.max(other ?? 0, strange);
    // María Luz Basurto for María Basurto: one given name more than was asked.
    if (left === 0 || ++further > MOST_FURTHER || !(initial || IS_GIVEN.has(item.folded))) break;
  }
  return { given, edge, ...(other !== undefined && { other }) };
}

/** Given names on the right of the surnames. */
function givenAfter(fitters: readonly Fitter[], items: readonly Item[], at: number): Givens {
  const given: (Fit | undefined)[] = fitters.map(() => undefined);
  let [next, edge] = [0, at - 1];
  let other: number | undefined;
  for (let i = at; i < items.length; i++) {
    const item = items[i]!;
    if (item.gap === "break" || (item.gap === "comma" && i > at)) break;
    if (parts(item)) break;
    if (small(item)) continue;
    const fits = fitters.map((f) => f.fit(item.folded));
    const hit = fits.findIndex((f, k) => k >= next && good(f) && item.capital);
    if (hit >= 0) {
      given[hit] = fits[hit]!;
      [next, edge] = [hit + 1, i];
      continue;
    }
    if (item.gap === "line") break;
    // Behind all given names another may stand, or the next person of a list.
    if (next < fitters.length || IS_GIVEN.has(item.folded)) other = stranger(item, fits);
    break;
  }
  return { given, edge, ...(other !== undefined && { other }) };
}

interface Second {
  readonly fits: readonly Fit[];
  readonly other?: number;
  readonly husband: boolean;
  readonly next: number;
}

/** What stands behind the first surname. */
function secondAt(fitters: readonly Fitter[], items: readonly Item[], at: number): Second {
  let [i, de, widow, and] = [at, false, false, false];
  while (i < items.length && joins(items[i]!) && (small(items[i]!) || items[i]!.folded === "vda")) {
    if (parts(items[i]!)) and = true;
    if (items[i]!.folded === "de") de = true;
    if (items[i]!.folded === "vda") widow = true;
    i++;
  }
  const none: Second = { fits: [], husband: false, next: at };
  const item = items[i];
  if (!item || !joins(item)) return none;
  if (fitters.length > 0) {
    const s = surnameAt(fitters, items, i);
    if (s) return { fits: s.fits, husband: false, next: s.next };
    const first = fitters[0]!.fit(item.folded);
    if (first.kind === "initial" && item.capital && !and) return { fits: [first], husband: false, next: i + 1 };
  }
  if (item.folded.length === 1 && item.capital && item.dot && i === at && fitters.length > 0)
    return { ...none, other: 0, next: i + 1 };
  // What begins the next line, or stands behind «y», is often another person's.
  if (item.gap === "line" || and) return none;
  const fits = fitters.map((f) => f.fit(item.folded));
  const other =
    IS_GIVEN.has(item.folded) && !fits.some((f) => f.kind === "other" && f.like > 0) ? undefined : stranger(item, fits);
  if (other === undefined) return widow && item.capital ? { ...none, husband: true } : none;
  if (de || widow) return { fits: [], husband: true, next: i + 1 };
  return { fits: [], other, husband: false, next: at };
}

const littleBefore = (items: readonly Item[], at: number): boolean =>
  at > 0 && joins(items[at]!) && PARTICLES.has(items[at - 1]!.folded) && items[at - 1]!.folded !== "y";

function printing(
  items: readonly Item[],
  from: number,
  to: number,
  g: Givens,
  paternal: readonly Fit[],
  second: Second,
  order: Printing["order"],
  little: boolean,
): Printing {
  return {
    start: items[Math.max(0, from)]!.start,
    end: items[Math.min(items.length - 1, to)]!.end,
    given: g.given,
    ...(g.other !== undefined && { otherGiven: g.other }),
    paternal,
    maternal: second.fits,
    ...(second.other !== undefined && { otherMaternal: second.other }),
    husband: second.husband,
    order,
    little,
  };
}

const NOTHING: Second = { fits: [], husband: false, next: 0 };

/** All ways to read the name so that the word at `center` is one of its surnames. */
export function printings(w: Words, items: readonly Item[], center: number): Printing[] {
  const out: Printing[] = [];
  const p = surnameAt(w.paternal, items, center);
  const little = littleBefore(items, center);
  if (p && (little || w.paternal[0]!.word.length > 1)) {
    const second = secondAt(w.maternal, items, p.next);
    const before = givenBefore(w.given, items, center);
    const last = Math.max(p.next, second.next) - 1;
    out.push(printing(items, Math.min(before.edge, center), last, before, p.fits, second, "given-first", little));
    const after = givenAfter(w.given, items, Math.max(p.next, second.next));
    if (after.given.some((f) => f !== undefined))
      out.push(printing(items, center, Math.max(last, after.edge), after, p.fits, second, "surname-first", little));
  }
  const m = w.maternal.length > 0 ? surnameAt(w.maternal, items, center) : undefined;
  if (m) {
    // The surnames turned round: the second, then the first.
    const turned = surnameAt(w.paternal, items, m.next);
    const before = givenBefore(w.given, items, center);
    const second: Second = { fits: m.fits, husband: false, next: m.next };
    if (turned)
      out.push(
        printing(items, Math.min(before.edge, center), turned.next - 1, before, turned.fits, second, "turned", little),
      );
    else if (!p) {
      // The first surname cannot be read: given names, one word, the second surname.
      const gap = items[center - 1];
      const lost = gap && joins(items[center]!) && !PARTICLES.has(gap.folded) && gap.capital && !isName(gap.folded);
      if (lost) {
        const lostBefore = givenBefore(w.given, items, center - 1);
        out.push(
          printing(items, Math.min(lostBefore.edge, center - 1), center, lostBefore, [], second, "given-first", false),
        );
      }
      out.push(
        printing(items, Math.min(before.edge, center), center, before, [], { ...NOTHING, ...second }, "turned", little),
      );
    }
  }
  return out;
}
