/** Stored records as exports see them: parsed lines of `records/*.jsonl`, with big integers kept whole. @module */
import { encodeJson, type FileEntry, type Json, type Moment, type Origin } from "@contraluz/core";
import { parseLine } from "@contraluz/store/encode.ts";
import { placeCode } from "../origin/origin.ts";
import { instant } from "../when.ts";

/** A parsed line of `records/*.jsonl`; a decoded `ArtifactRecord` of the store serves as well. */
export interface RecordObject {
  readonly kind: string;
  readonly at?: MomentObject | Moment;
  readonly fields: { readonly [name: string]: unknown };
  readonly observables?: readonly unknown[];
  readonly origin: Origin;
  readonly state?: string;
}

/** A moment as JSON holds it: the instant is ISO 8601 text. */
export interface MomentObject {
  readonly utc?: string;
  readonly wall?: string;
  readonly seen: string;
  readonly precision: string;
}

export interface StoredRecord {
  readonly artifact: string;
  readonly ordinal: number;
  readonly record: RecordObject;
}

/** Records one by one or in batches (batches spare a wait per record), in reading or timeline order. */
export type StoredRecords = AsyncIterable<StoredRecord | readonly StoredRecord[]>;

/** What people noted in a case of one record. */
export interface RecordMarks {
  readonly tags: readonly string[];
  readonly comment?: string;
}

/** The marks of a record of the result that is exported; undefined where there are none. */
export type MarksOf = (artifact: string, ordinal: number) => RecordMarks | undefined;

/** What came of an export; complete when the chunks have been read to their end. */
export interface ExportStats {
  written: number;
  /** Records that the format cannot hold since they have no instant. */
  undated: number;
}

/** Text in chunks of about 64 kB, and the counts. */
export interface Export {
  readonly chunks: AsyncIterable<string>;
  readonly stats: ExportStats;
}

/**
 * A record from its line. Integers beyond 2^53 become bigint, which `JSON.parse` alone would round.
 * Throws a SyntaxError if the line is no record.
 * @example
 * parseRecord('{"visit":{"id":9007199254740993},"origin":{"file":0,"at":{"line":1,"offset":0}}}').fields.id; // 9007199254740993n
 */
export function parseRecord(line: string): RecordObject {
  return parseLine(line) as RecordObject;
}

/** The instant of a record's moment. */
export function recordInstant(r: RecordObject): bigint | undefined {
  return instant(r.at as Moment | undefined);
}

/** True for a field that holds a moment: no other value has these two keys. */
export function isMomentObject(v: unknown): v is MomentObject {
  return typeof v === "object" && v !== null && "seen" in v && "precision" in v && !(v instanceof Uint8Array);
}

/** Nanoseconds as ISO 8601 with microseconds: `2024-05-06T07:08:09.123456`; the caller adds the zone. */
export function isoMicros(utc: bigint): string {
  let us = utc / 1000n;
  if (utc < 0n && utc % 1000n !== 0n) us -= 1n;
  let ms = us / 1000n;
  let rest = us % 1000n;
  if (rest < 0n) {
    rest += 1000n;
    ms -= 1n;
  }
  return `${new Date(Number(ms)).toISOString().slice(0, -1)}${String(rest).padStart(3, "0")}`;
}

/** A field as text: moments by their instant, texts as they are, anything else as JSON. */
export function fieldText(v: unknown): string {
  if (typeof v === "string") return v;
  if (isMomentObject(v)) {
    const at = instant(v as unknown as Moment);
    return at === undefined ? (v.wall ?? v.seen) : `${isoMicros(at)}Z`;
  }
  return encodeJson(plainJson(v));
}

/** A value with its moments written as text, fit for JSON. */
export function plainJson(v: unknown): Json | undefined {
  if (isMomentObject(v)) return fieldText(v);
  if (Array.isArray(v)) return v.map((x) => plainJson(x) ?? null);
  if (typeof v === "object" && v !== null && !(v instanceof Uint8Array)) {
    return Object.fromEntries(Object.entries(v).map(([k, x]) => [k, plainJson(x)]));
  }
  return v as Json | undefined;
}

const SUMMARY = 500;

/** One line for a person: `safari-history visit: url=https://…, title=…`, cut after 500 letters. */
export function summary(s: StoredRecord): string {
  const parts: string[] = [];
  for (const [k, v] of Object.entries(s.record.fields)) {
    if (v === null || v === undefined || v === "") continue;
    parts.push(`${k}=${fieldText(v)}`);
  }
  const name = s.artifact.slice(s.artifact.indexOf("/") + 1);
  const state = s.record.state === undefined ? "" : ` (${s.record.state})`;
  const text = `${name} ${s.record.kind}${state}: ${parts.join(", ")}`;
  return text.length > SUMMARY ? `${text.slice(0, SUMMARY - 1).replace(/[\ud800-\udbff]$/, "")}…` : text;
}

/** Path, hash and place of a record. */
export function originColumns(
  r: RecordObject,
  files: readonly FileEntry[],
): { readonly path: string; readonly sha256: string; readonly place: string } {
  const file = files[r.origin.file];
  return { path: file ? (file.name ?? file.path) : "", sha256: file?.sha256 ?? "", place: placeCode(r.origin.at) };
}

const CHUNK = 65_536;

/** Lines of records joined into chunks; `line` returns undefined for what the format cannot hold. */
export async function* joined(
  head: string,
  records: StoredRecords,
  stats: ExportStats,
  line: (s: StoredRecord) => string | undefined,
): AsyncGenerator<string> {
  let text = head;
  for await (const batch of records) {
    const list = Array.isArray(batch) ? (batch as readonly StoredRecord[]) : [batch as StoredRecord];
    for (const s of list) {
      const l = line(s);
      if (l === undefined) {
        stats.undated += 1;
        continue;
      }
      stats.written += 1;
      text += l;
      if (text.length >= CHUNK) {
        yield text;
        text = "";
      }
    }
  }
  if (text !== "") yield text;
}
