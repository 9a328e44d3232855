/** Point reads: the records of one check that some keys name, in the order in which a re-check reads them. @module */
import type { ArtifactRecord } from "@contraluz/core";
import { decodeRecord } from "@contraluz/store";
import type { Cell, HuntEngine, Place } from "../engine/types.ts";
import { decodeRows, mergeRows } from "./rows.ts";
import { recordsStatement, rowsStatement, scanStatement } from "./statements.ts";

/** A file of the lab does not hold what it should: that check is a gap, and the hunt goes on. */
export class DamagedCheck extends Error {}

export interface LabRecord {
  readonly row: number;
  readonly artifact: string;
  readonly ordinal: number;
  readonly evidence: number;
  readonly record: ArtifactRecord;
}

/** Keys, and rows, of one statement: engines bound the length of its text. */
const KEYS_AT_ONCE = 2000;
const ROWS_AT_ONCE = 2000;

/**
 * Rows of a statement over one check. The engine on this machine fails over one check where it cannot read its files; a cluster
 * fails for reasons of its own.
 */
export async function* ofCheck(engine: HuntEngine, sql: string): AsyncGenerator<readonly (readonly Cell[])[]> {
  const rows = engine.query(sql)[Symbol.asyncIterator]();
  for (;;) {
    let next: IteratorResult<readonly (readonly Cell[])[]>;
    try {
      next = await rows.next();
    } catch (e) {
      throw engine.name === "duckdb" ? new DamagedCheck(e instanceof Error ? e.message : String(e)) : e;
    }
    if (next.done) return;
    yield next.value;
  }
}

function recordOf([row, artifact, ordinal, evidence, line]: readonly Cell[]): LabRecord {
  if (
    typeof row !== "number" ||
    typeof artifact !== "string" ||
    typeof ordinal !== "number" ||
    typeof evidence !== "number" ||
    typeof line !== "string"
  )
    throw new DamagedCheck("a record of another type");
  try {
    return { row, artifact, ordinal, evidence, record: decodeRecord(line) };
  } catch {
    throw new DamagedCheck("a line that is no record");
  }
}

/** All rows that the keys name, ascending, each once. Throws DamagedCheck. */
export async function rowsOf(engine: HuntEngine, place: Place, keys: readonly bigint[]): Promise<number[]> {
  const lists: number[][] = [];
  for (let i = 0; i < keys.length; i += KEYS_AT_ONCE) {
    const some = keys.slice(i, i + KEYS_AT_ONCE);
    let found = 0;
    for await (const batch of ofCheck(engine, rowsStatement(engine, place, some)))
      for (const [, n, bytes] of batch) {
        const rows = typeof n === "number" && bytes instanceof Uint8Array ? decodeRows(bytes, n) : undefined;
        if (!rows) throw new DamagedCheck("rows of a key");
        lists.push(rows);
        found++;
      }
    if (found !== some.length) throw new DamagedCheck("keys that were there are not");
  }
  return mergeRows(lists);
}

/** Records of these rows (ascending), in batches, by row. Throws DamagedCheck where one is missing or is none. */
export async function* recordsOf(
  engine: HuntEngine,
  place: Place,
  rows: readonly number[],
): AsyncGenerator<readonly LabRecord[]> {
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
    const some = rows.slice(i, i + ROWS_AT_ONCE);
    let at = 0;
    for await (const batch of ofCheck(engine, recordsStatement(engine, place, some))) {
      const records = batch.map(recordOf);
      for (const r of records)
        if (r.row !== some[at++]) throw new DamagedCheck(`row ${r.row} where ${some[at - 1]} is due`);
      yield records;
    }
    if (at !== some.length) throw new DamagedCheck(`${some.length - at} rows are missing`);
  }
}

/** Records of one check whose stored line holds a text, in batches, by row: all of them are read for it. Throws DamagedCheck. */
export async function* recordsWith(
  engine: HuntEngine,
  place: Place,
  text: string,
): AsyncGenerator<readonly LabRecord[]> {
  for await (const batch of ofCheck(engine, scanStatement(engine, place, text))) yield batch.map(recordOf);
}
