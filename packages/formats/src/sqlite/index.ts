/**
 * A read-only reader of SQLite 3 databases and their write-ahead logs, for evidence: whole-table scans, every row with its
 * page and cell, damage reported and survived. No SQL, no locks, no files beside the evidence.
 *
 * Format facts: "Database File Format" (https://www.sqlite.org/fileformat2.html) and "WAL-mode File Format"
 * (https://www.sqlite.org/walformat.html); sections are named where they are used.
 *
 * @example
 * const db = await openSqlite(source, { wal, report });
 * if (db?.tables.has("message")) {
 *   await db.scan("message", ["ROWID", "guid", "text"], (rows) => {
 *     for (const r of rows) keep(r.values[1], r.page, r.cell);
 *   });
 * }
 * @module
 */
export { looksLikeSqlite } from "./header.ts";
export { openSqlite } from "./open.ts";
export type { DeletedRow, Past, Row, ScanOptions, SqliteFile, SqliteOptions, SqliteTable, SqlValue } from "./types.ts";
