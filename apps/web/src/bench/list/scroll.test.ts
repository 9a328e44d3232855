import assert from "node:assert/strict";
import { test } from "node:test";
import { type Box, boxHeight, isStretched, MAX_HEIGHT, moved, reach, reveal, seenRows, topOf } from "./scroll.ts";

const SMALL: Box = { total: 1000, row: 30, view: 600 };
const LARGE: Box = { total: 1_000_000, row: 30, view: 600 };

test("a list that fits is scrolled by the browser alone", () => {
  assert.equal(isStretched(SMALL), false);
  assert.equal(boxHeight(SMALL), 30_000);
  assert.equal(moved(SMALL, 0, 0, 12_345), 12_345);
  assert.equal(topOf(SMALL, 12_345), 12_345);
  assert.deepEqual(seenRows(SMALL, 0), { from: 0, to: 21 });
  assert.deepEqual(seenRows(SMALL, reach(SMALL)), { from: 979, to: 1000 });
});

test("a list longer than a browser's element: every row can be reached, and a turn of the wheel is a turn", () => {
  assert.equal(boxHeight(LARGE), MAX_HEIGHT);
  const end = topOf(LARGE, reach(LARGE));
  assert.equal(end, MAX_HEIGHT - 600);
  assert.equal(moved(LARGE, 0, 0, end), reach(LARGE));
  assert.deepEqual(seenRows(LARGE, reach(LARGE)), { from: 999_979, to: 1_000_000 });
  // From the middle a short way moves as far as it is, both ways; the bar far along leads far along.
  const middle = reach(LARGE) / 2;
  const top = topOf(LARGE, middle);
  assert.equal(moved(LARGE, middle, top, top + 90), middle + 90);
  assert.equal(moved(LARGE, middle, top, top - 90), middle - 90);
  assert.ok(Math.abs(moved(LARGE, middle, top, end / 4) - reach(LARGE) / 4) < 1);
  assert.equal(moved(LARGE, 500, 133, 0), 0);
  for (let row = 0; row < LARGE.total; row += 99_991) {
    const offset = reveal(LARGE, 0, row);
    const { from, to } = seenRows(LARGE, offset);
    assert.ok(row >= from && row < to, `row ${row}`);
    assert.ok(row * 30 >= offset && row * 30 + 30 <= offset + 600);
  }
});

test("a row that is seen stays where it is; one that is not comes to the edge, or to the middle", () => {
  assert.equal(reveal(SMALL, 300, 12), 300);
  assert.equal(reveal(SMALL, 300, 5), 150);
  assert.equal(reveal(SMALL, 0, 40), 630);
  assert.equal(reveal(SMALL, 0, 100, true), 3000 - 285);
  assert.equal(reveal(SMALL, 0, 999, true), reach(SMALL));
  assert.deepEqual(seenRows({ total: 0, row: 30, view: 600 }, 0), { from: 0, to: 0 });
  assert.equal(topOf({ total: 3, row: 30, view: 600 }, 50), 0);
});
