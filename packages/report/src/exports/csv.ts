/**
 * CSV as RFC 4180 has it, made harmless for spreadsheets: a cell that a program could take for a formula gets an
 * apostrophe in front (OWASP, "CSV Injection").
 * @module
 */
import { encodeJson, type FileEntry } from "@contraluz/core";
import {
  type Export,
  type ExportStats,
  isoMicros,
  joined,
  originColumns,
  plainJson,
  recordInstant,
  type StoredRecord,
  type StoredRecords,
  summary,
} from "./record.ts";

/** First letters that start a formula, also in their full-width forms; tab and line ends can hide one. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
/** Control, bidi and invisible characters: written by their code, so that a terminal or a cell shows them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A text that neither a spreadsheet nor a terminal takes for anything else. */
export function tame(text: string): string {
  const shown = text.replace(UNSEEN, (c) =>
    c === "\n" || c === "\r" || c === "\t" ? c : `\\u{${c.codePointAt(0)!.toString(16)}}`,
  );
  return FORMULA.test(shown) ? `'${shown}` : shown;
}

/** One cell: harmless, and quoted where it must be. */
export function csvCell(text: string): string {
  const cell = tame(text);
  return /[",\r\n\t;]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** One row with its line end (CRLF). */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

const COLUMNS = ["time_utc", "artifact", "kind", "summary", "fields", "state", "file_path", "file_sha256", "origin"];

/** One row a record, dated or not: the columns a person sorts by, and all fields as JSON. */
export function csv(records: StoredRecords, files: readonly FileEntry[]): Export {
  const stats: ExportStats = { written: 0, undated: 0 };
  const line = (s: StoredRecord): string => {
    const utc = recordInstant(s.record);
    const from = originColumns(s.record, files);
    return csvRow([
      utc === undefined ? "" : `${isoMicros(utc)}Z`,
      s.artifact,
      s.record.kind,
      summary(s),
      encodeJson(plainJson(s.record.fields)),
      s.record.state ?? "",
      from.path,
      from.sha256,
      from.place,
    ]);
  };
  return { chunks: joined(csvRow(COLUMNS), records, stats, line), stats };
}
