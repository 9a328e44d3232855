/** Writing Parquet: the room says what, the command line's engine writes it. @module */
import type { Cell, LabTable, Place } from "../engine/types.ts";

export type ColumnType = "BIGINT" | "INTEGER" | "VARCHAR" | "BLOB";

export interface ParquetColumn {
  readonly name: string;
  readonly type: ColumnType;
}

/** Cells of some rows, by column; all columns are of one length. */
export type ColumnBatch = readonly (readonly Cell[])[];

/** Writes and reads files of one lab. Names are of our own making, as in a `VaultFolder`. */
export interface ParquetFiles {
  /**
   * Writes a file, in the order of the rows, compressed (zstd), for this user alone; it is on the disk when the promise is kept. There may
   * be one of that name: it is replaced at once. `group`: rows of a row group at most, which is what a point read costs.
   */
  write(
    name: string,
    columns: readonly ParquetColumn[],
    rows: AsyncIterable<ColumnBatch> | Iterable<ColumnBatch>,
    group: number,
  ): Promise<void>;
  /** Writes what a statement gives, in its order, in the same way; the number of its rows. */
  copy(name: string, sql: string, group: number): Promise<number>;
}

/** Columns of both tables, in order (`lab/types.ts`). */
export const TABLE_COLUMNS: Readonly<Record<LabTable, readonly ParquetColumn[]>> = {
  records: [
    { name: "row", type: "INTEGER" },
    { name: "artifact", type: "VARCHAR" },
    { name: "ordinal", type: "INTEGER" },
    { name: "evidence", type: "INTEGER" },
    { name: "at", type: "BIGINT" },
    { name: "line", type: "VARCHAR" },
  ],
  keys: [
    { name: "h", type: "BIGINT" },
    { name: "letter", type: "VARCHAR" },
    { name: "n", type: "INTEGER" },
    { name: "rows", type: "BLOB" },
    { name: "first_at", type: "BIGINT" },
    { name: "last_at", type: "BIGINT" },
  ],
};

/** Rows of a row group: a point read takes one of them apart. */
export const TABLE_GROUP: Readonly<Record<LabTable, number>> = { records: 4096, keys: 32_768 };

export type { Place };
