/**
 * What the index and the search take from a line of records: when, what kind, which texts and values. It is the same as
 * `decodeRecord` says of it, without making the record.
 * @module
 */
import { LIMITS, type Observable } from "@contraluz/core";
import { decodeMoment, parseJson } from "@contraluz/store/encode.ts";
import { instant64 } from "@contraluz/store/instant.ts";
import { expandLine, looksShort, YEARS } from "@contraluz/store/short.ts";

/** Why a row stands apart from the order: no moment at all, a wall clock of no known zone, a count from a boot, a line that is no record. */
export type Undated = "none" | "wall" | "boot" | "damaged";
export const UNDATED: readonly Undated[] = ["none", "wall", "boot", "damaged"];

export interface Line {
  readonly kind: string;
  /** Nanoseconds since 1970, at the ends of 64 bits what lies beyond; or why there is none. */
  readonly when: bigint | Undated;
  readonly parsed: { readonly [k: string]: unknown };
}

const DAMAGED: Line = { kind: "", when: "damaged", parsed: {} };

const two = (s: string, at: number): number => {
  const [a, b] = [s.charCodeAt(at) - 48, s.charCodeAt(at + 1) - 48];
  return a >= 0 && a <= 9 && b >= 0 && b <= 9 ? a * 10 + b : Number.NaN;
};

let lastDay = "";
let lastSeconds = 0;

/** `2024-05-06T07:08:09.123456789Z` of 1970 and later; undefined for what must be read with more care. */
function plainInstant(s: string): bigint | undefined {
  const { length } = s;
  if (length < 20 || length > 30 || s.charCodeAt(10) !== 0x54 || s.charCodeAt(length - 1) !== 0x5a) return undefined;
  if (s.charCodeAt(13) !== 0x3a || s.charCodeAt(16) !== 0x3a) return undefined;
  const day = s.slice(0, 10);
  if (day !== lastDay) {
    if (!/^(?:19[789]\d|2[01]\d\d)-\d\d-\d\d$/.test(day)) return undefined;
    const ms = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)));
    const back = new Date(ms);
    if (back.getUTCMonth() !== Number(day.slice(5, 7)) - 1 || back.getUTCDate() !== Number(day.slice(8)))
      return undefined;
    lastDay = day;
    lastSeconds = ms / 1000;
  }
  const [h, m, sec] = [two(s, 11), two(s, 14), two(s, 17)];
  if (!(h < 24 && m < 60 && sec < 60)) return undefined;
  let ns = 0;
  if (length > 20) {
    if (s.charCodeAt(19) !== 0x2e || length < 22) return undefined;
    for (let i = 20; i < 29; i++) {
      const d = i < length - 1 ? s.charCodeAt(i) - 48 : 0;
      if (!(d >= 0 && d <= 9)) return undefined;
      ns = ns * 10 + d;
    }
  }
  return BigInt(lastSeconds + h * 3600 + m * 60 + sec) * 1_000_000_000n + BigInt(ns);
}

/** Seconds from the beginning of the years that stand for a count to 1970; as `YEARS` of `short.ts`. */
const BEGINS: ReadonlyMap<unknown, number> = new Map(
  YEARS.flatMap(([y, s]) => [[y as unknown, s] as const, [`${y}s`, s] as const]),
);

/** A moment in its short form. */
function shortInstant(utc: string, seen: unknown): bigint | undefined {
  const before = BEGINS.get(seen);
  if (typeof seen === "string" && before !== undefined) {
    // A count of seconds with these decimals, as `macSeconds` rounds it.
    const start = plainInstant(`${utc.slice(0, 19)}Z`);
    if (start === undefined || utc.length < 22 || utc.length > 30 || plainInstant(utc) === undefined) return undefined;
    const whole = Number(start / 1_000_000_000n) + before;
    const us = Math.round((Number(`${whole}.${utc.slice(20, -1)}`) - whole) * 1e6);
    return start + BigInt(us * 1000);
  }
  // Only these counts of decimals say a precision.
  const { length } = utc;
  if (length !== 20 && length !== 24 && length !== 27 && length !== 30) return undefined;
  return typeof seen === "string" || before !== undefined ? plainInstant(utc) : undefined;
}

