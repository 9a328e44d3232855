/**
 * The short forms of a line of records: what a reader can tell from its neighbour is not written twice. A phone has a million
 * records, and half of the long form would be the same words again.
 *
 * - a moment with an instant and nothing else leaves `precision` out: the decimals of `utc` say it (none s, 3 ms, 6 us, 9 ns);
 * - the place of a row is a list: `[file, table, row]` or `[file, table, row, page, cell]`;
 * - the value of an observable that stands in a field is a number: the position of that field, from 0, among those of the
 *   line; or `[position, index]` for a text in a list.
 * @module
 */
import { isoUtc, type Moment, type Observable, type Origin, type Precision } from "@contraluz/core";

const DECIMALS: { readonly [decimals: number]: Precision } = { 0: "s", 3: "ms", 6: "us", 9: "ns" };
const EXACT: ReadonlySet<Precision> = new Set(Object.values(DECIMALS));

/** The short text of a moment; undefined if it has more than an instant, or a coarser one. */
export function shortMoment(m: Moment): string | undefined {
  if (m.utc === undefined || m.wall !== undefined || m.boot || m.zone || !EXACT.has(m.precision)) return undefined;
  return `{"utc":"${isoUtc(m.utc, m.precision)}","seen":${JSON.stringify(m.seen)}}`;
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

/** `utc` as `isoUtc` writes it. */
const INSTANT = /^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(\d+))?Z$/;

function longMoment(v: unknown): unknown {
  if (typeof v !== "object" || v === null || Array.isArray(v)) return v;
  const m = v as Parsed;
  if (typeof m.utc !== "string" || typeof m.seen !== "string" || m.precision !== undefined) return v;
  const iso = INSTANT.exec(m.utc);
  const precision = iso ? DECIMALS[iso[1]?.length ?? 0] : undefined;
  return precision === undefined ? v : { utc: m.utc, seen: m.seen, precision };
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

/** A parsed line in its long form, moments, places and observables written out. Throws a SyntaxError if it is no record. */
export function expandLine(parsed: unknown): {
  readonly kind: string;
  readonly at?: unknown;
  readonly fields: { readonly [name: string]: unknown };
  readonly observables: readonly (readonly [Observable["type"], Observable["contact"], string])[];
  readonly origin: Origin;
  readonly [more: string]: unknown;
} {
  const p = parsed as Parsed;
  if (typeof p !== "object" || p === null || typeof p.kind !== "string") throw new SyntaxError("not a record");
  if (typeof p.fields !== "object" || p.fields === null) throw new SyntaxError("not a record");
  const fields = p.fields as Parsed;
  const values = Object.values(fields);
  const long: Parsed = {};
  for (const k of Object.keys(fields)) long[k] = longMoment(fields[k]);
  const origin = longOrigin(p.origin);
  if (typeof origin !== "object" || origin === null) throw new SyntaxError("not a record");
  const observables = ((p.observables as unknown[] | undefined) ?? []).map((o) => longObservable(o, values));
  return {
    ...p,
    kind: p.kind,
    ...(p.at === undefined ? {} : { at: longMoment(p.at) }),
    fields: long,
    observables: observables as unknown as readonly (readonly [Observable["type"], Observable["contact"], string])[],
    origin: origin as Origin,
  };
}
