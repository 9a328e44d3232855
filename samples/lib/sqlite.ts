/**
 * SQLite databases made by node:sqlite, then made the same on every machine: the version of the library and the random
 * salts of a WAL are replaced by fixed ones. Also: which leaf pages a table has, to damage one.
 *
 * Format: https://www.sqlite.org/fileformat2.html (1.3 header, 1.6 b-tree pages, 4 WAL).
 * @module
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";

/** Version that iOS 16 carries, as SQLITE_VERSION_NUMBER. */
const VERSION = 3_039_005;

export interface Database {
  readonly db: Uint8Array;
  /** What stands only in the write-ahead log. */
  readonly wal: Uint8Array;
}

export interface DatabaseOptions {
  /** Default 4096. */
  readonly pageSize?: number;
  /** Writes more, which stays in the write-ahead log. The database is then in WAL mode. */
  readonly onlyInWal?: (db: DatabaseSync) => void;
}

/**
 * Builds a database in a temporary folder and gives its bytes.
 *
 * @example
 * ```ts
 * const { db } = makeDatabase((d) => d.exec("CREATE TABLE t (a); INSERT INTO t VALUES (1)"));
 * ```
 */
export function makeDatabase(build: (db: DatabaseSync) => void, o: DatabaseOptions = {}): Database {
  const dir = mkdtempSync(join(tmpdir(), "contraluz-sample-"));
  const path = join(dir, "made.db");
  const db = new DatabaseSync(path);
  try {
    db.exec(
      `PRAGMA page_size=${o.pageSize ?? 4096}; PRAGMA journal_mode=${o.onlyInWal ? "WAL" : "OFF"}; PRAGMA synchronous=OFF; PRAGMA wal_autocheckpoint=0`,
    );
    transaction(db, () => build(db));
    if (!o.onlyInWal) return { db: stamped(path), wal: new Uint8Array(0) };
    db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    transaction(db, () => o.onlyInWal!(db));
    // Copied while the connection is open: closing it would move the log into the database.
    return { db: stamped(path), wal: sealWal(readFileSync(`${path}-wal`)) };
  } finally {
    db.close();
    rmSync(dir, { recursive: true });
  }
}

/** Inserts whole rows into a table, in their order. All have a value for each column. */
export function fill(db: DatabaseSync, table: string, rows: readonly (readonly SQLInputValue[])[]): void {
  if (rows.length === 0) return;
  const insert = db.prepare(`INSERT INTO ${table} VALUES (${rows[0]!.map(() => "?").join(", ")})`);
  for (const row of rows) insert.run(...row);
}

function transaction(db: DatabaseSync, act: () => void): void {
  db.exec("BEGIN");
  act();
  db.exec("COMMIT");
}

function stamped(path: string): Uint8Array {
  const bytes = readFileSync(path);
  bytes.writeUInt32BE(VERSION, 96);
  return bytes;
}

/** Fixed salts and version number, then all checksums anew. */
function sealWal(wal: Buffer): Uint8Array {
  const big = (wal.readUInt32BE(0) & 1) === 1;
  const pageSize = wal.readUInt32BE(8);
  const salt = [0xc0_47_2a_01, 0x5a_17_e0_02] as const;
  let [a, b] = [0, 0];
  const sum = (from: number, to: number): void => {
    for (let i = from; i < to; i += 8) {
      a = (a + (big ? wal.readUInt32BE(i) : wal.readUInt32LE(i)) + b) >>> 0;
      b = (b + (big ? wal.readUInt32BE(i + 4) : wal.readUInt32LE(i + 4)) + a) >>> 0;
    }
  };
  const put = (at: number, x: number, y: number): void => {
    wal.writeUInt32BE(x, at);
    wal.writeUInt32BE(y, at + 4);
  };
  put(16, salt[0], salt[1]);
  sum(0, 24);
  put(24, a, b);
  for (let at = 32; at + 24 + pageSize <= wal.length; at += 24 + pageSize) {
    if (wal.readUInt32BE(at) === 1) wal.writeUInt32BE(VERSION, at + 24 + 96);
    put(at + 8, salt[0], salt[1]);
    sum(at, at + 8);
    sum(at + 24, at + 24 + pageSize);
    put(at + 16, a, b);
  }
  return wal;
}

/** Numbers (from 1) of the leaf pages of a table, in the order of its rows. */
export function leafPages(db: Uint8Array, root: number): number[] {
  const v = new DataView(db.buffer, db.byteOffset, db.byteLength);
  const pageSize = v.getUint16(16) === 1 ? 65_536 : v.getUint16(16);
  const walk = (page: number): number[] => {
    const start = (page - 1) * pageSize;
    const head = start + (page === 1 ? 100 : 0);
    if (v.getUint8(head) === 0x0d) return [page];
    if (v.getUint8(head) !== 0x05) throw new Error(`page ${page} is no page of a table`);
    const children: number[] = [];
    for (let i = 0; i < v.getUint16(head + 3); i++) children.push(v.getUint32(start + v.getUint16(head + 12 + 2 * i)));
    return [...children, v.getUint32(head + 8)].flatMap(walk);
  };
  return walk(root);
}
