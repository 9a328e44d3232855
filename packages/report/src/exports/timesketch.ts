/**
 * Timesketch: JSON lines and CSV. Each event needs `message`, `datetime` (ISO 8601) and `timestamp_desc`; `timestamp` is
 * microseconds since 1970 (Timesketch documentation, "Create timeline from CSV/JSONL/JSON").
 * @module
 */
import { encodeJson, type FileEntry, type Json } from "@contraluz/core";
import { csvRow } from "./csv.ts";
import {
  type Export,
  type ExportStats,
  fieldText,
  isMomentObject,
  isoMicros,
  joined,
  type MarksOf,
  originColumns,
  recordInstant,
  type StoredRecord,
  type StoredRecords,
  summary,
} from "./record.ts";

const INT64 = 9_223_372_036_854_775_807n;
/** Names that Timesketch or this export gives a meaning: a field of that name gets a prefix. */
const TAKEN: ReadonlySet<string> = new Set([
  "message",
  "datetime",
  "timestamp",
  "timestamp_desc",
  "data_type",
  "tag",
  "tags",
  "label",
  "comment",
  "source",
  "source_name",
  "source_index",
  "timeline_id",
  "artifact",
  "ordinal",
  "kind",
  "record_state",
  "observables",
  "file_path",
  "file_sha256",
  "origin",
  "__ts_timeline_id",
  "__proto__",
]);

interface Times {
  readonly datetime: string;
  /** Microseconds since 1970. */
  readonly timestamp: bigint;
}

function timesOf(s: StoredRecord): Times | undefined {
  const utc = recordInstant(s.record);
  if (utc === undefined) return undefined;
  const us = utc >= 0n || utc % 1000n === 0n ? utc / 1000n : utc / 1000n - 1n;
  return { datetime: `${isoMicros(utc)}+00:00`, timestamp: us };
}

function dataType(artifact: string): string {
  return `contraluz:${artifact.replaceAll("/", ":")}`;
}

function describe(s: StoredRecord): string {
  return s.record.kind.replaceAll("-", " ");
}

/** A field as OpenSearch takes it: texts, numbers that fit a long, and nothing nested (its mapping would grow without bound). */
function flat(v: unknown): Json {
  if (typeof v === "string" || typeof v === "boolean") return v;
  if (typeof v === "number") return v;
  if (typeof v === "bigint") return v > INT64 || v < -INT64 ? String(v) : v;
  return fieldText(v);
}

function observables(s: StoredRecord): string[] {
  return (s.record.observables ?? []).map((o) => {
    if (Array.isArray(o)) return o.map(String).join(" ");
    const { type, contact, value } = o as { type: string; contact: string; value: string };
    return `${type} ${contact} ${value}`;
  });
}

/** Timesketch reads a list in `tag` as tags of the event (`_parse_tag_field` of its importer); a comment is a field that can be searched. */
function markFields(s: StoredRecord, marksOf: MarksOf | undefined): { readonly [k: string]: Json | undefined } {
  const marks = marksOf?.(s.artifact, s.ordinal);
  return { tag: marks && marks.tags.length > 0 ? marks.tags : undefined, comment: marks?.comment };
}

/**
 * One JSON object a line, with the fields of the record beside the ones that Timesketch needs. Records without an
 * instant are left out and counted in `stats.undated`. `marks`: tags and comments of a case.
 * @example
 * const out = timesketchJsonl(records, result.files);
 * for await (const text of out.chunks) write(text);
 */
export function timesketchJsonl(records: StoredRecords, files: readonly FileEntry[], marks?: MarksOf): Export {
  const stats: ExportStats = { written: 0, undated: 0 };
  const line = (s: StoredRecord): string | undefined => {
    const t = timesOf(s);
    if (!t) return undefined;
    const from = originColumns(s.record, files);
    const event: { [k: string]: Json | undefined } = {
      message: summary(s),
      datetime: t.datetime,
      timestamp: t.timestamp,
      timestamp_desc: describe(s),
      data_type: dataType(s.artifact),
      artifact: s.artifact,
      ordinal: s.ordinal,
      kind: s.record.kind,
      record_state: s.record.state,
      observables: observables(s),
      file_path: from.path,
      file_sha256: from.sha256,
      origin: from.place,
      ...markFields(s, marks),
    };
    for (const [k, v] of Object.entries(s.record.fields)) {
      if (v === null || v === undefined) continue;
      const name = TAKEN.has(k) ? `field_${k}` : k;
      event[name] = isMomentObject(v) ? fieldText(v) : flat(v);
    }
    return `${encodeJson(event)}\n`;
  };
  return { chunks: joined("", records, stats, line), stats };
}

function markCells(s: StoredRecord, marksOf: MarksOf): string[] {
  const marks = marksOf(s.artifact, s.ordinal);
  return [encodeJson(marks?.tags ?? []), marks?.comment ?? ""];
}

const COLUMNS = [
  "message",
  "datetime",
  "timestamp",
  "timestamp_desc",
  "data_type",
  "artifact",
  "kind",
  "record_state",
  "file_path",
  "file_sha256",
  "origin",
];

/** The same as CSV, with a fixed set of columns; with `marks` also `tag` (a list as JSON) and `comment`. */
export function timesketchCsv(records: StoredRecords, files: readonly FileEntry[], marks?: MarksOf): Export {
  const stats: ExportStats = { written: 0, undated: 0 };
  const line = (s: StoredRecord): string | undefined => {
    const t = timesOf(s);
    if (!t) return undefined;
    const from = originColumns(s.record, files);
    return csvRow([
      summary(s),
      t.datetime,
      String(t.timestamp),
      describe(s),
      dataType(s.artifact),
      s.artifact,
      s.record.kind,
      s.record.state ?? "",
      from.path,
      from.sha256,
      from.place,
      ...(marks ? markCells(s, marks) : []),
    ]);
  };
  const columns = marks ? [...COLUMNS, "tag", "comment"] : COLUMNS;
  return { chunks: joined(csvRow(columns), records, stats, line), stats };
}
