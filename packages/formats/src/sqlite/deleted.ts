/**
 * Rows that no b-tree holds any more, or that stand there with other values: what is left of them in free space of leaves, in
 * free pages, in page images that the log replaced or never put in force, and in a rollback journal.
 *
 * Facts: "Database File Format" sections 1.5 (freelist), 1.6 (freeblocks, cell content area), 3 (rollback journal), 4 (log).
 * What is told apart and how: docs/decisions/0011-deleted-rows.md.
 * @module
 */
import { type Cancel, ContraluzError, type Report } from "@contraluz/core";
import { BLOCK } from "./blocks.ts";
import {
  carve,
  cellsOf,
  type Judge,
  type Leaf,
  leafCells,
  type Region,
  readableTexts,
  regionsOf,
  rowWidth,
} from "./carve.ts";
import { type Cell, work } from "./cell.ts";
import type { TableDefinition } from "./ddl.ts";
import { type Freelist, hasFreePages, readFreelist } from "./freelist.ts";
import { type Found, Giver, type TakeDeleted, type Target } from "./giver.ts";
import { LiveRows, MAX_LIVE, type Room } from "./live.ts";
import type { OldImage } from "./overlay.ts";
import type { Pager } from "./pager.ts";
import { type Plan, serialLength } from "./record.ts";
import { fits, type Shape } from "./shape.ts";
import { type Budget, Tables } from "./tables.ts";
import type { DecodeText } from "./text.ts";
import type { Past } from "./types.ts";

/** Bytes of cells that wait for the live rows to be known. */
const MAX_HELD = 16 << 20;
/** Steps that a byte of a page may cost, and the free space of one file (some seconds). */
const STEPS = 16;
const MAX_STEPS = 40_000_000;

/** Where a page image stands. */
interface Place extends Pick<OldImage, "page" | "offset" | "in" | "frame"> {}

/** What a database hands over. */
export interface DeletedOptions {
  readonly pager: Pager;
  /** Page 1: kept, since it is long out of the cache when it is asked for. */
  readonly head: Uint8Array;
  readonly definitions: ReadonlyMap<string, TableDefinition>;
  readonly roots: Iterable<readonly [root: number, table: string]>;
  readonly text: DecodeText;
  readonly utf8: boolean;
  readonly report: Report;
  readonly cancel: Cancel | undefined;
  /** A log or a journal lies beside the file. */
  readonly beside: boolean;
  /** Notes the rows of a table that stand, where its scan did not. */
  readonly rows: (table: string, plan: Plan, live: LiveRows) => Promise<void>;
}

/** Gathers while tables are scanned; `run` gives what was found. One object a database. */
export class Deleted {
  readonly #o: DeletedOptions;
  readonly #room: Room = { left: MAX_LIVE };
  readonly #budget: Budget = { steps: MAX_STEPS };
  readonly #tables: Tables;
  readonly #targets: Map<string, Target> = new Map();
  readonly #held: Found[] = [];
  /**
   * Old rows are to be expected: the scan of a table notes its rows for them. Where nothing lies beside the file and no page
   * is free, most tables have none, and to note a million rows costs a tenth of a scan: then a table of which something is
   * found after all is scanned once more.
   */
  readonly expected: boolean;
  #heldBytes = 0;
  #limited = false;

  constructor(o: DeletedOptions) {
    this.#o = o;
    this.expected = o.beside || hasFreePages(o.head);
    this.#tables = new Tables(o.definitions, o.roots, this.#budget);
  }

  /** What a scan of the table notes for us. The same for a table that is scanned twice. */
  remember(name: string, plan: Plan): Target {
    const known = this.#targets.get(name);
    if (known) return known;
    const target: Target = {
      name,
      plan,
      shape: this.#tables.named(name)!,
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
    const leaf = this.#leaf(page, data);
    this.#carveLeaf(leaf, leafCells(leaf), target.shape, this.#placeOf(page));
  }

  #leaf(page: number, data: Uint8Array): Leaf {
    return { data, base: page === 1 ? 100 : 0, usable: this.#o.pager.usable };
  }

  #placeOf(page: number): Place {
    const { in: from, frame } = this.#o.pager.imageOf(page);
    const offset = this.#o.pager.offset(page);
    return { page, offset, in: from, ...(frame === undefined ? {} : { frame }) };
  }

