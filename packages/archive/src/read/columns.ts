/**
 * Columns of running text, as newspapers have them. They are found by the white between them: a strip down the sheet on which hardly a word lies,
 * with lines of running text on both sides. What is wider than a column (a headline) parts those above it from those below.
 * @module
 */
import { isRunning } from "./running.ts";
import { type Measured, type Row, rowsOf, type Seg, segOf } from "./segments.ts";

/** Cells to the height of a line, across, and how many there are at most. */
const CELLS = 4;
const ACROSS = 4000;
/** Lines on both sides of a strip at least. */
const LEAST = 6;
/** Part of those lines that may run over it. */
const OVER = 0.25;
/** Width of a strip, in heights of a line. */
const WIDTH = 0.4;
/** What the line that is drawn between columns is read as. */
const DRAWN = /^[|¦![\]]+$/;
/** Letters of a line of a column, on the mean. */
const LONG = 12;
/** Part of a strip that is bare where a line is cut at it. */
const BARE = 0.6;
/** How far something reaches to both sides of a strip that parts columns: heights of a line. */
const REACH = 1.5;
/** Part of the width of its region, and size against the usual line, one of which it has where it stands among columns. */
const WIDE = 0.6;
const LARGE = 1.4;
/** Columns of a sheet. */
const MOST = 12;

interface Strip {
  readonly from: number;
  readonly to: number;
}

/** Rows in reading order; undefined for a sheet that has no columns of running text. */
export function columnsOf(m: Measured): readonly Row[] | undefined {
  if (m.height <= 0) return undefined;
  let strips = stripsOf(m);
  for (;;) {
    const cut = strips.length === 0 ? [] : cutAt(m, strips);
    const bad = strips.filter((_, i) => !isColumn(within(cut, strips, i)) || !isColumn(within(cut, strips, i + 1)));
    if (bad.length === 0) return strips.length === 0 ? undefined : inOrder(cut, strips, m.height);
    // White runs down through words of one column by chance, too: the narrowest is given up first.
    const least = bad.reduce((a, b) => (b.to - b.from < a.to - a.from ? b : a));
    strips = strips.filter((s) => s !== least);
  }
}

/** Running text whose lines are longer than a word. */
const isColumn = (segs: readonly Seg[]): boolean =>
  isRunning(segs) && segs.reduce((n, s) => n + s.letters, 0) >= LONG * segs.length;

/** White strips from left to right. */
function stripsOf({ segs, height, slope }: Measured): readonly Strip[] {
  const cell = height / CELLS;
  const words = segs.flatMap((s) => s.words.filter((w) => !DRAWN.test(w.text)).map((w) => segOf([w], slope)));
  let [left, right, top] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const w of words) [left, right, top] = [Math.min(left, w.x0), Math.max(right, w.x1), Math.min(top, w.y)];
  const across = Math.min(ACROSS, Math.ceil((right - left) / cell) + 1);
  if (!(across > 0)) return [];
  const bands = new Map<number, Uint8Array>();
  for (const seg of words) {
    const y = Math.round((seg.y - top) / (1.5 * height));
    let row = bands.get(y);
    if (!row) bands.set(y, (row = new Uint8Array(across)));
    row.fill(1, Math.max(0, Math.floor((seg.x0 - left) / cell)), Math.max(0, Math.ceil((seg.x1 - left) / cell)));
  }
  const [both, over] = [new Uint32Array(across), new Uint32Array(across)];
  for (const row of bands.values()) {
    const [first, last] = [row.indexOf(1), row.lastIndexOf(1)];
    for (let x = first; x <= last; x++) {
      both[x]!++;
      over[x]! += row[x]!;
    }
  }
  const out: Strip[] = [];
  for (let x = 0, from = -1; x <= across; x++) {
    const white = x < across && both[x]! >= LEAST && over[x]! <= OVER * both[x]!;
    if (white && from < 0) from = x;
    if (white || from < 0) continue;
    if ((x - from) * cell >= WIDTH * height) out.push({ from: left + from * cell, to: left + x * cell });
    from = -1;
  }
  return out.slice(0, MOST);
}

