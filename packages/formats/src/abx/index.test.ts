import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import { abx, type Element } from "./abx.fixture.ts";
import { isAbx, readAbx } from "./index.ts";

const STORE: Element = {
  name: "keyStore",
  attributes: { version: 1 },
  inner: [
    { name: "adbKey", attributes: { key: "QAAAA ana@casa", lastConnection: 1_771_762_110_642n } },
    { name: "adbKey", attributes: { on: true, off: false, none: null, half: 0.5, raw: new Uint8Array([1, 2]) } },
    "texto",
  ],
};

function read(bytes: Uint8Array) {
  const problems: Problem[] = [];
  const events = [...readAbx(bytes, (p) => problems.push(p))];
  return { problems, events };
}

test("elements, attributes of every type, texts", () => {
  const { problems, events } = read(abx(STORE));
  assert.deepEqual(problems, []);
  assert.deepEqual(
    events.map((e) => [
      e.kind,
      e.depth,
      e.kind === "text" ? e.value : e.name,
      e.kind === "start" ? Object.fromEntries(e.attributes) : undefined,
    ]),
    [
      ["start", 1, "keyStore", { version: 1 }],
      ["start", 2, "adbKey", { key: "QAAAA ana@casa", lastConnection: 1_771_762_110_642n }],
      ["end", 2, "adbKey", undefined],
      ["start", 2, "adbKey", { on: true, off: false, none: null, half: 0.5, raw: new Uint8Array([1, 2]) }],
      ["end", 2, "adbKey", undefined],
      ["text", 1, "texto", undefined],
      ["end", 1, "keyStore", undefined],
    ],
  );
});

test("every cut costs what it cuts off, with a problem", () => {
  const bytes = abx(STORE);
  for (let n = 0; n < bytes.length - 1; n++) {
    // The document's head alone is an empty one.
    const { problems } = read(bytes.subarray(0, n));
    assert.equal(problems.length, n === 4 || n === 5 ? 0 : 1, String(n));
  }
});

test("depth, numbers of texts, other bytes", () => {
  let deep: Element = { name: "a" };
  for (let i = 0; i < 100; i++) deep = { name: "a", inner: [deep] };
  assert.match(read(abx(deep)).problems[0]!.found!, /^depth 65/);
  const other = read(new Uint8Array([0x41, 0x42, 0x58, 0, 0x10, 0x32, 0, 7]));
  assert.deepEqual([other.events, other.problems[0]!.found], [[], "text 7 of 0"]);
  assert.equal(isAbx(new TextEncoder().encode("<?xml")), false);
  assert.equal(read(new TextEncoder().encode("<?xml")).problems[0]!.lost, "file");
});
