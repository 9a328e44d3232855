/**
 * A sheet that was laid askew into the scanner, laid straight. Tesseract follows lines that fall or rise, but takes columns side by side for one where
 * they lie askew, and lines of two columns for one. Places are given back as they are on the sheet.
 * @module
 */
import type { Gray } from "./sheet.ts";

type Box = readonly [number, number, number, number];

export interface Straight {
  readonly sheet: Gray;
  /** A box of the straight sheet on the sheet as it was. */
  readonly back: (box: Box) => Box;
}

/** Angles that are looked for, as rise over run: 3.5 degrees; steps of the first look and of the second. */
const STEEPEST = 0.061;
const STEP = 0.005;
const FINE = 0.001;
/** Less than 1.6 degrees is left as it is: lines are followed there, and drawing the dots anew costs letters (measured both ways). */
const LEAST = 0.028;
/** Lines must stand out so much more than they do on the sheet as it is. */
const BETTER = 1.3;
/** Points of ink that are looked at, at most, and darkness from which a point is ink. */
const POINTS = 60_000;
const INK = 128;
/** Points below which a sheet has no lines. */
const FEW = 500;

interface Points {
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly count: number;
}

/** The sheet itself where it lies straight, or nobody can tell. */
export function straightened(s: Gray): Straight {
  const rise = riseOf(s);
  return rise === 0 ? { sheet: s, back: (box) => box } : rotated(s, rise);
}

/** How far lines fall on their way to the right, as a part of the way; 0 where that is little or nobody can tell. */
export function riseOf(s: Gray): number {
  const points = inkOf(s);
  if (points.count < FEW) return 0;
  // Lines lie across, or the whole sheet lies on its side: the angle is the same.
  const [across, down] = [bestOf(points, s.height, 1), bestOf({ ...points, x: points.y, y: points.x }, s.width, -1)];
  const { rise, most, flat } = across.most >= down.most ? across : down;
  return most < BETTER * flat || Math.abs(rise) < LEAST ? 0 : rise;
}

/** Dark dots, one of so many. */
function inkOf(s: Gray): Points {
  const dark: number[] = [];
  let step = 1;
  while ((s.width * s.height) / step > 40 * POINTS) step++;
  for (let k = 0; k < s.gray.length; k += step) if (s.gray[k]! < INK) dark.push(k);
  const by = Math.max(1, Math.ceil(dark.length / POINTS));
  const count = Math.floor(dark.length / by);
  const [x, y] = [new Int32Array(count), new Int32Array(count)];
  for (let i = 0; i < count; i++) {
    const k = dark[i * by]!;
    x[i] = k % s.width;
    y[i] = Math.floor(k / s.width);
  }
  return { x, y, count };
}

interface Angle {
  readonly rise: number;
  /** How much lines stand out at this angle, and as the sheet is. */
  readonly most: number;
  readonly flat: number;
}

/** The angle at which lines of ink stand out most. */
function bestOf(p: Points, size: number, sign: 1 | -1): Angle {
  const flat = standOut(p, size, 0);
  let [rise, most] = [0, flat];
  const tryAt = (r: number): void => {
    const v = standOut(p, size, sign * r);
    if (v > most) [rise, most] = [r, v];
  };
  for (let r = -STEEPEST; r <= STEEPEST; r += STEP) tryAt(r);
  const rough = rise;
  for (let r = rough - STEP; r <= rough + STEP; r += FINE) tryAt(r);
  return { rise, most, flat };
}

/** Ink by rows of two dots that fall by `rise`: how much neighbours differ. */
function standOut(p: Points, size: number, rise: number): number {
  const rows = new Int32Array(Math.ceil((size * (1 + 2 * STEEPEST)) / 2) + 4096);
  for (let i = 0; i < p.count; i++) {
    const row = ((p.y[i]! - rise * p.x[i]!) >> 1) + 1024;
    if (row >= 0 && row < rows.length) rows[row]!++;
  }
  let sum = 0;
  for (let i = 1; i < rows.length; i++) sum += (rows[i]! - rows[i - 1]!) ** 2;
  return sum;
}

/** Part of the ink that may be turned out of the sheet: specks at its edges. */
const OUT = 0.001;

/** Whether something stands so near to the edges that it would be turned out of a sheet of the same size. */
function reachesOut(s: Gray, cos: number, sin: number): boolean {
  const { x, y, count } = inkOf(s);
  let out = 0;
  for (let i = 0; i < count; i++) {
    const [dx, dy] = [x[i]! - s.width / 2, y[i]! - s.height / 2];
    if (Math.abs(cos * dx + sin * dy) > s.width / 2 || Math.abs(cos * dy - sin * dx) > s.height / 2) out++;
  }
  return out > OUT * count;
}

/** Turned about its middle; on a larger sheet where something would be lost, else its edges are left behind. What comes in at the corners is white. */
function rotated(s: Gray, rise: number): Straight {
  const angle = Math.atan(rise);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const { width: w, height: h, gray } = s;
  const whole = reachesOut(s, cos, sin) ? Math.abs(sin) : 0;
  const [width, height] = [Math.ceil(w * (whole ? cos : 1) + h * whole), Math.ceil(h * (whole ? cos : 1) + w * whole)];
  const out = new Uint8Array(width * height).fill(255);
  const [fromX, fromY] = [width / 2, height / 2];
  for (let y = 0, k = 0; y < height; y++) {
    let sx = cos * (0 - fromX) - sin * (y - fromY) + w / 2;
    let sy = sin * (0 - fromX) + cos * (y - fromY) + h / 2;
    for (let x = 0; x < width; x++, k++, sx += cos, sy += sin) {
      if (sx < 0 || sy < 0 || sx >= w - 1 || sy >= h - 1) continue;
      const [ix, iy] = [sx | 0, sy | 0];
      const [fx, fy, at] = [sx - ix, sy - iy, iy * w + ix];
      const top = gray[at]! + (gray[at + 1]! - gray[at]!) * fx;
      const low = gray[at + w]! + (gray[at + w + 1]! - gray[at + w]!) * fx;
      out[k] = top + (low - top) * fy;
    }
  }
  const point = (x: number, y: number): readonly [number, number] => [
    cos * (x - fromX) - sin * (y - fromY) + w / 2,
    sin * (x - fromX) + cos * (y - fromY) + h / 2,
  ];
  const back = ([x0, y0, x1, y1]: Box): Box => {
    // A word is low and long: its ends, at the middle of its height, tell where it lies; its height stays.
    const [a, b] = [point(x0, (y0 + y1) / 2), point(x1, (y0 + y1) / 2)];
    const [c, d] = [point((x0 + x1) / 2, y0), point((x0 + x1) / 2, y1)];
    const fit = (v: number, most: number): number => Math.max(0, Math.min(most, Math.round(v)));
    return [
      fit(Math.min(a[0], c[0], d[0]), w),
      fit(Math.min(a[1], b[1], c[1]), h),
      fit(Math.max(b[0], c[0], d[0]), w),
      fit(Math.max(a[1], b[1], d[1]), h),
    ];
  };
  return { sheet: { width, height, gray: out }, back };
}
