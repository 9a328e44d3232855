import assert from "node:assert/strict";
import { test } from "node:test";
import { HourSums } from "./hours.ts";

test("bytes by hour, in the order in which they came; eight days at most", () => {
  const sums = new HourSums();
  for (const [seconds, bytes] of [
    [7199, 5],
    [7200, 7],
    [7300, 1],
    [3600, 2],
  ] as const)
    sums.add(seconds, bytes);
  assert.deepEqual(sums.end(), [
    [1, 5],
    [2, 8],
    [1, 2],
  ]);
  const long = new HourSums();
  for (let hour = 0; hour < 500; hour++) long.add(hour * 3600, 1);
  assert.equal(long.end().length, 200);
  assert.deepEqual(new HourSums().end(), []);
});
