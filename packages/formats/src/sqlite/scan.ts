/** Walks one b-tree and hands out its rows ("Database File Format", section 1.6). @module */
import { type Cancel, ContraluzError, type Report } from "@contraluz/core";
import { Jumps, Locality } from "./blocks.ts";
import { CellReader, type PageView } from "./cells.ts";
import type { LiveRows } from "./live.ts";
import type { Pager } from "./pager.ts";
import { PageSet } from "./pageset.ts";
import type { Plan } from "./record.ts";
import type { Row } from "./types.ts";

/** SQLite's own bound of a cursor's depth (BTCURSOR_MAX_DEPTH). */
const MAX_DEPTH = 20;
/** Leaf pages that are collected before they are read in page order. */
const BATCH = 1 << 18;

const TABLE_INTERIOR = 0x05;
const TABLE_LEAF = 0x0d;
const INDEX_INTERIOR = 0x02;
const INDEX_LEAF = 0x0a;

export interface Tree {
  readonly root: number;
  /** The table is an index b-tree (WITHOUT ROWID): rows stand in interior pages too. */
  readonly index: boolean;
}

/** What a scan tells to whoever looks for deleted rows: pages of the tree, its rows if they are wanted, each leaf page. */
export interface Notes {
  readonly pages: PageSet;
  readonly live?: LiveRows;
  leaf(page: number, data: Uint8Array): void;
}

/** An interior page being walked: `next` is the child to enter, `count` (the last one) the right-most. */
interface Interior extends PageView {
  readonly depth: number;
  next: number;
}

/**
 * Every row of the tree, once. Key order, until visits thrash the cache: then the leaves that are left are collected from the
 * interior pages (read alone) and read in ascending page order. Rejects if cancelled, or with what the source or `take` throws.
 */
export async function scanTree(
  pager: Pager,
  tree: Tree,
  plan: Plan,
  take: (rows: Row[]) => Promise<void> | undefined,
  report: Report,
  cancel: Cancel | undefined,
  notes?: Notes,
): Promise<void> {
  const seen = notes?.pages ?? new PageSet();
  const locality = new Locality(pager.main.capacity);
  const jumps = new Jumps();
  const reader = new CellReader(pager, plan, tree.index, report, notes?.live);
  const stack: Interior[] = [];
  const skip = tree.index ? 4 : 0;
  let leafDepth = -1;
  let scattered = false;
  let badParent = Number.NaN;
  /** Leaves to be read in page order, and how far they are. */
  let batch: Uint32Array = new Uint32Array(0);
  let batchAt = 0;
  let collected: number[] = [];

  const damaged = (page: number, found: string, expected: string): void =>
    report({ code: "sqlite-page", offset: pager.offset(page), found, expected, lost: "page" });
  /** One Problem for all wrong child pointers of an interior page. */
  const badChild = (child: number, found: string, expected: string): void => {
    const parent = batch.length > 0 ? -1 : (stack[stack.length - 1]?.number ?? 0);
    if (parent === badParent) return;
    badParent = parent;
    report({
      code: "sqlite-page",
      offset: pager.offset(parent > 0 ? parent : Math.max(1, child)),
      found,
      expected,
      lost: "page",
    });
  };
  /** A promise is back-pressure: nothing more is read until it is kept. */
  const flush = (): Promise<void> | undefined => {
    const rows = reader.rows;
    if (rows.length === 0) return undefined;
    reader.rows = [];
    reader.joined = 0;
    return take(rows);
  };
  /** After `reader.run` gave false: loads what it waits for, or hands over what it holds, until the cells are done. */
  const finish = async (): Promise<void> => {
    do {
      stopIfCancelled(cancel);
      const { missing, alone } = reader.cursor;
      if (missing > 0) reader.cursor.supply(await pager.load(missing, alone));
      else await flush();
    } while (!reader.run());
  };

  let page = tree.root;
  let depth = 0;
  /** Memory of the leaf at hand: its rows are taken before the next page is entered. */
  let spare = new Uint8Array(pager.pageSize);
  for (;;) {
    // Enter `page`.
    stopIfCancelled(cancel);
    if (page < 1 || page > pager.pageCount) badChild(page, `page ${page}`, `1 to ${pager.pageCount}`);
    else if (!seen.add(page)) badChild(page, `page ${page} a second time`, "each page once in a tree");
    else {
      const data =
        pager.get(page, spare) ??
        (await pager.load(page, (scattered && batchAt === 0) || jumps.far(pager.block(page))));
      const view = checkPage(page, data, pager, tree.index, damaged);
      if (view?.leaf) {
        leafDepth = depth;
        const block = pager.block(page);
        if (block >= 0 && !scattered) scattered = locality.visit(block);
        reader.start(view, 0, view.count, 0);
        if (!reader.run()) await finish();
        notes?.leaf(page, data);
        const wait = flush();
        if (wait) await wait;
      } else if (view !== undefined) {
        if (depth + 1 >= MAX_DEPTH) damaged(page, `depth ${depth + 1}`, `less than ${MAX_DEPTH}`);
        else {
          stack.push({ ...view, depth, next: 0 });
          if (data === spare) spare = new Uint8Array(pager.pageSize);
        }
      }
    }
    // Find the next page to enter.
    page = -1;
    while (page < 0) {
      if (batchAt < batch.length) {
        page = batch[batchAt++]!;
        depth = leafDepth;
        if (batchAt === batch.length) {
          batch = new Uint32Array(0);
          batchAt = 0;
        }
        break;
      }
      const top = stack[stack.length - 1];
      if (top === undefined || collected.length >= BATCH) {
        if (collected.length > 0) {
          batch = Uint32Array.from(collected).sort();
          batchAt = 0;
          collected = [];
          continue;
        }
        await flush();
        return;
      }
      if (top.next > top.count) {
        stack.pop();
        continue;
      }
      const i = top.next++;
      if (tree.index && i > 0) {
        // The row between child i - 1 and child i.
        reader.start(top, i - 1, i, skip);
        if (!reader.run()) await finish();
        if (reader.rows.length >= 256) await flush();
      }
      const child = childOf(top, i, pager.usable);
      if (scattered && top.depth + 1 === leafDepth && child >= 1 && child <= pager.pageCount) collected.push(child);
      else {
        page = child;
        depth = top.depth + 1;
      }
    }
  }
}

