/** What a spoken time means for a computer: the first and the last moment that it can be. @module */
import { type Moment, type Precision, parseIso } from "@contraluz/core";
import { daysIn } from "./civil.ts";
import type { SpokenDate, SpokenPrecision, SpokenTime } from "./types.ts";

/** Minutes that the clocks of a zone were ahead of UTC at an instant (ms since 1970): `Platform.zoneOffset`. */
export type ZoneOffset = (zone: string, ms: number) => number | undefined;

/** The first wall clock of a date, or its last: `2026-11` begins on the first and ends on the thirtieth. */
export function edge(d: SpokenDate, end: boolean): string {
  const { wall, precision } = d;
  if (precision === "year") return end ? `${wall}-12-31` : `${wall}-01-01`;
  if (precision === "month")
    return end ? `${wall}-${daysIn(Number(wall.slice(0, 4)), Number(wall.slice(5, 7)))}` : `${wall}-01`;
  if (precision === "day") return wall;
  if (precision === "hour") return end ? `${wall}:59:59` : `${wall}:00:00`;
  return `${wall}:${end ? "59" : "00"}`;
}

/** `-06:00` of a zone at a wall clock. Undefined where the machine does not know the zone. */
function offsetOf(zone: string, wall: string, zoneOffset: ZoneOffset | undefined): string | undefined {
  if (/^[+-]\d\d:\d\d$/.test(zone)) return zone;
  if (zone === "UTC") return "Z";
  const utc = parseIso(`${wall}Z`);
  if (utc === undefined || !zoneOffset) return undefined;
  const ms = Number(utc / 1_000_000n);
  // The offset at the hour itself, not at the same number in UTC: the second look is after the shift.
  const first = zoneOffset(zone, ms);
  const minutes = first === undefined ? undefined : zoneOffset(zone, ms - first * 60_000);
  if (minutes === undefined || !Number.isInteger(minutes)) return undefined;
  const [h, m] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? "-" : "+"}${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`;
}

/** One end as ISO text. With a zone that is known: with its offset; else a bare wall clock, which is read by the clock of the phone. */
export function isoEdge(d: SpokenDate, end: boolean, zone?: string, zoneOffset?: ZoneOffset): string {
  const text = edge(d, end);
  if (zone === undefined) return text;
  const full = text.length > 10 ? text : `${text}T${end ? "23:59:59" : "00:00:00"}`;
  const offset = offsetOf(zone, full, zoneOffset);
  return offset === undefined ? text : `${full}${offset}`;
}

/** The window `[from, to]` of a Context. */
export function windowOf(t: SpokenTime, zoneOffset?: ZoneOffset): readonly [string, string] {
  return [isoEdge(t.from, false, t.zone, zoneOffset), isoEdge(t.to ?? t.from, true, t.zone, zoneOffset)];
}

/** A Moment knows no hour: rather less precise than more. */
const PRECISION: Readonly<Record<SpokenPrecision, Precision>> = {
  min: "min",
  hour: "day",
  day: "day",
  month: "month",
  year: "year",
};

/** The beginning as a Moment: an instant where the zone is known, else the wall clock as told. */
export function momentOf(t: SpokenTime, zoneOffset?: ZoneOffset): Moment {
  const text = isoEdge(t.from, false, t.zone, zoneOffset);
  const precision = PRECISION[t.from.precision];
  const utc = /(?:Z|[+-]\d\d:\d\d)$/.test(text) && text.includes("T") ? parseIso(text) : undefined;
  if (utc !== undefined) return { utc, seen: t.seen, zone: { name: t.zone ?? "UTC", from: "stated" }, precision };
  return { wall: text.length > 10 ? text : `${text}T00:00:00`, seen: t.seen, precision };
}

/** Order of two times: by their first wall clock, the more precise one first among equal ones. */
export function bySpoken(a: SpokenTime, b: SpokenTime): number {
  const [x, y] = [edge(a.from, false), edge(b.from, false)];
  return x < y ? -1 : x > y ? 1 : b.from.wall.length - a.from.wall.length;
}
