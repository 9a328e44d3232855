/** Which table a row belonged to that no b-tree holds. What decides: docs/decisions/0011-deleted-rows.md. @module */
import type { Cell } from "./cell.ts";
import { parseCreateTable, type TableDefinition } from "./ddl.ts";
import { SCHEMA_TABLE } from "./schema.ts";
import { fits, type Shape, shapeOf } from "./shape.ts";

/** Tables of SQLite itself, which declares no types for them (fileformat2.html, sections 2.6.2 and 2.6.3). */
const OWN: Readonly<Record<string, string>> = {
  sqlite_sequence: "CREATE TABLE sqlite_sequence(name TEXT NOT NULL, seq INTEGER)",
  sqlite_stat1: "CREATE TABLE sqlite_stat1(tbl TEXT NOT NULL, idx TEXT, stat TEXT)",
};

/** Steps that it takes to hold one record against one table. */
const FIT = 1 / 8;
/** Tables that are gone: more are not remembered. */
const MAX_GONE = 1000;

/** Steps that all of the search may still cost. */
export interface Budget {
  steps: number;
}

/** The tables of a database, and those that are gone. */
export class Tables {
  /** The schema's own table. */
  readonly schema: Shape = shapeOf("sqlite_schema", SCHEMA_TABLE);
  readonly #budget: Budget;
  readonly #shapes: Shape[] = [this.schema];
  readonly #byName: Map<string, Shape> = new Map();
  readonly #roots: Map<number, Shape> = new Map();
  #gone = 0;

  constructor(
    definitions: ReadonlyMap<string, TableDefinition>,
    roots: Iterable<readonly [root: number, table: string]>,
    budget: Budget,
  ) {
    this.#budget = budget;
    for (const [name, d] of definitions) {
      if (d.withoutRowid) continue;
      const shape = shapeOf(name, parseCreateTable(OWN[name] ?? "") ?? d);
      this.#shapes.push(shape);
      this.#byName.set(name, shape);
    }
    for (const [root, table] of roots) {
      const shape = this.#byName.get(table);
      if (shape) this.#roots.set(root, shape);
    }
  }

  named(table: string): Shape | undefined {
    return this.#byName.get(table);
  }

  /** The table whose first page it is. */
  atRoot(page: number): Shape | undefined {
    return this.#roots.get(page);
  }

  /** Notes a table that an old page of the schema names: what looks like its rows must not be given to another one. */
  learn(sql: string): void {
    this.#budget.steps -= sql.length / 8;
    if (this.#gone >= MAX_GONE || this.#budget.steps < 0 || /^CREATE TABLE "?sqlite_/i.test(sql)) return;
    const definition = parseCreateTable(sql);
    if (definition === undefined || definition.withoutRowid) return;
    const shape = shapeOf("", definition);
    this.#budget.steps -= this.#shapes.length * FIT;
    if (this.#shapes.some((s) => same(s.allowed, shape.allowed))) return;
    this.#gone++;
    this.#shapes.push(shape);
  }

  /** The owner of a freeblock, if the cell can be a row of it; else the only table whose rows look so. */
  ofOwner(owner: Shape, cell: Cell): Shape | undefined {
    const fit = cell.rowid === undefined ? 2 : fits(owner, cell.types);
    return fit === 2 || (fit === 1 && cell.types.length >= 5) ? owner : this.only(cell, undefined);
  }

  /** The one table whose rows look so. Of several none, but for the owner where only older forms of others fit. */
  only(cell: Cell, owner: Shape | undefined): Shape | undefined {
    if (cell.rowid === undefined) return owner;
    let only: Shape | undefined;
    for (const s of this.#shapes) {
      this.#budget.steps -= FIT;
      if (s.allowed.length !== cell.types.length || fits(s, cell.types) !== 2) continue;
      if (only !== undefined) return undefined;
      only = s;
    }
    if (only === undefined && owner && cell.types.length >= 5 && fits(owner, cell.types) === 1) return owner;
    return only;
  }

  /** The table of a page image: the one that has the page, if its rows look so; else the only one whose rows do. */
  ofPage(cells: readonly Cell[], owner: Shape | undefined): Shape | undefined {
    if (cells.length === 0) return undefined;
    const score = (s: Shape): number => {
      let n = 0;
      for (const c of cells) {
        this.#budget.steps -= FIT;
        const fit = fits(s, c.types);
        if (fit === 0) return 0;
        n += fit;
      }
      return n;
    };
    if (owner && score(owner) > 0) return owner;
    let best: Shape | undefined;
    let most = 0;
    let several = false;
    for (const s of this.#shapes) {
      if (this.#budget.steps < 0) return undefined;
      const n = score(s);
      if (n > most) {
        most = n;
        best = s;
        several = false;
      } else if (n === most && n > 0) several = true;
    }
    return several ? undefined : best;
  }
}

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((v, i) => v === b[i]);
