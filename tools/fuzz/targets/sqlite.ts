/** SQLite databases of all shapes, in small pages. @module */
import type { DatabaseSync } from "node:sqlite";
import { openSqlite, type Row } from "@contraluz/formats/sqlite/index.ts";
import { makeDatabase } from "../../../samples/lib/sqlite.ts";
import { sourceOf } from "../memory.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Tally, Target } from "../target.ts";
import { bombs } from "./sqlite-bombs.ts";

const text = (n: number): string => "ñandú ".repeat(n).trim();

/** Rowids, overflow, keys of two columns, defaults, a virtual table, deleted rows. */
export function fill(db: DatabaseSync): void {
  db.exec(`CREATE TABLE item(id INTEGER PRIMARY KEY, t TEXT, b BLOB, n NUMERIC, r REAL, any);
    CREATE TABLE pair(k INTEGER, l TEXT COLLATE NOCASE, v BLOB, PRIMARY KEY(l, k DESC)) WITHOUT ROWID;
    CREATE TABLE "odd ""name"""(a DEFAULT (1 + 1), b AS (a * 2) STORED, c AS (a) VIRTUAL, d DEFAULT x'00ff');
    CREATE INDEX item_t ON item(t); CREATE VIEW seen AS SELECT t FROM item;
    CREATE VIRTUAL TABLE words USING fts5(w);`);
  const item = db.prepare("INSERT INTO item VALUES (?, ?, ?, ?, ?, ?)");
  const ints = [0n, -1n, 127n, -32_768n, 8_388_607n, 1n << 31n, -(1n << 47n), (1n << 63n) - 1n, -(1n << 63n)];
  for (let i = 0; i < 40; i++) {
    const long = i % 13 === 5 ? 900 : i % 7;
    item.run(i * i, text(long), new Uint8Array((i * 31) % 200), i / 3, i * 1.5, i % 4 ? ints[i % 9]! : null);
  }
  const pair = db.prepare("INSERT INTO pair VALUES (?, ?, ?)");
  for (let i = 0; i < 30; i++) pair.run(i % 5, `key ${i} ${text(i % 9)}`, new Uint8Array((i * 17) % 90));
  db.exec(`INSERT INTO "odd ""name"""(a) VALUES (1), (NULL); ALTER TABLE item ADD COLUMN later TEXT DEFAULT 'más';
    INSERT INTO words VALUES ('uno dos'); DELETE FROM item WHERE id IN (4, 9, 16);`);
}

/** Free pages, freeblocks, rows that changed. */
function fillAndDelete(db: DatabaseSync): void {
  fill(db);
  const more = db.prepare("INSERT INTO item(t, b, n, r, any) VALUES (?, ?, ?, ?, ?)");
  for (let i = 0; i < 300; i++)
    more.run(`texto ${i} ${text(i % 5)}`, new Uint8Array(i % 40), i, i / 7, "x".repeat(i % 9));
  db.exec(`DELETE FROM item WHERE id % 3 = 0; DELETE FROM item WHERE id > 1600; UPDATE item SET t = t || '!' WHERE id % 5 = 1;
    CREATE TABLE gone(a TEXT, b TEXT, c INTEGER); INSERT INTO gone SELECT t, n, id FROM item; DROP TABLE gone;`);
}

const few = (db: DatabaseSync): void => {
  db.exec("CREATE TABLE t(a INTEGER PRIMARY KEY, b); INSERT INTO t(b) VALUES ('uno'), (NULL), (x'01'), (2.5)");
};
const utf16 = (name: string) => (db: DatabaseSync) => {
  db.exec(`PRAGMA encoding = '${name}'`);
  few(db);
};

const seeds: readonly Parts[] = [
  [makeDatabase(fill, { pageSize: 512 }).db],
  [makeDatabase(fill, { pageSize: 1024 }).db],
  [makeDatabase(fillAndDelete, { pageSize: 512 }).db],
  [makeDatabase(fillAndDelete, { pageSize: 1024 }).db],
  [makeDatabase(few, { pageSize: 512 }).db],
  [makeDatabase(few, { pageSize: 512 }).db],
  [makeDatabase(utf16("UTF-16le"), { pageSize: 512 }).db],
  [makeDatabase(utf16("UTF-16be"), { pageSize: 4096 }).db],
];

const tokens = [
  "CREATE TABLE x(a, b)",
  " WITHOUT ROWID",
  "((((",
  "PRIMARY KEY(",
  "SQLite format 3\0",
  "/*",
  "--",
  "'",
].map((s) => new TextEncoder().encode(s));

const MAX_TABLES = 40;

/** Every row of every table, and every row that does not stand there any more: every column, and one that is not there. */
export async function readAll(parts: Parts, tally: Tally): Promise<void> {
  const [db, wal, journal] = parts;
  const { report } = tally;
  const file = await openSqlite(sourceOf(db!), {
    report,
    cacheBytes: 2 << 20,
    ...(wal && wal.length > 0 ? { wal: sourceOf(wal) } : {}),
    ...(journal ? { journal: sourceOf(journal) } : {}),
  });
  if (!file) return;
  for (const table of [...file.tables.values()].slice(0, MAX_TABLES)) {
    const columns = [...table.columns, "rowid", "no such column"];
    const take = (rows: readonly Row[]): undefined => {
      if (rows.length === 0) throw new Error("a batch without rows");
      for (const row of rows) {
        if (row.values.length !== columns.length) throw new Error(`${row.values.length} values`);
        if (!(row.page >= 1 && row.page <= file.pageCount)) throw new Error(`page ${row.page} of ${file.pageCount}`);
        tally.values++;
      }
    };
    await file.scan(table.name, columns, take, { deleted: true });
  }
  const sizes = { wal: wal?.length ?? 0, journal: journal?.length ?? 0, free: db!.length };
  await file.scanDeleted((table, rows) => {
    const width = file.tables.get(table)!.columns.length + 2;
    const [first] = rows;
    if (first === undefined) throw new Error("a batch without deleted rows");
    for (const { values, page, past } of rows) {
      if (values.length !== width) throw new Error(`${values.length} values of a deleted row`);
      if (past.state !== first.past.state) throw new Error("two states in one batch");
      const size = past.in === undefined ? sizes.free : sizes[past.in];
      if (!(page >= 1 && past.offset >= 0 && past.offset < size)) throw new Error(`byte ${past.offset} of ${size}`);
      tally.values++;
    }
    return undefined;
  });
}

export const target: Target = {
  make: (dice) => mutate({ seeds, tokens, paged: true }, dice),
  drive: readAll,
  bombs,
  exploded: ["a freeblock of nulls", "a freeblock of ones", "a freeblock of fives"],
};