function whenOf(at: unknown): bigint | Undated {
  if (at === undefined) return "none";
  if (typeof at === "object" && at !== null) {
    const o = at as { readonly utc?: unknown; readonly [k: string]: unknown };
    let plain: bigint | undefined;
    if (Array.isArray(at))
      plain = at.length === 2 && typeof at[0] === "string" ? shortInstant(at[0], at[1]) : undefined;
    else if (typeof o.utc === "string" && "seen" in o && "precision" in o) plain = plainInstant(o.utc);
    if (plain !== undefined) return plain;
  }
  // Anything else is read as the store reads it.
  const m = decodeMoment(expandLine({ k: {}, at, origin: { file: 0, at: {} } }).at);
  if (m === undefined) return "none";
  if (m.utc !== undefined) return instant64(m.utc);
  return m.wall !== undefined ? "wall" : m.boot !== undefined ? "boot" : "none";
}

/** Reads a line; one that is no record says so and keeps its place. */
export function readLine(line: string): Line {
  try {
    const parsed = parseJson(line);
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return DAMAGED;
    const p = parsed as { readonly [k: string]: unknown };
    let kind: string | undefined;
    for (const k in p) {
      kind = k;
      break;
    }
    const fields = kind === undefined ? undefined : p[kind];
    if (typeof fields !== "object" || fields === null || Array.isArray(fields)) return DAMAGED;
    if (typeof p.origin !== "object" || p.origin === null) return DAMAGED;
    return { kind: kind!, when: whenOf(p.at), parsed: p };
  } catch (e) {
    if (e instanceof SyntaxError || e instanceof RangeError) return DAMAGED;
    throw e;
  }
}

function collect(v: unknown, line: string, out: string[], depth: number): void {
  if (typeof v === "string") {
    if (v !== "") out.push(v);
  } else if (typeof v === "number" || typeof v === "bigint") {
    // As it stands in the line, or not at all: other forms of a number nobody would search for.
    const text = String(v);
    if (line.includes(text)) out.push(text);
  } else if (typeof v === "object" && v !== null && depth < LIMITS.depth) {
    if (looksShort(v) && Array.isArray(v)) return;
    if (!Array.isArray(v) && "seen" in v && "precision" in v) return;
    for (const x of Object.values(v)) collect(x, line, out, depth + 1);
  }
}

/** Texts and numbers of a line's fields and the values that stand in none; moments are no texts. */
export function textsOf(l: Line, line: string): string[] {
  const out: string[] = [];
  const { [l.kind]: fields, values } = l.parsed;
  if (typeof fields === "object" && fields !== null) for (const v of Object.values(fields)) collect(v, line, out, 1);
  if (Array.isArray(values))
    for (const o of values) if (Array.isArray(o) && typeof o[2] === "string" && o[2] !== "") out.push(o[2]);
  return out;
}

/** The observables of a line; none of one that is no record. */
export function observablesOf(l: Line): readonly Pick<Observable, "type" | "value">[] {
  const { values } = l.parsed;
  if (!Array.isArray(values)) return [];
  const fields = l.parsed[l.kind] as { readonly [k: string]: unknown };
  const all: { type: Observable["type"]; value: string }[] = [];
  let listed: unknown[] | undefined;
  for (const o of values) {
    if (!Array.isArray(o) || typeof o[0] !== "string") continue;
    let value: unknown = o[2];
    if (typeof value === "number") value = (listed ??= Object.values(fields))[value];
    else if (Array.isArray(value)) {
      let list: unknown = (listed ??= Object.values(fields))[value[0] as number];
      if (typeof list === "object" && list !== null && !Array.isArray(list) && "list" in list) list = list.list;
      value = Array.isArray(list) ? list[value[1] as number] : undefined;
    }
    if (typeof value === "string") all.push({ type: o[0] as Observable["type"], value });
  }
  return all;
}
