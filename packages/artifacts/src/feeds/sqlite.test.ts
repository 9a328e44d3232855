import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import { leafPages, makeDatabase } from "../../../../samples/lib/sqlite.ts";
import type { SqliteItem, TableWant } from "../artifact.ts";
import { type Memory, memory } from "../artifacts.fixture.ts";
import { runSqlite, type SqliteRun, type SqliteSub } from "./sqlite.ts";

/** A subscriber that writes down what it is given. */
function reader(tables: readonly TableWant[]) {
  const seen: string[] = [];
  const complete: Record<string, boolean> = {};
  const sub: SqliteSub = {
    want: { tables },
    take(item: SqliteItem) {
      const want = tables.find((t) => t.name === item.table)!;
      for (const t of tables) complete[`${item.table}: ${t.name}`] = item.complete(t.name);
      for (const row of item.rows)
        seen.push(
          `${item.table} ${row.rowid}: ${want.columns.map((c) => (item.column(c) < 0 ? "-" : String(row.values[item.column(c)]))).join(" ")}`,
        );
    },
  };
  return { sub, seen, complete };
}

async function run(source: Memory | Uint8Array, subs: readonly SqliteSub[], o: Partial<SqliteRun> = {}) {
  const problems: Problem[] = [];
  const access = source instanceof Uint8Array ? memory(source) : source;
  const ok = await runSqlite(access, undefined, subs, { file: 0, report: (p) => problems.push(p), ...o });
  return { ok, problems };
}

const small = (db: DatabaseSync): void =>
  db.exec(
    "CREATE TABLE main (id INTEGER PRIMARY KEY, a, b, c); CREATE TABLE names (id INTEGER PRIMARY KEY, name); INSERT INTO main VALUES (1, 10, 'x', NULL), (2, 20, 'y', 1.5); INSERT INTO names VALUES (7, 'siete')",
  );

test("lookups come before other tables, whatever their order in the file or in the wish", async () => {
  const r = reader([
    { name: "main", columns: ["a", "b"] },
    { name: "names", columns: ["name"], lookup: true },
  ]);
  assert.deepEqual(await run(makeDatabase(small).db, [r.sub]), { ok: true, problems: [] });
  assert.deepEqual(r.seen, ["names 7: siete", "main 1: 10 x", "main 2: 20 y"]);
});

test("a table that is a lookup for one and the thing itself for another comes between", async () => {
  const one = reader([{ name: "main", columns: ["a"] }]);
  const two = reader([
    { name: "names", columns: ["name"] },
    { name: "main", columns: ["c"], lookup: true },
  ]);
  const three = reader([{ name: "third", columns: ["x"], lookup: true }]);
  const order: string[] = [];
  const note = (s: SqliteSub): SqliteSub => ({
    ...s,
    take: (i) => {
      order.push(i.table);
      s.take(i);
    },
  });
  const { db } = makeDatabase((d) => {
    small(d);
    d.exec("CREATE TABLE third (x); INSERT INTO third VALUES (1)");
  });
  await run(db, [note(one.sub), note(two.sub), note(three.sub)]);
  assert.deepEqual(order, ["third", "main", "main", "names"]);
  assert.deepEqual(
    [one.seen, two.seen],
    [
      ["main 1: 10", "main 2: 20"],
      ["main 1: null", "main 2: 1.5", "names 7: siete"],
    ],
  );
});

test("four subscribers of one database: each table is read once, each sees its own columns", async () => {
  const { db } = makeDatabase((d) => {
    d.exec("CREATE TABLE t (id INTEGER PRIMARY KEY, a, b, c, d)");
    const insert = d.prepare("INSERT INTO t VALUES (?, ?, ?, ?, ?)");
    for (let i = 1; i <= 5000; i++) insert.run(i, i, `b${i}`, "c".repeat(200), i * 2);
  });
  const alone = memory(db);
  const single = reader([{ name: "t", columns: ["a", "b", "c", "d"] }]);
  await run(alone, [single.sub]);
  const shared = memory(db);
  const four = ["a", "b", "c", "d"].map((c) => reader([{ name: "t", columns: [c] }]));
  await run(
    shared,
    four.map((f) => f.sub),
  );
  assert.equal(shared.bytesRead, alone.bytesRead);
  assert.ok(shared.bytesRead <= db.length + 1_048_576, `${shared.bytesRead} of ${db.length}`);
  assert.deepEqual(
    four.map((f) => [f.seen.length, f.seen[4999]]),
    [
      [5000, "t 5000: 5000"],
      [5000, "t 5000: b5000"],
      [5000, `t 5000: ${"c".repeat(200)}`],
      [5000, "t 5000: 10000"],
    ],
  );
});

