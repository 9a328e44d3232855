/** Dates of property lists: seconds since 2001 in the binary form, ISO 8601 in UTC in the XML form. @module */
import type { PlistDate } from "./types.ts";

const NS = 1_000_000_000n;
const MAC_EPOCH_NS = 978_307_200n * NS;
/** About 31,000 years: Apple's "distant past" and "distant future" (years 1 and 4001) lie far inside. */
const FARTHEST = 1e12;

/** A date of `seconds` since 2001, to the microsecond (a double has no more). Undefined if it is none. */
export function macDate(seconds: number): PlistDate | undefined {
  if (!(Math.abs(seconds) <= FARTHEST)) return undefined;
  const whole = Math.floor(seconds);
  const ns = BigInt(whole) * NS + BigInt(Math.round((seconds - whole) * 1e6)) * 1000n;
  return { date: ns + MAC_EPOCH_NS, seen: String(seconds) };
}

/** `2024-05-06T07:08:09Z`, the only form of CF's XML writer. Undefined if it is another, or no such day. */
export function xmlDate(text: string): PlistDate | undefined {
  const seen = text.trim();
  const m = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})Z$/.exec(seen);
  if (!m) return undefined;
  const [year, month, day, hour, minute, second] = m.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  // Date.UTC would take the years 0 to 99 for 1900 to 1999; CF writes year 1 for "distant past".
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day || hour > 23 || minute > 59 || second > 60)
    return undefined;
  return { date: BigInt(at.getTime() / 1000 + hour * 3600 + minute * 60 + second) * NS, seen };
}
