/**
 * The short forms of a line of records: what a reader can tell from its neighbour is not written twice. A phone has a million
 * records, and half of the long form would be the same words again.
 *
 * - the first key is the kind of the record, and holds its fields;
 * - a moment with an instant and nothing else is `[utc, seen]`: the decimals of `utc` say its precision (none s, 3 ms, 6 us, 9
 *   ns); `seen` is the year 1601, 1970 or 2001 where it was the whole count of those units since the year began, and `"2001s"`
 *   where it was a count of seconds with just these decimals (its precision is us then). What only looks like a moment is
 *   written as `{"list":[…]}`;
 * - the place of a row is `[file, table, row]` or `[file, table, row, page, cell]`;
 * - the value of an observable that stands in a field is a number: the position of that field, from 0, among those of the
 *   line; or `[position, index]` for a text in a list.
 * @module
 */
import {
  isoUtc,
  type Moment,
  nanosOf,
  type Observable,
  type Origin,
  type Precision,
  parseIso,
  secondsOf,
} from "@contraluz/core";

const DECIMALS: { readonly [decimals: number]: Precision } = { 0: "s", 3: "ms", 6: "us", 9: "ns" };
const NS = 1_000_000_000n;
const DIGITS = /^\d{1,9}$/;
const YEAR_S = /^(?:2001|1970|1601)s$/;
const UNIT: { readonly [precision: string]: bigint } = { s: 1_000_000_000n, ms: 1_000_000n, us: 1_000n, ns: 1n };
/** Seconds from the beginning of the year to 1970. */
const YEARS: readonly (readonly [year: number, seconds: number])[] = [
  [2001, -978_307_200],
  [1970, 0],
  [1601, 11_644_473_600],
];
/** `utc` as `isoUtc` writes it. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(\d+))?Z$/;

/** The whole number that `text[0, end)` writes in its shortest form, or -1: no leading zero, digits alone, at most 12. */
function wholeOf(text: string, end: number): number {
  if (end < 1 || end > 12 || text.charCodeAt(0) === 0x30) return -1;
  let n = 0;
  for (let i = 0; i < end; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return -1;
    n = n * 10 + digit;
  }
  return n;
}

/** The year from which a count of seconds leads to `seconds` since 1970. */
function yearOf(count: number, seconds: number): number | undefined {
  if (count < 1) return undefined;
  for (const [year, before] of YEARS) if (count === seconds + before) return year;
  return undefined;
}

/** Microseconds of the decimals of a count of seconds, as `macSeconds` and `unixSeconds` round them. */
const micros = (seen: string, whole: number): number => Math.round((Number(seen) - whole) * 1e6);

/** A count of seconds with decimals: `"2001s"`, and the instant with the decimals that were seen. */
function countOfSeconds(utc: bigint, seen: string, iso: string, dot: number): string | undefined {
  const whole = wholeOf(seen, dot);
  const seconds = secondsOf(utc);
  const year = yearOf(whole, seconds);
  if (year === undefined || micros(seen, whole) * 1000 !== nanosOf(utc, seconds)) return undefined;
  const decimals = seen.slice(dot + 1);
  return DIGITS.test(decimals) ? `["${iso.slice(0, 20)}${decimals}Z","${year}s"]` : undefined;
}

/** The short text of a moment; undefined if it has more than an instant, or a coarser one. */
export function shortMoment(m: Moment): string | undefined {
  const { utc, seen } = m;
  if (utc === undefined || m.wall !== undefined || m.boot || m.zone || utc < 0n) return undefined;
  if (UNIT[m.precision] === undefined || (seen.length === 5 && YEAR_S.test(seen))) return undefined;
  const iso = isoUtc(utc, m.precision);
  if (iso.charCodeAt(4) !== 0x2d) return undefined;
  if (m.precision === "us") {
    const dot = seen.indexOf(".");
    const counted = dot > 0 && dot <= 11 ? countOfSeconds(utc, seen, iso, dot) : undefined;
    if (counted !== undefined) return counted;
  }
  // The fraction of the second is the same from every year.
  const decimals = iso.length === 20 ? 0 : iso.length - 21;
  const split = seen.length - decimals;
  const same = split >= 1 && (decimals === 0 || seen.endsWith(iso.slice(20, -1)));
  const year = same ? yearOf(wholeOf(seen, split), secondsOf(utc)) : undefined;
  return `["${iso}",${year ?? JSON.stringify(seen)}]`;
}

/** Whether a list would be read as a moment, or an object as a list that was kept from it. */
export function looksShort(v: unknown): boolean {
  if (Array.isArray(v)) return v.length === 2 && typeof v[0] === "string" && INSTANT.test(v[0]);
  return typeof v === "object" && v !== null && "list" in v;
}

