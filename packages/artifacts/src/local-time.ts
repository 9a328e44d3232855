/**
 * Times of logs that name no zone: the phone's clock when the line was written. The one zone that is known is that of the moment
 * when the evidence was made, so an instant is an assumption and says so; without it the wall clock stands alone. Where the evidence
 * names the zone of the device, and not its offset alone, wall clocks are read by the offsets that the zone had then.
 * @module
 */
import { type Acquisition, type Moment, type Precision, parseIso, type ZoneOffset } from "@contraluz/core";

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

const MINUTE = 60_000_000_000n;
const WALL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(\d{1,9}))?$/;
/** `Mon Sep  2 05:47:19 2024`, at the start of a line: C's asctime. */
const ASCTIME = /^(?:[A-Z][a-z]{2} )?([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})/;

/** How fine a clock is that is written with so many decimals. */
export function precisionOf(digits: string | undefined): Precision {
  if (digits === undefined) return "s";
  return digits.length <= 3 ? "ms" : digits.length <= 6 ? "us" : "ns";
}

/** Of each offset, the wall clock at which the next one began, in nanoseconds: worked out once for all moments of an evidence. */
const ENDS = new WeakMap<readonly ZoneOffset[], readonly bigint[]>();

function endsOf(offsets: readonly ZoneOffset[]): readonly bigint[] {
  const known = ENDS.get(offsets);
  if (known) return known;
  const ends: bigint[] = [];
  for (const [i, { minutes }] of offsets.entries()) {
    const next = offsets[i + 1];
    const until = next && parseIso(next.from);
    if (until === undefined) break;
    ends.push(until + BigInt(minutes) * MINUTE);
  }
  ENDS.set(offsets, ends);
  return ends;
}

/** The offset that a wall clock had. Of an hour that comes twice the first; of one that does not exist, that after it. */
function minutesAt(offsets: readonly ZoneOffset[], wall: bigint): number {
  const ends = endsOf(offsets);
  const i = ends.findIndex((end) => wall < end);
  return offsets[i < 0 ? ends.length : i]?.minutes ?? 0;
}

/**
 * The moment of a wall clock, `2024-09-02T05:47:19` with up to nine decimals; undefined for what is no date. `seen` is the text of
 * the log.
 * @example localMoment("2024-09-02T05:47:19", "Mon Sep  2 05:47:19 2024", run.acquisition)
 */
export function localMoment(
  wall: string,
  seen: string,
  acquisition: Pick<Acquisition, "zone" | "offsets">,
): Moment | undefined {
  const m = WALL.exec(wall);
  const utc = m && parseIso(`${wall}${/^[+-]\d\d:\d\d$/.test(acquisition.zone ?? "") ? acquisition.zone : "Z"}`);
  // A date that the calendar does not have, or no date of a phone.
  if (!m || utc === undefined || utc === null || utc <= 0n || wall >= "2200") return undefined;
  const precision = precisionOf(m[1]);
  const { zone, offsets } = acquisition;
  if (zone === undefined) return { wall, seen, precision };
  if (offsets && offsets.length > 0) {
    const instant = utc - BigInt(minutesAt(offsets, utc)) * MINUTE;
    return instant > 0n ? { utc: instant, seen, zone: { name: zone, from: "device" }, precision } : undefined;
  }
  return { utc, seen, zone: { name: zone, from: "assumed" }, precision };
}

/** The wall clock at the start of a line as C's asctime writes it, and the text that it is; undefined where there is none. */
export function asctime(line: string): { readonly wall: string; readonly seen: string } | undefined {
  const m = ASCTIME.exec(line);
  const month = m && MONTHS[m[1]!];
  return month ? { wall: `${m[4]}-${month}-${m[2]!.padStart(2, "0")}T${m[3]}`, seen: m[0] } : undefined;
}
