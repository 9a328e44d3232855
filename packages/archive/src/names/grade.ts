/**
 * What a printing is worth: `same`, `likely` or `possible`, with the reasons; or nothing. No grade says that it is the same person: two
 * people can bear one name, so a name that many bear is never `same`.
 * @module
 */
import type { Printing, Words } from "./align.ts";
import type { Fit } from "./fit.ts";
import { BEGINS_DOUBLE } from "./lexicon.ts";
import type { NameQuery } from "./parse.ts";

export type NameGrade = "same" | "likely" | "possible";
export const NAME_GRADES: readonly NameGrade[] = ["same", "likely", "possible"];

export type NameReason =
  | "whole"
  | "both-surnames"
  | "given-and-surname"
  | "initial-and-surname"
  | "surname-only"
  | "alias"
  | "given-shortened"
  | "some-given"
  | "misread"
  | "sounds-alike"
  | "second-initial"
  | "turned-round"
  | "husband"
  | "surname-unread"
  | "common-name"
  | "double-name"
  | "near-other-name"
  | "little-word";

export interface Graded {
  readonly grade: NameGrade;
  readonly reasons: readonly NameReason[];
  /** For order within a grade: how much of the name is printed, and how well. */
  readonly weight: number;
}

/** How rare the parts of a name are: share of people, or pages, that bear each. */
export interface Rarity {
  readonly given: readonly number[];
  readonly paternal: number;
  readonly maternal: number;
}

/** A name borne by more than one of so many people is not told apart by itself. */
const TOLD_APART = 2 ** -19;
/** A surname that less than one of so many bears says much alone. */
const RARE = 1 / 400;

const SHARP = new Set(["exact", "short", "ocr"]);
const sharp = (f: Fit | undefined): boolean => f !== undefined && SHARP.has(f.kind) && f.like >= 0.95;
const least = (fits: readonly Fit[]): number => Math.min(1, ...fits.map((f) => f.like));

/** Undefined: too little, or another person's name. */
export function gradeOf(q: NameQuery, w: Words, p: Printing, rarity: Rarity): Graded | undefined {
  const printed = p.given.filter((f): f is Fit => f !== undefined);
  const words = printed.filter((f) => f.kind !== "initial");
  const all = printed.length === w.given.length && printed.length > 0;
  const initialAsked = w.maternal.length > 0 && w.maternal[0]!.word.length === 1;
  const pat = p.paternal.length > 0;
  const patWhole = p.paternal.length === w.paternal.length && pat;
  const mat = p.maternal.length > 0 && p.maternal[0]!.kind !== "initial" && p.maternal.length === w.maternal.length;
  const matInitial = p.maternal.length > 0 && !mat;
  const like = least([...printed, ...p.paternal, ...p.maternal].filter((f) => f.kind !== "initial"));
  const rarePat = rarity.paternal < RARE;
  const rareMat = rarity.maternal < RARE;
  const reasons = new Set<NameReason>();
  const fits = [...printed, ...p.paternal, ...p.maternal];
  if (fits.some((f) => f.kind === "ocr" || f.kind === "near")) reasons.add("misread");
  if (fits.some((f) => f.kind === "sound")) reasons.add("sounds-alike");
  if (printed.some((f) => f.kind === "short" || f.kind === "initial")) reasons.add("given-shortened");
  if (p.order === "turned" && pat) reasons.add("turned-round");
  if (p.husband) reasons.add("husband");
  if (matInitial) reasons.add("second-initial");
  if (printed.length > 0 && !all) reasons.add("some-given");
  const give = (grade: NameGrade, why: NameReason): Graded => ({
    grade,
    reasons: [why, ...[...reasons].filter((r) => r !== why)],
    weight: printed.length + words.length + 2 * (pat ? 1 : 0) + 2 * (mat ? 1 : 0) + (matInitial ? 0.5 : 0) + like,
  });
  // Another person: a given name, or a second surname, that is not the asked one. Near enough to be misread, it is possible.
  if (p.otherGiven !== undefined) {
    if (words.length === 0) {
      const near = p.otherGiven >= 0.7 && pat && mat && like >= 0.9;
      reasons.add("near-other-name");
      return near ? give("possible", "both-surnames") : undefined;
    }
    // José Luis for Luis, or a given name more than was asked.
    reasons.add("some-given");
  }
  if (p.otherMaternal !== undefined) {
    reasons.add("near-other-name");
    return p.otherMaternal >= 0.7 && all && words.length > 0 && like >= 0.9
      ? give("possible", "given-and-surname")
      : undefined;
  }
  if (!pat) {
    // The first surname is not there: the given names and the second one.
    if (!mat || words.length === 0 || like < 0.8) return undefined;
    reasons.add("surname-unread");
    return give("possible", "given-and-surname");
  }
  if (p.order === "turned")
    return words.length > 0 || rarePat || rareMat ? give("possible", "both-surnames") : undefined;
  if (mat || (matInitial && initialAsked)) {
    if (words.length > 0) {
      const chance = rarity.given.reduce((n, g) => n * g, 1) * rarity.paternal * rarity.maternal;
      const exact =
        all && printed.every(sharp) && p.paternal.every(sharp) && p.maternal.every(sharp) && patWhole && mat;
      const littleAgrees = p.little === q.paternal.little;
      if (exact && !littleAgrees) reasons.add("little-word");
      if (exact && littleAgrees && p.otherGiven === undefined) {
        // A brother, Luis Alberto, is written Luis too, and bears the same surnames.
        const double = q.given.length === 1 && BEGINS_DOUBLE.has(q.given[0]!);
        if (chance <= TOLD_APART && !double) return give("same", "whole");
        reasons.add(double ? "double-name" : "common-name");
      }
      return give(like >= 0.65 ? "likely" : "possible", "whole");
    }
    if (printed.length > 0) return give((rarePat || rareMat) && mat ? "likely" : "possible", "both-surnames");
    // Only the initial of the second surname was asked: it must be a whole one that is printed, or the first one rare.
    if (!mat && !rarePat && (p.maternal[0]?.like ?? 0) < 0.7) return undefined;
    return give("possible", "both-surnames");
  }
  if (words.length > 0) {
    const strong = all && like >= 0.8 && p.otherGiven === undefined && (rarePat || words.length > 1 || matInitial);
    return give(strong ? "likely" : "possible", "given-and-surname");
  }
  if (printed.length > 0) return p.otherGiven === undefined ? give("possible", "initial-and-surname") : undefined;
  return rarePat && like >= 0.9 && p.otherGiven === undefined ? give("possible", "surname-only") : undefined;
}
