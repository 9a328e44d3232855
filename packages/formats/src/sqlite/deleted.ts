/**
 * Rows that no b-tree holds any more, or that stand there with other values: what is left of them in free space of leaves, in
 * free pages, in page images that the log replaced or never put in force, and in a rollback journal.
 *
 * Facts: "Database File Format" sections 1.5 (freelist), 1.6 (freeblocks, cell content area), 3 (rollback journal), 4 (log).
 * What is told apart and how: docs/decisions/0011-deleted-rows.md.
 * @module
 */
import { type Cancel, ContraluzError, LIMITS, type Report } from "@contraluz/core";
import { BLOCK } from "./blocks.ts";
import { carve, type Judge, type Leaf, leafCells, readableTexts, regionsOf } from "./carve.ts";
import { type Cell, wholeCell, work } from "./cell.ts";
import { parseCreateTable, type TableDefinition } from "./ddl.ts";
import { type Freelist, readFreelist } from "./freelist.ts";
import { hashValues, telling } from "./hash.ts";
import { LiveRows, MAX_LIVE, type Room } from "./live.ts";
import type { OldImage } from "./overlay.ts";
import type { Pager } from "./pager.ts";
import { PageSet } from "./pageset.ts";
import { decodeValue, type Plan, serialLength, varintLength } from "./record.ts";
import { SCHEMA_TABLE } from "./schema.ts";
import { fits, type Shape, shapeOf } from "./shape.ts";
import type { DecodeText } from "./text.ts";
import type { DeletedRow, Past, SqlValue } from "./types.ts";

/** Deleted rows of one file, and bytes of cells that wait for the live rows to be known. */
const MAX_ROWS = 200_000;
const MAX_HELD = 16 << 20;
/** Steps that a byte of a page may cost, and the free space of one file (some seconds). */
const STEPS = 16;
const MAX_STEPS = 40_000_000;

/** Tables of SQLite itself, which declares no types for them (fileformat2.html, sections 2.6.2 and 2.6.3). */
const OWN: Readonly<Record<string, string>> = {
  sqlite_sequence: "CREATE TABLE sqlite_sequence(name TEXT NOT NULL, seq INTEGER)",
  sqlite_stat1: "CREATE TABLE sqlite_stat1(tbl TEXT NOT NULL, idx TEXT, stat TEXT)",
};

/** Steps that it takes to hold one record against one table. */
const FIT = 1 / 8;

/** Where a page image stands. */
interface Place extends Pick<OldImage, "page" | "offset" | "in" | "frame"> {}

export interface Target {
  readonly name: string;
  readonly plan: Plan;
  readonly shape: Shape;
  readonly live: LiveRows;
  /** Of rows that were given: their values, and rowid and values. */
  readonly seen: Set<number>;
  readonly seenRows: Set<string>;
  readonly rowids: Set<number | bigint>;
}

interface Held {
  readonly target: Target;
  readonly data: Uint8Array;
  readonly cell: Cell;
  readonly past: Omit<Past, "state">;
  readonly page: number;
  /** It stands between the cell pointers and the cells. */
  readonly gap: boolean;
}

export type TakeDeleted = (table: string, rows: DeletedRow[]) => Promise<void> | undefined;

/** Gathers while tables are scanned; `run` gives what was found. One object a database. */
export class Deleted {
  readonly #pager: Pager;
  /** Page 1: kept, since it is long out of the cache when it is asked for. */
  readonly #head: Uint8Array;
  readonly #text: DecodeText;
  readonly #utf8: boolean;
  readonly #report: Report;
  readonly #cancel: Cancel | undefined;
  readonly #room: Room = { left: MAX_LIVE };
  readonly #targets: Map<string, Target> = new Map();
  /** Of every table, wanted or not, and of tables that are gone. */
  readonly #shapes: Shape[] = [];
  readonly #roots: Map<number, string> = new Map();
  readonly #held: Held[] = [];
  #heldBytes = 0;
  readonly #perBlock: Map<number, number> = new Map();
  #given = 0;
  #steps = MAX_STEPS;
  #rows = 0;
  #limited = false;
  #free: Freelist = { pages: new Uint32Array(0), leaves: new PageSet(), trunks: new Map() };
  #batch: DeletedRow[] = [];
  #batchOf = "";

