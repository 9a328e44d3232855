/**
 * What runs the statements of a hunt. The statements are the same for every engine, in plain SQL, and hold no function of text: keys are
 * hashed by us. An engine says by which expression a table is read, gives rows, and takes the keys of signs.
 * @module
 */

/** A value of a row. BIGINT comes as bigint, INTEGER as number, BLOB as bytes. */
export type Cell = null | boolean | number | bigint | string | Uint8Array;

/** One check of one case. */
export interface Place {
  readonly caseId: string;
  readonly checkId: string;
}

export type LabTable = "keys" | "records";

export interface HuntEngine {
  readonly name: "duckdb" | "trino";
  readonly version: string;
  /**
   * What stands after FROM to read a table (columns of `lab/types.ts`, with `case_id` and `check_id` VARCHAR): of all cases that are
   * given, or of one check. Never reads files that no case names.
   */
  from(table: LabTable, of: { readonly cases: readonly Place[] } | { readonly place: Place }): string;
  /** Hands over the keys of signs, sorted, each once; they are then in the table that is given back, with the one column `h`. */
  putSigns(h: BigInt64Array): Promise<string>;
  /** Rows of a statement, in batches. */
  query(sql: string): AsyncIterable<readonly (readonly Cell[])[]>;
  close(): Promise<void>;
}
