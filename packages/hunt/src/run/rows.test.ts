import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../../../../samples/lib/random.ts";
import { encodeRows } from "../store/rows.ts";
import { decodeRows, mergeRows } from "./rows.ts";

test("rows are read as they were written", () => {
  const r = createRandom(5);
  for (let n = 0; n < 60; n++) {
    const rows = new Set<number>();
    for (let i = r.below(300); i > 0; i--) rows.add(r.below(65_536) * (r.below(3) === 0 ? 32_767 : 1) + r.below(2));
    const list = [...rows].sort((a, b) => a - b);
    assert.deepEqual(decodeRows(encodeRows(Uint32Array.from(list)), list.length), list);
  }
  assert.deepEqual(decodeRows(encodeRows(Uint32Array.of(0, 0x7fff_ffff)), 2), [0, 0x7fff_ffff]);
});

test("bytes that are no ascending rows, or not as many as is said", () => {
  const bad: readonly (readonly [readonly number[], number])[] = [
    [[5], 2],
    [[5, 1], 1],
    [[5, 0], 2],
    [[5, 128], 2],
    [[255, 255, 255, 255, 255, 255, 1], 1],
    [[255, 255, 255, 255, 15], 1],
    [[5, 255, 255, 255, 255, 7], 2],
    [[], 1],
    [[1], 4_000_000_000],
  ];
  for (const [bytes, n] of bad) assert.equal(decodeRows(Uint8Array.from(bytes), n), undefined, `${bytes} ${n}`);
  assert.deepEqual(decodeRows(new Uint8Array(), 0), []);
});

test("any bytes end", () => {
  const r = createRandom(9);
  for (let i = 0; i < 3000; i++) {
    const bytes = r.bytes(r.below(40));
    const rows = decodeRows(bytes, r.below(40));
    if (!rows) continue;
    for (const [k, row] of rows.entries()) assert.ok(k === 0 || row > rows[k - 1]!);
    assert.deepEqual(decodeRows(encodeRows(Uint32Array.from(rows)), rows.length), rows);
  }
});

test("several lists as one", () => {
  assert.deepEqual(
    mergeRows([
      [1, 5, 9],
      [2, 5],
      [0, 9, 70_000],
    ]),
    [0, 1, 2, 5, 9, 70_000],
  );
  assert.deepEqual(mergeRows([[3, 4]]), [3, 4]);
  assert.deepEqual(mergeRows([]), []);
});
