import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import type { JsonItem } from "../artifact.ts";
import { memory } from "../artifacts.fixture.ts";
import { runJson } from "./json.ts";

async function feed(text: string, lines?: boolean): Promise<{ items: JsonItem[]; problems: Problem[]; ok: boolean }> {
  const items: JsonItem[] = [];
  const problems: Problem[] = [];
  const source = memory(new TextEncoder().encode(text));
  const run = { file: 3, report: (p: Problem) => void problems.push(p), ...(lines === undefined ? {} : { lines }) };
  const ok = await runJson(source, [{ take: (i) => void items.push(i) }], run);
  return { items, problems, ok };
}

test("a list comes in batches that go on counting; an object is one element", async () => {
  const many = await feed(`\uFEFF [${Array.from({ length: 5000 }, (_, i) => `{"i":${i}}`).join(",\n")}]`);
  assert.deepEqual(many.problems, []);
  assert.ok(many.items.length > 1 && many.items.every((i) => i.list));
  let next = 0;
  for (const item of many.items) {
    assert.equal(item.first, next);
    for (const e of item.elements) assert.equal((e as { i: number }).i, next++);
  }
  assert.equal(next, 5000);
  const one = await feed('{"a":[1]}');
  assert.deepEqual(
    one.items.map((i) => [i.list, i.elements, i.origin("a")]),
    [[false, [{ a: [1] }], { file: 3, at: { key: "a" } }]],
  );
  const none = await feed("[]");
  assert.deepEqual([none.items, none.problems, none.ok], [[], [], true]);
});

test("what is no JSON is a problem, and costs no more than itself", async () => {
  for (const text of ["", "hola", "null", "\0\0", '"a"']) {
    const { items, problems, ok } = await feed(text);
    assert.deepEqual([items.length, ok, problems.map((p) => p.code)], [0, false, ["json-damaged"]], text);
  }
  const cut = await feed('[{"a":1},{"a":2},{"a":');
  assert.deepEqual([cut.items.flatMap((i) => i.elements), cut.ok], [[{ a: 1 }, { a: 2 }], true]);
  assert.equal(cut.problems[0]?.code, "json-damaged");
  const middle = await feed('[{"a":1},{"a":},{"a":3}]');
  assert.deepEqual(
    middle.items.flatMap((i) => i.elements),
    [{ a: 1 }, { a: 3 }],
  );
  const object = await feed('{"a":');
  assert.deepEqual([object.ok, object.problems[0]?.code], [false, "json-damaged"]);
});

test("nesting and size have bounds", async () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const list = await feed(`[1,${deep},2]`);
  assert.deepEqual([list.items.flatMap((i) => i.elements), list.problems[0]?.code], [[1, 2], "json-limit"]);
  const object = await feed(`{"a":${deep}}`);
  assert.deepEqual([object.ok, object.problems[0]?.code], [false, "json-limit"]);
  // Brackets in a text are no nesting.
  assert.equal((await feed(`{"a":${JSON.stringify(`\\"${"[".repeat(500)}`)}}`)).ok, true);
  const large = await feed(`[{"a":"${"x".repeat(5_000_000)}"},{"a":1}]`);
  assert.deepEqual([large.items.flatMap((i) => i.elements), large.problems[0]?.code], [[{ a: 1 }], "json-limit"]);
  const huge = await feed(`{"a":"${"x".repeat(17_000_000)}"}`);
  assert.deepEqual([huge.ok, huge.problems[0]?.code], [false, "json-limit"]);
});

test("one element a line, where that may be", async () => {
  const text = '{"a":1}\n{"a":2}\n\n{"a":\n{"a":3}';
  const { items, problems, ok } = await feed(text, true);
  assert.deepEqual([items.flatMap((i) => i.elements), ok], [[{ a: 1 }, { a: 2 }, { a: 3 }], true]);
  assert.ok(items.every((i) => i.list));
  assert.deepEqual(
    problems.map((p) => [p.code, p.offset, p.found, p.lost]),
    [["json-damaged", 17, "line 4", "row"]],
  );
  assert.equal((await feed(text)).ok, false);
  // An object over lines, a list, one object alone stay what they are.
  for (const [one, list] of [
    ['{\n"a":1}', false],
    ['[\n{"a":1}]', true],
    ['{"a":1}\n', false],
  ] as const) {
    const read = await feed(one, true);
    assert.deepEqual([read.items.map((i) => [i.list, i.elements]), read.problems], [[[list, [{ a: 1 }]]], []], one);
  }
  const deep = await feed(`{"a":1}\n${"[".repeat(90_000)}${"]".repeat(90_000)}\n${"x\n".repeat(9)}{"a":2}`, true);
  assert.deepEqual(
    deep.items.flatMap((i) => i.elements),
    [{ a: 1 }, { a: 2 }],
  );
  assert.equal(deep.problems.at(-1)?.found, "10 lines");
});
