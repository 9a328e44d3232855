/**
 * Databases of ours by SQLite's own build for browsers (`@sqlite.org/sqlite-wasm`): in the page, and on a Node that has none.
 * A database lies in memory; where a shelf is handed in it is read from there when it is opened and stored when it is closed.
 * @module
 */
import type { Sql, SqlDatabase, SqlRow, SqlStatement, SqlValue } from "@contraluz/core";
import init, { type Database, type PreparedStatement, type Sqlite3Static } from "@sqlite.org/sqlite-wasm";

/** Where databases are kept while nobody works on them. */
export interface SqlShelf {
  read(name: string): Promise<Uint8Array | undefined>;
  write(name: string, bytes: Uint8Array): Promise<void>;
}

/** Bytes of a database that is opened: it lies in memory whole, and WebAssembly has 4 GB. */
export const SQL_LIMITS = { bytes: 1_500_000_000 } as const;

function statement(sqlite3: Sqlite3Static, db: Database, s: PreparedStatement): SqlStatement {
  const start = (values: readonly SqlValue[]): void => {
    s.reset(true);
    if (values.length > 0) s.bind([...values]);
  };
  function* iterate(...values: readonly SqlValue[]): Generator<SqlRow> {
    start(values);
    try {
      while (s.step()) yield s.get({}) as SqlRow;
    } finally {
      s.reset(true);
    }
  }
  return {
    iterate,
    all: (...values) => [...iterate(...values)],
    run(...values) {
      start(values);
      s.step();
      s.reset(true);
      return { changes: db.changes(), row: Number(sqlite3.capi.sqlite3_last_insert_rowid(db)) };
    },
  };
}

/** Fills a new database in memory with the bytes of a stored one. */
function load(sqlite3: Sqlite3Static, db: Database, bytes: Uint8Array): void {
  const { capi, wasm } = sqlite3;
  if (bytes.length > SQL_LIMITS.bytes) throw new RangeError("database too large for memory");
  // Its constructor is looked at: a Buffer of Node is none that it knows.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
  const rc = capi.sqlite3_deserialize(db, "main", wasm.allocFromTypedArray(plain), bytes.length, bytes.length, flags);
  db.checkRc(rc);
}

/**
 * Starts SQLite. `wasm`: the bytes of `sqlite3.wasm`, where it cannot be fetched from beside the module.
 * @example const sql = await wasmSql(); const db = await sql.open();
 */
export async function wasmSql(o: { readonly wasm?: Uint8Array; readonly shelf?: SqlShelf } = {}): Promise<Sql> {
  // Written for the page: it asks for `self`, which a Node before 24 has not.
  const scope = globalThis as { self?: unknown };
  scope.self ??= globalThis;
  const start = init as (options?: object) => Promise<Sqlite3Static>;
  const quiet = { print: () => {}, printErr: () => {} };
  const sqlite3 = await start(o.wasm ? { ...quiet, wasmBinary: o.wasm } : quiet);
  return {
    async open(name): Promise<SqlDatabase> {
      const db = new sqlite3.oo1.DB(":memory:");
      const stored = name === undefined ? undefined : await o.shelf?.read(name);
      if (stored && stored.length > 0) load(sqlite3, db, stored);
      const open = new Set<PreparedStatement>();
      return {
        exec: (sql) => void db.exec(sql),
        prepare(sql) {
          const s = db.prepare(sql);
          open.add(s);
          return statement(sqlite3, db, s);
        },
        async close() {
          for (const s of open) s.finalize();
          if (name !== undefined && o.shelf) await o.shelf.write(name, sqlite3.capi.sqlite3_js_db_export(db));
          db.close();
        },
      };
    },
  };
}
