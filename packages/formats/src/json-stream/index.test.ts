import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import { type SplitLimits, splitArray } from "./index.ts";

async function* pieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

async function split(
  text: string | Uint8Array,
  size = 7,
  limits: SplitLimits = {},
  key = "objects",
): Promise<{ out: unknown[]; problems: Problem[] }> {
  const out: unknown[] = [];
  const problems: Problem[] = [];
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  for await (const batch of splitArray(pieces(bytes, size), key, limits, (p) => problems.push(p))) out.push(...batch);
  return { out, problems };
}

const TRICKY = [
  { a: 'quote " and \\ back', b: [1, [2, [3]]], c: { d: null } },
  'a string, with ] } and \\" inside',
  -1.5e3,
  true,
  null,
  { objects: [{ not: "this" }], "ñ→𝒳": "ключ 鍵 🔑" },
  [],
  {},
  "",
];

test("every element comes out, whatever the size of the pieces", async () => {
  const text = JSON.stringify(
    { type: "bundle", x: { objects: [1, 2] }, y: "objects", objects: TRICKY, z: [3] },
    null,
    1,
  );
  for (const size of [1, 2, 3, 5, 64, 4096]) {
    const { out, problems } = await split(text, size);
    assert.deepEqual(out, TRICKY, `pieces of ${size}`);
    assert.deepEqual(problems, []);
  }
});

test("a top-level array, a byte order mark, an escaped key, two arrays of the key", async () => {
  assert.deepEqual((await split(JSON.stringify(TRICKY))).out, TRICKY);
  assert.deepEqual((await split(`\ufeff${JSON.stringify({ objects: [1, 2] })}`)).out, [1, 2]);
  assert.deepEqual((await split('{"\\u006fbjects":[1,2]}')).out, [1, 2]);
  assert.deepEqual((await split('{"objects":[1],"a":{},"objects":[2]}')).out, [1, 2]);
  assert.deepEqual((await split('{"objects":{"a":1}}')).out, []);
});

test("a damaged element costs itself", async () => {
  const { out, problems } = await split('{"objects":[{"a":1},{"a":nope},{"a":3},tru,{"a":4}]}');
  assert.deepEqual(out, [{ a: 1 }, { a: 3 }, { a: 4 }]);
  assert.deepEqual(
    problems.map((p) => [p.code, p.offset, p.lost]),
    [
      ["json-damaged", 20, "row"],
      ["json-damaged", 39, "row"],
    ],
  );
});

test("elements without a comma between them are read, and separators are not elements", async () => {
  assert.deepEqual((await split('{"objects":[{"a":1} {"a":2},,{"a":3}]}')).out, [{ a: 1 }, { a: 2 }, { a: 3 }]);
});

test("a truncated text keeps what was read and says so", async () => {
  const text = JSON.stringify({ objects: [{ a: 1 }, { b: "two" }, { c: 3 }] });
  for (let cut = 0; cut < text.length; cut++) {
    const { out, problems } = await split(text.slice(0, cut), 3);
    assert.ok(problems.length > 0, `cut at ${cut}`);
    assert.deepEqual(out, [{ a: 1 }, { b: "two" }, { c: 3 }].slice(0, out.length));
  }
  assert.equal((await split(text.slice(0, -2))).out.length, 3);
});

test("problems come in the order of the text, whatever the size of the pieces; too many end the reading", async () => {
  const mark = Buffer.from('{"objects":[1,\ufeff,2,{},\ufeff]}');
  for (let size = 1; size <= mark.length; size++) assert.equal((await split(mark, size)).problems.length, 2);
  const damaged = `{"objects":[{x}, 1, }, {y} 2, [, ] "a" "b': 3]}`;
  const whole = await split(damaged, damaged.length);
  for (let size = 1; size < damaged.length; size++) assert.deepEqual(await split(damaged, size), whole);
  const offsets = whole.problems.map((p) => p.offset!);
  assert.deepEqual(
    offsets,
    [...offsets].sort((a, b) => a - b),
  );
  const flood = `{"objects":[${"{x},".repeat(20_000)}1]}`;
  const one = await split(flood, 1 << 20);
  assert.equal(one.problems.length, 10_002);
  assert.deepEqual(one.problems.at(-1), {
    code: "json-limit",
    offset: 40_012,
    found: "> 10000 damaged elements",
    lost: "file",
  });
  assert.deepEqual(await split(flood, 777), one);
});

