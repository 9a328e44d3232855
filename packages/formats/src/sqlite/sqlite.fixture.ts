/** Databases made by node:sqlite in a temp folder, and the same rows as it reads them. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Problem, RandomAccess } from "@contraluz/core";
import { openSqlite, type Row, type SqliteFile, type SqliteOptions, type SqlValue } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "contraluz-sqlite-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
let names = 0;

export function tempPath(): string {
  return join(folder, `${names++}.db`);
}

/** The bytes of a database that `fill` wrote. */
export function build(
  fill: (db: DatabaseSync) => void,
  path: string = tempPath(),
): { path: string; bytes: Uint8Array } {
  const db = new DatabaseSync(path);
  fill(db);
  db.close();
  return { path, bytes: new Uint8Array(readFileSync(path)) };
}

export interface Memory extends RandomAccess {
  bytesRead: number;
  reads: number;
}

export function memory(bytes: Uint8Array): Memory {
  return {
    size: bytes.length,
    bytesRead: 0,
    reads: 0,
    async read(offset, length) {
      const part = bytes.slice(offset, offset + length);
      this.bytesRead += part.length;
      this.reads++;
      return part;
    },
  };
}

export interface Opened {
  readonly file: SqliteFile;
  readonly problems: Problem[];
}

export async function open(
  source: Uint8Array | RandomAccess,
  wal?: Uint8Array,
  more: Partial<SqliteOptions> = {},
): Promise<Opened> {
  const problems: Problem[] = [];
  const file = await openSqlite(source instanceof Uint8Array ? memory(source) : source, {
    report: (p) => problems.push(p),
    ...(wal ? { wal: memory(wal) } : {}),
    ...more,
  });
  assert.ok(file, `not opened: ${JSON.stringify(problems)}`);
  return { file, problems };
}

export async function rowsOf(file: SqliteFile, table: string, columns?: readonly string[]): Promise<Row[]> {
  const out: Row[] = [];
  await file.scan(table, columns ?? file.tables.get(table)!.columns, (rows) => {
    assert.ok(rows.length > 0);
    // Blobs are views into a page whose memory is used again.
    for (const r of rows) out.push({ ...r, values: r.values.map((v) => (v instanceof Uint8Array ? v.slice() : v)) });
  });
  return out;
}

/** What node:sqlite reads: [rowid, ...columns], integers as numbers where safe. */
export function oracle(path: string, table: string, withoutRowid = false): SqlValue[][] {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    const quoted = `"${table.replaceAll('"', '""')}"`;
    const order = withoutRowid ? "" : "ORDER BY rowid";
    const query = db.prepare(`SELECT ${withoutRowid ? "" : "rowid, "}* FROM ${quoted} ${order}`);
    query.setReturnArrays(true);
    query.setReadBigInts(true);
    return (query.all() as unknown as SqlValue[][]).map((row) => row.map(plain));
  } finally {
    db.close();
  }
}

/** Integers as our reader gives them, bytes as text (comparing long arrays item by item is slow). */
export function plain(v: SqlValue): SqlValue {
  if (typeof v === "bigint")
    return v >= BigInt(Number.MIN_SAFE_INTEGER) && v <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(v) : v;
  return v instanceof Uint8Array ? `x'${Buffer.from(v).toString("base64")}'` : v;
}

/** All tables of the file are read the same by both. */
export async function assertSame(
  path: string,
  bytes: Uint8Array,
  wal?: Uint8Array,
  more?: Partial<SqliteOptions>,
): Promise<Opened> {
  const opened = await open(bytes, wal, more);
  assert.deepEqual(opened.problems, []);
  const db = new DatabaseSync(path, { readOnly: true });
  const listed = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0").all();
  db.close();
  assert.deepEqual(
    [...opened.file.tables.keys()],
    listed.map((r) => r.name),
  );
  for (const table of opened.file.tables.values()) {
    const expected = oracle(path, table.name, table.withoutRowid);
    const rows = await rowsOf(opened.file, table.name);
    const found = rows.map((r) => [...(table.withoutRowid ? [] : [r.rowid]), ...r.values].map(plain));
    assert.deepEqual(opened.problems, [], table.name);
    assert.equal(found.length, expected.length, table.name);
    for (let i = 0; i < found.length; i++) assert.deepEqual(found[i], expected[i], `${table.name}, row ${i}`);
  }
  assert.deepEqual(opened.problems, []);
  return opened;
}

/** Pseudo-random 32-bit numbers (xorshift32), the same in every run. */
export function xorshift(seed: number): () => number {
  let x = seed | 0 || 1;
  return () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return x >>> 0;
  };
}

export function filled(length: number, seed: number): Uint8Array {
  const next = xorshift(seed + 1);
  return Uint8Array.from({ length }, () => next() & 0xff);
}

/** Tables of all shapes, small. */
export function fillMixed(db: DatabaseSync): void {
  db.exec(`BEGIN; CREATE TABLE mixed(id INTEGER PRIMARY KEY, t TEXT, b BLOB, n NUMERIC, r REAL, i INT, any);
    CREATE TABLE pairs(value BLOB, k2 TEXT COLLATE NOCASE, k1 INTEGER, note TEXT, PRIMARY KEY(k1, k2 DESC)) WITHOUT ROWID;
    CREATE TABLE empty(a, b);
    CREATE INDEX mixed_t ON mixed(t);
    CREATE VIEW seen AS SELECT t FROM mixed;
    CREATE TRIGGER gone AFTER DELETE ON mixed BEGIN DELETE FROM empty; END;`);
  const ints = [
    0n,
    1n,
    -1n,
    127n,
    -128n,
    32767n,
    -32768n,
    8388607n,
    -8388608n,
    2147483647n,
    -2147483648n,
    140737488355327n,
    -140737488355328n,
    9007199254740991n,
    9007199254740992n,
    -9007199254740991n,
    -9007199254740992n,
    9223372036854775807n,
    -9223372036854775808n,
  ];
  const texts = [
    "",
    "a",
    "corto",
    "señal ñandú",
    "日本語テキスト",
    "😀 emoji",
    "x".repeat(28),
    "y".repeat(29),
    "é".repeat(40),
    "long ".repeat(300),
    "\ufeffbom",
  ];
  const insert = db.prepare("INSERT INTO mixed VALUES(?, ?, ?, ?, ?, ?, ?)");
  for (let k = 0; k < 120; k++) {
    const id = k === 119 ? 9223372036854775807n : k === 118 ? -5n : BigInt(k) * BigInt(k) * 1000n;
    const real = [0, 1, -1, 1.5, 1e300, -2.25, 4503599627370496, 1e15][k % 8]!;
    insert.run(
      id,
      texts[k % texts.length]!,
      filled((k * 37) % 3000, k),
      k % 3 ? k / 4 : null,
      real,
      ints[k % ints.length]!,
      k % 5 ? texts[k % 7]! : ints[k % 19]!,
    );
  }
  const pair = db.prepare("INSERT INTO pairs VALUES(?, ?, ?, ?)");
  for (let k = 0; k < 300; k++)
    pair.run(filled(k % 70, k), `key ${k % 17} ${"z".repeat((k % 40) * 30)}`, (k * 7919) % 300, k % 2 ? null : "note");
  db.exec("COMMIT");
}
