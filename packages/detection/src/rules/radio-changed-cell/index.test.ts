import assert from "node:assert/strict";
import { test } from "node:test";
import { cell, judge, type Row } from "../../radio/radio.fixture.ts";
import { changedCell as rule } from "./index.ts";

const said = (...rows: readonly Row[]): string[] => judge(rule, rows).said;

test("another area or number within ten minutes; not after an hour, not elsewhere, not where the frequency is cut", () => {
  const later = (first: number, more: Row[1]) => cell(first, first + 9, more);
  assert.deepEqual(said(cell(0, 60), later(120, { tac: 7 })), ["lead changed PCI 160, EARFCN 850 334-020 7 2"]);
  assert.deepEqual(said(cell(0, 600), later(60, { cell: 9 })), ["lead changed PCI 160, EARFCN 850 334-020 1 9"]);
  assert.deepEqual(said(cell(0, 60), later(3600, { tac: 7 })), []);
  assert.deepEqual(said(cell(0, 60), later(120, { tac: 7, pci: 3 })), []);
  assert.deepEqual(said(cell(0, 60, { short: true }), later(120, { tac: 7, short: true })), []);
  assert.deepEqual(said(cell(0, 60), later(120, { generation: "2g", tac: 7 })), []);
});

test("many are some and one for the rest", () => {
  const rows = Array.from({ length: 9 }, (_, i) => cell(i * 10, i * 10 + 5, { tac: i }));
  assert.deepEqual(said(...rows).slice(5), ["lead changed …"]);
  assert.equal(judge(rule, rows).hits[5]!.params!.count, 3);
});

test("a cell that announces nearly nothing is a note", () => {
  assert.deepEqual(said(cell(0, 1, { announced: 1 }), cell(0, 1, { announced: 2, pci: 5 })), ["info incomplete"]);
  assert.deepEqual(said(cell(0, 1, { announces: ["sib2", "sib3"] })), ["info incomplete"]);
  assert.deepEqual(said(cell(0, 1, { announces: ["sib3", "sib5"] }), cell(0, 1, { announces: undefined })), []);
});