  constructor(
    pager: Pager,
    head: Uint8Array,
    definitions: ReadonlyMap<string, TableDefinition>,
    roots: Iterable<readonly [root: number, table: string]>,
    text: DecodeText,
    utf8: boolean,
    report: Report,
    cancel: Cancel | undefined,
  ) {
    this.#pager = pager;
    this.#head = head;
    this.#text = text;
    this.#utf8 = utf8;
    this.#report = report;
    this.#cancel = cancel;
    this.#shapes.push(shapeOf("sqlite_schema", SCHEMA_TABLE));
    for (const [name, d] of definitions)
      if (!d.withoutRowid) this.#shapes.push(shapeOf(name, parseCreateTable(OWN[name] ?? "") ?? d));
    for (const [root, table] of roots) this.#roots.set(root, table);
  }

  /** What a scan of the table notes for us. The same for a table that is scanned twice. */
  remember(name: string, plan: Plan): Target {
    const known = this.#targets.get(name);
    if (known) return known;
    const shape = this.#shapes.find((s) => s.table === name)!;
    const target: Target = {
      name,
      plan,
      shape,
      live: new LiveRows(this.#room),
      seen: new Set(),
      seenRows: new Set(),
      rowids: new Set(),
    };
    this.#targets.set(name, target);
    return target;
  }

  /** Free space of a leaf of the table as it stands. Nothing can be said of it before all live rows are known. */
  leaf(target: Target, page: number, data: Uint8Array): void {
    const leaf: Leaf = { data, base: page === 1 ? 100 : 0, usable: this.#pager.usable };
    this.#carveLeaf(leaf, leafCells(leaf), target.shape, this.#placeOf(page), (t, cell, past, gap) =>
      this.#hold(t, data, cell, past, page, gap),
    );
  }

  #placeOf(page: number): Place {
    const { in: from, frame } = this.#pager.imageOf(page);
    const offset = this.#pager.offset(page);
    return { page, offset, in: from, ...(frame === undefined ? {} : { frame }) };
  }

