import assert from "node:assert/strict";
import { test } from "node:test";
import type { BenchRow } from "../ask.ts";
import { Windows } from "./windows.ts";

const rows = (from: number, count: number): BenchRow[] =>
  Array.from({ length: count }, (_, i) => ({ type: "gap", from: from + i, to: 0 }));

test("rows come in pages, one question at a time; what is no longer wanted is not asked", async () => {
  const asked: number[] = [];
  const open: (() => void)[] = [];
  const w = new Windows(100_000, (from, count) => {
    asked.push(from);
    return new Promise((resolve) => open.push(() => resolve(rows(from, count))));
  });
  let told = 0;
  const stop = w.listen(() => told++);
  w.want(0, 200);
  w.want(50_000, 50_040);
  assert.deepEqual(asked, [0]);
  assert.equal(w.at(0), undefined);
  open.shift()!();
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(asked, [0, 49_984], "the rest of the first wish is forgotten");
  open.shift()!();
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(w.at(50_001), { type: "gap", from: 50_001, to: 0 });
  assert.deepEqual(w.at(3), { type: "gap", from: 3, to: 0 });
  assert.equal(told, 2);
  stop();
});

test("few pages are kept: those used last", async () => {
  const w = new Windows(1_000_000, async (from, count) => rows(from, count));
  for (let i = 0; i < 60; i++) {
    w.want(i * 64, i * 64 + 1);
    w.want(0, 1);
    await new Promise((resolve) => setTimeout(resolve));
    w.want(i * 64, i * 64 + 1);
    await new Promise((resolve) => setTimeout(resolve));
  }
  assert.ok(w.at(0), "looked at all the time");
  assert.equal(w.at(64), undefined, "long ago");
  assert.ok(w.at(59 * 64));
});

test("a question that fails leaves a hole and asks again when it is wanted again", async () => {
  let fails = true;
  const w = new Windows(10, async (from, count) => {
    if (fails) throw new Error("gone");
    return rows(from, count);
  });
  w.want(0, 10);
  await new Promise((resolve) => setTimeout(resolve));
  assert.equal(w.at(0), undefined);
  fails = false;
  w.want(0, 10);
  await new Promise((resolve) => setTimeout(resolve));
  assert.ok(w.at(9));
});
