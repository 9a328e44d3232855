/** Values as MVT's files write them: times without a zone, Python's way of writing a value, quoted cells. @module */
import { byCodeUnit, encodeJson, isoUtc, type Json, type Moment } from "@contraluz/core";
import { instant } from "../../when.ts";
import { tame } from "../csv.ts";
import { isMomentObject, plainJson, type RecordObject } from "../record.ts";
import type { MvtEvent, Source } from "./types.ts";

/** `2024-05-06 07:08:09.123456`, UTC without saying so. */
export function timeText(utc: bigint): string {
  const iso = isoUtc(utc, "us");
  return `${iso.slice(0, 10)} ${iso.slice(11, -1)}`;
}

/** The instant of a field that holds a moment. */
export function instantOf(v: unknown): bigint | undefined {
  return isMomentObject(v) ? instant(v as unknown as Moment) : undefined;
}

/** A moment as MVT's text; null where there is none. */
export function time(v: unknown): string | null {
  const at = instantOf(v);
  return at === undefined ? null : timeText(at);
}

/** A moment as the number that stood in the evidence; null where that is none. */
export function rawTime(v: unknown): number | bigint | null {
  if (!isMomentObject(v) || !/^-?\d+(?:\.\d+)?$/.test(v.seen)) return null;
  if (v.seen.includes(".")) return Number(v.seen);
  const n = BigInt(v.seen);
  return n > BigInt(Number.MAX_SAFE_INTEGER) || n < BigInt(Number.MIN_SAFE_INTEGER) ? n : Number(n);
}

/** A field, with null where the record has none. */
export function value(r: RecordObject, name: string): Json {
  const v = Object.hasOwn(r.fields, name) ? r.fields[name] : undefined;
  return v === undefined ? null : (plainJson(v) ?? null);
}

/** A field as text, `None` where the record has none: how MVT's sentences name it. */
export function word(r: RecordObject, name: string): string {
  return python(value(r, name), true);
}

/** A number as Python writes a float: `7086708.0`. */
export function float(v: Json): string {
  return typeof v === "number" && Number.isInteger(v) ? `${v}.0` : python(v, true);
}

/** An event at a moment, or none where the moment has no instant. */
export function event(at: unknown, name: string, text: string): MvtEvent[] {
  const utc = instantOf(at);
  return utc === undefined ? [] : [{ at: utc, event: name, text }];
}

/** Row number of the origin in its table. */
export function rowNumber(s: Source): Json {
  const at = s.record.origin.at;
  return ("row" in at ? at.row : undefined) ?? null;
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A value as Python's `repr` writes it; `bare`: a text alone stands without quotes. */
export function python(v: Json | undefined, bare = false): string {
  if (v === null || v === undefined) return "None";
  if (typeof v === "boolean") return v ? "True" : "False";
  if (typeof v === "string") {
    if (bare) return v;
    const quote = v.includes("'") && !v.includes('"') ? '"' : "'";
    const inside = v.replace(/[\\\n\r\t]/g, (c) => ESCAPES[c]!);
    return `${quote}${quote === "'" ? inside.replaceAll("'", "\\'") : inside}${quote}`;
  }
  if (typeof v !== "object") return encodeJson(v);
  if (v instanceof Uint8Array) return encodeJson(v);
  if (Array.isArray(v)) return `[${v.map((x) => python(x)).join(", ")}]`;
  const pairs = Object.entries(v as { [k: string]: Json | undefined }).filter(([, x]) => x !== undefined);
  return `{${pairs.map(([k, x]) => `${python(k)}: ${python(x)}`).join(", ")}}`;
}

/**
 * A row as MVT writes it: every cell quoted, quotes doubled, backslashes escaped. Of the cells the last ones, from `foreign`
 * on, hold what stood in the evidence: those are made harmless for a spreadsheet.
 */
export function quotedRow(cells: readonly string[], foreign: number): string {
  const cell = (c: string, i: number): string =>
    `"${(i < foreign ? c : tame(c)).replaceAll("\\", "\\\\").replaceAll('"', '""')}"`;
  return `${cells.map(cell).join(",")}\r\n`;
}

/** MACB: the letters of times that are equal stand together, one event for each different time. */
export function macb(times: readonly (readonly ["M" | "A" | "C" | "B", unknown])[], text: string): MvtEvent[] {
  const at = new Map<bigint, string[]>();
  for (const [letter, moment] of times) {
    const utc = instantOf(moment);
    if (utc === undefined) continue;
    const of = at.get(utc);
    if (of) of.push(letter);
    else at.set(utc, [letter]);
  }
  return [...at]
    .map(([utc, letters]) => ({
      at: utc,
      event: [..."MACB"].map((l) => (letters.includes(l) ? l : "-")).join(""),
      text,
    }))
    .sort((a, b) => byCodeUnit(a.event, b.event));
}
