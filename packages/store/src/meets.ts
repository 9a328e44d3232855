/**
 * What of a line of records is compared with signs: its values, its time, the file that it comes from. Who only compares reads a million
 * lines, and most of what a whole record takes is moments that nobody looks at. A line of another form is decoded whole.
 * @module
 */
import type { Observable } from "@contraluz/core";
import { decodeRecord, parseJson } from "./encode.ts";
import { looksShort, microsOf, YEARS } from "./short.ts";

export interface Meets {
  readonly observables: readonly Pick<Observable, "type" | "value">[];
  /** Milliseconds since 1970; undefined where no instant is known. */
  readonly at: number | undefined;
  /** Number of its file in `files[]` of the result. */
  readonly file: number;
}

type Parsed = { readonly [k: string]: unknown };

/** An instant as the short form writes it: none, three, six or nine decimals; of a count of seconds with decimals any number of them. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(\d{1,9}))?Z$/;
/** What can be the first key of a line besides its kind. */
const OTHERS: ReadonlySet<string> = new Set(["at", "values", "origin", "state"]);

/** Milliseconds of nanoseconds, the earlier ones of a part. */
export function msOf(utc: bigint | undefined): number | undefined {
  if (utc === undefined) return undefined;
  const ms = utc / 1_000_000n;
  return Number(utc < 0n && ms * 1_000_000n !== utc ? ms - 1n : ms);
}

function whole(line: string): Meets {
  const r = decodeRecord(line);
  return { observables: r.observables, at: msOf(r.at?.utc), file: r.origin.file };
}

/** The time of the short form of a moment; null if it is none that is read here. */
function shortTime(v: unknown): number | null {
  if (!Array.isArray(v) || v.length !== 2) return null;
  const [utc, seen] = v as unknown[];
  const iso = typeof utc === "string" ? INSTANT.exec(utc) : null;
  if (!iso) return null;
  const decimals = iso[1] ?? "";
  const before = YEARS.find(([year]) => year === seen || `${year}s` === seen)?.[1];
  if (typeof seen === "string" && before !== undefined) {
    // The count of seconds says the instant, as a double holds it.
    const start = Date.parse(`${(utc as string).slice(0, 19)}Z`);
    const seconds = start / 1000 + before;
    return Number.isNaN(start) ? null : start + Math.floor(microsOf(`${seconds}.${decimals}`, seconds) / 1000);
  }
  if ((typeof seen !== "string" && before === undefined) || decimals.length % 3 !== 0) return null;
  const ms = Date.parse(utc as string);
  return Number.isNaN(ms) ? null : ms;
}

function textAt(fields: readonly unknown[], at: unknown): string | undefined {
  if (typeof at === "string") return at;
  if (typeof at === "number") return typeof fields[at] === "string" ? (fields[at] as string) : undefined;
  if (!Array.isArray(at) || at.length !== 2) return undefined;
  const list = fields[at[0] as number];
  if (!Array.isArray(list) || looksShort(list)) return undefined;
  const text = list[at[1] as number] as unknown;
  return typeof text === "string" ? text : undefined;
}

/** The file of a place: `[file, table, row …]`, or an object. */
function fileOf(origin: unknown): number | undefined {
  if (typeof origin !== "object" || origin === null) return undefined;
  const [file, place] = Array.isArray(origin)
    ? [origin[0] as unknown, {}]
    : [(origin as Parsed).file, (origin as Parsed).at];
  return typeof file === "number" && typeof place === "object" && place !== null ? file : undefined;
}

/** What a line is compared by. Throws a SyntaxError if the line is no record. */
export function lineMeets(line: string): Meets {
  const p = parseJson(line);
  if (typeof p !== "object" || p === null || Array.isArray(p)) return whole(line);
  let kind = "";
  for (kind in p) break;
  if (OTHERS.has(kind)) return whole(line);
  const fields = (p as Parsed)[kind];
  const { at: time, values, origin, state } = p as Parsed;
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) return whole(line);
  // An own field of that name moves the others.
  if (Object.hasOwn(fields, "__proto__")) return whole(line);
  const file = fileOf(origin);
  if (file === undefined) return whole(line);
  if (state !== undefined && state !== "deleted" && state !== "superseded") return whole(line);
  const at = time === undefined ? undefined : shortTime(time);
  if (at === null) return whole(line);
  const observables: { readonly type: Observable["type"]; readonly value: string }[] = [];
  if (values !== undefined) {
    if (!Array.isArray(values)) return whole(line);
    const texts = Object.values(fields);
    for (const v of values as unknown[]) {
      if (!Array.isArray(v) || typeof v[0] !== "string" || typeof v[1] !== "string") return whole(line);
      const value = textAt(texts, v[2]);
      if (value === undefined) return whole(line);
      observables.push({ type: v[0] as Observable["type"], value });
    }
  }
  return { observables, at, file };
}