function stopIfCancelled(cancel: Cancel | undefined): void {
  if (cancel?.aborted) throw new ContraluzError("cancelled", "reading of the database was cancelled");
}

/** The page number of child `i`; 0 if the cell lies outside the page. */
function childOf(page: PageView, i: number, usable: number): number {
  const d = page.data;
  let at = page.pointers - 4;
  if (i < page.count) {
    const p = page.pointers + 2 * i;
    at = (d[p]! << 8) | d[p + 1]!;
    if (at < page.pointers || at + 4 > usable) return 0;
  }
  return ((d[at]! << 24) | (d[at + 1]! << 16) | (d[at + 2]! << 8) | d[at + 3]!) >>> 0;
}

function checkPage(
  number: number,
  data: Uint8Array,
  pager: Pager,
  index: boolean,
  damaged: (page: number, found: string, expected: string) => void,
): (PageView & { readonly leaf: boolean }) | undefined {
  if (data.length < pager.pageSize) return void damaged(number, `${data.length} bytes`, `${pager.pageSize} bytes`);
  const base = number === 1 ? 100 : 0;
  const type = data[base]!;
  const leaf = type === (index ? INDEX_LEAF : TABLE_LEAF);
  if (!leaf && type !== (index ? INDEX_INTERIOR : TABLE_INTERIOR)) {
    const expected = index ? "0x0a or 0x02 (index page)" : "0x0d or 0x05 (table page)";
    return void damaged(number, `0x${type < 16 ? "0" : ""}${type.toString(16)}`, expected);
  }
  const count = (data[base + 3]! << 8) | data[base + 4]!;
  const pointers = base + (leaf ? 8 : 12);
  if (pointers + 2 * count > pager.usable) return void damaged(number, `${count} cells`, "as many as fit the page");
  return { number, data, wal: pager.inWal(number), pointers, count, leaf };
}
