/**
 * Databases of which it is known what was deleted: node:sqlite writes rows, changes and deletes some, and every version of
 * every row is noted. What our reader recovers is held against that list.
 * @module
 */
import { copyFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { DeletedRow, SqliteFile, SqlValue } from "./index.ts";
import { memory, open, plain, tempPath, xorshift } from "./sqlite.fixture.ts";

/** How rows came to be gone. */
export type Kind = "single" | "scattered" | "range" | "all" | "update" | "reused" | "dropped";
export const KINDS: readonly Kind[] = ["single", "scattered", "range", "all", "update", "reused", "dropped"];

export interface Setting {
  readonly kind: Kind;
  readonly pageSize: number;
  /** `wal`: what was done stands in the log beside the database; `checkpointed`: the log was moved into it. */
  readonly mode: "delete" | "wal" | "checkpointed";
  readonly rows: number;
  readonly seed: number;
}

/** Tables as apps keep them: with and without an alias of the rowid, with long values, and one of mere numbers. */
const TABLES: Readonly<Record<string, string>> = {
  message:
    "id INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT NOT NULL, text TEXT, handle INTEGER DEFAULT 0, date INTEGER, body BLOB",
  visit: "id INTEGER PRIMARY KEY, item INTEGER NOT NULL, time REAL NOT NULL, title TEXT NULL, ok BOOLEAN",
  access: "service TEXT NOT NULL, client TEXT NOT NULL, kind INTEGER NOT NULL, allowed INTEGER, changed INTEGER",
  pair: "left INTEGER, right INTEGER",
};

export interface Planted {
  readonly file: SqliteFile;
  /** By table: JSON of [rowid, ...values] of every version that was ever committed. */
  readonly ever: ReadonlyMap<string, ReadonlySet<string>>;
  /** The same of what stands now. */
  readonly live: ReadonlyMap<string, ReadonlySet<string>>;
  readonly problems: readonly unknown[];
  /** Values that tell a row from others and still stand somewhere in the files. */
  readonly bytes: ReadonlySet<string>;
}

/** As JSON can hold it. */
function norm(v: SqlValue): null | number | string {
  const p = plain(v);
  return typeof p === "bigint" ? `${p}n` : (p as null | number | string);
}

const line = (values: readonly SqlValue[]): string => JSON.stringify(values.map(norm));

function rowsOf(db: DatabaseSync, table: string): SqlValue[][] {
  const q = db.prepare(`SELECT rowid, * FROM ${table}`);
  q.setReturnArrays(true);
  q.setReadBigInts(true);
  return q.all() as unknown as SqlValue[][];
}

const words = "hola mira esto nos vemos mañana en la casa https://ejemplo.example/ñ ok sí no llego tarde".split(" ");

function insert(db: DatabaseSync, table: string, next: () => number, n: number): void {
  const some = (max: number): string =>
    Array.from({ length: 1 + (next() % max) }, () => words[next() % words.length]!).join(" ");
  const bytes = (max: number): Uint8Array => Uint8Array.from({ length: next() % max }, () => next() & 0xff);
  const put = (marks: number): ReturnType<DatabaseSync["prepare"]> =>
    db.prepare(`INSERT INTO ${table} VALUES(${Array(marks).fill("?").join(",")})`);
  for (let i = 0; i < n; i++) {
    const hex = (next() >>> 0).toString(16).padStart(8, "0");
    if (table === "message") {
      const long = next() % 50 === 0 ? "palabra ".repeat(800) : some(20);
      put(6).run(
        null,
        `guid-${hex}-${i}`,
        next() % 9 ? long : null,
        next() % 300,
        700_000_000_000_000_000n + BigInt(next()),
        bytes(120),
      );
    } else if (table === "visit") {
      put(5).run(null, next() % 5000, 7e8 + (next() % 1e6) / 1000 + 0.123, next() % 3 ? some(8) : null, next() % 2);
    } else if (table === "access") {
      put(5).run(
        `kTCCService${hex}`,
        `com.example.${some(2).replace(/ /g, ".")}`,
        next() % 3,
        next() % 2,
        1_600_000_000 + (next() % 1e8),
      );
    } else put(2).run(next() % 100_000, next() % 100_000);
  }
}

function act(db: DatabaseSync, table: string, s: Setting, next: () => number): void {
  const where = (sql: string): void => db.exec(sql);
  const a = 1 + (next() % Math.max(1, Math.floor(s.rows / 2)));
  const text = { message: "text", visit: "title", access: "client", pair: "right" }[table];
  if (s.kind === "single")
    for (let i = 0; i < 5; i++) where(`DELETE FROM ${table} WHERE rowid = ${1 + (next() % s.rows)}`);
  if (s.kind === "scattered") where(`DELETE FROM ${table} WHERE rowid % 7 = 3`);
  if (s.kind === "range") where(`DELETE FROM ${table} WHERE rowid BETWEEN ${a} AND ${a + Math.floor(s.rows / 3)}`);
  if (s.kind === "all") where(`DELETE FROM ${table}`);
  if (s.kind === "update")
    where(
      `UPDATE ${table} SET ${text} = ${table === "pair" ? `${text} + 1000000` : `coalesce(${text}, '') || ' cambiado ' || rowid`} WHERE rowid % 5 = 2`,
    );
  if (s.kind === "reused") {
    where(`DELETE FROM ${table} WHERE rowid BETWEEN ${a} AND ${a + Math.floor(s.rows / 3)}`);
    insert(db, table, next, Math.floor(s.rows / 8));
  }
  if (s.kind === "dropped") where(`DROP TABLE ${table}`);
}

/** Makes the database and opens it with our reader. */
export async function plant(s: Setting): Promise<Planted> {
  const path = tempPath();
  const db = new DatabaseSync(path);
  const next = xorshift(s.seed);
  db.exec(
    `PRAGMA page_size = ${s.pageSize}; PRAGMA auto_vacuum = 0; PRAGMA secure_delete = 0; PRAGMA synchronous = OFF`,
  );
  db.exec(`PRAGMA journal_mode = ${s.mode === "delete" ? "DELETE" : "WAL"}; PRAGMA wal_autocheckpoint = 0`);
  const tables = Object.keys(TABLES);
  const ever = new Map(tables.map((t) => [t, new Set<string>()]));
  const live = new Map(tables.map((t) => [t, new Set<string>()]));
  const note = (to: Map<string, Set<string>>): void => {
    const there = new Set(
      db
        .prepare("SELECT name FROM sqlite_schema")
        .all()
        .map((r) => r.name),
    );
    for (const t of tables) if (there.has(t)) for (const r of rowsOf(db, t)) to.get(t)!.add(line(r));
  };
  db.exec("BEGIN");
  for (const t of tables) {
    db.exec(`CREATE TABLE ${t}(${TABLES[t]})`);
    insert(db, t, next, s.rows);
  }
  db.exec("CREATE INDEX visit_item ON visit(item); COMMIT");
  note(ever);
  if (s.mode === "wal") db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  for (const t of s.kind === "dropped" ? ["visit", "access"] : tables) {
    db.exec("BEGIN");
    act(db, t, s, next);
    db.exec("COMMIT");
    note(ever);
  }
  note(live);
  let wal: Uint8Array | undefined;
  let main = path;
  if (s.mode === "wal") {
    main = tempPath();
    copyFileSync(path, main);
    if (existsSync(`${path}-wal`)) wal = new Uint8Array(readFileSync(`${path}-wal`));
  } else if (s.mode === "checkpointed") db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  db.close();
  const { file, problems } = await open(memory(new Uint8Array(readFileSync(main))), wal);
  const bytes = new Set<string>();
  for (const b of [readFileSync(main), wal === undefined ? Buffer.alloc(0) : Buffer.from(wal)]) {
    for (const [text] of b.toString("latin1").matchAll(/guid-[0-9a-f]{8}-\d+|kTCCService[0-9a-f]{8}/g)) bytes.add(text);
    // Times of visits start with these bytes of a double.
    for (let i = -1; (i = b.indexOf("41c4dc", i + 1, "hex")) >= 0 && i + 8 <= b.length; )
      bytes.add(String(b.readDoubleBE(i)));
  }
  if (main !== path) rmSync(main);
  return { file, ever, live, problems, bytes };
}

export interface Measured {
  /** Versions of rows that are gone, and those of them of which the telling bytes still stand in the files. */
  gone: number;
  left: number;
  /** Of these, recovered whole with their rowid, whole without it, in part. */
  whole: number;
  withoutRowid: number;
  torn: number;
  /** Rows that were never there, or stand there still. */
  wrong: string[];
  wrongState: number;
}

export const nothing = (): Measured => ({
  gone: 0,
  left: 0,
  whole: 0,
  withoutRowid: 0,
  torn: 0,
  wrong: [],
  wrongState: 0,
});

/** What is recovered, of all tables. */
export async function recover(file: SqliteFile): Promise<Map<string, DeletedRow[]>> {
  const out = new Map<string, DeletedRow[]>();
  for (const t of file.tables.values())
    await file.scan(t.name, [...t.columns, "rowid"], () => undefined, { deleted: true });
  await file.scanDeleted((table, rows) => {
    out.set(table, [
      ...(out.get(table) ?? []),
      ...rows.map((r) => ({ ...r, values: r.values.map((v) => (v instanceof Uint8Array ? v.slice() : v)) })),
    ]);
    return undefined;
  });
  return out;
}

/** Holds what was recovered against what was planted; sums up into `to`. */
export async function measure(p: Planted, to: Measured): Promise<void> {
  const found = await recover(p.file);
  for (const [table, ever] of p.ever) {
    const live = p.live.get(table)!;
    if (!p.file.tables.has(table)) continue;
    const gone = [...ever].filter((l) => !live.has(l));
    to.gone += gone.length;
    to.left += gone.filter((l) => (JSON.parse(l) as SqlValue[]).some((v) => p.bytes.has(String(v)))).length;
    const byLine = new Set(gone);
    const versions = gone.map((l) => JSON.parse(l) as SqlValue[]);
    const alias = table === "message" || table === "visit";
    const tail = (l: SqlValue[]): string => JSON.stringify(l.slice(alias ? 2 : 1));
    const tails = new Set(versions.map(tail));
    const liveRowids = new Set([...live].map((l) => (JSON.parse(l) as SqlValue[])[0]));
    const seen = new Set<string>();
    for (const r of found.get(table) ?? []) {
      const values: SqlValue[] = r.values.map(norm);
      const rowid = values.pop()!;
      const whole = JSON.stringify([rowid, ...values]);
      if (r.past.torn) {
        const fits = [...ever].some((l) => {
          const v = JSON.parse(l) as SqlValue[];
          return values.every((x, i) => x === null || v[i + 1] === x);
        });
        if (fits) to.torn++;
        else to.wrong.push(`${table} torn ${whole} ${JSON.stringify(r.past)}`);
      } else if (r.rowid === undefined) {
        const t = tail([null, ...values]);
        if (!tails.has(t) || seen.has(t)) to.wrong.push(`${table} ${whole} ${JSON.stringify(r.past)} ${seen.has(t)}`);
        else to.withoutRowid++;
        seen.add(t);
      } else {
        if (!byLine.has(whole) || seen.has(whole)) to.wrong.push(`${table} ${whole} ${JSON.stringify(r.past)}`);
        else to.whole++;
        seen.add(whole);
        seen.add(tail([rowid, ...values]));
        if ((r.past.state === "superseded") !== liveRowids.has(rowid)) to.wrongState++;
      }
    }
  }
  for (const table of found.keys())
    if (!p.ever.has(table) && table !== "sqlite_sequence") to.wrong.push(`rows of ${table}`);
}
