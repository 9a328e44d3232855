import assert from "node:assert/strict";
import { copyFileSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { LIMITS } from "@contraluz/core";
import { openSqlite } from "./index.ts";
import { build, filled, fillMixed, memory, open, rowsOf, tempPath, xorshift } from "./sqlite.fixture.ts";

const PAGE = 1024;

/** 400 rows on leaves of about 9 rows; `leaves` are the pages of the table's leaves in key order. */
async function sample(): Promise<{ bytes: Uint8Array; root: number; leaves: number[] }> {
  const { bytes } = build((db) => {
    db.exec(`PRAGMA page_size = ${PAGE}; CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT); BEGIN`);
    const insert = db.prepare("INSERT INTO t(v) VALUES(?)");
    for (let i = 1; i <= 400; i++) insert.run(`${i} `.padEnd(100, "."));
    db.exec("COMMIT");
  });
  const { file } = await open(bytes);
  const leaves = [...new Set((await rowsOf(file, "t")).map((r) => r.page))];
  return { bytes, root: file.tables.get("t")!.root, leaves };
}

async function read(
  bytes: Uint8Array,
): Promise<{ ids: unknown[]; problems: { code: string; offset?: number; count?: number }[] }> {
  const { file, problems } = await open(bytes);
  const ids = (await rowsOf(file, "t", ["id"])).map((r) => r.values[0]);
  return { ids, problems };
}

test("a damaged page costs its rows and one Problem", async () => {
  const { bytes, leaves } = await sample();
  const page = leaves[10]!;
  const at = (page - 1) * PAGE;
  for (const damage of [
    () => bytes.fill(0, at, at + PAGE),
    () => bytes.fill(0xff, at, at + PAGE),
    () => bytes.set(filled(PAGE, 3), at),
  ]) {
    damage();
    const { ids, problems } = await read(bytes);
    assert.ok(ids.length > 380 && ids.length < 400, `${ids.length}`);
    assert.equal(problems.length, 1);
    assert.equal(problems[0]!.code, "sqlite-page");
    assert.equal(problems[0]!.offset, at);
  }
});

test("a damaged cell costs its row; a page of them is one Problem with a count", async () => {
  const { bytes, leaves } = await sample();
  const at = (leaves[10]! - 1) * PAGE;
  const pointer = at + 8 + 2 * 3;
  bytes.set([0xff, 0xff], pointer);
  const one = await read(bytes);
  assert.equal(one.ids.length, 399);
  assert.deepEqual(
    one.problems.map((p) => [p.code, p.offset, p.count]),
    [["sqlite-row", at, undefined]],
  );
  bytes.set([0xff, 0xff], pointer + 2);
  const two = await read(bytes);
  assert.equal(two.ids.length, 398);
  assert.deepEqual(
    two.problems.map((p) => [p.code, p.count]),
    [["sqlite-row", 2]],
  );
});

test("cycles, wild children, a tree that is too deep", async () => {
  const { bytes, root, leaves } = await sample();
  const at = (root - 1) * PAGE;
  const rightmost = (child: number): Uint8Array => {
    const out = bytes.slice();
    new DataView(out.buffer).setUint32(at + 8, child);
    return out;
  };
  for (const child of [root, leaves[0]!, 0, 0xffff_ffff]) {
    const { ids, problems } = await read(rightmost(child));
    assert.ok(ids.length > 300 && ids.length < 400);
    assert.deepEqual(
      problems.map((p) => p.code),
      ["sqlite-page"],
      `child ${child}`,
    );
  }
  // A chain of interior pages without cells, each the right-most child of the one before.
  const deep = new Uint8Array(bytes.length + 40 * PAGE);
  deep.set(rightmost(bytes.length / PAGE + 1));
  const view = new DataView(deep.buffer);
  for (let i = 0; i < 40; i++) {
    deep[bytes.length + i * PAGE] = 5;
    view.setUint32(bytes.length + i * PAGE + 8, bytes.length / PAGE + 2 + i);
  }
  const { problems } = await read(deep);
  assert.deepEqual(
    problems.map((p) => p.code),
    ["sqlite-page"],
  );
});

test("a file cut short, also inside a page", async () => {
  const { bytes } = await sample();
  for (const keep of [bytes.length - 1, bytes.length - PAGE, PAGE * 20 + 17]) {
    const { ids, problems } = await read(bytes.slice(0, keep));
    assert.ok(ids.length > 0 && ids.length < 400);
    assert.ok(problems.length > 0 && problems.every((p) => p.code === "sqlite-page"));
  }
});

test("the page count of the header is not believed", async () => {
  const { bytes } = await sample();
  for (const count of [0, 1, 0xffff_ffff]) {
    new DataView(bytes.buffer).setUint32(28, count);
    const { ids, problems } = await read(bytes);
    assert.equal(ids.length, 400);
    assert.deepEqual(problems, []);
  }
});

test("a file that ends within a page that nobody reads is told; bytes after the last page are none", async () => {
  const { bytes } = build((db) => {
    db.exec(`PRAGMA page_size = ${PAGE}; CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT); INSERT INTO t(v) VALUES('a')`);
    db.exec("CREATE TABLE other(v TEXT); INSERT INTO other VALUES('b')");
  });
  const { ids, problems } = await read(bytes.subarray(0, bytes.length - 500));
  assert.deepEqual([ids, problems.map((p) => [p.code, p.offset])], [[1], [["sqlite-page", bytes.length - 500]]]);
  const longer = new Uint8Array(bytes.length + 16);
  longer.set(bytes);
  assert.deepEqual(await read(longer), { ids: [1], problems: [] });
});

test("cells that share their bytes cannot multiply them", async () => {
  const { bytes } = build((db) => {
    db.exec("PRAGMA page_size = 65536; CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT)");
    db.prepare("INSERT INTO t VALUES(1, ?)").run("a".repeat(40_000));
  });
  const at = 65_536;
  const count = 12_000;
  bytes.set([count >> 8, count & 0xff], at + 3);
  const cell = bytes.slice(at + 8, at + 10);
  for (let i = 0; i < count; i++) bytes.set(cell, at + 8 + 2 * i);
  const { ids, problems } = await read(bytes);
  assert.equal(ids.length, 1);
  assert.deepEqual(
    problems.map((p) => p.code),
    ["sqlite-page"],
  );
});

test("overflow chains: cycles, shared pages, ends too soon", async () => {
  const make = () =>
    build((db) => {
      db.exec(`PRAGMA page_size = ${PAGE}; CREATE TABLE t(id INTEGER PRIMARY KEY, v BLOB, after TEXT)`);
      const insert = db.prepare("INSERT INTO t(v, after) VALUES(?, 'z')");
      for (let i = 0; i < 4; i++) insert.run(filled(6000, i));
    }).bytes;
  // Overflow pages of the second row: the page after a page that starts with its number.
  const bytes = make();
  const view = new DataView(bytes.buffer);
  const chained: number[] = [];
  for (let page = 3; page < bytes.length / PAGE; page++)
    if (view.getUint32((page - 1) * PAGE) === page + 1) chained.push(page);
  assert.ok(chained.length > 10);
  for (const target of [0, chained[6]!, chained[0]!, 0xffff_0000]) {
    const bad = bytes.slice();
    new DataView(bad.buffer).setUint32((chained[6]! - 1) * PAGE, target);
    const { file, problems } = await open(bad);
    const rows = await rowsOf(file, "t", ["after"]);
    assert.equal(rows.length, 3);
    assert.deepEqual(
      problems.map((p) => p.code),
      ["sqlite-row"],
    );
    // Without the values behind the break all rows are there.
    assert.equal((await rowsOf(file, "t", ["id"])).length, 4);
  }
});

test("a value beyond the limit is left out, the others of its row stay", async () => {
  const { bytes } = build((db) => {
    db.exec("CREATE TABLE t(a TEXT, v BLOB, z TEXT)");
    db.exec(
      `INSERT INTO t VALUES('before', zeroblob(${LIMITS.valueBytes + 1}), 'behind'), ('x', zeroblob(${LIMITS.valueBytes - 10}), 'y')`,
    );
  });
  const { file, problems } = await open(bytes, undefined, { cacheBytes: 1 });
  const rows = await rowsOf(file, "t");
  assert.deepEqual(rows[0]!.values, ["before", null, "behind"]);
  assert.equal((rows[1]!.values[1] as Uint8Array).length, LIMITS.valueBytes - 10);
  assert.equal(rows[1]!.values[2], "y");
  assert.deepEqual(
    problems.map((p) => [p.code, p.lost]),
    [["sqlite-row", "bytes"]],
  );
  // Not asked for, not read.
  const source = memory(bytes);
  const narrow = await open(source);
  assert.deepEqual(
    (await rowsOf(narrow.file, "t", ["a"])).map((r) => r.values[0]),
    ["before", "x"],
  );
  assert.equal(source.reads, 1);
});

test("a damaged schema costs its tables", async () => {
  const { bytes } = build((db) =>
    db.exec("CREATE TABLE good(a); CREATE TABLE bad(a); INSERT INTO good VALUES(1); INSERT INTO bad VALUES(2)"),
  );
  const text = Buffer.from(bytes.buffer);
  text.write("CREATE TUBLE", text.indexOf("CREATE TABLE bad"));
  const { file, problems } = await open(bytes);
  assert.deepEqual([...file.tables.keys()], ["good"]);
  assert.deepEqual(
    problems.map((p) => p.code),
    ["sqlite-schema"],
  );
  bytes[100] = 0;
  const none = await open(bytes);
  assert.equal(none.file.tables.size, 0);
  assert.deepEqual(
    none.problems.map((p) => p.code),
    ["sqlite-schema"],
  );
});

test("hostile declarations end quickly", async () => {
  const { parseCreateTable } = await import("./ddl.ts");
  const long = 1 << 20;
  for (const sql of [
    `CREATE TABLE t(${"(".repeat(long)}`,
    `CREATE TABLE t(a ${"x ".repeat(long / 2)})`,
    `CREATE TABLE t(${"a,".repeat(long / 2)}b)`,
    `CREATE TABLE t(a DEFAULT ${"-".repeat(long)}1)`,
    `CREATE TABLE t(a DEFAULT ${"(".repeat(long)}1)`,
    `CREATE TABLE t(a ${"/* ".repeat(long / 3)})`,
    `CREATE TABLE t(a ${"--\n".repeat(long / 3)})`,
    `CREATE TABLE t(a DEFAULT ${"9".repeat(long)})`,
    `CREATE TABLE t(a DEFAULT '${"9".repeat(long)}')`,
    `CREATE TABLE t(a DEFAULT '${" ".repeat(long)}x')`,
    `CREATE TABLE t(a, PRIMARY KEY(${"a,".repeat(long / 2)}a)) WITHOUT ROWID`,
    `CREATE TABLE t(a, ${"UNIQUE ".repeat(long / 7)})`,
    `CREATE TABLE t("${'""'.repeat(long / 2)}`,
    // Each of many keys names one of many columns.
    `CREATE TABLE t(${Array.from({ length: 32_000 }, (_, i) => `c${i} PRIMARY KEY`).join()})`,
    `CREATE TABLE t(${Array.from({ length: 32_000 }, (_, i) => `c${i}`).join()}${",PRIMARY KEY(c31999)".repeat(40_000)})`,
    // The names that are compared are long.
    `CREATE TABLE t(a ${"x".repeat(long / 2)}${",PRIMARY KEY(a)".repeat(30_000)})`,
    `CREATE TABLE t(a COLLATE ${"x".repeat(long / 2)},PRIMARY KEY(${"a,".repeat(32_000)}a)) WITHOUT ROWID`,
    "CREATE TABLE",
    "",
  ]) {
    const start = process.cpuUsage();
    parseCreateTable(sql);
    const { user } = process.cpuUsage(start);
    assert.ok(user < 2e6, `${sql.slice(0, 40)}: ${user}`);
  }
});

test("300 mutations give Problems, never a throw", async () => {
  const from = tempPath();
  const db = new DatabaseSync(from);
  db.exec("PRAGMA page_size = 512; PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0");
  fillMixed(db);
  db.exec(
    "PRAGMA wal_checkpoint(TRUNCATE); UPDATE mixed SET t = 'changed' WHERE i > 0; CREATE TABLE later(x DEFAULT 5)",
  );
  const path = tempPath();
  copyFileSync(from, path);
  copyFileSync(`${from}-wal`, `${path}-wal`);
  db.close();
  const bytes = new Uint8Array(readFileSync(path));
  const wal = new Uint8Array(readFileSync(`${path}-wal`));
  const next = xorshift(20_261_124);
  let problemsSeen = 0;
  for (let run = 0; run < 300; run++) {
    const bad = bytes.slice();
    let log = wal.slice();
    for (let n = 1 + (next() % 20); n > 0; n--) {
      // Half of the blows hit page headers and pointers, where structure is.
      const target = next() % 5 === 0 ? log : bad;
      const page = Math.floor((next() % target.length) / 512) * 512;
      const at = next() % 2 ? page + (next() % 40) : next() % target.length;
      target[at % target.length] = next() & 0xff;
    }
    if (run % 10 === 0) log = log.slice(0, next() % log.length);
    const source = memory(run % 7 === 0 ? bad.slice(0, next() % bad.length) : bad);
    let codes = 0;
    const report = (): void => void codes++;
    const file = await openSqlite(source, { report, ...(run % 2 ? { wal: memory(log) } : {}) });
    for (const table of file?.tables.values() ?? []) await file!.scan(table.name, table.columns, () => {});
    problemsSeen += codes > 0 ? 1 : 0;
  }
  assert.ok(problemsSeen > 150, `${problemsSeen}`);
});
