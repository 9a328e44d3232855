import assert from "node:assert/strict";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { assertSame, build, filled, fillMixed, memory, open, rowsOf, tempPath } from "./sqlite.fixture.ts";

interface Pair {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly wal: Uint8Array;
}

/** Copies database and log while a connection has them open, so that nothing is checkpointed; `path` is the copy. */
function copyLive(fill: (db: DatabaseSync) => void, afterCopy?: (db: DatabaseSync) => void): Pair {
  const from = tempPath();
  const db = new DatabaseSync(from);
  db.exec("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0");
  fill(db);
  const path = tempPath();
  copyFileSync(from, path);
  copyFileSync(`${from}-wal`, `${path}-wal`);
  afterCopy?.(db);
  db.close();
  return { path, bytes: new Uint8Array(readFileSync(path)), wal: new Uint8Array(readFileSync(`${path}-wal`)) };
}

const values = async (bytes: Uint8Array, wal: Uint8Array | undefined, table = "t") => {
  const { file, problems } = await open(bytes, wal);
  const rows = file.tables.has(table) ? await rowsOf(file, table) : undefined;
  return {
    rows: rows?.map((r) => r.values[0]),
    wal: rows?.map((r) => r.wal),
    codes: problems.map((p) => p.code),
    problems,
    file,
  };
};

function three(db: DatabaseSync): void {
  db.exec("CREATE TABLE t(a TEXT)");
  for (const v of ["one", "two", "three"]) db.exec(`INSERT INTO t VALUES('${v}')`);
}

for (const size of [512, 4096, 65_536]) {
  test(`the log replaces pages, page size ${size}`, async () => {
    const { path, bytes, wal } = copyLive((db) => {
      db.exec(`PRAGMA page_size = ${size}`);
      fillMixed(db);
      db.exec(
        "PRAGMA wal_checkpoint(TRUNCATE); UPDATE mixed SET t = 'changed' WHERE i > 0; DELETE FROM pairs WHERE k1 < 50",
      );
      db.exec("CREATE TABLE later(x); INSERT INTO later VALUES('only in the log')");
    });
    const { file } = await assertSame(path, bytes, wal);
    assert.deepEqual(
      (await rowsOf(file, "later")).map((r) => [r.wal, ...r.values]),
      [[true, "only in the log"]],
    );
    const without = await open(bytes);
    assert.ok(!without.file.tables.has("later"));
  });
}

test("rows say whether their page came from the log", async () => {
  const { bytes, wal } = copyLive((db) => {
    three(db);
    db.exec(
      "CREATE TABLE u(a); INSERT INTO u VALUES('main'); PRAGMA wal_checkpoint(TRUNCATE); INSERT INTO t VALUES('four')",
    );
  });
  const { rows, wal: from } = await values(bytes, wal);
  assert.deepEqual(rows, ["one", "two", "three", "four"]);
  assert.deepEqual(from, [true, true, true, true]);
  assert.deepEqual((await values(bytes, wal, "u")).wal, [false]);
  assert.deepEqual((await values(bytes, undefined)).rows, ["one", "two", "three"]);
});

test("an uncommitted tail is left out", async () => {
  const { path, bytes, wal } = copyLive(
    (db) => {
      three(db);
      // A small page cache spills the open transaction into the log.
      db.exec("PRAGMA cache_size = 5; BEGIN; CREATE TABLE big(b)");
      const insert = db.prepare("INSERT INTO big VALUES(?)");
      for (let i = 0; i < 200; i++) insert.run(filled(3000, i));
    },
    (db) => db.exec("ROLLBACK"),
  );
  assert.ok(wal.length > 400_000);
  const { file } = await assertSame(path, bytes, wal);
  assert.ok(!file.tables.has("big"));
});

test("a log larger than the cache, with a shrinking database", async () => {
  const { path, bytes, wal } = copyLive((db) => {
    db.exec("CREATE TABLE t(a INTEGER PRIMARY KEY, b BLOB, c TEXT); BEGIN");
    const insert = db.prepare("INSERT INTO t(b, c) VALUES(?, ?)");
    for (let i = 0; i < 12_000; i++) insert.run(filled(i % 900, i), i % 500 === 0 ? "long".repeat(4000) : `text ${i}`);
    db.exec("COMMIT; UPDATE t SET b = x'01' WHERE a % 3 = 0; DELETE FROM t WHERE a > 6000; VACUUM");
  });
  assert.ok(wal.length > 12 << 20);
  const { file } = await assertSame(path, bytes, wal, { cacheBytes: 1 });
  assert.ok(file.pageCount * file.pageSize < wal.length / 3);
  await assertSame(path, bytes, wal);
});