test("columns that are not there are -1, in any case of letters", async () => {
  const r = reader([{ name: "main", columns: ["A", "none", "b"] }]);
  const { problems } = await run(makeDatabase(small).db, [r.sub]);
  assert.deepEqual([r.seen, problems], [["main 1: 10 - x", "main 2: 20 - y"], []]);
});

test("a column that somebody needs and that is not there is a problem, once", async () => {
  const table: TableWant = { name: "main", columns: ["a", "gone", "more"], needs: ["a", "gone"] };
  const [one, two] = [reader([table]), reader([{ ...table, needs: ["gone"] }])];
  const { ok, problems } = await run(makeDatabase(small).db, [one.sub, two.sub]);
  assert.deepEqual(
    [ok, problems],
    [true, [{ code: "sqlite-column-missing", expected: "main.gone", found: "id, a, b, c", lost: "file" }]],
  );
  assert.equal(one.seen[0], "main 1: 10 - -");
});

test("a missing table is said unless everybody can do without it; the others are read", async () => {
  const r = reader([
    { name: "gone", columns: ["a"], lookup: true },
    { name: "perhaps", columns: ["a"], optional: true },
    { name: "main", columns: ["a"] },
  ]);
  const { ok, problems } = await run(makeDatabase(small).db, [r.sub]);
  assert.equal(ok, true);
  assert.deepEqual(problems, [{ code: "sqlite-table-missing", expected: "gone", found: "main, names", lost: "file" }]);
  assert.equal(r.seen.length, 2);
  assert.deepEqual(
    [r.complete["main: gone"], r.complete["main: perhaps"], r.complete["main: main"]],
    [false, false, true],
  );
  const needs = reader([{ name: "perhaps", columns: ["a"] }]);
  assert.deepEqual(
    (await run(makeDatabase(small).db, [r.sub, needs.sub])).problems.map((p) => p.expected),
    ["gone", "perhaps"],
  );
});

test("damage in one table costs its rows and its completeness, not those of the others", async () => {
  const { db } = makeDatabase((d) => {
    d.exec("CREATE TABLE names (id INTEGER PRIMARY KEY, name); CREATE TABLE main (id INTEGER PRIMARY KEY, a)");
    for (const t of ["names", "main"]) {
      const insert = d.prepare(`INSERT INTO ${t} VALUES (?, ?)`);
      for (let i = 1; i <= 1000; i++) insert.run(i, "x".repeat(50));
    }
  });
  const broken = db.slice();
  const pages = leafPages(broken, 2);
  broken.fill(0xff, (pages[3]! - 1) * 4096, pages[3]! * 4096);
  const r = reader([
    { name: "names", columns: ["name"], lookup: true },
    { name: "main", columns: ["a"] },
  ]);
  const { ok, problems } = await run(broken, [r.sub]);
  assert.equal(ok, true);
  assert.deepEqual(
    problems.map((p) => [p.code, p.lost]),
    [["sqlite-page", "page"]],
  );
  const rows = (t: string): number => r.seen.filter((s) => s.startsWith(`${t} `)).length;
  assert.ok(rows("names") > 800 && rows("names") < 1000, `${rows("names")}`);
  assert.equal(rows("main"), 1000);
  assert.deepEqual([r.complete["main: names"], r.complete["main: main"]], [false, true]);
});

test("what cannot be opened is said, and nobody gets anything", async () => {
  const r = reader([{ name: "main", columns: ["a"] }]);
  for (const bytes of [new Uint8Array(0), new Uint8Array(5000).fill(7)]) {
    const { ok, problems } = await run(bytes, [r.sub]);
    assert.deepEqual([ok, r.seen, problems.map((p) => [p.code, p.lost])], [false, [], [["sqlite-header", "file"]]]);
  }
});

function large(rows: number): Uint8Array {
  return makeDatabase((d) => {
    d.exec("CREATE TABLE main (id INTEGER PRIMARY KEY, a)");
    const insert = d.prepare("INSERT INTO main VALUES (?, ?)");
    for (let i = 1; i <= rows; i++) insert.run(i, "x".repeat(100));
  }).db;
}

