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
 * - observables are called `values`; the value of one that stands in a field is a number: the position of that field, from 0, among those of the
 *   line; or `[position, index]` for a text in a list.
 * @module
 */
import { isoUtc, type Observable, type Origin, type Precision, parseIso } from "@contraluz/core";

/** Decimals that each precision carries; of coarser ones there is no short form. */
export const DECIMALS_OF: { readonly [precision: string]: number } = { s: 0, ms: 3, us: 6, ns: 9 };
const DECIMALS: { readonly [decimals: number]: Precision } = { 0: "s", 3: "ms", 6: "us", 9: "ns" };
const NS = 1_000_000_000n;
const YEAR_S = /^(?:2001|1970|1601)s$/;
const UNIT: { readonly [precision: string]: bigint } = { s: 1_000_000_000n, ms: 1_000_000n, us: 1_000n, ns: 1n };
/** Seconds from the beginning of the year to 1970. */
export const YEARS: readonly (readonly [year: number, seconds: number])[] = [
  [2001, -978_307_200],
  [1970, 0],
  [1601, 11_644_473_600],
];
/** `utc` as `isoUtc` writes it. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(\d+))?Z$/;

/** A year with the letter for seconds: what stands for a count of seconds with decimals. */
export function isYearOfSeconds(seen: string): boolean {
  return seen.length === 5 && YEAR_S.test(seen);
}

/** Microseconds of the decimals of a count of seconds, as `macSeconds` and `unixSeconds` round them. */
export const microsOf = (seen: string, whole: number): number => Math.round((Number(seen) - whole) * 1e6);

/** Whether a list would be read as a moment, or an object as a list that was kept from it. */
export function looksShort(v: unknown): boolean {
  if (Array.isArray(v)) return v.length === 2 && typeof v[0] === "string" && INSTANT.test(v[0]);
  return typeof v === "object" && v !== null && "list" in v;
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
  const ns = start + BigInt(microsOf(text, Number(whole)) * 1000);
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
  const [type, contact, value] = Array.isArray(v) ? (v as unknown[]) : [];
  if (typeof type !== "string" || typeof contact !== "string") throw new SyntaxError("not an observable");
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
  const { [kind ?? ""]: fields, at, values: met, ...rest } = parsed as Parsed;
  const origin = longOrigin(rest.origin);
  for (const v of [fields, origin])
    if (typeof v !== "object" || v === null || Array.isArray(v)) throw new SyntaxError("not a record");
  const { file, at: place } = origin as Parsed;
  if (typeof file !== "number" || typeof place !== "object" || place === null) throw new SyntaxError("no origin");
  if (met !== undefined && !Array.isArray(met)) throw new SyntaxError("values are no list");
  if (rest.state !== undefined && rest.state !== "deleted" && rest.state !== "superseded")
    throw new SyntaxError("no state of a record");
  const long: Parsed = {};
  for (const k of Object.keys(fields as Parsed)) long[k] = longValue((fields as Parsed)[k]);
  // Of a list that was kept from looking like a moment, too.
  const values = Object.values(long);
  return {
    ...rest,
    kind: kind!,
    ...(at === undefined ? {} : { at: longValue(at) }),
    fields: long,
    observables: ((met as unknown[] | undefined) ?? []).map(
      (o) => longObservable(o, values) as readonly [Observable["type"], Observable["contact"], string],
    ),
    origin: origin as Origin,
  };
}