test("text after the end is one Problem, and costs nothing before it", async () => {
  const { out, problems } = await split('{"objects":[1,2]} and {"objects":[3]}');
  assert.deepEqual(out, [1, 2]);
  assert.equal(problems.length, 1);
});

test("a large element is skipped, and never held", async () => {
  const { out, problems } = await split(
    JSON.stringify({ objects: [1, "x".repeat(5000), { a: "y".repeat(5000) }, 2] }),
    100,
    { elementBytes: 1000 },
  );
  assert.deepEqual(out, [1, 2]);
  assert.deepEqual(
    problems.map((p) => p.code),
    ["json-limit", "json-limit"],
  );
});

test("deep nesting is skipped, in an element and elsewhere", async () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const { out, problems } = await split(`{"a":${deep},"objects":[1,${deep},[[[2]]]]}`, 1000);
  assert.deepEqual(out, [1, [[[2]]]]);
  assert.deepEqual(
    problems.map((p) => p.found),
    ["nested too deep"],
  );
});

test("what is no JSON gives one Problem", async () => {
  for (const text of ["", "   ", "hello, this is text", '"objects"', "\u0000\u0001"]) {
    const { out, problems } = await split(text);
    assert.deepEqual([out, problems.length], [[], 1], JSON.stringify(text));
  }
});

test("the error of a source passes on after what was read", async () => {
  async function* source(): AsyncIterable<Uint8Array> {
    yield Buffer.from('{"objects":[1,2,');
    throw new Error("disk");
  }
  const out: unknown[] = [];
  await assert.rejects(async () => {
    for await (const batch of splitArray(source(), "objects", {}, () => {})) out.push(...batch);
  }, /disk/);
  assert.deepEqual(out, [1, 2]);
});

test("60 MB stream in little memory", async () => {
  const element = `${JSON.stringify({ type: "indicator", pattern: "x".repeat(500) })},\n`;
  const block = Buffer.from(element.repeat(200));
  async function* source(): AsyncIterable<Uint8Array> {
    yield Buffer.from('{"objects":[');
    for (let i = 0; i < 550; i++) yield block;
    yield Buffer.from("0]}");
  }
  let n = 0;
  let largest = 0;
  for await (const batch of splitArray(source(), "objects", {}, (p) => assert.fail(p.code))) {
    n += batch.length;
    largest = Math.max(largest, batch.length);
  }
  assert.equal(n, 110_001);
  assert.ok(largest < 1000, "batches stay small");
});

test("300 mutations: an end, no throw, and problems where text was lost", async () => {
  const good = Buffer.from(JSON.stringify({ a: [1, { b: "c" }], objects: TRICKY.slice(0, 6), d: "e" }));
  let x = 0x2545f491;
  const random = (n: number): number => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) % n;
  };
  for (let i = 0; i < 300; i++) {
    const bytes = Uint8Array.from(good);
    for (let k = random(4); k >= 0; k--)
      bytes[random(bytes.length)] = random(3) === 0 ? '"\\{}[],:'.charCodeAt(random(8)) : random(256);
    const { problems } = await split(
      bytes.subarray(0, random(3) === 0 ? random(bytes.length) : bytes.length),
      1 + random(50),
      { elementBytes: 500, depth: 8 },
    );
    for (const p of problems) assert.ok(p.code.startsWith("json-"), p.code);
  }
});
