/**
 * Feed of SQLite databases: one pass per table for all artifacts that share the file, lookups first.
 * @module
 */
import type { Cancel, Origin, Problem, RandomAccess, Report } from "@contraluz/core";
import { openSqlite, type Past, type Row } from "@contraluz/formats/sqlite/index.ts";
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
  /** The `-journal` beside the database. */
  readonly journal?: RandomAccess;
  /** Called when all rows that stand have come; those that do not stand any more follow. Without it they are not looked for. */
  readonly live?: () => void;
}

type Item = { -readonly [K in keyof SqliteItem]: SqliteItem[K] };

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
    ...(run.journal ? { journal: run.journal } : {}),
    ...(run.cancel ? { cancel: run.cancel } : {}),
  });
  if (!db) return false;
  const damagedAtOpen = losses > 0;
  const incomplete = new Set<string>();
  const pasts: Past[] = [];
  const items = new Map<string, { item: Item; subs: readonly SqliteSub[] }>();
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
    const item: Item = {
      table: p.name,
      rows: [],
      column: (name) => index.get(name) ?? -1,
      complete: (name) => !damagedAtOpen && !incomplete.has(name),
      origin: (row: RowPlace): Origin => {
        const { rowid, page, cell } = row;
        if (cell < 0) return pastOrigin(run.file, p.name, row, pasts[-1 - cell]!);
        return row.wal
          ? { file: run.file, at: { table: p.name, row: rowid, page, cell, in: db.overlay! } }
          : { file: run.file, at: { table: p.name, row: rowid, page, cell } };
      },
    };
    const before = losses;
    const gone = run.live ? p.subs.filter((s) => wantsDeleted(s, p.name)) : [];
    if (gone.length > 0) items.set(table.name, { item, subs: gone });
    await db.scan(
      p.name,
      p.columns,
      (rows) => {
        item.rows = rows;
        for (const s of p.subs) s.take(item);
        return run.drain?.();
      },
      { deleted: gone.length > 0 },
    );
    if (losses > before) incomplete.add(p.name);
  }
  run.live?.();
  await db.scanDeleted((table, rows) => {
    const { item, subs: gone } = items.get(table)!;
    for (const r of rows) pasts.push(r.past);
    // A rowid that was overwritten stays undefined: a field or a join of it stays empty.
    item.rows = rows as readonly Row[];
    for (const s of gone) s.take(item);
    return run.drain?.();
  });
  return true;
}

/** Of a row that does not stand any more: `cell` is its number among those, and no cell. */
function pastOrigin(file: number, table: string, row: RowPlace, past: Past): Origin {
  const { state, ...where } = past;
  return {
    file,
    state,
    at: { table, ...(row.rowid === undefined ? {} : { row: row.rowid }), page: row.page, ...where },
  };
}

function wantsDeleted(sub: SqliteSub, table: string): boolean {
  return sub.want.tables.some((t) => t.name === table && (t.deleted ?? !t.lookup));
}
