/**
 * Times of logs that name no zone: the phone's clock when the line was written. The one zone that is known is that of the moment
 * when the evidence was made, so an instant is an assumption and says so; without it the wall clock stands alone.
 * @module
 */
import { type Acquisition, type Moment, type Precision, parseIso } from "@contraluz/core";

const MONTHS: Readonly<Record<string, string>> = {
  Jan: "01",
  Feb: "02",
  Mar: "03",
  Apr: "04",
  May: "05",
  Jun: "06",
  Jul: "07",
  Aug: "08",
  Sep: "09",
  Oct: "10",
  Nov: "11",
  Dec: "12",
};

const WALL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(\d{1,9}))?$/;
/** `Mon Sep  2 05:47:19 2024`, at the start of a line: C's asctime. */
const ASCTIME = /^(?:[A-Z][a-z]{2} )?([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})/;

/** How fine a clock is that is written with so many decimals. */
export function precisionOf(digits: string | undefined): Precision {
  if (digits === undefined) return "s";
  return digits.length <= 3 ? "ms" : digits.length <= 6 ? "us" : "ns";
}

/**
 * The moment of a wall clock, `2024-09-02T05:47:19` with up to nine decimals; undefined for what is no date. `seen` is the text of
 * the log.
 * @example localMoment("2024-09-02T05:47:19", "Mon Sep  2 05:47:19 2024", run.acquisition)
 */
export function localMoment(wall: string, seen: string, acquisition: Pick<Acquisition, "zone">): Moment | undefined {
  const m = WALL.exec(wall);
  const utc = m && parseIso(`${wall}${/^[+-]\d\d:\d\d$/.test(acquisition.zone ?? "") ? acquisition.zone : "Z"}`);
  // A date that the calendar does not have, or no date of a phone.
  if (!m || utc === undefined || utc === null || utc <= 0n || wall >= "2200") return undefined;
  const precision = precisionOf(m[1]);
  if (acquisition.zone === undefined) return { wall, seen, precision };
  return { utc, seen, zone: { name: acquisition.zone, from: "assumed" }, precision };
}

/** The wall clock at the start of a line as C's asctime writes it, and the text that it is; undefined where there is none. */
export function asctime(line: string): { readonly wall: string; readonly seen: string } | undefined {
  const m = ASCTIME.exec(line);
  const month = m && MONTHS[m[1]!];
  return month ? { wall: `${m[4]}-${month}-${m[2]!.padStart(2, "0")}T${m[3]}`, seen: m[0] } : undefined;
}
