/** A table that is written in parts is the file that it would be in one piece, and nothing of the parts stays. */
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type Cell, type ColumnBatch, TABLE_COLUMNS } from "@contraluz/hunt";
import { folder } from "../cli.fixture.ts";
import { type DuckDb, openDuckDb, WRITING } from "./duckdb.ts";

const NAME = "records/case_id=0123456789abcdef/check_id=0001/records.parquet";
const WHOLE = "whole.parquet";
const BATCH = 2048;

/** Rows from `from` on, `letters` long each. */
function batch(from: number, n: number, letters: number): ColumnBatch {
  const rows = Array.from({ length: n }, (_, i) => from + i);
  return [
    rows,
    rows.map((r) => (r % 9 === 0 ? "ios/sms" : "ios/safari-history")),
    rows.map((r) => r % 777),
    rows.map(() => 0),
    rows.map((r) => (r % 5 === 0 ? null : BigInt(r) * 1_000_000_007n)),
    rows.map((r) => `línea ${r} ${"x".repeat(letters)}`),
  ];
}

function* batches(rows: number, letters: number): Generator<ColumnBatch> {
  for (let at = 0; at < rows; at += BATCH) yield batch(at, Math.min(BATCH, rows - at), letters);
}

async function one(db: DuckDb, sql: string): Promise<readonly Cell[]> {
  for await (const rows of db.query(sql)) return rows[0]!;
  return [];
}

async function within(work: (db: DuckDb, path: string) => Promise<void>): Promise<void> {
  using dir = folder();
  const db = await openDuckDb(dir.path, "en", WRITING);
  try {
    await work(db, dir.path);
  } finally {
    await db.close();
  }
}

const left = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((e) => (e.isFile() ? [e.name] : []));

for (const [what, rows, letters, parts] of [
  ["a single part", 20_000, 40, 1],
  ["several, the last of which is short", 200_000, 40, 4],
  ["rows so long that a part holds few", 20_000, 2500, 3],
] as const)
  test(`${what}: all rows in their order, in row groups that an engine finds`, async () => {
    await within(async (db, path) => {
      const columns = TABLE_COLUMNS.records;
      await db.write(NAME, columns, batches(rows, letters), 4096);
      const at = `read_parquet('${join(path, NAME).replaceAll("'", "''")}', hive_partitioning = false)`;
      const table = (name: string): string => `select row_number() over () - 1 as place, * from ${name}`;
      assert.deepEqual(
        await one(db, `select count(*), sum(case when place = "row" then 0 else 1 end) from (${table(at)})`),
        [BigInt(rows), 0n],
      );
      // One row, far behind: by the statistics and filters of its own group.
      const far = rows - 3;
      assert.deepEqual(
        await one(db, `select "row", artifact, ordinal, evidence, "at", line from ${at} where "row" = ${far}`),
        batch(far, 1, letters).map((c) => c[0]),
      );
      assert.deepEqual(await one(db, `select count(*) from ${at} where line = 'no such line'`), [0n]);
      const groups = `select count(distinct row_group_id), max(row_group_num_rows), sum(case when column_id = 0 then row_group_num_rows end) from parquet_metadata('${join(path, NAME).replaceAll("'", "''")}')`;
      const [n, most, sum] = await one(db, groups);
      assert.deepEqual([most, String(sum)], [4096n, String(rows)]);
      assert.ok(Number(n) >= Math.ceil(rows / 4096) && Number(n) < Math.ceil(rows / 4096) + parts, String(n));
      assert.deepEqual(left(path), ["records.parquet"]);
      // The same rows once more, by the engine alone.
      await db.copy(WHOLE, `select * from ${at}`, 4096);
      const whole = `read_parquet('${join(path, WHOLE).replaceAll("'", "''")}')`;
      assert.deepEqual(await one(db, `select count(*) from (select * from ${at} except select * from ${whole})`), [0n]);
    });
  });

test("rows that end with an error leave nothing, and what was there stays", async () => {
  await within(async (db, path) => {
    const columns = TABLE_COLUMNS.records;
    const failing = async function* (): AsyncGenerator<ColumnBatch> {
      yield* batches(150_000, 10);
      throw new Error("the reader failed");
    };
    await assert.rejects(db.write(NAME, columns, failing(), 4096), /the reader failed/);
    assert.ok(!existsSync(join(path, NAME)));
    assert.deepEqual(left(path), []);
    await db.write(NAME, columns, batches(10, 1), 4096);
    await assert.rejects(db.write(NAME, columns, failing(), 4096), /the reader failed/);
    assert.deepEqual(left(path), ["records.parquet"]);
    const at = `read_parquet('${join(path, NAME).replaceAll("'", "''")}', hive_partitioning = false)`;
    assert.deepEqual(await one(db, `select count(*) from ${at}`), [10n]);
  });
});

test("no rows at all are a file", async () => {
  await within(async (db, path) => {
    await db.write(NAME, TABLE_COLUMNS.records, [], 4096);
    const at = `read_parquet('${join(path, NAME).replaceAll("'", "''")}', hive_partitioning = false)`;
    assert.deepEqual(await one(db, `select count(*) from ${at}`), [0n]);
  });
});
