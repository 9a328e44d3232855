/**
 * Databases of ours by SQLite's own build for browsers (`@sqlite.org/sqlite-wasm`): in the page, and on a Node that has none.
 * A database lies in memory; where a shelf is handed in it is read from there when it is opened and stored when it is closed.
 * @module
 */
import type { Sql, SqlDatabase, SqlRow, SqlStatement, SqlValue } from "@contraluz/core";
import init, { type Database, type PreparedStatement, type Sqlite3Static } from "@sqlite.org/sqlite-wasm";

/** A database as it is stored, piece by piece: so that it lies in memory once. */
export interface SqlStored {
  readonly size: number;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** Where databases are kept while nobody works on them. */
export interface SqlShelf {
  read(name: string): Promise<Uint8Array | SqlStored | undefined>;
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** In place of `write`, piece by piece. */
  store?(name: string, stored: SqlStored): Promise<void>;
  /** Asked when it is closed: false leaves what is stored as it is. */
  keeps?(name: string): boolean;
}

/**
 * Bytes of a database. It lies in memory whole, and this build of SQLite has 2 GB; one that grows is moved, and both lie there for a moment.
 */
export const SQL_LIMITS = { bytes: 1_000_000_000 } as const;

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

const storedOf = (bytes: Uint8Array): SqlStored => ({
  size: bytes.length,
  pieces: (async function* () {
    yield bytes;
  })(),
});

/** Fills a new database in memory with a stored one. One that is not whole becomes one that SQLite calls damaged. */
async function load(sqlite3: Sqlite3Static, db: Database, { size, pieces }: SqlStored): Promise<void> {
  const { capi, wasm } = sqlite3;
  if (size > SQL_LIMITS.bytes) throw new RangeError("database too large for memory");
  const place = wasm.alloc(size);
  let at = 0;
  try {
    for await (const piece of pieces) {
      if (at + piece.length > size) throw new RangeError("more bytes than were said");
      // The memory is another one once it has grown.
      wasm.heap8u().set(piece, Number(place) + at);
      at += piece.length;
    }
    wasm.heap8u().fill(0, Number(place) + at, Number(place) + size);
  } catch (e) {
    wasm.dealloc(place);
    throw e;
  }
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
  db.checkRc(capi.sqlite3_deserialize(db, "main", place, size, size, flags));
}

/** Bytes of a database that are handed out at once. */
const PIECE = 1 << 20;

/** The bytes of a database, page by page, without a second copy of it. */
function unload(db: Database): SqlStored {
  const pageSize = Number(db.selectValue("PRAGMA page_size"));
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const pages = db.prepare("SELECT data FROM sqlite_dbpage ORDER BY pgno");
    let [piece, at] = [new Uint8Array(PIECE), 0];
    try {
      while (pages.step()) {
        const page = pages.get(0) as Uint8Array;
        piece.set(page, at);
        at += page.length;
        if (at + pageSize <= PIECE) continue;
        yield piece.subarray(0, at);
        [piece, at] = [new Uint8Array(PIECE), 0];
      }
      if (at > 0) yield piece.subarray(0, at);
    } finally {
      pages.finalize();
    }
  }
  return { size: pageSize * Number(db.selectValue("PRAGMA page_count")), pieces: pieces() };
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
  // What goes wrong is thrown; it need not stand in the console, too, with the statement.
  Object.assign(sqlite3.config, { warn: () => {}, error: () => {} });
  return {
    async open(name): Promise<SqlDatabase> {
      const db = new sqlite3.oo1.DB(":memory:");
      const stored = name === undefined ? undefined : await o.shelf?.read(name);
      const whole = stored instanceof Uint8Array ? storedOf(stored) : stored;
      try {
        if (whole && whole.size > 0) await load(sqlite3, db, whole);
      } catch (e) {
        db.close();
        throw e;
      }
      // Beyond it an error of SQLite comes (13, full), and the last transaction is undone. One that was stored has such a bound of itself.
      if (!whole) db.exec(`PRAGMA max_page_count = ${Math.floor(SQL_LIMITS.bytes / 4096)}`);
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
          try {
            if (name === undefined || !o.shelf || o.shelf.keeps?.(name) === false) return;
            if (o.shelf.store) await o.shelf.store(name, unload(db));
            else await o.shelf.write(name, sqlite3.capi.sqlite3_js_db_export(db));
          } finally {
            db.close();
          }
        },
      };
    },
  };
}
