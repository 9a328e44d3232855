/** Lines as the reader of letters gives them, measured: where they lie once the slope of the sheet is taken out. @module */
import type { OcrWord } from "@contraluz/core";

export interface Seg {
  readonly words: readonly OcrWord[];
  /** Left and right edge at the top of the sheet. */
  readonly x0: number;
  readonly x1: number;
  /** Middle of the line at the left edge of the sheet. */
  readonly y: number;
  /** Height of its words. */
  readonly h: number;
  readonly letters: number;
}

/** Pieces on one height, from left to right. */
export interface Row {
  readonly y: number;
  readonly segs: Seg[];
}

/** Side by side: hardly a dot of both lies on the same place across. */
export const beside = (a: Seg, b: Seg): boolean =>
  Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) < 0.2 * Math.min(a.h, b.h);

export const spans = (s: Seg, x: number): boolean => s.x0 < x && s.x1 > x;

/** Writing of about the same size. */
export const alike = (a: Seg, b: Seg): boolean => a.h < 1.5 * b.h && b.h < 1.5 * a.h;

/** Slope of a sheet beyond which nothing is believed: 4 degrees. */
const STEEPEST = 0.07;
/** Words of one line that stand higher or lower than their neighbour by so many heights of a line are of another. */
const APART = 0.9;

const middle = (v: readonly number[]): number => [...v].sort((a, b) => a - b)[v.length >> 1] ?? 0;

export interface Measured {
  /** In the order in which they came. */
  readonly segs: readonly Seg[];
  /** Of the usual line. */
  readonly height: number;
  /** How far lines fall on their way to the right; columns lean to the left by as much. */
  readonly slope: number;
}

export function segmentsOf(words: readonly OcrWord[]): Measured {
  const lines: OcrWord[][] = [];
  let last = -1;
  for (const w of words) {
    if (w.line !== last) lines.push([]);
    last = w.line;
    lines.at(-1)!.push(w);
  }
  const slope = slopeOf(lines);
  const height = middle(lines.filter((l) => l.length > 1).map((l) => middle(l.map((w) => w.h))));
  const segs = lines.flatMap((l) => level(l, slope, height)).map((l) => segOf(l, slope));
  return { segs, height: height || middle(segs.map((s) => s.h)), slope };
}

/** On sheets that lie askew what is given as one line may hold words of several: it is cut where the next word stands higher or lower. */
function level(line: readonly OcrWord[], slope: number, height: number): OcrWord[][] {
  const out: OcrWord[][] = [];
  let last: number | undefined;
  for (const w of line) {
    const y = w.y + w.h / 2 - slope * (w.x + w.w / 2);
    if (last === undefined || Math.abs(y - last) > APART * Math.max(height, w.h / 2)) out.push([]);
    out.at(-1)!.push(w);
    last = y;
  }
  return out;
}

export function segOf(words: readonly OcrWord[], slope: number): Seg {
  let [x0, x1, sum, letters] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
  for (const w of words) {
    const y = w.y + w.h / 2;
    x0 = Math.min(x0, w.x + slope * y);
    x1 = Math.max(x1, w.x + w.w + slope * y);
    sum += y - slope * (w.x + w.w / 2);
    letters += w.text.length;
  }
  return { words, x0, x1, y: sum / words.length, h: middle(words.map((w) => w.h)), letters };
}

/** Lines as rows: those on one height that lie beside each other are one. From top to bottom. */
export function rowsOf(segs: readonly Seg[], height: number): Row[] {
  const rows: Row[] = [];
  for (const s of [...segs].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    let row: Row | undefined;
    for (let i = rows.length - 1; i >= 0 && s.y - rows[i]!.y <= 0.55 * height; i--)
      if (rows[i]!.segs.every((x) => beside(x, s))) row = rows[i];
    if (row) {
      row.segs.push(s);
      row.segs.sort((a, b) => a.x0 - b.x0);
    } else rows.push({ y: s.y, segs: [s] });
  }
  return rows;
}

/** How far lines fall on their way to the right: the middle one of the slopes of long lines. */
function slopeOf(lines: readonly (readonly OcrWord[])[]): number {
  const slopes: number[] = [];
  for (const l of lines) {
    if (l.length < 4) continue;
    let [n, sx, sy, sxx, sxy] = [0, 0, 0, 0, 0];
    for (const w of l) {
      const [x, y] = [w.x + w.w / 2, w.y + w.h / 2];
      n++;
      sx += x;
      sy += y;
      sxx += x * x;
      sxy += x * y;
    }
    const spread = n * sxx - sx * sx;
    if (spread > 0) slopes.push((n * sxy - sx * sy) / spread);
  }
  const slope = slopes.length < 3 ? 0 : middle(slopes);
  return Math.abs(slope) > STEEPEST ? 0 : slope;
}
