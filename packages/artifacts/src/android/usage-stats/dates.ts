/**
 * Dates of the service `usagestats`, some of which are written as the language of the phone has it: `14/3/2026, 10:20 AM`, `3/14/2026, …`,
 * `14.03.2026, 10:20`, `2026/03/14 10:20`. Whether the day or the month comes first is told by the range of the list, which ends when the
 * report was made.
 * @module
 */
import { type Acquisition, type Moment, own } from "@contraluz/core";
import { dumpMoment } from "../../android-when.ts";
import { localMoment } from "../../local-time.ts";

export type Order = "day-first" | "month-first" | undefined;

const DATE =
  /(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})[^\d]{1,4}(\d{1,2}):(\d\d)(?::(\d\d))?(?:[\s\u00a0\u202f]{0,2}([aApP])\.?[\s\u00a0\u202f]?[mM])?/gu;
const two = (n: number | string): string => String(n).padStart(2, "0");

/** The order of day and month in a range (`a – b`), whose end is the day of the report; undefined where it cannot be told. */
export function orderOf(range: string, { taken }: Pick<Acquisition, "taken">): Order {
  const dates = [...range.slice(0, 200).matchAll(DATE)].filter((m) => m[1]!.length < 4);
  for (const m of dates) {
    if (Number(m[1]) > 12) return "day-first";
    if (Number(m[2]) > 12) return "month-first";
  }
  const day = /^\d{4}-(\d\d)-(\d\d)/.exec(taken?.wall ?? taken?.seen ?? "");
  const end = dates.at(-1);
  if (!day || !end || day[1] === day[2]) return undefined;
  const [month, date] = [Number(day[1]), Number(day[2])];
  const [a, b] = [Number(end[1]), Number(end[2])];
  return a === date && b === month ? "day-first" : a === month && b === date ? "month-first" : undefined;
}

/** The moment of a date; undefined where it is none, or where day and month cannot be told apart. */
export function dateOf(s: string, order: Order, acquisition: Acquisition): Moment | undefined {
  const plain = dumpMoment(s, acquisition);
  if (plain) return plain;
  const m = s.length > 60 ? undefined : [...s.matchAll(DATE)][0];
  if (!m) return undefined;
  const [a, b, c] = [m[1]!, m[2]!, m[3]!];
  let ymd: readonly [string, string, string] | undefined;
  if (a.length === 4) ymd = [a, b, c];
  else if (c.length !== 4) return undefined;
  else if (order === "day-first" || Number(a) > 12) ymd = [c, b, a];
  else if (order === "month-first" || Number(b) > 12 || a === b) ymd = [c, a, b];
  if (!ymd || ymd[0] < "2009") return undefined;
  const half = m[7]?.toLowerCase();
  const hour = (Number(m[4]) % (half ? 12 : 24)) + (half === "p" ? 12 : 0);
  const wall = `${ymd[0]}-${two(ymd[1])}-${two(ymd[2])}T${two(hour)}:${m[5]}:${m[6] ?? "00"}`;
  const at = localMoment(wall, own(s), acquisition);
  return at && m[6] === undefined ? { ...at, precision: "min" } : at;
}

/** Seconds of `33:06` or `1:02:03`. */
export function secondsOfClock(s: string | undefined): number | undefined {
  const m = s === undefined ? null : /^(?:(\d{1,6}):)?(\d{1,2}):(\d\d)$/.exec(s);
  return m ? Number(m[1] ?? 0) * 3600 + Number(m[2]) * 60 + Number(m[3]) : undefined;
}
