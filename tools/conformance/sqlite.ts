/** Every SQLite file: our reader against SQLite itself (node:sqlite): tables, row counts, every value. @module */
import { createHash, type Hash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Problem, RandomAccess } from "@contraluz/core";
import { type MBFile, readMBFile } from "@contraluz/formats/keyed-archive/mbfile.ts";
import { looksLikeSqlite, openSqlite, type SqlValue } from "@contraluz/formats/sqlite/index.ts";
import { canonical } from "./plist.ts";
import { ask } from "./python.ts";
import { type Case, must, Skip, same } from "./runner.ts";
import { type RealFile, realFiles, TESTDATA } from "./shared.ts";

/** Rows and a hash of all values per table. */
export type Tables = { [table: string]: { rows: number; sha256: string } };

export function bytesOf(path: string): RandomAccess {
  const bytes = new Uint8Array(readFileSync(path));
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}

const quoted = (name: string): string => `"${name.replace(/"/g, '""')}"`;
const real = new DataView(new ArrayBuffer(8));

/** An integer and the real of the same value read alike: our reader gives numbers for both. */
function ofNumber(v: number): string {
  if (Number.isInteger(v)) return `i${BigInt(v)}`;
  real.setFloat64(0, v);
  return `r${real.getBigUint64(0).toString(16)}`;
}

function ofValue(v: SqlValue): string {
  if (v === null) return "n";
  if (typeof v === "bigint") return `i${v}`;
  if (typeof v === "number") return ofNumber(v);
  return typeof v === "string" ? `t${v}` : `b${Buffer.from(v).toString("hex")}`;
}

interface Line {
  readonly rowid: bigint;
  readonly text: string;
}

/** In rowid order; of tables without rowids in the order of their lines. */
function sum(lines: Line[], withoutRowid: boolean): Tables[string] {
  lines.sort((a, b) => (withoutRowid || a.rowid === b.rowid ? (a.text < b.text ? -1 : 1) : a.rowid < b.rowid ? -1 : 1));
  const hash: Hash = createHash("sha256");
  for (const l of lines) hash.update(withoutRowid ? `${l.text}\n` : `${l.rowid} ${l.text}\n`, "utf8");
  return { rows: lines.length, sha256: hash.digest("hex") };
}

export async function ours(path: string): Promise<{ tables: Tables; problems: Problem[] }> {
  const problems: Problem[] = [];
  const wal = existsSync(`${path}-wal`) ? { wal: bytesOf(`${path}-wal`) } : {};
  const db = await openSqlite(bytesOf(path), { ...wal, report: (p) => problems.push(p) });
  const tables: Tables = {};
  for (const t of db?.tables.values() ?? []) {
    const lines: Line[] = [];
    await db!.scan(t.name, t.columns, (rows) => {
      for (const r of rows)
        lines.push({ rowid: BigInt(r.rowid), text: JSON.stringify(r.values.map((v) => ofValue(v))) });
    });
    tables[t.name] = sum(lines, t.withoutRowid);
  }
  return { tables, problems };
}

/** What SQLite reads; texts as their stored bytes, so that nothing is lost between it and us. */
export function theirs(path: string): Tables {
  const db = new DatabaseSync(path);
  try {
    const { encoding } = db.prepare("PRAGMA encoding").get() as { encoding: string };
    const decoder = new TextDecoder(encoding.toLowerCase().replace("utf-16le", "utf-16"), { ignoreBOM: true });
    const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0").all();
    const tables: Tables = {};
    const text = (bytes: Uint8Array): string => decoder.decode(bytes);
    for (const { name } of names as { name: string }[]) tables[name] = tableOf(db, name, text);
    return tables;
  } finally {
    db.close();
  }
}

function hasRowid(db: DatabaseSync, name: string, alias: string): boolean {
  try {
    db.prepare(`SELECT ${alias} FROM ${quoted(name)}`);
    return true;
  } catch {
    return false;
  }
}