test("nothing is read while the drain waits", async () => {
  let waiting = 0;
  let most = 0;
  let batches = 0;
  const sub: SqliteSub = {
    want: { tables: [{ name: "main", columns: ["a"] }] },
    take() {
      batches++;
      most = Math.max(most, waiting);
    },
  };
  const drain = async (): Promise<void> => {
    waiting++;
    await new Promise((resolve) => setTimeout(resolve, 1));
    waiting--;
  };
  await run(large(2000), [sub], { drain });
  assert.ok(batches > 20, `${batches}`);
  assert.equal(most, 0);
});

test("a drain that fails ends the reading with its error", async () => {
  const r = reader([{ name: "main", columns: ["a"] }]);
  let n = 0;
  const drain = (): Promise<void> => (++n === 3 ? Promise.reject(new Error("disk full")) : Promise.resolve());
  await assert.rejects(run(large(2000), [r.sub], { drain }), /disk full/);
  assert.equal(n, 3);
});

test("cancelling ends the reading", async () => {
  const cancel = { aborted: false };
  const r = reader([{ name: "main", columns: ["a"] }]);
  const sub: SqliteSub = {
    ...r.sub,
    take: (i) => {
      r.sub.take(i);
      cancel.aborted = true;
    },
  };
  await assert.rejects(run(large(2000), [sub], { cancel }), (e: { code?: string }) => e.code === "cancelled");
  assert.ok(r.seen.length < 100);
});

/** 40 rows of which some are deleted. */
const thinned = (db: DatabaseSync): void => {
  db.exec(
    "CREATE TABLE main (id INTEGER PRIMARY KEY, a TEXT, b INTEGER, c TEXT); CREATE TABLE names (id INTEGER PRIMARY KEY, name TEXT, more TEXT, n)",
  );
  const put = (table: string) => db.prepare(`INSERT INTO ${table} VALUES (?, ?, ?, ?)`);
  for (let i = 1; i <= 40; i++) {
    put("main").run(i, `texto ${i}`, i * 100, "cola");
    put("names").run(i, `nombre ${i}`, "cola", i);
  }
  db.exec("DELETE FROM main WHERE id IN (7, 30); DELETE FROM names WHERE id = 9");
};

test("deleted rows come after all that stands, not of lookups, not where they are not wanted", async () => {
  const seen: string[] = [];
  const states: unknown[] = [];
  const sub = (tables: readonly TableWant[], note: string): SqliteSub => ({
    want: { tables },
    take(item) {
      for (const r of item.rows) {
        const o = item.origin(r);
        if (o.state === undefined) continue;
        seen.push(`${note} ${item.table} ${r.values[item.column("a")]}`);
        // Also of a copy of its place alone.
        const { rowid, page, cell, wal } = r;
        assert.deepEqual(item.origin({ rowid, page, cell, wal }), o);
        states.push(o);
      }
    },
  });
  const main = { name: "main", columns: ["a", "id"] };
  const subs = [
    sub([main, { name: "names", columns: ["name"], lookup: true }], "one"),
    sub([{ ...main, deleted: false }], "two"),
  ];
  const asked: string[] = [];
  const names: TableWant = { name: "names", columns: ["name"], lookup: true, deleted: true };
  const rows = {
    want: { tables: [names] },
    take: (item: SqliteItem) => void item.rows.map((r) => asked.push(`${r.cell < 0} ${r.values[0]}`)),
  };

  let lived = 0;
  const live = (): void => {
    lived++;
    assert.deepEqual(seen, []);
  };
  const { db } = makeDatabase(thinned);
  assert.deepEqual(await run(db, subs, { live }), { ok: true, problems: [] });
  assert.equal(lived, 1);
  assert.deepEqual(seen, ["one main texto 30", "one main texto 7"]);
  for (const [i, o] of states.entries()) {
    const { at } = o as { at: { offset: number; page: number } };
    assert.ok(Buffer.from(db.subarray(at.offset, at.offset + 40)).includes(`texto ${[30, 7][i]}`));
    assert.deepEqual(o, {
      file: 0,
      state: "deleted",
      at: { table: "main", page: at.page, in: "free", offset: at.offset },
    });
  }
  await run(db, [rows], { live: () => undefined });
  assert.deepEqual([asked.length, asked.at(-1)], [40, "true nombre 9"], "a lookup that asks for them");
  // Without `live` nobody asked for them.
  await run(db, subs);
  assert.equal(seen.length, 2);
});
