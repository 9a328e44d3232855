/**
 * The lines of a sheet in the order in which a person reads them. The reader of letters looks for columns, and takes the times of a log, or the
 * second half of a list, for a column of its own: then what happened stands far from when. Here rows are put together again, by the places of
 * the words alone: lines on the height of each other are one row where they are cells, or pieces of a torn line, and stay apart where two columns
 * of running text lie side by side.
 * @module
 */
import type { OcrWord } from "@contraluz/core";
import { columnsOf } from "./columns.ts";
import { glued } from "./glue.ts";
import { isRunning } from "./running.ts";
import { beside, type Row, type Seg, segmentsOf } from "./segments.ts";
import { mended } from "./torn.ts";

/** A sheet of more lines is left as it came. */
const MOST = 2000;
/** Part of the shorter of two columns that must have a partner on its height. */
const ALIGNED = 0.6;
/** Rows that were put together, and the part of the letters of a sheet in one block, from which the sheet is one table. */
const TABLE = 3;
const WHOLE = 0.8;
/** Part of the narrower of two lines that lies over or under the other in one column, and part of the places where that must be so. */
const SHARED = 0.5;
const MOSTLY = 0.8;
/** Letters that are no text yet. */
const SPECK = 4;
/** How far around, in heights of a line, a block is looked at where little of it lies beside. */
const NEAR = 8;

interface Block {
  readonly rows: Row[];
  /** Rows that were put together from columns. */
  joined: number;
}

export interface Ordered {
  readonly rows: readonly (readonly OcrWord[])[];
  /** Nearly all of the sheet is one table, and the reader of letters took it apart: cells of it may have been lost on the way. */
  readonly parted: boolean;
}

/** Rows of words, each from left to right. */
export function ordered(words: readonly OcrWord[]): Ordered {
  const measured = segmentsOf(words);
  const { segs, height } = measured;
  if (segs.length > MOST || segs.length < 2) return { rows: segs.map((s) => s.words), parted: false };
  const columns = columnsOf(measured);
  if (columns) return { rows: columns.map((r) => glued(r.segs)), parted: false };
  const blocks: Block[] = [];
  for (const run of runsOf(mended(segs, height))) {
    let best: { readonly block: Block; readonly pairs: readonly Pair[] } | undefined;
    for (const block of blocks) {
      const pairs = pairsOf(block, run, height);
      if (pairs.length > (best?.pairs.length ?? 0)) best = { block, pairs };
    }
    if (best && isTable(best.block, run, best.pairs, height)) {
      join(best.block, run, best.pairs);
      best.block.joined += best.pairs.length;
      continue;
    }
    const around = blocks.find((b) => isStacked(b, run, height));
    if (around) join(around, run, []);
    else blocks.push({ rows: run.map((s) => ({ y: s.y, segs: [s] })), joined: 0 });
  }
  const rows = blocks.flatMap((b) => b.rows.map((r) => glued(r.segs)));
  const all = segs.reduce((n, s) => n + s.letters, 0);
  return { rows, parted: blocks.some((b) => b.joined >= TABLE && lettersOf(b) >= WHOLE * all) };
}

const lettersOf = (b: Block): number => b.rows.reduce((n, r) => n + r.segs.reduce((m, s) => m + s.letters, 0), 0);

/** Lines that follow each other down the sheet: where reading goes up again, or to the side, another run begins. */
function runsOf(segs: readonly Seg[]): Seg[][] {
  const runs: Seg[][] = [];
  let last: Seg | undefined;
  for (const s of segs) {
    if (!last || s.y < last.y + Math.min(s.h, last.h) * 0.5 || beside(s, last)) runs.push([]);
    runs.at(-1)!.push(s);
    last = s;
  }
  return runs;
}

interface Pair {
  readonly seg: Seg;
  readonly row: Row;
}

/** Lines of a run with the rows of a block on whose height they are, where there is room for them. */
function pairsOf(block: Block, run: readonly Seg[], height: number): Pair[] {
  const out: Pair[] = [];
  for (const seg of run) {
    let best: Row | undefined;
    for (const row of block.rows) {
      const off = Math.abs(row.y - seg.y);
      if (off > height * 0.55 || (best && off >= Math.abs(best.y - seg.y))) continue;
      if (row.segs.every((s) => beside(s, seg))) best = row;
    }
    if (best) out.push({ seg, row: best });
  }
  return out;
}

/**
 * True where a run belongs to the column of the block: it stands above it, or between its lines, and wherever one follows the other they lie on the
 * same place across.
 */
function isStacked(block: Block, run: readonly Seg[], height: number): boolean {
  if (run[0]!.y > block.rows.at(-1)!.y) return false;
  const own = new Set(run);
  // Stamps and specks say nothing of columns.
  const isText = (s: Seg): boolean => s.letters > SPECK && s.h < 2 * height;
  const all = [...run, ...block.rows.flatMap((r) => r.segs)].filter(isText).sort((a, b) => a.y - b.y);
  let [met, fits] = [0, 0];
  for (let i = 1; i < all.length; i++) {
    const [a, b] = [all[i - 1]!, all[i]!];
    if (own.has(a) === own.has(b)) continue;
    met++;
    const shared = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
    if (b.y - a.y > 0.7 * height && shared > SHARED * Math.min(a.x1 - a.x0, b.x1 - b.x0)) fits++;
  }
  return met > 0 && fits >= met * MOSTLY;
}

function isTable(block: Block, run: readonly Seg[], pairs: readonly Pair[], height: number): boolean {
  const [top, bottom] = [run[0]!, run.at(-1)!];
  // Of each row the piece that lies next to the run.
  const nextTo = (by: number): Seg[] =>
    block.rows
      .filter((r) => r.y >= top.y - by && r.y <= bottom.y + by)
      .map((r) => r.segs.reduce((a, b) => (gap(b, top) < gap(a, top) ? b : a)));
  const left = nextTo(height);
  const right = run.filter((s) => left.some((l) => Math.abs(l.y - s.y) <= height));
  if (pairs.length < ALIGNED * Math.min(left.length, right.length)) return false;
  // One or two lines on a height may be chance, as a stamp beside a text is.
  if (pairs.length < TABLE) return !isRunning(nextTo(NEAR * height)) && !isRunning(run);
  return !(isRunning(left) && isRunning(right));
}

const gap = (a: Seg, b: Seg): number => Math.max(a.x0, b.x0) - Math.min(a.x1, b.x1);

function join(block: Block, run: readonly Seg[], pairs: readonly Pair[]): void {
  const partner = new Map(pairs.map((p) => [p.seg, p.row]));
  for (const s of run) {
    const row = partner.get(s);
    // Two pieces of a run may have found the same row: the second is looked at again.
    if (row?.segs.every((x) => beside(x, s))) {
      row.segs.push(s);
      row.segs.sort((a, b) => a.x0 - b.x0);
    } else block.rows.push({ y: s.y, segs: [s] });
  }
  block.rows.sort((a, b) => a.y - b.y);
}