/** The short text of the place of a row; undefined for other places. */
export function shortOrigin(o: Origin): string | undefined {
  const at = o.at;
  if (!("table" in at)) return undefined;
  let keys = 0;
  for (const _ in at) keys++;
  const head = `[${o.file},${JSON.stringify(at.table)},${at.row}`;
  if (keys === 2) return `${head}]`;
  return keys === 4 && at.page !== undefined && at.cell !== undefined ? `${head},${at.page},${at.cell}]` : undefined;
}

/** The texts of a line's fields in their order, to point at. One per encoder: it is used again for each record. */
export class Texts {
  #count = 0;
  readonly #texts: (string | readonly unknown[] | undefined)[] = [];
  /** Where the search in a list begins: observables come in the order of the list that they come from. */
  readonly #next: number[] = [];

  clear(): void {
    this.#count = 0;
  }

  /** The next field of the line. */
  add(value: unknown): void {
    this.#texts[this.#count] = typeof value === "string" || Array.isArray(value) ? value : undefined;
    this.#next[this.#count++] = 0;
  }

  /** JSON text of a value of an observable. */
  point(value: string): string {
    for (let i = 0; i < this.#count; i++) {
      const t = this.#texts[i];
      if (t === undefined) continue;
      if (typeof t === "string") {
        if (t === value) return String(i);
        continue;
      }
      const k = this.#next[i]!;
      if (t[k] === value) {
        this.#next[i] = k + 1;
        return `[${i},${k}]`;
      }
    }
    return JSON.stringify(value);
  }
}

type Parsed = { [k: string]: unknown };

/** `[utc, seen]` in the long form; undefined if it is none. */
function longMoment(utc: string, decimals: string, seen: unknown): Parsed | undefined {
  const precision = DECIMALS[decimals.length];
  if (typeof seen === "string" && !YEAR_S.test(seen)) return precision && { utc, seen, precision };
  const before = YEARS.find(([year]) => year === seen || `${year}s` === seen)?.[1];
  const start = before === undefined ? undefined : parseIso(utc.slice(0, 19).concat("Z"));
  if (before === undefined || start === undefined) return undefined;
  const whole = start / NS + BigInt(before);
  if (typeof seen === "number")
    return (
      precision && { utc, seen: String((whole * NS + BigInt(decimals.padEnd(9, "0"))) / UNIT[precision]!), precision }
    );
  const text = `${whole}.${decimals}`;
  const ns = start + BigInt(micros(text, Number(whole)) * 1000);
  return { utc: isoUtc(ns, "us"), seen: text, precision: "us" };
}

/** A value of a line with its moments in the long form. */
function longValue(v: unknown): unknown {
  if (typeof v !== "object" || v === null) return v;
  if (!Array.isArray(v)) return "list" in v && Object.keys(v).length === 1 ? (v as Parsed).list : v;
  const [utc, seen] = v as unknown[];
  if (v.length !== 2 || typeof utc !== "string") return v;
  const iso = INSTANT.exec(utc);
  return (iso && longMoment(utc, iso[1] ?? "", seen)) ?? v;
}

function longOrigin(v: unknown): unknown {
  if (!Array.isArray(v)) return v;
  const [file, table, row, page, cell] = v as unknown[];
  return { file, at: { table, row, ...(page === undefined ? {} : { page, cell }) } };
}

function longObservable(v: unknown, values: readonly unknown[]): readonly [string, string, string] {
  const [type, contact, value] = v as [string, string, unknown];
  const at = Array.isArray(value) ? (values[value[0]] as unknown[] | undefined)?.[value[1]] : undefined;
  const text = typeof value === "number" ? values[value] : (at ?? value);
  if (typeof text !== "string") throw new SyntaxError("an observable points at no text");
  return [type, contact, text];
}

/** A parsed line in its long form: kind, fields, moments, place and observables written out. Throws a SyntaxError if it is no record. */
export function expandLine(parsed: unknown): {
  readonly kind: string;
  readonly at?: unknown;
  readonly fields: { readonly [name: string]: unknown };
  readonly observables: readonly (readonly [Observable["type"], Observable["contact"], string])[];
  readonly origin: Origin;
  readonly [more: string]: unknown;
} {
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw new SyntaxError("not a record");
  const kind = Object.keys(parsed)[0];
  const { [kind ?? ""]: fields, at, observables, ...rest } = parsed as Parsed;
  const origin = longOrigin(rest.origin);
  for (const v of [fields, origin])
    if (typeof v !== "object" || v === null || Array.isArray(v)) throw new SyntaxError("not a record");
  const values = Object.values(fields as Parsed);
  const long: Parsed = {};
  for (const k of Object.keys(fields as Parsed)) long[k] = longValue((fields as Parsed)[k]);
  return {
    ...rest,
    kind: kind!,
    ...(at === undefined ? {} : { at: longValue(at) }),
    fields: long,
    observables: ((observables as unknown[] | undefined) ?? []).map(
      (o) => longObservable(o, values) as readonly [Observable["type"], Observable["contact"], string],
    ),
    origin: origin as Origin,
  };
}
