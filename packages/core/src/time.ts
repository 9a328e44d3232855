/**
 * Moments: times that do not lie. An instant only if it can be known, the text as seen, how precise it is.
 *
 * Apple's epoch (Mac absolute time, CFAbsoluteTime) is 2001-01-01T00:00:00Z, 978,307,200 s after 1970.
 * @module
 */
export type Precision = "ns" | "us" | "ms" | "s" | "min" | "day" | "month" | "year";

/** One of `utc`, `wall`, `boot` is always there. */
export interface Moment {
  /** Nanoseconds since 1970-01-01T00:00:00Z. */
  readonly utc?: bigint;
  /** `2024-05-06T07:08:09`, no zone known. */
  readonly wall?: string;
  /** Relative to one boot of the device. */
  readonly boot?: { readonly id: string; readonly ns: bigint };
  /** The text or number as stored. */
  readonly seen: string;
  readonly zone?: { readonly name: string; readonly from: "stated" | "device" | "assumed" };
  readonly precision: Precision;
}

const NS = 1_000_000_000n;
const MAC_EPOCH = 978_307_200;
/** Instants outside 1970 to 2200 are not dates of a phone: they stay as the number seen. */
const MIN_S = 0;
const MAX_S = 7_258_118_400;

/** Two halves of one 64-bit number: sums of big integers cost an object each, and a phone has millions of moments. */
const whole64 = new BigInt64Array(1);
const halves = new Uint32Array(whole64.buffer);
whole64[0] = 1n;
const [LOW, HIGH] = halves[0] === 1 ? [0, 1] : [1, 0];
const WORD = 4_294_967_296;

/** Nanoseconds since 1970 of whole seconds (0 or more, below 2^33) and nanoseconds. */
export function utcOf(seconds: number, ns: number): bigint {
  const high = Math.floor(seconds / 65_536);
  const upper = high * 1e9;
  const low = (upper % 65_536) * 65_536 + (seconds - high * 65_536) * 1e9 + ns;
  const carry = Math.floor(low / WORD);
  halves[LOW] = low - carry * WORD;
  halves[HIGH] = Math.floor(upper / 65_536) + carry;
  return whole64[0]!;
}

/** Instants of 64 bits: the years 1677 to 2262. Apple's "distant" dates are the years 1 and 4001. */
const LAST_64 = 2n ** 63n - 1n;
const FIRST_64 = -(2n ** 63n);

function wholeSeconds(utc: bigint): bigint {
  const s = utc / 1_000_000_000n;
  return s * 1_000_000_000n > utc ? s - 1n : s;
}

/**
 * Whole seconds since 1970 of an instant, rounded down.
 * @example secondsOf(1_714_979_289_500_000_000n) // 1714979289
 */
export function secondsOf(utc: bigint): number {
  if (utc > LAST_64 || utc < FIRST_64) return Number(wholeSeconds(utc));
  whole64[0] = utc;
  const low = halves[LOW]!;
  const s = Math.floor(((halves[HIGH]! | 0) * WORD + low) / 1e9);
  // A double of this size is off by up to 512 ns: what is left over tells.
  const rest = (low - Math.imul(s, 1_000_000_000)) >>> 0;
  return rest < 1e9 ? s : rest > 3e9 ? s - 1 : s + 1;
}

/** What an instant has beyond its whole seconds, in nanoseconds, 0 to 999,999,999. */
export function nanosOf(utc: bigint, seconds: number): number {
  if (utc > LAST_64 || utc < FIRST_64) return Number(utc - wholeSeconds(utc) * 1_000_000_000n);
  whole64[0] = utc;
  return (halves[LOW]! - Math.imul(seconds, 1_000_000_000)) >>> 0;
}

/**
 * The instant of a count of seconds since `epoch` (seconds since 1970). Floats carry at most microseconds here: beyond that a
 * double invents digits.
 */
function nsOfSeconds(s: number, epoch: number): bigint {
  const whole = Math.floor(s);
  const micros = Math.round((s - whole) * 1e6);
  return micros === 1e6 ? utcOf(whole + epoch + 1, 0) : utcOf(whole + epoch, micros * 1000);
}

/** Unix seconds, whole or with a fraction. Undefined for values that are no date (0, NaN, out of range). */
export function unixSeconds(v: number | bigint | null | undefined): Moment | undefined {
  if (v === null || v === undefined) return undefined;
  const s = Number(v);
  if (!(s > MIN_S && s < MAX_S)) return undefined;
  return { utc: nsOfSeconds(s, 0), seen: String(v), precision: Number.isInteger(s) ? "s" : "us" };
}

/** Unix milliseconds (Java, Android). Undefined for values that are no date. */
export function unixMillis(v: number | bigint | null | undefined): Moment | undefined {
  if (v === null || v === undefined) return undefined;
  const ms = Number(v);
  const s = Math.floor(ms / 1000);
  if (!Number.isInteger(ms) || !(s > MIN_S && s < MAX_S)) return undefined;
  return { utc: utcOf(s, (ms - s * 1000) * 1e6), seen: String(v), precision: "ms" };
}

/** Apple's absolute time in seconds (since 2001). 0 is Apple's "never" and gives undefined. */
export function macSeconds(v: number | bigint | null | undefined): Moment | undefined {
  if (v === null || v === undefined) return undefined;
  const s = Number(v);
  if (s === 0 || !(s + MAC_EPOCH > MIN_S && s + MAC_EPOCH < MAX_S)) return undefined;
  return { utc: nsOfSeconds(s, MAC_EPOCH), seen: String(v), precision: Number.isInteger(s) ? "s" : "us" };
}

