/** What can be fuzzed: how a case is made and what reads it. @module */
import { LIMITS, PROBLEMS, type Problem } from "@contraluz/core";
import type { Dice } from "./dice.ts";
import type { Parts } from "./mutate.ts";

/** Limits of one case: DESIGN section 7. */
export const MEMORY: number = 512 * 2 ** 20;
export const CLOCK_MS: number = 5000;

/** What the drivers of one process saw. Also the judge of what parsers tell. */
export class Tally {
  /** Values, rows, entries that were read. */
  values = 0;
  problems = 0;
  /** Cases that the API refused with a ContraluzError, as it says it may. */
  refused = 0;

  /** The first thing that a reader told and no reader may tell: a finding. Not thrown, since readers catch. */
  broken: string | undefined;

  readonly report = (p: Problem): void => {
    this.problems++;
    this.broken ??= fault(p);
  };
}

/** What is wrong with a Problem itself. */
function fault(p: Problem): string | undefined {
  if (!Object.hasOwn(PROBLEMS, p.code)) return `a problem without words: ${p.code}`;
  if (p.offset !== undefined && !(Number.isFinite(p.offset) && p.offset >= 0)) return `${p.code} at offset ${p.offset}`;
  for (const text of [p.path, p.found, p.expected])
    if (text !== undefined && text.length > LIMITS.text) return `${p.code} of ${text.length} characters`;
  // Sources in memory cannot fail, and a reader that throws is told as one of these two.
  if (p.code === "artifact-failed" || p.code === "host-read") return `${p.code}: ${p.found}`;
  return undefined;
}

export interface Target {
  /** The case of these dice. */
  make(dice: Dice): Parts;
  /** Reads all that there is to read. What it throws is a finding, but for ContraluzError where `refuses`. */
  drive(parts: Parts, tally: Tally): Promise<void> | void;
  /** Its API may throw ContraluzError. */
  readonly refuses?: true;
  /** Inputs thought out by hand to cost as much as they can, driven under the same limits. */
  readonly bombs?: Readonly<Record<string, Bomb>>;
  /** Of the bombs those that once passed a limit: they run in every test. */
  readonly exploded?: readonly string[];
}

/** Makes the bytes, or drives by itself what is too large to be bytes (a stream, a source that has none). */
export type Bomb = (tally: Tally) => Parts | Promise<Parts | undefined> | undefined;
