/**
 * Makes the outline of the map of incidents: `node tools/run.js tools/map-outline.ts countries-10m.json`
 *
 * Input: `countries-10m.json` of the npm package world-atlas 2.0.2, which holds Natural Earth 4.1.0, scale 1:10m (public domain). Borders that
 * two countries share are made coarser once, so that both keep the same line; islands too small for a page are left out.
 * @module
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

type Point = readonly [number, number];

interface Topology {
  readonly transform: { readonly scale: Point; readonly translate: Point };
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  readonly objects: {
    readonly countries: {
      readonly geometries: readonly {
        readonly type: "Polygon" | "MultiPolygon";
        readonly properties: { readonly name: string };
        readonly arcs: never;
      }[];
    };
  };
}

/** West, south, east, north: from the Darién to the border with the United States. */
const BOX = [-118.6, 6.6, -76.2, 33.4] as const;
const COUNTRIES: readonly (readonly [string, string])[] = [
  ["Mexico", "MX"],
  ["Guatemala", "GT"],
  ["Belize", "BZ"],
  ["El Salvador", "SV"],
  ["Honduras", "HN"],
  ["Nicaragua", "NI"],
  ["Costa Rica", "CR"],
  ["Panama", "PA"],
  ["United States of America", "US"],
  ["Colombia", "CO"],
  ["Cuba", "CU"],
  ["Jamaica", "JM"],
];
/** Degrees: about 1 km, and an island of some 60 km². */
const TOLERANCE = 0.009;
const SMALLEST = 0.005;
/** Steps of a degree. */
const GRID = 100;

const topology = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Topology;
const { scale, translate } = topology.transform;

function arcOf(arc: Topology["arcs"][number]): Point[] {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

function distance([px, py]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}

/** Douglas and Peucker: no point that is left out lies further away than the tolerance. */
function coarser(points: readonly Point[]): Point[] {
  if (points.length < 3) return [...points];
  let [worst, at] = [0, 0];
  for (let i = 1; i < points.length - 1; i++) {
    const d = distance(points[i]!, points[0]!, points.at(-1)!);
    if (d > worst) [worst, at] = [d, i];
  }
  if (worst <= TOLERANCE) return [points[0]!, points.at(-1)!];
  return [...coarser(points.slice(0, at + 1)).slice(0, -1), ...coarser(points.slice(at))];
}

/** Sutherland and Hodgman: the part of a ring that lies in the box. */
function clip(ring: readonly Point[]): Point[] {
  const sides: readonly (readonly [(p: Point) => number, 0 | 1, number])[] = [
    [(p) => p[0] - BOX[0], 0, BOX[0]],
    [(p) => BOX[2] - p[0], 0, BOX[2]],
    [(p) => p[1] - BOX[1], 1, BOX[1]],
    [(p) => BOX[3] - p[1], 1, BOX[3]],
  ];
  let out = [...ring];
  for (const [inside] of sides) {
    const from = out;
    out = [];
    for (const [i, p] of from.entries()) {
      const q = from[(i + from.length - 1) % from.length]!;
      const [a, b] = [inside(q), inside(p)];
      if (a * b < 0) {
        const t = a / (a - b);
        out.push([q[0] + t * (p[0] - q[0]), q[1] + t * (p[1] - q[1])]);
      }
      if (b >= 0) out.push(p);
    }
  }
  return out;
}

const area = (ring: readonly Point[]): number =>
  Math.abs(
    ring.reduce((sum, [x, y], i) => {
      const [a, b] = ring[(i + 1) % ring.length]!;
      return sum + x * b - a * y;
    }, 0),
  ) / 2;

const arcs = topology.arcs.map((a) => {
  const points = arcOf(a);
  const closed = points[0]![0] === points.at(-1)![0] && points[0]![1] === points.at(-1)![1];
  if (!closed || points.length < 4) return coarser(points);
  // A ring has no two ends: it is cut at the point that lies furthest away.
  const far = points.reduce(
    (best, p, i) => (distance(p, points[0]!, points[0]!) > distance(points[best]!, points[0]!, points[0]!) ? i : best),
    0,
  );
  return [...coarser(points.slice(0, far + 1)).slice(0, -1), ...coarser(points.slice(far))];
});

function ringOf(indices: readonly number[]): Point[] {
  const out: Point[] = [];
  for (const i of indices) {
    const arc = i < 0 ? [...arcs[~i]!].reverse() : arcs[i]!;
    out.push(...(out.length > 0 ? arc.slice(1) : arc));
  }
  return out.slice(0, -1);
}

/** Differences of grid points, each as zigzag in base 64, six bits a letter, the highest says that more follow. */
const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
function encode(ring: readonly Point[]): string {
  let out = "";
  let last: Point = [0, 0];
  for (const [x, y] of ring) {
    const p: Point = [Math.round(x * GRID), Math.round(y * GRID)];
    if (out !== "" && p[0] === last[0] && p[1] === last[1]) continue;
    for (const d of [p[0] - last[0], p[1] - last[1]]) {
      let n = d < 0 ? -2 * d - 1 : 2 * d;
      do {
        out += LETTERS[(n & 31) | (n > 31 ? 32 : 0)];
        n >>>= 5;
      } while (n > 0);
    }
    last = p;
  }
  return out;
}

const lines: string[] = [];
for (const [name, code] of COUNTRIES) {
  const g = topology.objects.countries.geometries.find((x) => x.properties.name === name);
  if (!g) throw new Error(`${name} is not in the file`);
  const polygons = (g.type === "Polygon" ? [g.arcs] : g.arcs) as readonly (readonly (readonly number[])[])[];
  const rings = polygons.map((p) => clip(ringOf(p[0]!))).filter((r) => r.length > 2 && area(r) > SMALLEST);
  lines.push(`  ["${code}", "${rings.map(encode).join(" ")}"],`);
}
const text = `/**
 * Coasts and borders from the Darién to the northern border of Mexico: Natural Earth 4.1.0, scale 1:10m (public domain), made coarser to
 * about 1 km. Made by \`tools/map-outline.ts\`; \`outline.ts\` reads it. Borders are drawn as published there and claim nothing.
 * @module
 */

/** West, south, east, north: where the land is cut off. */
export const EDGES: readonly [number, number, number, number] = [${BOX.join(", ")}];

/** Two letters of a country, and its rings: differences of hundredths of a degree, zigzag, five bits a letter. */
export const OUTLINE: readonly (readonly [string, string])[] = [
${lines.join("\n")}
];
`;
writeFileSync(fileURLToPath(new URL("../packages/case/src/incidents/map/outline-data.ts", import.meta.url)), text);
process.stdout.write(`${text.length} bytes\n`);
