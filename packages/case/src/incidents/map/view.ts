/**
 * From degrees to the paper: an equirectangular projection whose middle parallel keeps its length. On a map of some hundred kilometres
 * distances are right to a few percent; on one of a whole country the scale bar holds for its middle.
 * @module
 */
import type { Point } from "./outline.ts";

/** Metres of a degree of latitude, on average. */
export const DEGREE = 111_200;

export interface View {
  readonly width: number;
  readonly height: number;
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
  /** Units of the drawing per metre. */
  readonly scale: number;
  x(lon: number): number;
  y(lat: number): number;
}

/** Degrees around a single point, and of free space around all of them. */
const LEAST = 0.25;
const MARGIN = 0.14;

/** A view of these points, each with what it is imprecise by (metres). Undefined where there is none. */
export function viewOf(
  points: readonly { readonly lat: number; readonly lon: number; readonly within?: number }[],
  width: number,
  height: number,
): View | undefined {
  if (points.length === 0) return undefined;
  let [west, east, south, north] = [180, -180, 90, -90];
  for (const p of points) {
    // A circle that would fill the map by itself does not say what is drawn.
    const r = Math.min(p.within ?? 0, 300_000) / DEGREE;
    const k = Math.max(0.05, Math.cos((p.lat * Math.PI) / 180));
    west = Math.min(west, p.lon - r / k);
    east = Math.max(east, p.lon + r / k);
    south = Math.min(south, p.lat - r);
    north = Math.max(north, p.lat + r);
  }
  const [lon, lat] = [(west + east) / 2, (south + north) / 2];
  const k = Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  // Both in degrees of latitude.
  const across = Math.max(LEAST, (east - west) * k) * (1 + 2 * MARGIN);
  const down = Math.max(LEAST, north - south) * (1 + 2 * MARGIN);
  const degree = Math.min(width / across, height / down);
  return {
    width,
    height,
    west: lon - width / degree / k / 2,
    east: lon + width / degree / k / 2,
    south: lat - height / degree / 2,
    north: lat + height / degree / 2,
    scale: degree / DEGREE,
    x: (x) => width / 2 + (x - lon) * k * degree,
    y: (y) => height / 2 - (y - lat) * degree,
  };
}

/** The part of a ring that lies in the view, and a little beyond it: its edge does not show. */
export function clipRing(ring: readonly Point[], v: View): readonly Point[] {
  const [dx, dy] = [(v.east - v.west) * 0.05, (v.north - v.south) * 0.05];
  const sides: readonly ((p: Point) => number)[] = [
    (p) => p[0] - (v.west - dx),
    (p) => v.east + dx - p[0],
    (p) => p[1] - (v.south - dy),
    (p) => v.north + dy - p[1],
  ];
  let out = ring;
  for (const inside of sides) {
    const from = out;
    const kept: Point[] = [];
    for (const [i, p] of from.entries()) {
      const q = from[(i + from.length - 1) % from.length]!;
      const [a, b] = [inside(q), inside(p)];
      if (a * b < 0) kept.push([q[0] + (a / (a - b)) * (p[0] - q[0]), q[1] + (a / (a - b)) * (p[1] - q[1])]);
      if (b >= 0) kept.push(p);
    }
    out = kept;
    if (out.length === 0) break;
  }
  return out;
}

/** Lines of the grid: round degrees, three to seven of them. */
export function gridOf(from: number, to: number): readonly number[] {
  const steps = [30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01];
  const step = steps.find((s) => (to - from) / s >= 3) ?? 0.01;
  const out: number[] = [];
  for (let n = Math.ceil(from / step); n * step <= to; n++) out.push(Math.round(n * step * 100) / 100);
  return out;
}

/** The longest round length (metres) that takes at most so many units. */
export function roundLength(units: number, scale: number): number {
  const most = units / scale;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return power * ([5, 2, 1].find((n) => n * power <= most) ?? 1);
}
