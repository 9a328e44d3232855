import assert from "node:assert/strict";
import { test } from "node:test";
import { down, judge, type Row, up } from "../../radio/radio.fixture.ts";
import { exposing as rule } from "./index.ts";

const said = (...rows: readonly Row[]): string[] => judge(rule, rows).said;
const BAD = { pci: 501, earfcn: 2175 };
const begins = (s: number, more: Row[1] = {}): Row => up("trackingAreaUpdateRequest", s, more);
const asks = (s: number, more: Row[1] = {}): Row => down("identityRequest", s, { identity: "imsi", ...more });
const often = (n: number, f: (i: number) => readonly Row[]): Row[] => Array.from({ length: n }, (_, i) => f(i)).flat();
/** Twenty minutes from one to the next: no burst. */
const exposed = often(5, (i) => [begins(1200 * i, BAD), asks(1200 * i + 1, BAD)]);
const ordinary = often(6, (i) => [begins(1200 * i + 60)]);

test("most connections of one cell, and hardly any elsewhere", () => {
  const { said: found, hits } = judge(rule, [...ordinary, ...exposed]);
  assert.deepEqual(found, ["lead PCI 501, EARFCN 2175"]);
  assert.deepEqual([hits[0]!.params!.exposed, hits[0]!.params!.begun, hits[0]!.records.length], [5, 5, 5]);
});

test("without others to compare with a note; where all cells ask it is the SIM", () => {
  assert.deepEqual(said(...exposed), ["info PCI 501, EARFCN 2175"]);
  const all = often(6, (i) => [begins(1200 * i + 60), asks(1200 * i + 61)]);
  assert.deepEqual(said(...exposed, ...all), ["info PCI 501, EARFCN 2175", "info PCI 160, EARFCN 850"]);
});

test("a question with its rejection is one; reasons that any cell would give, and few of many, say nothing", () => {
  const both = often(2, (i) => [
    begins(1200 * i, BAD),
    asks(1200 * i + 1, BAD),
    down("attachReject", 1200 * i + 2, { ...BAD, cause: 15 }),
  ]);
  assert.deepEqual(said(...ordinary, ...both), []);
  const dead = often(6, (i) => [begins(i, BAD), down("attachReject", i, { ...BAD, cause: 8 })]);
  assert.deepEqual(said(...ordinary, ...dead), []);
  assert.deepEqual(said(...ordinary, ...exposed, ...often(9, (i) => [begins(9000 + i, BAD)])), []);
  assert.deepEqual(said(...often(6, (i) => [begins(i), down("identityRequest", i, { identity: "imeisv" })])), []);
});
