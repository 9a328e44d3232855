/** What a sheet of gray looks like, before anybody reads it. @module */

export interface Gray {
  readonly width: number;
  readonly height: number;
  readonly gray: Uint8Array;
}

/** Side of the squares whose brightest dots are taken for the tone of the paper. */
export const SQUARE = 32;
/** So much darker than the paper around is ink. */
const INK = 60;

export interface Look {
  /** Part of the dots that are ink, 0 to 1. */
  readonly ink: number;
  /** Mean of all dots, 0 to 255. */
  readonly mean: number;
  /** How much rows differ in ink against how much columns do: above 1, lines of writing lie across. */
  readonly across: number;
}

/** Tone of the paper in each square: of its dots the one that one in eight is brighter than. */
export function paperOf(s: Gray): { readonly cols: number; readonly rows: number; readonly tone: Uint8Array } {
  const cols = Math.ceil(s.width / SQUARE);
  const rows = Math.ceil(s.height / SQUARE);
  const tone = new Uint8Array(cols * rows);
  const counts = new Uint16Array(256);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < cols; c++) {
      counts.fill(0);
      const [x1, y1] = [Math.min(s.width, (c + 1) * SQUARE), Math.min(s.height, (r + 1) * SQUARE)];
      let n = 0;
      for (let y = r * SQUARE; y < y1; y += 2)
        for (let x = c * SQUARE, k = y * s.width + x; x < x1; x += 2, k += 2) {
          counts[s.gray[k]!]!++;
          n++;
        }
      let left = n >> 3;
      let v = 255;
      while (v > 0 && (left -= counts[v]!) >= 0) v--;
      tone[r * cols + c] = v;
    }
  return { cols, rows, tone };
}

export function look(s: Gray): Look {
  const { cols, tone } = paperOf(s);
  const byRow = new Float64Array(s.height);
  const byColumn = new Float64Array(s.width);
  let [ink, sum] = [0, 0];
  for (let y = 0, k = 0; y < s.height; y++)
    for (let x = 0; x < s.width; x++, k++) {
      const v = s.gray[k]!;
      sum += v;
      if (tone[((y / SQUARE) | 0) * cols + ((x / SQUARE) | 0)]! - v < INK) continue;
      ink++;
      byRow[y]!++;
      byColumn[x]!++;
    }
  const n = s.width * s.height;
  return { ink: ink / n, mean: sum / n, across: wave(byRow) / Math.max(1e-9, wave(byColumn)) };
}

/** Squares to the width of a sheet, the part of their dots that makes them count as touched, and the tone below which dots do. */
const ACROSS = 54;
const TOUCHED = 1 / 170;
const FAINT = 195;

/** Part of the squares of a cleaned sheet on which something faint or dark lies: holes and folds touch few, writing touches many. */
export function spread(s: Gray): number {
  const side = Math.max(4, Math.round(s.width / ACROSS));
  const cols = Math.ceil(s.width / side);
  const dots = new Uint32Array(cols * Math.ceil(s.height / side));
  for (let y = 0, k = 0; y < s.height; y++)
    for (let x = 0; x < s.width; x++, k++)
      if (s.gray[k]! < FAINT) dots[Math.floor(y / side) * cols + Math.floor(x / side)]!++;
  let n = 0;
  for (const v of dots) if (v >= side * side * TOUCHED && v > 1) n++;
  return n / Math.max(1, dots.length);
}

/** How much neighbours differ, against the mean: writing makes stripes. */
function wave(v: Float64Array): number {
  let [sum, diff] = [0, 0];
  const step = 4;
  for (let i = 0; i < v.length; i++) {
    sum += v[i]!;
    if (i >= step) diff += Math.abs(v[i]! - v[i - step]!);
  }
  return sum === 0 ? 0 : diff / sum;
}

/** Part of the dots of a box that are ink, and the mean of the box. */
export function lookAt(s: Gray, box: readonly number[], paper = 255): { ink: number; mean: number; dark: number } {
  const x0 = Math.max(0, Math.floor(box[0]!));
  const y0 = Math.max(0, Math.floor(box[1]!));
  const x1 = Math.min(s.width, Math.ceil(box[2]!));
  const y1 = Math.min(s.height, Math.ceil(box[3]!));
  let [n, sum, ink, dark] = [0, 0, 0, 0];
  for (let y = y0; y < y1; y++)
    for (let x = x0, k = y * s.width + x0; x < x1; x++, k++) {
      const v = s.gray[k]!;
      n++;
      sum += v;
      if (paper - v >= INK) ink++;
      if (v < 70) dark++;
    }
  return n === 0 ? { ink: 0, mean: paper, dark: 0 } : { ink: ink / n, mean: sum / n, dark: dark / n };
}

/** Turned clockwise by so many quarters. */
export function turned(s: Gray, quarters: number): Gray {
  const { width: w, height: h, gray } = s;
  if (quarters === 0) return s;
  const out = new Uint8Array(w * h);
  if (quarters === 2) {
    for (let k = 0, n = w * h; k < n; k++) out[n - 1 - k] = gray[k]!;
    return { width: w, height: h, gray: out };
  }
  for (let y = 0, k = 0; y < h; y++)
    for (let x = 0; x < w; x++, k++) out[quarters === 1 ? x * h + (h - 1 - y) : (w - 1 - x) * h + y] = gray[k]!;
  return { width: h, height: w, gray: out };
}

/** A box of the turned sheet on the sheet as it was; `w`, `h` of that. */
export function turnedBack(
  box: readonly [number, number, number, number],
  quarters: number,
  w: number,
  h: number,
): [number, number, number, number] {
  const [x0, y0, x1, y1] = box;
  if (quarters === 1) return [y0, h - x1, y1, h - x0];
  if (quarters === 2) return [w - x1, h - y1, w - x0, h - y0];
  if (quarters === 3) return [w - y1, x0, w - y0, x1];
  return [x0, y0, x1, y1];
}
