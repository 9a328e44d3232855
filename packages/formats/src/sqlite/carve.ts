/**
 * Free space inside table leaves: freeblocks and the gap between the cell pointers and the first cell
 * ("Database File Format", section 1.6).
 * @module
 */
import { beheadedCell, type Cell, lacksType, tornCell, wholeCell, work } from "./cell.ts";
import { serialLength, varintLength } from "./record.ts";
import type { Shape } from "./shape.ts";

const TABLE_LEAF = 0x0d;

/** A page image that may be a table leaf. `base`: 100 on page 1. */
export interface Leaf {
  readonly data: Uint8Array;
  readonly base: number;
  readonly usable: number;
}

/** Number of cells, or -1 if the image is no table leaf. */
export function leafCells({ data, base, usable }: Leaf): number {
  if (data[base] !== TABLE_LEAF) return -1;
  const count = (data[base + 3]! << 8) | data[base + 4]!;
  return base + 8 + 2 * count > usable ? -1 : count;
}

/** The cells that the pointers of a leaf lead to, those of them that are whole. */
export function cellsOf({ data, base, usable }: Leaf, count: number): Cell[] {
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

/** Bytes of the rowid of the first cell: its neighbours have rowids of about that size. */
export function rowWidth({ data, base }: Leaf, count: number): number {
  if (count === 0) return 0;
  const start = (data[base + 8]! << 8) | data[base + 9]!;
  return varintLength(data, start + varintLength(data, start));
}

/** Part of a page that holds no cell. `block`: it is a freeblock, whose first bytes are its own. */
export interface Region {
  readonly start: number;
  readonly end: number;
  readonly block: boolean;
}

/** The free regions of a leaf of `count` cells, as far as its header is sound. */
export function regionsOf({ data, base, usable }: Leaf, count: number): Region[] {
  const out: Region[] = [];
  const top = base + 8 + 2 * count;
  const content = (data[base + 5]! << 8) | data[base + 6]! || 65_536;
  if (content > top && content <= usable) out.push({ start: top, end: content, block: false });
  let at = (data[base + 1]! << 8) | data[base + 2]!;
  let last = top;
  while (at >= last && at + 4 <= usable) {
    const size = (data[at + 2]! << 8) | data[at + 3]!;
    if (size < 4 || at + size > usable) break;
    if (size > 4) out.push({ start: at, end: at + size, block: true });
    last = at + size;
    at = (data[at]! << 8) | data[at + 1]!;
  }
  return out;
}

/** What decides about a cell that was found: whether it can be a row, and of which table. */
export interface Judge {
  /** The table that beheaded cells are read as. */
  readonly owner: Shape | undefined;
  /** Bytes that rowids of the page take, or 0. */
  readonly rowWidth: number;
  /** True if the cell is a row of a table: then the search goes on behind it. */
  take(cell: Cell, region: Region): boolean;
  /** True if the texts of the cell are texts. */
  readable(cell: Cell): boolean;
}

/** Cells behind each other that are followed at once: a page of 65,536 bytes has room for ten thousand, the stack has not. */
const DEPTH = 200;

/**
 * Tells of a place whether from there on the region is nothing but cells, whole or beheaded; three bytes between them are too
 * few for a freeblock. Each place is settled once; what lies too deep is settled from there, and then the places before it.
 */
function tiling(
  d: Uint8Array,
  end: number,
  usable: number,
  owner: Shape | undefined,
  rowWidth: number,
): (at: number) => boolean {
  const known = new Map<number, boolean>();
  let depth = 0;
  /** A place that lies too deep: whatever is said of those before it does not count yet. */
  let deep = -1;
  const look = (at: number): boolean => {
    if (at === end) return true;
    if (at > end || deep >= 0) return false;
    const told = known.get(at);
    if (told !== undefined) return told;
    if (depth >= DEPTH) {
      deep = at;
      return false;
    }
    depth++;
    let is = wholeCell(d, at, end, usable) !== undefined;
    if (!is && owner !== undefined) {
      is = beheadedCell(d, at, end, usable, owner, rowWidth, look) !== undefined;
      if (!is && deep < 0 && strong(owner))
        is = end - at <= 3 || [1, 2, 3].some((k) => wholeCell(d, at + k, end, usable) !== undefined);
    }
    depth--;
    if (deep < 0) known.set(at, is);
    return is;
  };
  return (at) => {
    const open = [at];
    for (;;) {
      deep = -1;
      const is = look(open[open.length - 1]!);
      if (deep < 0) {
        open.pop();
        if (open.length === 0) return is;
      } else if (work.left <= 0) return false;
      else open.push(deep);
    }
  };
}

/** Finds cells in a region, from its start to its end, within the steps that `work` leaves. */
export function carve(d: Uint8Array, region: Region, usable: number, judge: Judge): void {
  const { start, end, block } = region;
  const { owner, rowWidth } = judge;
  let p = start;
  /** Where a cell could start whose head is lost. */
  let anchor = block ? start : -1;
  const tiles = tiling(d, end, usable, owner, rowWidth);
  while (p < end - 3) {
    const anchored = owner !== undefined && anchor >= 0 && p - anchor <= 3;
    if (p !== start || !block) {
      // No cell starts with a zero, but a block that was joined to this one does where it was the last of its page.
      if (d[p] === 0 && !(p === anchor && wasBlock(d, p, end))) {
        p++;
        continue;
      }
      const cell = wholeCell(d, p, end, usable);
      // A younger cell that was written over the tail of another one starts inside it, so that none starts at its end.
      if (cell !== undefined && judge.readable(cell) && tiles(cell.end) && judge.take(cell, region)) {
        p = cell.end;
        if (block) anchor = p;
        continue;
      }
    }
    if (anchored) {
      const cell =
        beheadedCell(d, p, end, usable, owner, rowWidth, tiles) ??
        (p === start ? tornCell(d, p, end, owner) : undefined);
      const guessed = p !== start && d[p] === 0 && cell !== undefined && lacksType(cell);
      if (cell !== undefined && !guessed && judge.readable(cell) && judge.take(cell, region)) {
        p = anchor = cell.end;
        continue;
      }
    }
    p++;
  }
}

/** What is left of the head of a freeblock: the next one lies behind it, and it ended inside the region. */
function wasBlock(d: Uint8Array, p: number, end: number): boolean {
  const next = (d[p]! << 8) | d[p + 1]!;
  const size = (d[p + 2]! << 8) | d[p + 3]!;
  return size >= 4 && p + size <= end && (next === 0 || next >= p + size);
}

/** A record of so many columns is not met by chance. */
const strong = (shape: Shape): boolean => shape.allowed.length >= 4;

/** Whether the texts that stand on the page are valid and hold no control characters but tab and line ends. */
export function readableTexts(d: Uint8Array, cell: Cell, utf8: boolean): boolean {
  let at = cell.body;
  for (const type of cell.types) {
    const to = at + serialLength(type);
    if (type >= 13 && type % 2 === 1) {
      if (!utf8 && serialLength(type) % 2 === 1) return false;
      if (utf8 && !isText(d, at, Math.min(to, cell.bodyEnd), to > cell.bodyEnd)) return false;
    }
    at = to;
  }
  return true;
}

function isText(d: Uint8Array, from: number, to: number, cut: boolean): boolean {
  for (let i = from; i < to; ) {
    const b = d[i++]!;
    if (b < 0x80) {
      if (b < 0x20 && b !== 9 && b !== 10 && b !== 13) return false;
      continue;
    }
    if (b < 0xc2 || b > 0xf4) return false;
    for (let more = b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3; more > 0; more--) {
      if (i >= to) return cut;
      if ((d[i++]! & 0xc0) !== 0x80) return false;
    }
  }
  return true;
}