/**
 * Apple's absolute time in nanoseconds (sms.db since iOS 11) or seconds (before): told apart by size, since one second
 * count above 10^12 would lie 31,000 years ahead.
 */
export function macAny(v: number | bigint | null | undefined): Moment | undefined {
  if (v === null || v === undefined) return undefined;
  if (typeof v === "bigint" ? v > 1_000_000_000_000n : v > 1e12 && v < 1e300) {
    const ns = BigInt(typeof v === "bigint" ? v : Math.round(v));
    const utc = ns + BigInt(MAC_EPOCH) * NS;
    if (utc / NS >= BigInt(MAX_S)) return undefined;
    return { utc, seen: String(v), precision: "ns" };
  }
  return macSeconds(v);
}

/** Microseconds since 1601-01-01 (Chrome, WebKit). */
export function webkitMicros(v: number | bigint | null | undefined): Moment | undefined {
  if (v === null || v === undefined || (typeof v === "number" && !Number.isFinite(v))) return undefined;
  const us = BigInt(typeof v === "bigint" ? v : Math.round(v)) - 11_644_473_600_000_000n;
  if (us <= 0n || us / 1_000_000n >= BigInt(MAX_S)) return undefined;
  return { utc: us * 1000n, seen: String(v), precision: "us" };
}

/** The instant of a property list's date (`date`: ns since 1970). Undefined for Apple's distant past and future. */
export function plistMoment(d: { readonly date: bigint; readonly seen: string } | undefined): Moment | undefined {
  if (d === undefined || d.date <= 0n || d.date / NS >= BigInt(MAX_S)) return undefined;
  return { utc: d.date, seen: d.seen, precision: d.date % NS === 0n ? "s" : "us" };
}

/** A count of ns since 1970 that a reader already holds and has checked (zip extra fields). */
export function utcNs(utc: bigint, seen: string, precision: Precision): Moment {
  return { utc, seen, precision };
}

let lastDay = Number.NaN;
let lastDayText = "";

/** `2024-05-06` of a day number since 1970 (proleptic Gregorian; Howard Hinnant's days_from_civil inverse). */
function dayText(day: number): string {
  if (day === lastDay) return lastDayText;
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const d = doy - Math.floor((153 * mp + 2) / 5) + 1;
  const m = mp < 10 ? mp + 3 : mp - 9;
  const y = yoe + era * 400 + (m <= 2 ? 1 : 0);
  lastDay = day;
  lastDayText = `${String(y).padStart(4, "0")}-${m < 10 ? "0" : ""}${m}-${d < 10 ? "0" : ""}${d}`;
  return lastDayText;
}

const TWO: readonly string[] = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, "0"));

/** ISO 8601 in UTC with as many decimals as the precision carries: `2024-05-06T07:08:09.123456Z`. */
export function isoUtc(utc: bigint, precision: Precision): string {
  const s = secondsOf(utc);
  const day = Math.floor(s / 86_400);
  const t = s - day * 86_400;
  const h = Math.floor(t / 3600);
  const head = `${dayText(day)}T${TWO[h]}:${TWO[Math.floor((t - h * 3600) / 60)]}:${TWO[t % 60]}`;
  if (precision !== "ns" && precision !== "us" && precision !== "ms") return `${head}Z`;
  const ns = String(nanosOf(utc, s) + 1e9);
  return `${head}.${precision === "ns" ? ns.slice(1) : precision === "us" ? ns.slice(1, 7) : ns.slice(1, 4)}Z`;
}

/** The instant of an ISO 8601 text with zone (or a date alone: midnight UTC), or undefined. */
export function parseIso(text: string): bigint | undefined {
  const m = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
    text,
  );
  if (!m) return undefined;
  const ms = Date.UTC(
    Number(m[1]),
    Number(m[2]) - 1,
    Number(m[3]),
    Number(m[4] ?? 0),
    Number(m[5] ?? 0),
    Number(m[6] ?? 0),
  );
  const back = new Date(ms);
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  if (back.getUTCFullYear() !== Number(m[1])) return undefined;
  if (back.getUTCMonth() !== Number(m[2]) - 1 || back.getUTCDate() !== Number(m[3])) return undefined;
  let ns = BigInt(ms) * 1_000_000n + BigInt((m[7] ?? "").padEnd(9, "0") || 0);
  const z = m[8];
  if (z && z !== "Z") {
    const sign = z[0] === "-" ? -1n : 1n;
    const digits = z.replace(/[^0-9]/g, "");
    ns -= sign * (BigInt(digits.slice(0, 2)) * 60n + BigInt(digits.slice(2))) * 60n * NS;
  }
  return ns;
}

/**
 * Minutes of an offset as `Intl` names it: `GMT-06:00`, `GMT`. Seconds of old local times are left out.
 * @example minutesOf("GMT-06:30") // -390
 */
export function minutesOf(name: string): number | undefined {
  const m = /GMT(?:([+-\u2212])(\d{1,2})(?::(\d\d))?)?/.exec(name);
  if (!m) return undefined;
  const minutes = Number(m[2] ?? 0) * 60 + Number(m[3] ?? 0);
  return m[1] === undefined || m[1] === "+" ? minutes : -minutes;
}