function tableOf(db: DatabaseSync, name: string, text: (bytes: Uint8Array) => string): Tables[string] {
  const info = db.prepare(`PRAGMA table_xinfo(${quoted(name)})`).all() as { name: string; hidden: number }[];
  // Hidden 1 is a virtual table's own; a VIRTUAL generated column (2) is stored nowhere, so our reader has null for it.
  const columns = info.filter((c) => c.hidden !== 1);
  const taken = new Set(columns.map((c) => c.name.toLowerCase()));
  const alias = ["_rowid_", "oid", "rowid"].find((a) => !taken.has(a))!;
  const rowid = hasRowid(db, name, alias);
  const parts = columns.map((c, i) => {
    const q = c.hidden === 2 ? "NULL" : quoted(c.name);
    return `typeof(${q}) AS t${i}, CASE typeof(${q}) WHEN 'text' THEN CAST(${q} AS BLOB) ELSE ${q} END AS v${i}`;
  });
  const all = db.prepare(`SELECT ${rowid ? `${alias} AS r, ` : ""}${parts.join(", ")} FROM ${quoted(name)}`);
  all.setReadBigInts(true);
  const lines: Line[] = [];
  for (const row of all.iterate() as Iterable<Record<string, null | bigint | number | string | Uint8Array>>) {
    const values = columns.map((_, i) => {
      const v = row[`v${i}`]!;
      return row[`t${i}`] === "text" ? ofValue(text(v as Uint8Array)) : ofValue(v);
    });
    lines.push({ rowid: rowid ? (row.r as bigint) : 0n, text: JSON.stringify(values) });
  }
  return sum(lines, !rowid);
}

/** A copy that SQLite may open: it would make a `-shm` beside the original. */
function copy(path: string, temp: string, n: number): string {
  const folder = join(temp, `db${n}`);
  mkdirSync(folder);
  const to = join(folder, basename(path).slice(-60));
  copyFileSync(path, to);
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${to}-wal`);
  return to;
}

async function compare(file: RealFile, temp: string, n: number): Promise<string> {
  let expected: Tables;
  try {
    expected = theirs(copy(file.path, temp, n));
  } catch (e) {
    throw new Skip(`SQLite cannot read it: ${e instanceof Error ? e.message : ""}`);
  }
  const { tables, problems } = await ours(file.path);
  must(problems.length === 0, `problems: ${JSON.stringify(problems[0])}`);
  same("tables", Object.keys(tables).sort(), Object.keys(expected).sort());
  for (const [name, t] of Object.entries(expected)) same(name, tables[name], t);
  const rows = Object.values(tables).reduce((sum, t) => sum + t.rows, 0);
  const wal = existsSync(`${file.path}-wal`) ? ", with its log" : "";
  return `${Object.keys(tables).length} tables, ${rows} rows, every value${wal}`;
}

/** In the order of `FIELDS` in oracle.py. */
const FIELDS: readonly (keyof MBFile)[] = [
  "relativePath",
  "mode",
  "size",
  "modified",
  "changed",
  "born",
  "userId",
  "groupId",
  "inode",
  "flags",
  "protectionClass",
  "encryptionKey",
  "digest",
  "target",
];

/** The Manifest.db of a real phone: what is known of it, and that every MBFile of it can be read. */
async function manifest(): Promise<string> {
  const problems: Problem[] = [];
  const report = (p: Problem): void => void problems.push(p);
  const path = join(TESTDATA, "mvt-project+mvt/tests/artifacts/ios_backup/Manifest.db");
  const db = await openSqlite(bytesOf(path), { report });
  const domains = new Set<unknown>();
  const flags: { [flag: string]: number } = {};
  let rows = 0;
  let decoded = 0;
  let keys = 0;
  const hash = createHash("sha256");
  await db!.scan("Files", ["domain", "flags", "relativePath", "file"], (batch) => {
    for (const { values } of batch) {
      rows++;
      domains.add(values[0]);
      flags[String(values[1])] = (flags[String(values[1])] ?? 0) + 1;
      const f = readMBFile(values[3] as Uint8Array, report);
      if (f !== undefined && f.relativePath === values[2] && f.size !== undefined && f.modified! > 0) decoded++;
      if (f?.encryptionKey?.length === 44) keys++;
      hash.update(`${canonical(FIELDS.map((k) => f?.[k] ?? null))}\n`);
    }
  });
  must(problems.length === 0, `problems: ${JSON.stringify(problems[0])}`);
  same("rows, domains", [rows, domains.size], [3721, 562]);
  same("flags", flags, { 1: 1089, 2: 2618, 4: 14 });
  same("MBFile decoded, path equal to the row", decoded, 3721);
  same("keys of 44 bytes", keys, 1089);
  same("all fields of all MBFiles", { rows, sha256: hash.digest("hex") }, ask("mbfile", [path])[0]);
  return "3721 rows, 562 domains, flags 1089/2618/14, every field of every MBFile as Python reads it";
}

/** All of them. */
export async function sqliteCases(temp: string): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (const file of await realFiles(temp)) {
    if (!looksLikeSqlite(new Uint8Array(readFileSync(file.path).subarray(0, 100)))) continue;
    const n = cases.length;
    cases.push({ name: `sqlite ${file.name}`, run: () => compare(file, temp, n) });
  }
  return [...cases, { name: "sqlite Manifest.db of MVT's tests", run: manifest }];
}
