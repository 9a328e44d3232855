/**
 * Two stretches of time that decide what a trace of Android means: when the phone was out of the person's hands, and when the
 * evidence itself was made. Whoever makes the copy uses a cable, a key and a shell: that is told as what it is.
 * @module
 */
import { type ArtifactRecord, type Context, type Moment, parseIso } from "@contraluz/core";

/** When AndroidQF ran. */
export interface Made {
  readonly from: bigint;
  readonly to: bigint;
}
export interface MadeFact {
  readonly made: Made;
}

export const ACQUISITION = "android/acquisition";

const MINUTE = 60_000_000_000n;
/** Clocks of a phone and of a computer differ. */
const SLACK = 5n * MINUTE;
/** Where nothing says when the work on the copy began: a report with its preparations. */
const BEFORE = 60n * MINUTE;
const AFTER = 30n * MINUTE;
/** Nobody collects from a phone for longer than this. */
const LONGEST = 24n * 60n * MINUTE;

/** What `android/acquisition` tells. */
export function madeOf(r: ArtifactRecord): MadeFact | undefined {
  if (r.kind !== "acquisition") return undefined;
  const from = (r.fields.started as Moment | undefined)?.utc;
  const to = (r.fields.completed as Moment | undefined)?.utc;
  if (typeof from !== "bigint") return undefined;
  const end = typeof to === "bigint" && to >= from && to - from <= LONGEST ? to : from + BEFORE;
  return { made: { from: from - SLACK, to: end + SLACK } };
}

/** True of what belongs to the making of the evidence. */
export function madeBy(facts: Iterable<object>, context: Context): (utc: bigint | undefined) => boolean {
  const windows: Made[] = [];
  for (const f of facts) if ("made" in f) windows.push((f as MadeFact).made);
  const asOf = parseIso(context.asOf);
  if (windows.length === 0 && asOf !== undefined) windows.push({ from: asOf - BEFORE, to: asOf + AFTER });
  return (utc) => utc !== undefined && windows.some((w) => utc >= w.from && utc <= w.to);
}

/** A window of the context, with its texts. */
export interface Custody {
  readonly from: bigint;
  readonly to: bigint;
  readonly text: readonly [string, string];
}

/** The windows in which the phone was out of the person's hands; a date alone means the whole day. */
export function custodyOf(context: Context): readonly Custody[] {
  return context.custody.flatMap(([from, to]): Custody[] => {
    const [a, b] = [parseIso(from), parseIso(to)];
    if (a === undefined || b === undefined) return [];
    return [{ from: a, to: /T|\s/.test(to) ? b : b + 86_399_999_999_999n, text: [from, to] }];
  });
}

export function isIn(utc: bigint | undefined, w: { readonly from: bigint; readonly to: bigint }): boolean {
  return utc !== undefined && utc >= w.from && utc <= w.to;
}

/** How far apart two bounds may lie and still tell when something was. */
const CLOSE = 12n * 60n * MINUTE;

/** When a key of adb was last used: the moment itself, or the middle of two bounds that lie close together. */
export function lastUse(r: ArtifactRecord): bigint | undefined {
  const utc = (m: unknown): bigint | undefined => {
    const ns = (m as Moment | undefined)?.utc;
    return typeof ns === "bigint" ? ns : undefined;
  };
  const known = r.at?.utc ?? utc(r.fields.last);
  const [after, before] = [utc(r.fields.after), utc(r.fields.before)];
  if (known !== undefined || after === undefined || before === undefined) return known;
  return before >= after && before - after <= CLOSE ? (after + before) / 2n : undefined;
}