  #carveLeaf(leaf: Leaf, count: number, owner: Shape | undefined, place: Place): void {
    if (count < 0) return;
    const wanted = owner && this.#targets.has(owner.table) ? owner : undefined;
    this.#search(leaf, regionsOf(leaf, count), {
      owner: wanted,
      rowWidth: rowWidth(leaf, count),
      // A freeblock was a cell of this table; the gap may hold what another table left on the page.
      take: (cell, region) =>
        says(cell) &&
        this.#hold(region.block && owner ? this.#tables.ofOwner(owner, cell) : this.#tables.only(cell, owner), {
          leaf,
          cell,
          place,
          gap: !region.block,
        }),
    });
  }

  /** Searches regions of one page, within what a page and the file may cost. */
  #search(leaf: Leaf, regions: readonly Region[], judge: Omit<Judge, "readable">): void {
    if (this.#limited || this.#budget.steps <= 0) return;
    const steps = Math.min(STEPS * leaf.usable, this.#budget.steps);
    work.left = steps;
    const readable = (cell: Cell): boolean => readableTexts(leaf.data, cell, this.#o.utf8);
    for (const region of regions) carve(leaf.data, region, leaf.usable, { ...judge, readable });
    this.#budget.steps -= steps - Math.max(0, work.left);
    if (this.#budget.steps <= 0) this.#limit();
  }

  /** Keeps a cell of free space until all rows that stand are known. False if no table has such rows. */
  #hold(
    table: Shape | undefined,
    { leaf, cell, place, gap }: { leaf: Leaf; cell: Cell; place: Place; gap: boolean },
  ): boolean {
    const target = table && this.#targets.get(table.table);
    if (!target) return table !== undefined;
    const by = cell.start;
    const stop = Math.min(cell.end, leaf.data.length);
    this.#heldBytes += stop - by + 200;
    if (this.#heldBytes > MAX_HELD) this.#limit();
    else {
      const moved = { ...cell, start: 0, end: cell.end - by, body: cell.body - by, bodyEnd: cell.bodyEnd - by };
      const data = leaf.data.slice(by, stop);
      this.#held.push({ target, data, cell: moved, past: pastOf(place, cell, "free"), page: place.page, gap });
    }
    return true;
  }

  #limit(): void {
    if (!this.#limited) this.#o.report({ code: "sqlite-deleted-limit", lost: "nothing" });
    this.#limited = true;
  }

  #stopIfCancelled(): void {
    if (this.#o.cancel?.aborted) throw new ContraluzError("cancelled", "reading of the database was cancelled");
  }

  /** Gives what was found, after all tables that `remember` named have been scanned. */
  async run(images: () => Iterable<OldImage>, take: TakeDeleted): Promise<void> {
    if (this.#targets.size === 0) return;
    this.#stopIfCancelled();
    const { pager, head, text, cancel } = this.#o;
    const free = await readFreelist(pager, head, cancel);
    const giver = new Giver(pager, text, free, take);
    await this.#goneTables(images);
    for (const image of images()) {
      this.#stopIfCancelled();
      if (this.#limited) break;
      await this.#image(await image.read(), image, undefined, giver);
    }
    await this.#freePages(free, giver);
    if (!this.expected)
      for (const target of new Set(this.#held.map((h) => h.target)))
        await this.#o.rows(target.name, target.plan, target.live);
    // Rows without a rowid after those with one: of equal rows the whole one is given.
    const last = new Map<string, Found>();
    const keyOf = (h: Found): string => `${h.cell.rowid} ${h.target.name}`;
    for (const h of this.#held) if (h.gap && h.cell.rowid !== undefined) last.set(keyOf(h), h);
    for (const sure of [true, false])
      for (const h of this.#held) {
        if ((h.cell.rowid !== undefined) !== sure) continue;
        // What stands between pointers and cells is written over from below: of several versions the last is the whole one.
        if (h.gap && sure && last.get(keyOf(h)) !== h) continue;
        this.#stopIfCancelled();
        await giver.give(h);
      }
    await giver.flush();
    const over = [...this.#targets.values()].some((t) => t.live.over);
    if (giver.full || giver.short || over || this.#budget.steps <= 0) this.#limit();
  }

  async #freePages({ pages, trunks }: Freelist, giver: Giver): Promise<void> {
    const { pager } = this.#o;
    const inBlock = new Map<number, number>();
    for (const page of pages) inBlock.set(pager.block(page), (inBlock.get(pager.block(page)) ?? 0) + 1);
    for (const page of pages) {
      this.#stopIfCancelled();
      if (this.#limited) return;
      if (this.#treeOf(page)) continue;
      // Where a quarter of a block is free it is read whole.
      const alone = inBlock.get(pager.block(page))! * pager.pageSize * 4 < BLOCK;
      const data = pager.get(page) ?? (await pager.load(page, alone));
      if (data.length < pager.pageSize) continue;
      const used = trunks.get(page);
      const place = this.#placeOf(page);
      if (used === undefined) await this.#image(data, place, "free", giver);
      else this.#trunk(this.#leaf(page, data), used, place);
    }
  }

  /** A trunk of the freelist: its start is overwritten, the cells at its end are not. */
  #trunk(leaf: Leaf, used: number, place: Place): void {
    this.#search(leaf, [{ start: used, end: leaf.usable, block: false }], {
      owner: undefined,
      rowWidth: 0,
      take: (cell) => says(cell) && this.#hold(this.#tables.only(cell, undefined), { leaf, cell, place, gap: true }),
    });
  }

  /** The wanted table in whose tree the page stands. */
  #treeOf(page: number): Shape | undefined {
    for (const t of this.#targets.values()) if (t.live.pages.has(page)) return t.shape;
    return undefined;
  }

  /** Tables that were dropped, as far as old pages of the schema show them. */
  async #goneTables(images: () => Iterable<OldImage>): Promise<void> {
    const { schema } = this.#tables;
    const look = (data: Uint8Array): void => {
      if (data.length < this.#o.pager.pageSize) return;
      const leaf = this.#leaf(1, data);
      const count = leafCells(leaf);
      const take = (cell: Cell): boolean => {
        if (fits(schema, cell.types) !== 2 || cell.rest > 0) return false;
        const at = cell.types.slice(0, 4).reduce((n, t) => n + serialLength(t), cell.body);
        this.#tables.learn(this.#o.text(data, at, Math.min(cell.bodyEnd, at + serialLength(cell.types[4]!))));
        return true;
      };
      this.#search(leaf, count < 0 ? [] : regionsOf(leaf, count), { owner: schema, rowWidth: 1, take });
      for (const cell of this.#cells(leaf, count)) take(cell);
    };
    look(this.#o.head);
    for (const image of images()) {
      this.#stopIfCancelled();
      if (this.#limited) return;
      if (image.page === 1) look(await image.read());
    }
  }

  #cells(leaf: Leaf, count: number): Cell[] {
    work.left = STEPS * leaf.usable;
    return cellsOf(leaf, count);
  }

  /** One page image that is not, or not any more, a page of the database. */
  async #image(data: Uint8Array, place: Place, inside: "free" | undefined, giver: Giver): Promise<void> {
    const { page } = place;
    if (data.length < this.#o.pager.pageSize) return;
    const leaf = this.#leaf(page, data);
    const count = leafCells(leaf);
    if (count < 0) return;
    const cells = this.#cells(leaf, count);
    const now = this.#treeOf(page) ?? this.#tables.atRoot(page);
    const owner = this.#tables.ofPage(cells, now);
    const target = owner && this.#targets.get(owner.table);
    for (const cell of target ? cells : []) {
      if (fits(target!.shape, cell.types) === 0) continue;
      const found: Found = { target: target!, data, cell, past: pastOf(place, cell, inside), page, gap: false };
      const wait = giver.give(found);
      if (wait) await wait;
    }
    this.#carveLeaf(leaf, count, owner ?? now, place);
  }
}

function pastOf(place: Place, cell: Cell, inside: "free" | undefined): Omit<Past, "state"> {
  const from = place.in ?? inside;
  return {
    offset: place.offset + cell.start,
    ...(from === undefined ? {} : { in: from }),
    ...(place.frame === undefined ? {} : { frame: place.frame }),
    ...(cell.torn || cell.unknown >= 0 ? { torn: true } : {}),
  };
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
