/** Reads the outline that `tools/map-outline.ts` made. @module */
import { OUTLINE } from "./outline-data.ts";

/** Degrees: longitude, latitude. */
export type Point = readonly [number, number];
export type Ring = readonly Point[];

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const VALUE: ReadonlyMap<string, number> = new Map([...LETTERS].map((c, i) => [c, i]));

function decode(text: string): Ring {
  const numbers: number[] = [];
  let [n, shift] = [0, 0];
  for (const c of text) {
    const v = VALUE.get(c)!;
    n |= (v & 31) << shift;
    shift += 5;
    if (v & 32) continue;
    numbers.push(n & 1 ? -((n + 1) >>> 1) : n >>> 1);
    [n, shift] = [0, 0];
  }
  const out: Point[] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    x += numbers[i]!;
    y += numbers[i + 1]!;
    out.push([x / 100, y / 100]);
  }
  return out;
}

/** Every ring of land with the two letters of its country. */
export function landRings(): readonly { readonly country: string; readonly ring: Ring }[] {
  return OUTLINE.flatMap(([country, rings]) => rings.split(" ").map((r) => ({ country, ring: decode(r) })));
}
