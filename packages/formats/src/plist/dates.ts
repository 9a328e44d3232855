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

const FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
/** 400 years of the Gregorian calendar are a whole number of days, always the same. */
const SECONDS_400_YEARS = 146_097 * 86_400;

/** `2024-05-06T07:08:09Z`, the only form of CF's XML writer. Undefined if it is another, or no such day. */
export function xmlDate(text: string): PlistDate | undefined {
  const seen = text.trim();
  if (seen.length !== 20 || !FORM.test(seen)) return undefined;
  // By hand: a file may hold a million of them.
  const two = (at: number): number => seen.charCodeAt(at) * 10 + seen.charCodeAt(at + 1) - 528;
  const [year, month, day] = [two(0) * 100 + two(2), two(5), two(8)];
  const [hour, minute, second] = [two(11), two(14), two(17)];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (leap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  if (month < 1 || month > 12 || day < 1 || day > days || hour > 23 || minute > 59 || second > 60) return undefined;
  // Date.UTC would take the years 0 to 99 for 1900 to 1999; CF writes year 1 for "distant past".
  const at = Date.UTC(year + 400, month - 1, day, hour, minute, second) / 1000 - SECONDS_400_YEARS;
  return { date: BigInt(at) * NS, seen };
}
