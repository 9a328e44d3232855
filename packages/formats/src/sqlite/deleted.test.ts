/** Deleted rows against lists of what was deleted: nothing that was not there, and most of what still stands in the file. */
import assert from "node:assert/strict";
import { copyFileSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import type { DeletedRow } from "./index.ts";
import { KINDS, type Kind, measure, nothing, plant, recover, type Setting } from "./planted.fixture.ts";
import { build, memory, open, oracle, plain, rowsOf, tempPath } from "./sqlite.fixture.ts";

/** Least share of the deleted versions that are recovered whole, by kind: in the database file alone, and with the log. */
const LEAST: Readonly<Record<Exclude<Kind, "dropped">, readonly [number, number]>> = {
  single: [0.5, 0.95],
  scattered: [0.65, 0.99],
  range: [0.55, 0.99],
  all: [0.97, 0.99],
  update: [0.1, 0.98],
  reused: [0.33, 0.98],
};

for (const mode of ["delete", "wal", "checkpointed"] as const) {
  for (const kind of KINDS) {
    test(`${kind} rows, ${mode}: no row that was not there, most of those that were`, async () => {
      const m = nothing();
      for (const [pageSize, rows, seed] of [
        [1024, 60, 1],
        [1024, 700, 2],
        [4096, 60, 3],
        [4096, 700, 4],
      ] as const) {
        const p = await plant({ kind, pageSize, mode, rows, seed } satisfies Setting);
        assert.deepEqual(p.problems, []);
        await measure(p, m);
      }
      assert.deepEqual(m.wrong, []);
      assert.equal(m.wrongState, 0);
      if (kind === "dropped") return assert.equal(m.whole + m.withoutRowid, 0);
      const share = (m.whole + m.withoutRowid) / m.gone;
      assert.ok(share >= LEAST[kind][mode === "wal" ? 1 : 0], `${share} of ${m.gone}`);
    });
  }
}

const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

async function only(db: Uint8Array, table: string, more: Parameters<typeof open>[2] = {}): Promise<DeletedRow[]> {
  const { file } = await open(db, undefined, more);
  return (await recover(file)).get(table) ?? [];
}

test("nothing was deleted: nothing is given", async () => {
  const { bytes } = build((db) => {
    db.exec("CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b TEXT, c INTEGER); BEGIN");
    const put = db.prepare("INSERT INTO t VALUES(?, ?, ?, ?)");
    for (let i = 0; i < 3000; i++) put.run((i * 7919) % 100_003, `text ${i}`, "same", i % 5);
    db.exec("COMMIT");
  });
  assert.deepEqual(await only(bytes, "t"), []);
});

test("a row says where it starts, and that the freeblock took its rowid", async () => {
  const { bytes } = build((db) => {
    db.exec("CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b INTEGER, c TEXT)");
    for (let i = 1; i <= 9; i++) db.exec(`INSERT INTO t VALUES(${i}, 'texto ${i}', ${i * 1000}, 'más')`);
    db.exec("DELETE FROM t WHERE id = 4");
  });
  const [row, ...rest] = await only(bytes, "t");
  assert.deepEqual(rest, []);
  const { offset, ...past } = row!.past;
  assert.deepEqual(past, { state: "deleted", in: "free" });
  assert.equal(row!.rowid, undefined);
  assert.deepEqual(row!.values, [null, "texto 4", 4000, "más", null]);
  assert.ok(Buffer.from(bytes.subarray(offset, offset + 40)).includes("texto 4"));
});

test("overflow pages that are still free are read; those that were used again make the row torn", async () => {
  // So long that little of it stands in the cell itself, and the page is not balanced.
  const long = "palabra ".repeat(2106);
  const make = (again: boolean) => (db: DatabaseSync) => {
    db.exec("CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b TEXT, c INTEGER); CREATE TABLE u(x TEXT)");
    const put = db.prepare("INSERT INTO t VALUES(?, ?, ?, ?)");
    for (let i = 1; i < 40; i++) put.run(i, `texto ${i}`, i === 20 ? long : "corto", i);
    // The first free page becomes a trunk of the freelist, which takes some of its bytes.
    db.exec("CREATE TABLE z(x); INSERT INTO z VALUES(zeroblob(3000)); DROP TABLE z");
    db.exec("DELETE FROM t WHERE id = 20");
    if (again) db.exec(`INSERT INTO u VALUES('${"otra cosa ".repeat(3000)}')`);
  };
  const [whole] = await only(build(make(false)).bytes, "t");
  assert.deepEqual(whole!.values.slice(1, 4), ["texto 20", long, 20]);
  assert.equal(whole!.past.torn, undefined);
  const [torn] = await only(build(make(true)).bytes, "t");
  assert.deepEqual(torn!.values.slice(1, 3), ["texto 20", null]);
  assert.equal(torn!.past.torn, true);
});

test("what could be a row of two tables is given to none", async () => {
  const make = (more: string) => (db: DatabaseSync) => {
    db.exec(`CREATE TABLE t(a TEXT, b TEXT, c INTEGER, d INTEGER); ${more}; BEGIN`);
    const put = db.prepare("INSERT INTO t VALUES(?, ?, ?, ?)");
    for (let i = 0; i < 500; i++) put.run(`primero ${i}`, `segundo ${i}`, i, i * i);
    db.exec("COMMIT; DELETE FROM t");
  };
  const alone = await only(build(make("")).bytes, "t");
  assert.ok(alone.length > 490, String(alone.length));
  const both = await only(build(make("CREATE TABLE u(k TEXT, l TEXT, m INT, n INT)")).bytes, "t");
  // The first page of a table stays its own.
  assert.ok(both.length < 60, String(both.length));
});

test("frames of an earlier log, and frames that were never committed", async () => {
  const path = tempPath();
  const db = new DatabaseSync(path);
  db.exec(
    "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE t(a TEXT, b TEXT, c INTEGER, d INTEGER)",
  );
  db.exec(
    "CREATE TABLE u(x); INSERT INTO u VALUES(zeroblob(20000)); INSERT INTO t VALUES('se borra', 'b', 1, 2), ('se queda', 'b', 3, 4)",
  );
  db.exec("PRAGMA wal_checkpoint(RESTART); DELETE FROM t WHERE c = 1");
  const [main, wal] = [bytesOf(path), bytesOf(`${path}-wal`)];
  db.close();
  const { file } = await open(main, wal);
  const rows = (await recover(file)).get("t") ?? [];
  assert.deepEqual(
    rows.map((r) => r.values.slice(0, 4)),
    [["se borra", "b", 1, 2]],
  );
  assert.equal(rows[0]!.past.in, "wal");
  assert.ok(rows[0]!.past.frame! > 1);
});

/** A database and its journal in the middle of a change. */
function halfDone(): { path: string; main: Uint8Array; journal: Uint8Array } {
  const path = tempPath();
  const db = new DatabaseSync(path);
  db.exec(
    "PRAGMA page_size = 1024; PRAGMA journal_mode = DELETE; CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b INTEGER, c TEXT); BEGIN",
  );
  const put = db.prepare("INSERT INTO t(a, b, c) VALUES(?, ?, ?)");
  for (let i = 0; i < 900; i++) put.run(`antes ${i}`, i, "x".repeat(i % 60));
  db.exec("COMMIT; PRAGMA cache_size = 5; PRAGMA cache_spill = 1; BEGIN; DELETE FROM t WHERE id > 850");
  db.exec("UPDATE t SET a = 'durante ' || id; INSERT INTO t(a, b, c) SELECT a || '!', b, c FROM t");
  const to = tempPath();
  copyFileSync(path, to);
  copyFileSync(`${path}-journal`, `${to}-journal`);
  const [main, journal] = [bytesOf(to), bytesOf(`${to}-journal`)];
  db.exec("ROLLBACK");
  db.close();
  return { path: to, main, journal };
}

test("a hot journal is rolled back as SQLite does it; the unfinished change is given as such", async () => {
  const { path, main, journal } = halfDone();
  const { file, problems } = await open(main, undefined, { journal: memory(journal) });
  const rows = (await rowsOf(file, "t")).map((r) => [r.rowid, ...r.values].map(plain));
  assert.deepEqual(
    problems.map((p) => p.code),
    ["sqlite-journal-hot"],
  );
  assert.equal(file.overlay, "journal");
  // Whoever opens it first rolls it back.
  const first = new DatabaseSync(path);
  first.exec("SELECT count(*) FROM t");
  first.close();
  assert.deepEqual(rows, oracle(path, "t"));
  assert.equal(rows.length, 900);
  const past = (await recover(file)).get("t")!;
  assert.ok(past.some((r) => r.past.state === "superseded" && r.past.in === undefined && r.values[1] === "durante 3"));
  assert.ok(past.every((r) => /^(durante|antes) \d+!?$/.test(String(r.values[1]))));
});

test("a journal that is not hot is not applied, but its pages are looked at", async () => {
  const { main, journal } = halfDone();
  const cold = journal.slice().fill(0, 0, 28);
  const { file, problems } = await open(main, undefined, { journal: memory(cold) });
  assert.equal(file.overlay, undefined);
  const now = (await rowsOf(file, "t")).map((r) => r.values[1]);
  assert.ok(now.includes("durante 3"));
  assert.deepEqual(
    problems.filter((p) => p.code === "sqlite-journal-hot"),
    [],
  );
  const past = (await recover(file)).get("t")!;
  assert.ok(past.some((r) => r.past.in === "journal" && r.values[1] === "antes 2"));
});

test("a freelist that goes round in circles, or out of the file, ends", async () => {
  const { bytes } = build((db) => {
    db.exec("PRAGMA page_size = 512; CREATE TABLE t(a TEXT, b TEXT, c TEXT, d TEXT); BEGIN");
    const put = db.prepare("INSERT INTO t VALUES(?, 'b', 'c', 'd')");
    for (let i = 0; i < 5000; i++) put.run(`texto ${i}`);
    db.exec("COMMIT; DELETE FROM t");
  });
  const trunk = new DataView(bytes.buffer).getUint32(32);
  const view = new DataView(bytes.buffer, (trunk - 1) * 512);
  for (const next of [trunk, 1, 0xffff_ffff]) {
    view.setUint32(0, next);
    view.setUint32(8, next);
    const rows = await only(bytes, "t");
    assert.ok(rows.length > 500 && rows.length < 5000, `${next}: ${rows.length}`);
  }
});

test("cancelling stops the search", async () => {
  const p = await plant({ kind: "all", pageSize: 1024, mode: "wal", rows: 300, seed: 9 });
  await p.file.scan("message", ["text"], () => undefined, { deleted: true });
  const cancel = { aborted: false };
  const q = await plant({ kind: "all", pageSize: 1024, mode: "wal", rows: 300, seed: 9 });
  assert.ok(q.file.tables.size > 3);
  const { bytes } = build((db) =>
    db.exec("CREATE TABLE t(a TEXT, b TEXT, c, d); INSERT INTO t VALUES('uno', 'dos', 3, 4)"),
  );
  const { file } = await open(bytes, undefined, { cancel });
  await file.scan("t", ["a"], () => undefined, { deleted: true });
  cancel.aborted = true;
  await assert.rejects(
    file.scanDeleted(() => undefined),
    { code: "cancelled" },
  );
});
