/** Elements of one array of a JSON text: in pieces of any size, and against JSON.parse where that can read the text. @module */
import { strictEqual } from "node:assert/strict";
import type { Problem } from "@contraluz/core";
import { splitArray } from "@contraluz/formats/json-stream/index.ts";
import { piecesOf } from "../memory.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Bomb, Target } from "../target.ts";

const utf8 = new TextEncoder();
const objects = [
  { type: "indicator", id: "indicator--1", pattern: "[domain-name:value = 'a.example']", labels: ["x", "y"] },
  { type: "malware", name: 'Señal "Uno" \\ [ ] { }', n: [1, -2.5, 1e10, null, true] },
  [[[]], {}, "texto"],
  "suelto",
  7,
  { "": { deep: { deeper: [{ a: "\u0000😀" }] } } },
];
const seeds: readonly Parts[] = [
  [utf8.encode(JSON.stringify({ type: "bundle", id: "bundle--1", objects, more: { objects: [1] } }))],
  [utf8.encode(JSON.stringify({ objects, type: "bundle" }, null, 2))],
  [utf8.encode(`\ufeff${JSON.stringify(objects)}`)],
  [utf8.encode(JSON.stringify({ a: ["objects"], "\u006fbjects": [] }).replace('"objects":', '"\\u006fbjects":'))],
];
const tokens = '{ } [ ] " \\ , : "objects" null true 1e999 -0 \\u0000 \\ud800 \ufeff "": [[[[[[[[[ {"a":'
  .split(" ")
  .map((w) => utf8.encode(w));

const LIMITS = { elementBytes: 2000, depth: 8 };

async function read(bytes: Uint8Array, size: number, report: (p: Problem) => void): Promise<unknown[]> {
  const out: unknown[] = [];
  for await (const batch of splitArray(piecesOf(bytes, size), "objects", LIMITS, report)) out.push(...batch);
  return out;
}

/** What JSON.parse finds under the only `objects` of a text; undefined where that is no fair comparison. */
function expected(bytes: Uint8Array): unknown[] | undefined {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
  try {
    const whole = text.decode(bytes);
    if (whole.includes("\\u") || whole.split('"objects"').length > 2) return undefined;
    const v = JSON.parse(whole) as { objects?: unknown } | unknown[] | null;
    return Array.isArray(v) ? v : Array.isArray(v?.objects) ? v.objects : undefined;
  } catch {
    return undefined;
  }
}

/** `n` times `one`, in pieces, never whole in memory. */
const stream = (before: string, one: string, n: number, after: string): Bomb => {
  async function* bytes(): AsyncIterable<Uint8Array> {
    const piece = utf8.encode(one.repeat(Math.ceil(65_536 / one.length)));
    yield utf8.encode(before);
    for (let i = 0; i < n; i++) yield piece;
    yield utf8.encode(after);
  }
  return async (tally) => {
    for await (const batch of splitArray(bytes(), "objects", {}, tally.report)) tally.values += batch.length;
    return undefined;
  };
};

const bombs: Readonly<Record<string, Bomb>> = {
  "a text that never ends": stream('{"objects":["', "a", 6000, ""),
  "brackets that never close": stream('{"objects":[', "[", 2000, ""),
  "a key that never ends": stream('{"', "objects", 4000, ""),
  "the largest element that is read, of nothing but lists": stream('{"objects":[[', "[],", 63, "0]]}"),
  "the largest element that is read, of objects": stream('{"objects":[[', '{"a":0},', 63, "0]]}"),
  "elements that are damaged": stream('{"objects":[', "{x},", 40, "]}"),
  backslashes: stream('{"objects":["', "\\", 2000, '"]}'),
};

export const target: Target = {
  make: (dice) => [...mutate({ seeds, tokens }, dice), Uint8Array.of(dice.below(100))],
  async drive([bytes, piece], tally) {
    const told: Problem[] = [];
    const whole = await read(bytes!, bytes!.length || 1, (p) => {
      told.push(p);
      tally.report(p);
    });
    tally.values += whole.length;
    const again: Problem[] = [];
    const parts = await read(bytes!, 1 + piece![0]!, (p) => again.push(p));
    strictEqual(JSON.stringify([parts, again]), JSON.stringify([whole, told]), "the pieces show");
    const fair = expected(bytes!);
    if (!fair) return;
    const lost = told.some((p) => p.code === "json-limit");
    if (!lost) strictEqual(JSON.stringify([whole, told]), JSON.stringify([fair, []]), "not what JSON.parse reads");
  },
  bombs,
};
