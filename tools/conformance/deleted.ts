/**
 * Deleted rows against lists made by deleting known rows: how many come back, by kind of deletion, and that none comes back
 * that was never there; and on every real database that what is given lies where it says.
 * @module
 */
import { existsSync, readFileSync } from "node:fs";
import { looksLikeSqlite, openSqlite } from "@contraluz/formats/sqlite/index.ts";
import { KINDS, type Measured, measure, nothing, plant } from "@contraluz/formats/sqlite/planted.fixture.ts";
import { type Case, must, same } from "./runner.ts";
import { realFiles } from "./shared.ts";
import { bytesOf } from "./sqlite.ts";

const SIZES = [
  [60, 1],
  [60, 2],
  [800, 3],
  [800, 4],
  [3000, 5],
] as const;

const percent = (n: number, of: number): string => (of === 0 ? "none" : `${((100 * n) / of).toFixed(1)} %`);

function told(m: Measured): string {
  const whole = m.whole + m.withoutRowid;
  const share = `${percent(whole, m.gone)} of ${m.gone} whole (${m.withoutRowid} of them without rowid)`;
  return `${share}, ${m.torn} in part; ${whole + m.torn} rows given, 0 that were not there`;
}

async function planted(mode: "delete" | "wal" | "checkpointed", pageSize: number, kind: (typeof KINDS)[number]) {
  const m = nothing();
  for (const [rows, seed] of SIZES) await measure(await plant({ kind, pageSize, mode, rows, seed }), m);
  same("rows that were never there, or stand there still", m.wrong, []);
  same("rows of the wrong state", m.wrongState, 0);
  return kind === "dropped" ? "tables that are gone give nothing to the others" : told(m);
}

/** Rows that are given of a real database, each where it says. */
async function real(path: string): Promise<string> {
  const beside = (end: string): Uint8Array | undefined =>
    existsSync(`${path}${end}`) ? new Uint8Array(readFileSync(`${path}${end}`)) : undefined;
  const files = { free: new Uint8Array(readFileSync(path)), wal: beside("-wal"), journal: beside("-journal") };
  const problems: unknown[] = [];
  const db = await openSqlite(bytesOf(path), {
    report: (p) => problems.push(p),
    ...(files.wal ? { wal: bytesOf(`${path}-wal`) } : {}),
    ...(files.journal ? { journal: bytesOf(`${path}-journal`) } : {}),
  });
  if (!db) return "no database that can be read";
  for (const t of db.tables.values()) await db.scan(t.name, t.columns, () => undefined, { deleted: true });
  const counts = { deleted: 0, superseded: 0, torn: 0 };
  await db.scanDeleted((_, rows) => {
    for (const { past, values } of rows) {
      counts[past.state]++;
      if (past.torn) counts.torn++;
      const at = files[past.in ?? "free"]!.subarray(past.offset, past.offset + db.pageSize);
      const text = values.find((v) => typeof v === "string" && /^[\x20-\x7e]{4,60}$/.test(v));
      if (db.encoding === "utf-8" && typeof text === "string" && !past.torn)
        must(Buffer.from(at).includes(text), `${text} is not at byte ${past.offset}`);
    }
    return undefined;
  });
  same("problems", problems, []);
  return `${counts.deleted} deleted, ${counts.superseded} earlier versions, ${counts.torn} torn`;
}

export async function deletedCases(temp: string): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (const mode of ["delete", "checkpointed", "wal"] as const)
    for (const pageSize of [1024, 4096])
      for (const kind of KINDS)
        cases.push({ name: `deleted ${kind}, ${mode}, page ${pageSize}`, run: () => planted(mode, pageSize, kind) });
  for (const file of await realFiles(temp))
    if (looksLikeSqlite(new Uint8Array(readFileSync(file.path).subarray(0, 100))))
      cases.push({ name: `deleted ${file.name}`, run: () => real(file.path) });
  return cases;
}
