/** Days and hours in a zone, by the browser's table of zones. @module */

/** Where the distance to UTC changes: from `at[i]` on it is `offset[i]`, in milliseconds. */
export interface Zone {
  readonly name: string;
  readonly at: readonly number[];
  readonly offset: readonly number[];
}

export const UTC: Zone = { name: "UTC", at: [], offset: [0] };
export const DAY = 86_400_000;
/** Steps in which a change is looked for: shorter than a summer time, or a Ramadan without one. */
const STEP = 7 * DAY;
/** Browsers know no changes of zones outside. */
const [FIRST, LAST] = [Date.UTC(1970, 0, 1), Date.UTC(2100, 0, 1)];

function offsetNow(format: Intl.DateTimeFormat, ms: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(ms)) part[type] = Number(value);
  const wall = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour! % 24, part.minute!, part.second!);
  return wall - Math.floor(ms / 1000) * 1000;
}

/** The zone between two instants. One that the browser does not know is UTC. */
export function zoneOf(name: string, from: number, to: number): Zone {
  if (name === "UTC" || name === "") return UTC;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
  } catch {
    return UTC;
  }
  const start = Math.max(FIRST, Math.min(from, LAST));
  const end = Math.max(start, Math.min(to, LAST));
  const at: number[] = [];
  const offset = [offsetNow(format, start)];
  for (let t = start; t < end; t += STEP) {
    const next = Math.min(t + STEP, end);
    const after = offsetNow(format, next);
    if (after === offset[offset.length - 1]) continue;
    let [low, high] = [t, next];
    while (high - low > 1000) {
      const mid = Math.floor((low + high) / 2000) * 1000;
      if (offsetNow(format, mid) === after) high = mid;
      else low = Math.max(mid, low + 1000);
    }
    at.push(high);
    offset.push(after);
  }
  return { name, at, offset };
}

/** Milliseconds to add to UTC for the clock on the wall. */
export function offsetAt(zone: Zone, ms: number): number {
  let [low, high] = [0, zone.at.length];
  while (low < high) {
    const mid = (low + high) >> 1;
    if (zone.at[mid]! <= ms) low = mid + 1;
    else high = mid;
  }
  return zone.offset[low]!;
}

/** The number of the day, since 1970, that a clock in the zone shows. */
export function dayOf(zone: Zone, ms: number): number {
  return Math.floor((ms + offsetAt(zone, ms)) / DAY);
}

/** `UTC`, `UTC−6`, `UTC+5:30`. */
export function offsetWords(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  if (minutes === 0) return "UTC";
  const rest = minutes % 60;
  return `UTC${offset < 0 ? "−" : "+"}${Math.floor(minutes / 60)}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}
