import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import { cpu } from "@contraluz/core/cpu.fixture.ts";
import { nodePlatform } from "@contraluz/platform-node";
import type { NdjsonItem } from "../artifact.ts";
import { memory } from "../artifacts.fixture.ts";
import { runNdjson, SeenObjects } from "./ndjson.ts";

async function read(
  files: readonly string[],
): Promise<{ values: unknown[]; places: unknown[]; problems: Problem[]; ok: boolean[] }> {
  const values: unknown[] = [];
  const places: unknown[] = [];
  const problems: Problem[] = [];
  const ok: boolean[] = [];
  const seen = new SeenObjects();
  const take = (i: NdjsonItem): void => {
    for (const o of i.objects) {
      values.push(o.value);
      places.push(i.origin(o.line).at);
    }
  };
  for (const [file, text] of files.entries()) {
    const run = { file, report: (p: Problem) => void problems.push(p), platform: nodePlatform(), seen };
    ok.push(await runNdjson(memory(new TextEncoder().encode(text)), [{ take }], run));
  }
  return { values, places, problems, ok };
}

test("objects with their line; what an earlier line or file said comes once, whatever the order of its keys", async () => {
  const { values, places, problems, ok } = await read([
    '{"a":{"x":1,"y":[1,2]}}\n\n{"b":{"x":1}}\n',
    '{"a":{"y":[1,2],"x":1}}\n{"a":{"y":[2,1],"x":1}}\n{"b":{"x":1}}',
  ]);
  assert.deepEqual(values, [{ a: { x: 1, y: [1, 2] } }, { b: { x: 1 } }, { a: { y: [2, 1], x: 1 } }]);
  assert.deepEqual(places, [
    { line: 1, offset: 0 },
    { line: 3, offset: 25 },
    { line: 2, offset: 24 },
  ]);
  assert.deepEqual(problems, []);
  assert.deepEqual(ok, [true, true]);
});

test("what is no object is told, and the rest read", async () => {
  const { values, problems, ok } = await read([
    '{"a":1}\n[1]\n{"b"\n{"c":2}',
    "texto\n",
    "",
    `${"[\n".repeat(9)}{"d":1}`,
  ]);
  assert.deepEqual(values, [{ a: 1 }, { c: 2 }, { d: 1 }]);
  assert.deepEqual(ok, [true, false, true, true]);
  assert.deepEqual(
    problems.slice(0, 3).map((p) => [p.code, p.offset, p.lost]),
    [
      ["json-damaged", 8, "row"],
      ["json-damaged", 12, "row"],
      ["json-damaged", 0, "row"],
    ],
  );
  assert.equal(problems.length, 3 + 5 + 1);
  assert.equal(problems.at(-1)?.found, "9 lines: no JSON object");
});

test("nested without end: told, not followed", async () => {
  const { values, problems } = await read([`{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}\n{"b":1}`]);
  assert.deepEqual(values, [{ b: 1 }]);
  assert.equal(problems.length, 1);
});

test("of many objects the last ones are known, as many as one generation holds", () => {
  const seen = new SeenObjects(10_000);
  // A hash of which the first half is spread and the second a number: as fast as a test must be.
  const hex8 = (n: number): string => (n >>> 0).toString(16).padStart(8, "0");
  const hasher = (n: number) => ({
    update: () => {},
    hex: () => (hex8(Math.imul(n, 2_654_435_761)) + hex8(n) + hex8(7)).padEnd(64, "0"),
  });
  for (let n = 0; n < 22_000; n++) if (seen.again("", hasher(n))) assert.fail(String(n));
  assert.equal(seen.again("", hasher(21_999)), true);
  assert.equal(seen.again("", hasher(12_001)), true);
  assert.equal(seen.again("", hasher(0)), false);
});

test("marks that begin alike take no longer than others", () => {
  const seen = new SeenObjects();
  const hex8 = (n: number): string => (n >>> 0).toString(16).padStart(8, "0");
  const hasher = (n: number) => ({
    update: () => {},
    hex: () => (hex8(n & 15) + hex8(Math.imul(n, 2_654_435_761)) + hex8(n)).padEnd(64, "0"),
  });
  const spent = cpu();
  for (let n = 1; n < 100_000; n++) if (seen.again("", hasher(n))) assert.fail(String(n));
  assert.ok(spent() < 4000, `${spent()} ms`);
});
