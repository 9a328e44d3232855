/**
 * Feed of SQLite databases: one pass per table for all artifacts that share the file, lookups first.
 * @module
 */
import type { Cancel, Origin, Problem, RandomAccess, Report } from "@contraluz/core";
import { openSqlite } from "@contraluz/formats/sqlite/index.ts";
import type { RowPlace, SqliteItem, SqliteWant } from "../artifact.ts";

export interface SqliteSub {
  readonly want: SqliteWant;
  take(item: SqliteItem): void;
}

export interface SqliteRun {
  readonly file: number;
  readonly report: Report;
  readonly cancel?: Cancel;
  /** Awaited between batches where it gives a promise: back-pressure of whoever takes the records. */
  readonly drain?: () => Promise<void> | undefined;
}

interface TablePlan {
  readonly name: string;
  readonly columns: string[];
  readonly needs: Set<string>;
  readonly subs: SqliteSub[];
  lookup: boolean;
  main: boolean;
  optional: boolean;
}

/** Joins what all subscribers want: each table once, with the union of columns. Pure lookups first, then mixed, then the rest. */
function plan(subs: readonly SqliteSub[]): TablePlan[] {
  const tables = new Map<string, TablePlan>();
  for (const sub of subs) {
    for (const t of sub.want.tables) {
      let p = tables.get(t.name);
      if (!p)
        tables.set(
          t.name,
          (p = { name: t.name, columns: [], needs: new Set(), subs: [], lookup: false, main: false, optional: true }),
        );
      for (const c of t.columns) if (!p.columns.includes(c)) p.columns.push(c);
      for (const c of t.needs ?? []) p.needs.add(c);
      p.subs.push(sub);
      if (t.lookup) p.lookup = true;
      else p.main = true;
      if (!t.optional) p.optional = false;
    }
  }
  const phase = (p: TablePlan): number => (p.lookup ? (p.main ? 1 : 0) : 2);
  return [...tables.values()].sort((a, b) => phase(a) - phase(b));
}

/** Reads a database once. Returns false if it could not be opened at all. Damage goes to `run.report`. */
export async function runSqlite(
  source: RandomAccess,
  wal: RandomAccess | undefined,
  subs: readonly SqliteSub[],
  run: SqliteRun,
): Promise<boolean> {
  let losses = 0;
  const report = (p: Problem): void => {
    if (p.lost !== "nothing") losses++;
    run.report(p);
  };
  const db = await openSqlite(source, {
    report,
    ...(wal ? { wal } : {}),
    ...(run.cancel ? { cancel: run.cancel } : {}),
  });
  if (!db) return false;
  const damagedAtOpen = losses > 0;
  const incomplete = new Set<string>();
  for (const p of plan(subs)) {
    const table = db.tables.get(p.name);
    if (!table) {
      incomplete.add(p.name);
      if (!p.optional)
        run.report({
          code: "sqlite-table-missing",
          expected: p.name,
          found: [...db.tables.keys()].slice(0, 12).join(", "),
          lost: "file",
        });
      continue;
    }
    const have = new Set(table.columns.map((c) => c.toLowerCase()));
    const index = new Map(p.columns.map((c, i) => [c, have.has(c.toLowerCase()) ? i : -1]));
    for (const c of p.needs)
      if (index.get(c) === -1)
        run.report({
          code: "sqlite-column-missing",
          expected: `${p.name}.${c}`,
          found: table.columns.slice(0, 12).join(", "),
          lost: "file",
        });
    const item: { -readonly [K in keyof SqliteItem]: SqliteItem[K] } = {
      table: p.name,
      rows: [],
      column: (name) => index.get(name) ?? -1,
      complete: (name) => !damagedAtOpen && !incomplete.has(name),
      origin: (row: RowPlace): Origin => ({
        file: run.file,
        at: { table: p.name, row: row.rowid, page: row.page, cell: row.cell, ...(row.wal ? { in: "wal" } : {}) },
      }),
    };
    const before = losses;
    await db.scan(p.name, p.columns, (rows) => {
      item.rows = rows;
      for (const s of p.subs) s.take(item);
      return run.drain?.();
    });
    if (losses > before) incomplete.add(p.name);
  }
  return true;
}
