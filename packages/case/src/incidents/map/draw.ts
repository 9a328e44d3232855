/** The map as SVG: land, grid, towns, circles of what is not exact, numbers. Nothing is loaded; every text is our own or escaped. @module */
import type { Lang } from "@contraluz/core";
import { type Html, html } from "@contraluz/report/safe.ts";
import { distanceWords } from "../words-of.ts";
import { landRings, type Point } from "./outline.ts";
import { EDGES } from "./outline-data.ts";
import { TOWNS } from "./towns.ts";
import { clipRing, gridOf, roundLength, type View, viewOf } from "./view.ts";

/** An incident that has a point: its number in the table. */
export interface MapPoint {
  readonly n: number;
  readonly lat: number;
  readonly lon: number;
  readonly within?: number;
}

export interface MapOptions {
  readonly lang: Lang;
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly cls: string;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const touch = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
const r1 = (n: number): string => String(Math.round(n * 10) / 10);
const MAX_TOWNS = 16;
/** Sizes of texts in units of the drawing, which is as wide as it is shown. */
const [NUMBER, NAME, GRID] = [14, 12, 11];

/** A ring as a closed shape; or its line alone, without what is no coast but where the outline ends. */
function path(points: readonly Point[], v: View, line: boolean): string {
  let out = "";
  let last = "";
  let gap = true;
  for (const [i, p] of (line ? [...points, points[0]!] : points).entries()) {
    const at = `${r1(v.x(p[0]))} ${r1(v.y(p[1]))}`;
    const cut = line && i > 0 && onEdge(points[i - 1]!, p);
    if (!cut && at !== last) out += `${gap ? "M" : "L"}${at}`;
    if (cut) out += `M${at}`;
    gap = false;
    last = at;
  }
  return line ? out : `${out}Z`;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.006;

function onEdge(a: Point, b: Point): boolean {
  const [west, south, east, north] = EDGES;
  const both = (axis: 0 | 1, edge: number): boolean => near(a[axis], edge) && near(b[axis], edge);
  return both(0, west) || both(0, east) || both(1, south) || both(1, north);
}

function land(v: View): Html {
  const shapes: Html[] = [];
  for (const { ring } of landRings()) {
    const part = clipRing(ring, v);
    if (part.length > 2)
      shapes.push(html`<path d="${path(part, v, false)}"/><path class="coast" d="${path(part, v, true)}"/>`);
  }
  return html`<g class="land">${shapes}</g>`;
}

/** `92.5° O`, `14° N`. */
function degrees(n: number, across: boolean, lang: Lang): string {
  const side = across ? (n < 0 ? (lang === "es" ? "O" : "W") : "E") : n < 0 ? "S" : "N";
  return `${Math.abs(n)}° ${n === 0 ? "" : side}`.trim();
}

function grid(v: View, lang: Lang): Html {
  const across = gridOf(v.west, v.east).map((lon) => {
    const x = r1(v.x(lon));
    return html`<path d="M${x} 0V${v.height}"/><text x="${r1(v.x(lon) + 3)}" y="${v.height - 4}" font-size="${GRID}">${degrees(lon, true, lang)}</text>`;
  });
  const down = gridOf(v.south, v.north).map((lat) => {
    const y = r1(v.y(lat));
    return html`<path d="M0 ${y}H${v.width}"/><text x="4" y="${r1(v.y(lat) - 3)}" font-size="${GRID}">${degrees(lat, false, lang)}</text>`;
  });
  return html`<g class="grid">${across}${down}</g>`;
}

export interface Mark extends Box {
  readonly text: string;
  /** Where the points themselves lie. */
  readonly cx: number;
  readonly cy: number;
}

/** `1–3, 7`: numbers that follow one another as a span, cut where there are many. */
export function spans(list: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < list.length; i++) {
    let j = i;
    while (j + 1 < list.length && list[j + 1] === list[j]! + 1) j++;
    parts.push(j > i + 1 ? `${list[i]}–${list[j]}` : list.slice(i, j + 1).join(", "));
    i = j;
  }
  return parts.length > 4 ? `${parts.slice(0, 3).join(", ")}…` : parts.join(", ");
}

/** Marks that would lie over one another become one. */
export function marksOf(points: readonly MapPoint[], v: View): readonly Mark[] {
  const groups: { n: number[]; x: number; y: number }[] = [];
  for (const p of points) {
    const [x, y] = [v.x(p.lon), v.y(p.lat)];
    const near = groups.find((g) => Math.hypot(g.x - x, g.y - y) < 26);
    if (near) near.n.push(p.n);
    else groups.push({ n: [p.n], x, y });
  }
  return groups.map((g) => {
    const text = spans(g.n);
    const w = Math.max(24, text.length * NUMBER * 0.6 + 12);
    const x = Math.min(Math.max(2, g.x - w / 2), v.width - w - 2);
    return { text, x, y: g.y - 12, w, h: 24, cx: g.x, cy: g.y };
  });
}

function towns(v: View, taken: Box[]): Html {
  const wide = v.north - v.south > 12 ? 1 : v.north - v.south > 5 ? 2 : 3;
  const out: Html[] = [];
  for (const [name, lat, lon, rank] of [...TOWNS].sort((a, b) => a[3] - b[3])) {
    if (rank > wide || out.length >= MAX_TOWNS) continue;
    const [x, y] = [v.x(lon), v.y(lat)];
    if (x < 4 || y < 12 || x > v.width - 4 || y > v.height - 18) continue;
    const w = name.length * NAME * 0.56;
    const right = x + 8 + w < v.width - 4;
    const box: Box = { x: right ? x + 6 : x - 8 - w, y: y - NAME * 0.7, w: w + 4, h: NAME * 1.4 };
    if (box.x < 2 || taken.some((t) => touch(t, box))) continue;
    taken.push(box, { x: x - 4, y: y - 4, w: 8, h: 8 });
    out.push(
      html`<circle cx="${r1(x)}" cy="${r1(y)}" r="2.4"/><text x="${r1(right ? x + 7 : x - 7)}" y="${r1(y + NAME * 0.35)}" font-size="${NAME}"${right ? "" : html` text-anchor="end"`}>${name}</text>`,
    );
  }
  return html`<g class="towns">${out}</g>`;
}

function scaleBar(v: View, lang: Lang): Html {
  const metres = roundLength(v.width / 4, v.scale);
  const w = metres * v.scale;
  const [x, y] = [v.width - w - 12, v.height - 24];
  return html`<g class="bar"><path d="M${r1(x)} ${y - 5}v5h${r1(w)}v-5"/><text x="${r1(x + w / 2)}" y="${y - 8}" font-size="${GRID}" text-anchor="middle">${distanceWords(metres, lang)}</text></g>`;
}

/** Undefined where nothing has a point. */
export function drawMap(points: readonly MapPoint[], o: MapOptions): Html | undefined {
  const v = viewOf(points, o.width, o.height);
  if (!v) return undefined;
  const marks = marksOf(points, v);
  const bar: Box = { x: v.width * 0.7, y: v.height - 48, w: v.width * 0.3, h: 48 };
  const taken: Box[] = [...marks, bar];
  const circles = points.map((p) =>
    p.within === undefined || p.within * v.scale < 13
      ? undefined
      : html`<circle cx="${r1(v.x(p.lon))}" cy="${r1(v.y(p.lat))}" r="${r1(p.within * v.scale)}"/>`,
  );
  const numbers = marks.map(
    (m) =>
      html`<g><rect x="${r1(m.x)}" y="${r1(m.y)}" width="${r1(m.w)}" height="24" rx="12"/><text x="${r1(m.x + m.w / 2)}" y="${r1(m.y + 17)}" font-size="${NUMBER}" text-anchor="middle">${m.text}</text></g>`,
  );
  return html`<svg class="map ${o.cls}" viewBox="0 0 ${o.width} ${o.height}" role="img" aria-label="${o.label}"><rect class="sea" width="${o.width}" height="${o.height}"/>${land(v)}${grid(v, o.lang)}<g class="circles">${circles}</g>${towns(v, taken)}${scaleBar(v, o.lang)}<g class="marks">${numbers}</g></svg>`;
}