const middleOf = (s: Strip): number => (s.from + s.to) / 2;

/** Lines that were read on over a strip are two, and the line that is drawn between columns is no letter. A headline stays whole. */
function cutAt({ segs, slope, height }: Measured, strips: readonly Strip[]): readonly Seg[] {
  const out: Seg[] = [];
  for (const s of segs) {
    if (s.h > LARGE * height) {
      out.push(s);
      continue;
    }
    let words = s.words.map((w) => ({ w, seg: segOf([w], slope) })).filter((x) => !isDrawn(x.seg, strips));
    for (const strip of strips) {
      const at = words.findIndex(({ seg }) => seg.x0 > middleOf(strip));
      if (at < 1) continue;
      const white = words[at]!.seg.x0 - Math.max(...words.slice(0, at).map(({ seg }) => seg.x1));
      if (white < BARE * (strip.to - strip.from)) continue;
      out.push(
        segOf(
          words.slice(0, at).map(({ w }) => w),
          slope,
        ),
      );
      words = words.slice(at);
    }
    if (words.length === s.words.length) out.push(s);
    else if (words.length > 0)
      out.push(
        segOf(
          words.map(({ w }) => w),
          slope,
        ),
      );
  }
  return out;
}

const isDrawn = (s: Seg, strips: readonly Strip[]): boolean =>
  DRAWN.test(s.words[0]!.text) && strips.some((p) => s.x1 > p.from && s.x0 < p.to);

/** Lines between the strips `i - 1` and `i`. */
function within(segs: readonly Seg[], strips: readonly Strip[], i: number): readonly Seg[] {
  const from = i === 0 ? Number.NEGATIVE_INFINITY : middleOf(strips[i - 1]!);
  const to = i === strips.length ? Number.POSITIVE_INFINITY : middleOf(strips[i]!);
  const inside = segs.filter((s) => s.x0 > from && s.x1 < to);
  return inside.length < LEAST ? [] : inside;
}

const reaches = (s: Seg, strip: Strip, by: number): boolean =>
  s.x0 < middleOf(strip) - by && s.x1 > middleOf(strip) + by;

/** Columns one behind the other, from one headline to the next. */
function inOrder(segs: readonly Seg[], strips: readonly Strip[], height: number): readonly Row[] {
  if (strips.length === 0 || segs.length < 2) return rowsOf(segs, height);
  const rank = (s: Strip): number => segs.filter((x) => reaches(x, s, REACH * height)).length;
  const at = strips.map(rank).reduce((best, n, i, all) => (n < all[best]! ? i : best), 0);
  const strip = strips[at]!;
  const [x0, x1] = [Math.min(...segs.map((s) => s.x0)), Math.max(...segs.map((s) => s.x1))];
  const isHead = (s: Seg): boolean =>
    reaches(s, strip, REACH * height) &&
    (s.x1 - s.x0 > WIDE * (x1 - x0) ||
      s.h > LARGE * height ||
      segs.filter((x) => x.y < s.y && !reaches(x, strip, 0)).length < LEAST);
  const out: Row[] = [];
  let [group, heads]: [Seg[], boolean] = [[], false];
  const flush = (): void => {
    if (heads)
      out.push(
        ...inOrder(
          group,
          strips.filter((_, i) => i !== at),
          height,
        ),
      );
    else {
      const side = (s: Seg): boolean => (s.x0 + s.x1) / 2 < middleOf(strip);
      out.push(...inOrder(group.filter(side), strips.slice(0, at), height));
      out.push(
        ...inOrder(
          group.filter((s) => !side(s)),
          strips.slice(at + 1),
          height,
        ),
      );
    }
    group = [];
  };
  for (const s of [...segs].sort((a, b) => a.y - b.y)) {
    const head = isHead(s);
    if (group.length > 0 && head !== heads) flush();
    heads = head;
    group.push(s);
  }
  flush();
  return out;
}
