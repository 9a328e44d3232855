import assert from "node:assert/strict";
import { test } from "node:test";
import type { BenchInfo } from "../ask.ts";
import { ticks } from "../map/ticks.ts";
import { UTC, zoneOf } from "../zone.ts";
import { daysByPlace, holes, runs, usualDays } from "./days.ts";

function info(entries: readonly (readonly [day: number, place: number, count: number])[]): BenchInfo {
  const place = (id: string) => ({ id, records: 0, dated: 0, kinds: [] });
  return {
    places: [place("ios/a"), place("ios/b")],
    timed: entries.reduce((n, [, , c]) => n + c, 0),
    left: 0,
    from: 0,
    to: 0,
    days: {
      day: Int32Array.from(entries, (e) => e[0]),
      place: Uint16Array.from(entries, (e) => e[1]),
      count: Uint32Array.from(entries, (e) => e[2]),
    },
  };
}

test("days of each place and of all together, in runs, and the holes between them", () => {
  const i = info([
    [10, 0, 1],
    [10, 1, 2],
    [11, 1, 1],
    [12, 0, 5],
    [20, 0, 1],
    [22, 1, 1],
  ]);
  const days = daysByPlace(i);
  assert.deepEqual(runs(days.get(undefined)!), [
    { from: 10, to: 12 },
    { from: 20, to: 20 },
    { from: 22, to: 22 },
  ]);
  assert.deepEqual(runs(days.get("ios/b")!), [
    { from: 10, to: 11 },
    { from: 22, to: 22 },
  ]);
  const all = runs(days.get(undefined)!);
  assert.deepEqual(holes(all, { from: 0, to: 30 }, 3), [{ from: 13, to: 19 }]);
  assert.deepEqual(holes(all, { from: 0, to: 30 }, 1).length, 2);
  assert.deepEqual(holes(all, { from: 15, to: 30 }, 3), []);
});

test("one wrong date does not stretch the picture", () => {
  const i = info([
    [1, 0, 1],
    [18_000, 0, 5000],
    [18_100, 1, 5000],
    [90_000, 0, 1],
  ]);
  assert.deepEqual(usualDays(i), { from: 18_000, to: 18_100 });
  assert.deepEqual(usualDays(info([])), { from: 0, to: 0 });
});

test("marks of the axis: in order, inside, not more than asked for, at whole hours, days, months of the zone", () => {
  const zone = zoneOf("America/Mexico_City", Date.UTC(2015, 0, 1), Date.UTC(2025, 0, 1));
  for (const z of [UTC, zone])
    for (const long of [60_000, 3_600_000, 86_400_000, 30 * 86_400_000, 400 * 86_400_000, 4000 * 86_400_000])
      for (const most of [2, 5, 12]) {
        const from = Date.UTC(2016, 1, 3, 4, 5, 6);
        const found = ticks(from, from + long, most, z, "es");
        assert.ok(found.length <= most + 1, `${z.name} ${long} ${most}: ${found.length}`);
        found.forEach((t, i) => {
          assert.ok(t.ms >= from - 3_600_000 && t.ms <= from + long + 3_600_000);
          if (i > 0) assert.ok(t.ms > found[i - 1]!.ms);
        });
      }
  const months = ticks(Date.UTC(2021, 1, 1), Date.UTC(2021, 6, 24), 8, UTC, "es").map((t) => t.text);
  assert.deepEqual(months, ["feb 2021", "mar", "abr", "may", "jun", "jul"]);
});
