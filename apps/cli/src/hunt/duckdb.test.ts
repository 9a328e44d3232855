/** DuckDB as we open it: what it gives and writes, and what it cannot reach. */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { type Cell, type ColumnBatch, type HuntEngine, TABLE_COLUMNS } from "@contraluz/hunt";
import { folder } from "../cli.fixture.ts";
import { type DuckDb, openDuckDb } from "./duckdb.ts";

async function rowsOf(engine: Pick<HuntEngine, "query">, sql: string): Promise<(readonly Cell[])[]> {
  const out: (readonly Cell[])[] = [];
  for await (const batch of engine.query(sql)) out.push(...batch);
  return out;
}

async function opened<T>(path: string, work: (db: DuckDb) => Promise<T>, memory?: string): Promise<T> {
  const db = await openDuckDb(path, "en", memory === undefined ? {} : { memory, threads: 1 });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

const PLACE = { caseId: "0123456789abcdef", checkId: "0001" };
const FILE = "keys/case_id=0123456789abcdef/check_id=0001/keys.parquet";
const BIG = 9_223_372_036_854_775_807n;

test("what is written is read: whole numbers of 64 bits, bytes, texts, nothing; names of cases stay texts", async () => {
  using dir = folder();
  // A folder as people call them, and one that a pattern would take for others.
  const lab = join(dir.path, "la [b]'s *?".replace(process.platform === "win32" ? /[*?]/g : /$^/, ""));
  mkdirSync(lab);
  await opened(lab, async (db) => {
    assert.match(db.version, /^v\d/);
    const rows: ColumnBatch[] = [
      [
        [-BIG - 1n, -1n],
        ["d", "u"],
        [1, 2],
        [new Uint8Array([0, 255]), new Uint8Array(0)],
        [null, -5n],
        [null, 7n],
      ],
      [
        [0n, BIG],
        ["f", "é'\u0000"],
        [3, 4],
        [new Uint8Array([128]), new Uint8Array([1, 2, 3])],
        [1n, null],
        [2n, null],
      ],
    ];
    await db.write(FILE, TABLE_COLUMNS.keys, rows, 2048);
    if (process.platform !== "win32") {
      assert.equal(statSync(join(lab, FILE)).mode & 0o777, 0o600);
      assert.equal(statSync(join(lab, "keys")).mode & 0o777, 0o700);
    }
    const [table, one] = [db.from("keys", { cases: [PLACE] }), db.from("keys", { place: PLACE })];
    const all = `select h, letter, n, "rows", first_at, last_at, case_id, check_id from`;
    const read = await rowsOf(db, `${all} ${table}`);
    assert.deepEqual(read, await rowsOf(db, `${all} ${one}`));
    const expected = rows.flatMap((b) => b[0]!.map((_, i) => [...b.map((c) => c[i]), PLACE.caseId, PLACE.checkId]));
    const plain = (c: unknown): unknown => (c instanceof Uint8Array ? [...c] : c);
    assert.deepEqual(
      read.map((r) => r.map(plain)),
      expected.map((r) => r.map(plain)),
    );
    assert.deepEqual(await rowsOf(db, `select count(*) from ${db.from("records", { cases: [] })}`), [[0n]]);
    const signs = await db.putSigns(BigInt64Array.from([-BIG - 1n, 5n, BIG]));
    assert.notEqual(signs, await db.putSigns(BigInt64Array.from([])));
    assert.deepEqual(await rowsOf(db, `select h from ${table} where h in (select h from ${signs}) order by h`), [
      [-BIG - 1n],
      [BIG],
    ]);
    await db.write(FILE, TABLE_COLUMNS.keys, [], 2048);
    assert.deepEqual(await rowsOf(db, `select count(*) from ${table}`), [[0n]]);
  });
  assert.deepEqual(readdirSync(lab), ["keys"]);
});

test("more than fits the memory is written all the same, and nothing is left of it", async () => {
  using dir = folder();
  const rows = function* (): Generator<ColumnBatch> {
    for (let at = 0; at < 40; at++) {
      const ids = Array.from({ length: 1000 }, (_, i) => at * 1000 + i);
      const text = (i: number): string => `${i} ${Math.imul(i, 2_654_435_761)} `.repeat(80);
      yield [ids, ids.map(() => "a/b"), ids, ids.map(() => 0), ids.map(() => null), ids.map(text)];
    }
  };
  const name = FILE.replaceAll("keys", "records");
  await opened(
    dir.path,
    async (db) => {
      const spilled = readdirSync(dir.path).filter((n) => n.startsWith("tmp-"));
      assert.equal(spilled.length, 1);
      if (process.platform !== "win32") assert.equal(statSync(join(dir.path, spilled[0]!)).mode & 0o77, 0);
      await db.write(name, TABLE_COLUMNS.records, rows(), 4096);
      const from = db.from("records", { place: PLACE });
      assert.deepEqual(await rowsOf(db, `select count(*), min("row"), max("row") from ${from}`), [
        [40_000n, 0, 39_999],
      ]);
    },
    "48MB",
  );
  assert.deepEqual(readdirSync(dir.path), ["records"]);
});

test("what fails leaves nothing, and the file that was there", async () => {
  using dir = folder();
  await opened(dir.path, async (db) => {
    const one: ColumnBatch = [[1n], ["d"], [1], [new Uint8Array([0])], [null], [null]];
    await db.write(FILE, TABLE_COLUMNS.keys, [one], 2048);
    const broken = function* (): Generator<ColumnBatch> {
      yield one;
      throw new Error("half way");
    };
    await assert.rejects(db.write(FILE, TABLE_COLUMNS.keys, broken(), 2048), /half way/);
    assert.deepEqual(await rowsOf(db, `select count(*) from ${db.from("keys", { place: PLACE })}`), [[1n]]);
    assert.deepEqual(readdirSync(join(dir.path, FILE, "..")), ["keys.parquet"]);
  });
});

test("nothing is fetched, loaded or reached outside the lab, whatever a statement asks for", async () => {
  using dir = folder();
  let asked = 0;
  const server = createServer((_, r) => {
    asked++;
    r.end("no");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const lab = join(dir.path, "lab");
  mkdirSync(lab);
  writeFileSync(join(dir.path, "out.csv"), "secret\n1\n");
  const outside = join(dir.path, "out.csv").replaceAll("'", "''");
  try {
    await opened(lab, async (db) => {
      for (const sql of [
        "install httpfs",
        `install httpfs from '${url}'`,
        "load httpfs",
        "load iceberg",
        "load postgres",
        `load '${outside}'`,
        `select * from '${url}/x.parquet'`,
        `select * from read_parquet('${url}/x.parquet')`,
        "select * from read_parquet('s3://bucket/x.parquet')",
        `select * from read_csv('${outside}')`,
        `select * from read_text('${outside}')`,
        `select * from read_text('${lab.replaceAll("'", "''")}/../out.csv')`,
        `select * from glob('${dir.path.replaceAll("'", "''")}/*')`,
        `copy (select 1) to '${outside}.new'`,
        `attach '${outside}.db'`,
        "set enable_external_access = true",
        "set allowed_directories = ['/']",
        `set custom_extension_repository = '${url}'`,
        "set autoload_known_extensions = true",
        "set autoinstall_known_extensions = true",
        "set allow_community_extensions = true",
        "set lock_configuration = false",
        "reset enable_external_access",
      ])
        await assert.rejects(
          rowsOf(db, sql),
          (e: Error) => /permission|disabled|cannot|not allowed|locked/i.test(e.message),
          sql,
        );
    });
    assert.equal(asked, 0);
    assert.deepEqual(readdirSync(dir.path).sort(), ["lab", "out.csv"]);
  } finally {
    server.close();
  }
});

test("a file of the lab that is a link is not read", { skip: process.platform === "win32" }, async () => {
  using dir = folder();
  const lab = join(dir.path, "lab");
  await opened(dir.path, (db) => db.write(FILE, TABLE_COLUMNS.keys, [], 2048));
  mkdirSync(join(lab, FILE, ".."), { recursive: true });
  symlinkSync(join(dir.path, FILE), join(lab, FILE));
  await opened(lab, async (db) => {
    await assert.rejects(rowsOf(db, `select count(*) from ${db.from("keys", { place: PLACE })}`));
  });
});
