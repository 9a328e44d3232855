/** What the SQLite reader hands out. @module */
import type { Cancel, RandomAccess, Report } from "@contraluz/core";

/**
 * A value of a column. Integers are numbers where a double holds them exactly (|v| <= 2^53 - 1), else bigints.
 * A blob may be a view into its page: copy it (`slice()`) if you keep it longer than `take`.
 */
export type SqlValue = null | number | bigint | string | Uint8Array;

/** One row and where it stands. */
export interface Row {
  /** The rowid; of a WITHOUT ROWID table a running number from 0 in reading order. */
  readonly rowid: number | bigint;
  /** Page of its cell, from 1. */
  readonly page: number;
  /** Index of its cell in the page's cell pointer array, from 0. */
  readonly cell: number;
  /** The image of that page came from the write-ahead log, or from a hot journal. */
  readonly wal: boolean;
  /** In the order asked; null for a column that does not exist or is not stored (VIRTUAL). */
  readonly values: SqlValue[];
}

/** Where a row was found that its table does not hold, or holds with other values. */
export interface Past {
  /** `superseded`: the table holds a row of that rowid with other values. `deleted`: none, or the rowid is not known. */
  readonly state: "deleted" | "superseded";
  /**
   * `free`: a free page, or free space of a page. `wal`, `journal`: bytes of those files. Undefined: a whole page of the
   * database file that the log or the journal stands in for.
   */
  readonly in?: "wal" | "free" | "journal";
  /** Byte at which the row starts, in the file that holds it. */
  readonly offset: number;
  /** Number of the frame in the log, from 1. */
  readonly frame?: number;
  /** Some of its bytes were used again, or cannot be trusted: values that are lost are null. */
  readonly torn?: true;
}

/** A row that is not in force. */
export interface DeletedRow extends Omit<Row, "rowid"> {
  /** Undefined where it was overwritten; columns of it are null then. */
  readonly rowid: number | bigint | undefined;
  /** No cell of a page that is in force: -1 for the first row that is given, -2 for the next. */
  readonly cell: number;
  readonly past: Past;
}

/** A table as its CREATE TABLE declares it. */
export interface SqliteTable {
  readonly name: string;
  /** Root page of its b-tree. */
  readonly root: number;
  /** All declared columns, in their order, with the spelling of the declaration. */
  readonly columns: readonly string[];
  readonly withoutRowid: boolean;
  readonly sql: string;
}

/** An open database. Nothing is locked, written or created beside it. */
export interface SqliteFile {
  /** Bytes, 512 to 65536. */
  readonly pageSize: number;
  /** Pages of the database after the last commit in the log; else whole and partial pages of the file. */
  readonly pageCount: number;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
  /** Ordinary tables by name (no views, virtual tables, indexes), in the order of the schema. */
  readonly tables: ReadonlyMap<string, SqliteTable>;
  /**
   * Reads every row of a table once.
   *
   * Names are matched as SQLite does (ASCII case does not count; `rowid`, `oid`, `_rowid_` mean the rowid unless a column
   * has that name). `take` gets the rows of one leaf page at a time, in parts where their values are large. Rows come in
   * key order; where that would read the file's blocks over and over (a fragmented file), the rest comes in page order.
   * The order depends on the bytes and `cacheBytes` only. A promise that `take` gives is awaited before more is read.
   *
   * Damaged pages and cells are reported and left out; an unknown table gives `sqlite-table-missing` and no rows.
   * Rejects with `ContraluzError("cancelled")` after `cancel.aborted`, or with what the source or `take` throws.
   */
  scan(
    table: string,
    columns: readonly string[],
    take: (rows: Row[]) => Promise<void> | undefined,
    options?: ScanOptions,
  ): Promise<void>;
  /**
   * Gives rows of the tables that were scanned with `deleted` which do not stand there now: deleted, or changed since. Call
   * it once, after those scans; values are in the order of the columns of the scan.
   *
   * Rows come in batches of one table and one state, each once, first those of page images (the log, replaced pages, a
   * journal, free pages), then those of free space. What could be a row of several tables is left out. A row that is a
   * copy of one that stands is left out. Bounded: past the bound `sqlite-deleted-limit` is reported. Tables WITHOUT ROWID
   * have none. Rejects like `scan`.
   */
  scanDeleted(take: (table: string, rows: DeletedRow[]) => Promise<void> | undefined): Promise<void>;
  /** What stands in for pages of the file: a log, or a hot journal. */
  readonly overlay: "wal" | "journal" | undefined;
}

export interface ScanOptions {
  /** Note what `scanDeleted` needs of this table. */
  readonly deleted?: boolean;
}

export interface SqliteOptions {
  /** The `-wal` file beside the database. Its committed pages replace those of the database. */
  readonly wal?: RandomAccess;
  /** The `-journal` file beside the database. Where it is hot, it is rolled back as SQLite would. Not used beside a log. */
  readonly journal?: RandomAccess;
  readonly report: Report;
  readonly cancel?: Cancel;
  /** Bytes for blocks held in memory, default 24 MiB, at least 2 MiB. */
  readonly cacheBytes?: number;
}
