import assert from "node:assert/strict";
import { test } from "node:test";
import { newWatch, type Rise, type Watch, watch } from "./rises.ts";

/** Takes one measurement a second. */
function take(w: Watch, from: number, signals: readonly number[], others: readonly Watch[] = []): Rise[] {
  return signals.flatMap((s, i) => watch(w, from + i, s, others) ?? []);
}
const flat = (n: number, signal: number): number[] => Array.from({ length: n }, (_, i) => signal + (i % 3));

test("a new cell is compared with the strongest of the others, by the middle of three", () => {
  const [a, b, c] = [newWatch(0), newWatch(0), newWatch(0)];
  take(a, 0, flat(10, -105));
  take(b, 0, flat(10, -96));
  assert.deepEqual(take(c, 12, [-62, -120, -60, -61], [a, b]), [{ kind: "new", before: -95, after: -62, seconds: 2 }]);
});

test("the first cells of a log are not new, nor one where the others were silent for long", () => {
  const [a, b] = [newWatch(0), newWatch(0)];
  assert.deepEqual(take(a, 0, flat(10, -60)), []);
  assert.deepEqual(take(b, 300, flat(4, -60), [a]), []);
});

test("one that rises within seconds is told once; slowly, or for a single measurement, it is not", () => {
  assert.deepEqual(take(newWatch(0), 0, [...flat(9, -100), ...flat(9, -70)]).length, 1);
  const ramp = Array.from({ length: 40 }, (_, i) => -110 + i);
  assert.deepEqual(take(newWatch(0), 0, ramp), []);
  assert.deepEqual(take(newWatch(0), 0, [...flat(9, -100), -60, ...flat(9, -100)]), []);
  const w = newWatch(0);
  assert.deepEqual([...take(w, 0, flat(9, -100)), ...take(w, 60, flat(9, -70))], []);
});

test("after ten minutes of silence a cell is new again", () => {
  const [a, b] = [newWatch(0), newWatch(0)];
  take(b, 0, flat(5, -100), [a]);
  take(a, 0, flat(800, -100));
  assert.deepEqual(
    take(b, 790, flat(3, -70), [a]).map((r) => r.kind),
    ["new"],
  );
});