  #carveLeaf(
    leaf: Leaf,
    count: number,
    owner: Shape | undefined,
    place: Place,
    found: (target: Target, cell: Cell, past: Omit<Past, "state">, gap: boolean) => void,
  ): void {
    if (count < 0 || this.#limited) return;
    this.#startWork(leaf);
    const { data } = leaf;
    for (const region of regionsOf(leaf, count)) {
      const judge: Judge = {
        rowWidth: rowWidth(leaf, count),
        owner: owner && this.#targets.get(owner.table) ? owner : undefined,
        readable: (cell) => readableTexts(data, cell, this.#utf8),
        take: (cell) => {
          if (!says(cell)) return false;
          // A freeblock was a cell of this table; the gap may hold what another table left on the page.
          const table = region.block && owner ? this.#ofOwner(owner, cell) : this.#only(cell, owner);
          if (table === undefined) return false;
          const target = this.#targets.get(table.table);
          if (target) found(target, cell, this.#past(place, cell, "free"), !region.block);
          return true;
        },
      };
      carve(data, region, leaf.usable, judge);
    }
    this.#endWork();
  }

  #startWork(leaf: Leaf): void {
    work.left = Math.min(STEPS * leaf.usable, this.#steps);
    this.#steps -= work.left;
  }

  #endWork(): void {
    this.#steps += Math.max(0, work.left);
    if (this.#steps <= 0) this.#limit();
  }

  #ofOwner(owner: Shape, cell: Cell): Shape | undefined {
    const fit = cell.rowid === undefined ? 2 : fits(owner, cell.types);
    return fit === 2 || (fit === 1 && cell.types.length >= 5) ? owner : this.#only(cell, undefined);
  }

  /** The one table whose rows look so. Of several none, but for the owner where only older forms of others fit. */
  #only(cell: Cell, owner: Shape | undefined): Shape | undefined {
    if (cell.rowid === undefined) return owner;
    let only: Shape | undefined;
    for (const s of this.#shapes) {
      this.#steps -= FIT;
      if (s.allowed.length !== cell.types.length || fits(s, cell.types) !== 2) continue;
      if (only !== undefined) return undefined;
      only = s;
    }
    if (only === undefined && owner && cell.types.length >= 5 && fits(owner, cell.types) === 1) return owner;
    return only;
  }

  #past(place: Place, cell: Cell, inside: "free" | undefined): Omit<Past, "state"> {
    const from = place.in ?? inside;
    return {
      offset: place.offset + cell.start,
      ...(from === undefined ? {} : { in: from }),
      ...(place.frame === undefined ? {} : { frame: place.frame }),
      ...(cell.torn || cell.unknown >= 0 ? { torn: true } : {}),
    };
  }

  #hold(target: Target, data: Uint8Array, cell: Cell, past: Omit<Past, "state">, page: number, gap: boolean): void {
    const stop = Math.min(cell.end, data.length);
    this.#heldBytes += stop - cell.start + 200;
    if (this.#heldBytes > MAX_HELD) {
      this.#limit();
      return;
    }
    const by = cell.start;
    const moved: Cell = {
      ...cell,
      start: 0,
      end: cell.end - by,
      body: cell.body - by,
      bodyEnd: cell.bodyEnd - by,
    };
    this.#held.push({ target, data: data.slice(by, stop), cell: moved, past, page, gap });
  }

  #limit(): void {
    if (this.#limited) return;
    this.#limited = true;
    this.#report({ code: "sqlite-deleted-limit", lost: "nothing" });
  }

  /** Gives what was found, after all tables that `remember` named have been scanned. */
  async run(images: () => Iterable<OldImage>, take: TakeDeleted): Promise<void> {
    if (this.#targets.size === 0) return;
    this.#stopIfCancelled();
    this.#free = await readFreelist(this.#pager, this.#head, this.#cancel);
    await this.#goneTables(images);
    for (const image of images()) {
      this.#stopIfCancelled();
      if (this.#limited) break;
      await this.#image(await image.read(), image, undefined, take);
    }
    for (const page of this.#free.pages) {
      this.#stopIfCancelled();
      if (this.#limited) break;
      if (this.#reached(page)) continue;
      const data = this.#pager.get(page) ?? (await this.#pager.load(page, !this.#crowded(page)));
      await this.#image(data, this.#placeOf(page), "free", take, this.#free.trunks.get(page));
    }
    // Rows without a rowid after those with one: of equal rows the whole one is given.
    const last = new Map<string, Held>();
    for (const h of this.#held)
      if (h.gap && h.cell.rowid !== undefined) last.set(`${h.cell.rowid} ${h.target.name}`, h);
    for (const sure of [true, false])
      for (const h of this.#held) {
        if ((h.cell.rowid !== undefined) !== sure) continue;
        // What stands between pointers and cells is written over from below: of several versions the last is the whole one.
        if (h.gap && sure && last.get(`${h.cell.rowid} ${h.target.name}`) !== h) continue;
        this.#stopIfCancelled();
        await this.#give(h.target, h.data, h.cell, h.past, h.page, take, h.gap);
      }
    await this.#flush(take);
    if ([...this.#targets.values()].some((t) => t.live.over)) this.#limit();
  }

  /** Whether a quarter of the block of a free page is free, too: then it is read with its block. */
  #crowded(page: number): boolean {
    const block = this.#pager.block(page);
    if (block < 0) return true;
    let n = this.#perBlock.get(block);
    if (n === undefined) {
      for (const p of this.#free.pages) {
        const b = this.#pager.block(p);
        this.#perBlock.set(b, (this.#perBlock.get(b) ?? 0) + 1);
      }
      n = this.#perBlock.get(block) ?? 0;
    }
    return n * this.#pager.pageSize * 4 > BLOCK;
  }

  #stopIfCancelled(): void {
    if (this.#cancel?.aborted) throw new ContraluzError("cancelled", "reading of the database was cancelled");
  }

  #reached(page: number): boolean {
    for (const t of this.#targets.values()) if (t.live.pages.has(page)) return true;
    return false;
  }

  /** Tables that were dropped: what looks like their rows must not be given to another table. */
  async #goneTables(images: () => Iterable<OldImage>): Promise<void> {
    const schema = this.#shapes[0]!;
    const names = new Set(this.#shapes.map((s) => JSON.stringify([s.table, [...s.allowed]])));
    const look = (data: Uint8Array): void => {
      const leaf: Leaf = { data, base: 100, usable: this.#pager.usable };
      const count = data.length < this.#pager.pageSize ? -1 : leafCells(leaf);
      const take = (cell: Cell): boolean => {
        if (fits(schema, cell.types) !== 2 || cell.rest > 0 || this.#shapes.length > 10_000) return false;
        const at = cell.types.slice(0, 4).reduce((n, t) => n + serialLength(t), cell.body);
        const sql = this.#text(data, at, Math.min(cell.bodyEnd, at + serialLength(cell.types[4]!)));
        const definition = parseCreateTable(sql);
        if (definition === undefined || definition.withoutRowid || /^CREATE TABLE "?sqlite_/i.test(sql)) return true;
        const shape = shapeOf("", definition);
        const key = JSON.stringify(["", [...shape.allowed]]);
        const live = this.#shapes.some(
          (s) => s.allowed.length === shape.allowed.length && same(s.allowed, shape.allowed),
        );
        if (!live && !names.has(key)) this.#shapes.push(shape);
        names.add(key);
        return true;
      };
      work.left = STEPS * leaf.usable;
      const judge: Judge = { owner: schema, rowWidth: 1, take, readable: (c) => readableTexts(data, c, this.#utf8) };
      for (const region of count < 0 ? [] : regionsOf(leaf, count)) carve(data, region, leaf.usable, judge);
      for (const cell of cellsOf(leaf, count)) take(cell);
    };
    look(this.#head);
    for (const image of images()) {
      this.#stopIfCancelled();
      if (image.page === 1) look(await image.read());
    }
  }

  /** One page image that is not, or not any more, a page of the database. */
  async #image(data: Uint8Array, place: Place, inside: "free" | undefined, take: TakeDeleted, used = 0): Promise<void> {
    const { page } = place;
    if (data.length < this.#pager.pageSize) return;
    const leaf: Leaf = { data, base: page === 1 ? 100 : 0, usable: this.#pager.usable };
    if (used > 0) {
      // A trunk of the freelist: its start is overwritten, the cells at its end are not.
      this.#trunk(leaf, used, place);
      return;
    }
    const count = leafCells(leaf);
    if (count < 0) return;
    work.left = STEPS * leaf.usable;
    const cells = cellsOf(leaf, count);
    const owner = this.#tableOf(cells, page);
    const target = owner && this.#targets.get(owner.table);
    if (target) {
      for (const cell of cells) {
        if (fits(target.shape, cell.types) === 0) continue;
        const wait = this.#give(target, data, cell, this.#past(place, cell, inside), page, take);
        if (wait) await wait;
      }
    }
    this.#carveLeaf(leaf, count, owner ?? this.#ownerOf(page), place, (t, cell, past, gap) =>
      this.#hold(t, data, cell, past, page, gap),
    );
  }

  #trunk(leaf: Leaf, used: number, place: Place): void {
    this.#startWork(leaf);
    const region = { start: used, end: leaf.usable, block: false };
    carve(leaf.data, region, leaf.usable, {
      owner: undefined,
      rowWidth: 0,
      readable: (cell) => readableTexts(leaf.data, cell, this.#utf8),
      take: (cell) => {
        const table = says(cell) ? this.#only(cell, undefined) : undefined;
        const target = table && this.#targets.get(table.table);
        if (target) this.#hold(target, leaf.data, cell, this.#past(place, cell, "free"), place.page, true);
        return table !== undefined;
      },
    });
    this.#endWork();
  }

  /** The table that has the page now. */
  #ownerOf(page: number): Shape | undefined {
    for (const t of this.#targets.values()) if (t.live.pages.has(page)) return t.shape;
    const table = this.#roots.get(page);
    return table === undefined ? undefined : this.#shapes.find((s) => s.table === table);
  }

  /** The table of a page image: the one that has the page, if its rows look so; else the only one whose rows do. */
  #tableOf(cells: readonly Cell[], page: number): Shape | undefined {
    if (cells.length === 0) return undefined;
    const score = (s: Shape): number => {
      let n = 0;
      for (const c of cells) {
        this.#steps -= FIT;
        const fit = fits(s, c.types);
        if (fit === 0) return 0;
        n += fit;
      }
      return n;
    };
    const owner = this.#ownerOf(page);
    if (owner && score(owner) > 0) return owner;
    let best: Shape | undefined;
    let most = 0;
    let several = false;
    for (const s of this.#shapes) {
      if (this.#steps < 0) return undefined;
      const n = score(s);
      if (n > most) {
        most = n;
        best = s;
        several = false;
      } else if (n === most && n > 0) several = true;
    }
    return several ? undefined : best;
  }

  /** Gives a row, unless it stands in its table as it is or was given before. */
  #give(
    target: Target,
    data: Uint8Array,
    cell: Cell,
    past: Omit<Past, "state">,
    page: number,
    take: TakeDeleted,
    gap = false,
  ): Promise<void> | undefined {
    const { live, plan, seen, seenRows, rowids } = target;
    if (this.#limited || live.over) return undefined;
    const hash = hashValues(data, cell.types, cell.body, cell.bodyEnd, plan);
    const { rowid } = cell;
    let state: Past["state"] = "deleted";
    // Of a row that is not whole the hash says nothing: what it begins with must not stand in any row.
    const part = cell.torn || cell.unknown >= 0 || (rowid === undefined && cell.rest > 0);
    if (part && (telling === 0 || live.tells(telling))) return undefined;
    if (rowid === undefined) {
      if (seen.has(hash) || live.has(hash)) return undefined;
      seen.add(hash);
    } else {
      const found = live.find(rowid, hash);
      const key = `${rowid} ${hash}`;
      if (found === 2 || seenRows.has(key)) return undefined;
      // Of a row that a page image gave, another version in a gap is likely the same one, partly written over.
      if (gap && found === 0 && rowids.has(rowid)) return undefined;
      if (found === 1) state = "superseded";
      seenRows.add(key);
      if (!gap) rowids.add(rowid);
      seen.add(hash);
    }
    if (++this.#given > MAX_ROWS) {
      this.#limit();
      return undefined;
    }
    if (cell.rest > 0)
      return this.#chain(cell).then((rest) => this.#add(target, data, cell, past, state, page, take, rest));
    return this.#add(target, data, cell, past, state, page, take, undefined);
  }

  #add(
    target: Target,
    data: Uint8Array,
    cell: Cell,
    past: Omit<Past, "state">,
    state: Past["state"],
    page: number,
    take: TakeDeleted,
    rest: Uint8Array | undefined,
  ): Promise<void> | undefined {
    const { plan } = target;
    const values = plan.blank.slice();
    let torn = past.torn === true;
    let some = false;
    let body = data;
    let at = cell.body;
    let end = cell.bodyEnd;
    if (rest !== undefined) {
      body = new Uint8Array(cell.bodyEnd - cell.body + rest.length);
      body.set(data.subarray(cell.body, cell.bodyEnd));
      body.set(rest, cell.bodyEnd - cell.body);
      at = 0;
      end = body.length;
    }
    for (let place = 0; place < plan.slots.length && place < cell.types.length; place++) {
      const type = cell.types[place]!;
      const length = serialLength(type);
      const slot = plan.slots[place]!;
      if (slot >= 0) {
        const known = at + length <= end && place !== cell.unknown;
        if (!known) torn = true;
        const value: SqlValue = known ? decodeValue(body, at, type, length, plan.real[place] === 1, this.#text) : null;
        values[slot] = value;
        if (value !== null) some = true;
      }
      at += length;
    }
    // A row of which nothing that anybody asked for is left says nothing.
    if (!some) return undefined;
    for (const i of plan.rowids) values[i] = cell.rowid ?? null;
    for (const [from, to] of plan.copies) values[to] = values[from]!;
    const { torn: _, ...where } = past;
    const row: DeletedRow = {
      rowid: cell.rowid,
      page,
      cell: -++this.#rows,
      wal: past.in === "wal",
      values,
      past: { ...where, state, ...(torn ? { torn: true as const } : {}) },
    };
    const change = this.#batch.length > 0 && (this.#batchOf !== target.name || this.#batch[0]!.past.state !== state);
    if (!change && this.#batch.length < 256) {
      this.#batchOf = target.name;
      this.#batch.push(row);
      return undefined;
    }
    const wait = this.#flush(take);
    this.#batchOf = target.name;
    this.#batch.push(row);
    return wait;
  }

  #flush(take: TakeDeleted): Promise<void> | undefined {
    const rows = this.#batch;
    this.#batch = [];
    return rows.length > 0 ? take(this.#batchOf, rows) : undefined;
  }

  /**
   * What stands of a record in overflow pages. Believed only if every page of the chain is a leaf of the freelist (so nothing
   * has used it since), and the chain ends where the record does.
   */
  async #chain(cell: Cell): Promise<Uint8Array | undefined> {
    if (cell.rest > LIMITS.valueBytes) return undefined;
    const step = this.#pager.usable - 4;
    const count = Math.ceil(cell.rest / step);
    const seen = new PageSet();
    const out = new Uint8Array(cell.rest);
    let page = cell.overflow;
    for (let i = 0; i < count; i++) {
      if (page < 2 || !this.#free.leaves.has(page) || !seen.add(page)) return undefined;
      const data = this.#pager.get(page) ?? (await this.#pager.load(page, true));
      if (data.length < this.#pager.pageSize) return undefined;
      out.set(data.subarray(4, 4 + Math.min(step, cell.rest - i * step)), i * step);
      page = ((data[0]! << 24) | (data[1]! << 16) | (data[2]! << 8) | data[3]!) >>> 0;
    }
    return page === 0 ? out : undefined;
  }
}

/**
 * Enough in it not to be met by chance, where no pointer leads to it: four columns, or fewer with a text or other long
 * value. Two small numbers can stand anywhere.
 */
function says(cell: Cell): boolean {
  let points = cell.types.length;
  for (const t of cell.types) if (t >= 20) points += 2;
  return points >= 4;
}

/** Bytes of the rowid of the first cell: its neighbours have rowids of about that size. */
function rowWidth({ data, base }: Leaf, count: number): number {
  if (count === 0) return 0;
  const start = (data[base + 8]! << 8) | data[base + 9]!;
  return varintLength(data, start + varintLength(data, start));
}

const same = (a: Uint8Array, b: Uint8Array): boolean => a.every((v, i) => v === b[i]);

/** The cells that the pointers of a leaf lead to, those of them that are whole. */
function cellsOf({ data, base, usable }: Leaf, count: number): Cell[] {
  const out: Cell[] = [];
  let bytes = 0;
  for (let i = 0; i < count; i++) {
    const p = base + 8 + 2 * i;
    const start = (data[p]! << 8) | data[p + 1]!;
    if (start < base + 8 + 2 * count) continue;
    const cell = wholeCell(data, start, usable, usable);
    if (cell === undefined) continue;
    // Cells of a sound page do not overlap.
    bytes += cell.end - cell.start;
    if (bytes > usable) break;
    out.push(cell);
  }
  return out;
}
