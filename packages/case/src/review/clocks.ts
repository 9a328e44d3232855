/**
 * Clocks that were wrong: what a person says of one, and which corrections stand. Records keep their times; the timeline adds the
 * correction, and shows both.
 * @module
 */
import type { Result } from "@contraluz/core";
import type { Actions } from "../log/actions.ts";

/** What a person says: the clock was fast, or slow, by so many minutes. */
export interface ClockSaid {
  readonly check: string;
  /** Left out: all of the check. */
  readonly artifact?: string;
  readonly way: "fast" | "slow";
  /** As it was typed: `7`, `7.5`, `90`, `1:30` (hours and minutes). */
  readonly minutes: string;
  readonly why: string;
}

export type ClockRefusal = "no-check" | "no-place" | "no-amount" | "no-reason" | "no-correction";

/** A clock that is wrong by more was never set: its times say nothing, corrected or not. A hundred years. */
const MOST_MINUTES = 100 * 366 * 24 * 60;
const WHY_MOST = 2000;

function minutesOf(typed: string): number | undefined {
  const text = typed.trim();
  const hours = /^(\d{1,7}):([0-5]\d)$/.exec(text);
  const n = hours
    ? Number(hours[1]) * 60 + Number(hours[2])
    : /^\d{1,9}(?:[.,]\d{1,4})?$/.test(text)
      ? Number(text.replace(",", "."))
      : 0;
  return n * 60 >= 0.5 && n <= MOST_MINUTES ? n : undefined;
}

/** The entry that says so, or what is missing. `result`: the stored one of a check of the case. */
export function readClock(
  said: ClockSaid,
  result: (check: string) => Pick<Result, "records"> | undefined,
): { readonly data: Actions["clock"] } | { readonly refused: ClockRefusal } {
  const of = result(said.check);
  if (!of) return { refused: "no-check" };
  if (said.artifact !== undefined && !Object.hasOwn(of.records, said.artifact)) return { refused: "no-place" };
  const minutes = minutesOf(said.minutes);
  if (minutes === undefined) return { refused: "no-amount" };
  const why = said.why.trim().slice(0, WHY_MOST);
  if (why === "") return { refused: "no-reason" };
  const seconds = Math.round(minutes * 60) * (said.way === "fast" ? -1 : 1);
  const place = said.artifact === undefined ? {} : { artifact: said.artifact };
  return { data: { check: said.check, ...place, seconds, why } };
}

/** Takes a correction back: `of` is the entry that made it. `standing`: those that hold now. */
export function undoClock(
  of: number,
  why: string,
  standing: readonly (Actions["clock"] & { readonly seq: number })[],
): { readonly data: Actions["clock"] } | { readonly refused: ClockRefusal } {
  const found = standing.find((c) => c.seq === of);
  if (!found) return { refused: "no-correction" };
  const reason = why.trim().slice(0, WHY_MOST);
  if (reason === "") return { refused: "no-reason" };
  const place = found.artifact === undefined ? {} : { artifact: found.artifact };
  // A program that does not know `undoes` reads that nothing is added.
  return { data: { check: found.check, ...place, seconds: 0, why: reason, undoes: of } };
}

/** The corrections that stand, oldest first: without those that were taken back, and without the entries that did so. */
export function standingClocks<T extends Actions["clock"] & { readonly seq: number }>(all: readonly T[]): readonly T[] {
  const undone = new Set(all.flatMap((c) => (typeof c.undoes === "number" ? [c.undoes] : [])));
  return all.filter((c) => c.undoes === undefined && !undone.has(c.seq));
}