test("the log is read once", async () => {
  const { bytes, wal } = copyLive(three);
  const source = memory(wal);
  const { file } = await open(bytes, undefined, { wal: source });
  await rowsOf(file, "t");
  assert.equal(source.bytesRead, wal.length);
});

test("a stale tail of an older generation is normal", async () => {
  const { path, bytes, wal } = copyLive((db) => {
    three(db);
    db.exec(
      "CREATE TABLE u(a); INSERT INTO u VALUES(zeroblob(20000)); PRAGMA wal_checkpoint(RESTART); INSERT INTO t VALUES('four')",
    );
  });
  assert.notDeepEqual(wal.slice(wal.length - 4120 + 8, wal.length - 4120 + 16), wal.slice(16, 24));
  const { rows, codes } = await values(bytes, wal);
  assert.deepEqual(rows, ["one", "two", "three", "four"]);
  assert.deepEqual(codes, []);
  await assertSame(path, bytes, wal);
});

test("a log cut or damaged anywhere reads as node:sqlite reads it", async () => {
  const { bytes, wal } = copyLive(three);
  const frames = (wal.length - 32) / 4120;
  assert.ok(frames >= 4);
  for (let cut = 0; cut < 64; cut++) {
    const path = tempPath();
    writeFileSync(path, bytes);
    let bad = wal.slice();
    if (cut < 32) bad = wal.slice(0, Math.floor((wal.length * cut) / 32));
    else bad[Math.floor((wal.length * (cut - 32)) / 32) + cut]! ^= 0x40;
    writeFileSync(`${path}-wal`, bad);
    const found = (await values(bytes, bad)).rows;
    const db = new DatabaseSync(path);
    let expected: unknown[] | undefined;
    try {
      expected = db
        .prepare("SELECT a FROM t")
        .all()
        .map((r) => r.a);
    } catch {
      expected = undefined;
    }
    db.close();
    assert.deepEqual(found, expected, `cut ${cut}`);
  }
});

test("what is told about a damaged log", async () => {
  const { bytes, wal } = copyLive(three);
  const changed = (at: number, by = 1): Uint8Array => {
    const out = wal.slice();
    out[at]! ^= by;
    return out;
  };
  const codes = async (bad: Uint8Array): Promise<string[]> => (await values(bytes, bad)).codes;
  assert.deepEqual(await codes(wal), []);
  assert.deepEqual(await codes(new Uint8Array(0)), []);
  for (const at of [0, 5, 9, 20, 25]) assert.deepEqual(await codes(changed(at)), ["sqlite-wal"], `byte ${at}`);
  assert.deepEqual(await codes(wal.slice(0, 20)), ["sqlite-wal"]);
  // Before any commit, and between two commits: committed pages are lost. In the last frame: an unfinished write.
  assert.deepEqual(await codes(changed(32 + 24 + 100)), ["sqlite-wal"]);
  const middle = await values(bytes, changed(32 + 2 * 4120 + 24 + 100));
  assert.deepEqual(middle.codes, ["sqlite-wal"]);
  assert.equal(middle.problems[0]?.offset, 32 + 2 * 4120);
  assert.deepEqual(await codes(changed(wal.length - 10)), []);
  assert.deepEqual(await codes(wal.slice(0, wal.length - 100)), []);
  const other = build((db) => db.exec("PRAGMA page_size = 8192; CREATE TABLE t(a)"));
  assert.deepEqual((await values(other.bytes, wal)).codes, ["sqlite-wal"]);
});

test("big-endian checksums", async () => {
  const { bytes, wal } = copyLive(three);
  // Rewritten as a big-endian machine writes it: the same frames, words summed in the other order.
  const view = new DataView(wal.buffer, wal.byteOffset, wal.length);
  view.setUint32(0, 0x377f0683);
  let a = 0;
  let b = 0;
  const sum = (from: number, to: number): void => {
    for (let i = from; i < to; i += 8) {
      a = (a + view.getUint32(i) + b) >>> 0;
      b = (b + view.getUint32(i + 4) + a) >>> 0;
    }
  };
  sum(0, 24);
  view.setUint32(24, a);
  view.setUint32(28, b);
  for (let at = 32; at < wal.length; at += 4120) {
    sum(at, at + 8);
    sum(at + 24, at + 4120);
    view.setUint32(at + 16, a);
    view.setUint32(at + 20, b);
  }
  const { rows, codes } = await values(bytes, wal);
  assert.deepEqual(rows, ["one", "two", "three"]);
  assert.deepEqual(codes, []);
});

test("a database whose header is gone is read from the log, if that has page 1", async () => {
  const { bytes, wal } = copyLive(three);
  assert.deepEqual((await values(new Uint8Array(0), wal)).rows, ["one", "two", "three"]);
  assert.deepEqual((await values(bytes.slice().fill(0, 0, 100), wal)).rows, ["one", "two", "three"]);
});
