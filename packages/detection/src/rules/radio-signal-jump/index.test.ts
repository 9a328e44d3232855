import assert from "node:assert/strict";
import { test } from "node:test";
import { cell, judge, type Row } from "../../radio/radio.fixture.ts";
import { signalJump as rule } from "./index.ts";

const said = (...rows: readonly Row[]): string[] => judge(rule, rows).said;
const NEW = { generation: "4g", pci: 501, earfcn: 2175, case: "new", before: -98, after: -60 };
const rise = (more: Readonly<Record<string, unknown>> = {}): Row => ["rise", { ...NEW, ...more } as Row[1], 60];
const others = [1, 2, 3].map((pci) => cell(0, 50, { pci, tac: 4100 }));
const own = (tac: number): Row => cell(60, 90, { pci: 501, earfcn: 2175, tac });

test("a new cell far above the others is a lead with an area of its own, or where the phone stands beside it", () => {
  assert.deepEqual(said(...others, own(9), rise()), ["lead new PCI 501, EARFCN 2175"]);
  assert.deepEqual(said(rise({ metres: 157 })), ["lead new PCI 501, EARFCN 2175"]);
});

test("without a second sign it is a note: a tunnel that ends, a small cell of the same area", () => {
  assert.deepEqual(said(...others, own(4100), rise(), rise({ pci: 7 })), ["info new …"]);
  assert.deepEqual(said(rise({ metres: 700 })), ["info new …"]);
  assert.deepEqual(said(others[0]!, own(9), rise()), ["info new …"]);
  assert.deepEqual(said(rise({ case: "rise" })), ["info rise …"]);
});

test("what is not much stronger, or weak all the same, says nothing", () => {
  assert.deepEqual(said(...others, own(9), rise({ after: -80 })), []);
  assert.deepEqual(said(...others, own(9), rise({ before: -120, after: -90 })), []);
  assert.deepEqual(said(rise({ case: "rise", after: -76 })), []);
  assert.deepEqual(said(rise({ after: "x" })), []);
});
