import assert from "node:assert/strict";
import { test } from "node:test";
import type { BleItem } from "../../artifact.ts";
import { heard, records, START, tag } from "../bluetooth.fixture.ts";
import { trackers } from "./index.ts";
import { changesOf } from "./surroundings.ts";

/** Two places, from 0 to 60 and from 62 to 120: what stands there. */
const STREET: readonly BleItem[] = [
  heard("c0:00:00:00:01:01", 0, 60),
  heard("c0:00:00:00:01:02", 2, 59),
  heard("c0:00:00:00:02:01", 62, 120),
  heard("c0:00:00:00:02:02", 63, 118),
];

test("surroundings change where what stands still changes all at once", () => {
  const minutes = (items: readonly BleItem[]): number[] => changesOf(items).map((s) => Math.round((s - START) / 60));
  assert.deepEqual(minutes(STREET), [60]);
  // Few of many, one that comes when another goes, and phones that take a new address.
  const home = Array.from({ length: 6 }, (_, i) => heard(`c0:00:00:00:03:0${i}`, 0, 120));
  assert.deepEqual(minutes([...home, ...STREET]), []);
  assert.deepEqual(minutes([STREET[0]!, STREET[2]!]), []);
  assert.deepEqual(minutes(STREET.map((i) => ({ ...i, addressKind: "resolvable" }))), []);
  // What was there in the morning and is in the evening does not tell of the way between.
  const back = heard("c0:00:00:00:04:01", 0, 200, {}, [[60, 180]]);
  const home2 = [back, heard("c0:00:00:00:04:02", 0, 60), heard("c0:00:00:00:04:03", 0, 60)];
  assert.deepEqual(minutes([...STREET, ...home2]), [60]);
  // A way of half an hour on which nothing stands still; of two hours: it may be a pause of who captured.
  const later = (m: number): BleItem[] => [0, 1].map((i) => heard(`c0:00:00:00:05:0${i}`, 120 + m, 170 + m));
  assert.deepEqual(minutes([...STREET, ...later(30)]), [60, 120]);
  assert.deepEqual(minutes([...STREET, ...later(120)]), [60]);
  assert.deepEqual(minutes([]), []);
});

test("a tag in two surroundings; one that stayed; one of a few minutes in the second", () => {
  const found = records(trackers, [
    ...STREET,
    tag("c0:00:00:00:0a:01", 5, 115, {}, { strongest: -40, mean: -60 }),
    tag("c0:00:00:00:0a:02", 1, 58),
    tag("c0:00:00:00:0a:03", 1, 64),
    tag("c0:00:00:00:0a:04", 0, 110, { state: "near", minutes: 0 }, { spans: [] }),
  ]);
  assert.deepEqual(
    found.map((r) => [r.fields.address, r.fields.surroundings, r.fields.minutes, r.fields.mean, r.fields.state]),
    [
      ["c0:00:00:00:0a:04", undefined, 0, undefined, "near"],
      ["c0:00:00:00:0a:03", 1, 63, undefined, "away"],
      ["c0:00:00:00:0a:02", 1, 57, undefined, "away"],
      ["c0:00:00:00:0a:01", 2, 110, -60, "away"],
    ],
  );
  const last = found[3]!;
  assert.deepEqual(last.fields.spans, ["2026-04-03T15:05:00Z/2026-04-03T16:55:00Z"]);
  assert.deepEqual(last.observables, [{ type: "tracker", value: "c0:00:00:00:0a:01", contact: "present" }]);
  assert.deepEqual([last.fields.uncertain, last.fields.addresses, last.fields.turns], [false, undefined, 0]);
});

/** A tag that takes a new address each fifteen minutes. */
const turning = (n: number, more: Partial<BleItem> = {}): BleItem[] =>
  Array.from({ length: n }, (_, i) =>
    tag(`c0:00:00:00:0b:0${i}`, 15 * i, 15 * i + 14.8, { model: "accessory" }, { mean: -60 - (i % 3), ...more }),
  );
const chains = (items: readonly BleItem[]): [unknown, number][] =>
  records(trackers, items).map((r) => [r.fields.address, (r.fields.turns as number) + 1]);

test("addresses that follow each other are one tag, which is not certain", () => {
  const [one, ...rest] = records(trackers, turning(5));
  assert.deepEqual(rest, []);
  const { uncertain, addresses, minutes, turns, spans, seen, mean } = one!.fields;
  assert.deepEqual([uncertain, (addresses as string[]).length, minutes, turns, seen, mean], [true, 5, 75, 4, 50, -61]);
  assert.deepEqual(spans, ["2026-04-03T15:00:00Z/2026-04-03T16:14:48Z"]);
  assert.equal(one!.observables.length, 5);
});

test("not put together: another kind, strength or state, a pause, lives of another length, tags that do not turn", () => {
  const [a, b] = turning(2) as [BleItem, BleItem];
  assert.equal(chains([a, b]).length, 1);
  const others: readonly BleItem[] = [
    { ...b, tag: { ...b.tag!, model: "airtag" } },
    { ...b, tag: { ...b.tag!, type: "dult" } },
    { ...b, tag: { ...b.tag!, state: "near" } },
    { ...b, mean: -80 },
    tag(b.address, 20, 35, b.tag, { mean: -60 }),
    { ...b, addressKind: "public" },
  ];
  for (const [i, o] of others.entries()) assert.equal(chains([a, o]).length, 2, `${i}`);
  // On a bus one gets off, another gets on.
  const rider = tag("c0:00:00:00:0c:01", 0, 27, {}, { mean: -75 });
  assert.equal(chains([rider, tag("c0:00:00:00:0c:02", 27.5, 60, {}, { mean: -75 })]).length, 2);
  // Once a day the address of a lost tag changes.
  const lost = tag("c0:00:00:00:0c:03", 0, 400, {}, { mean: -75 });
  assert.equal(chains([lost, tag("c0:00:00:00:0c:04", 400.5, 800, {}, { mean: -75 })]).length, 1);
  const tile = (from: number): BleItem => tag(`c0:00:00:00:0d:${from + 10}`, from, from + 14.8, { type: "tile" });
  assert.equal(chains([tile(0), tile(15)]).length, 2);
});

test("of two that begin at once the one as strong follows", () => {
  const [a, b] = turning(2) as [BleItem, BleItem];
  const weak = turning(2).map((i, n) => ({ ...i, address: `c0:00:00:00:0e:0${n}`, mean: -69 }));
  assert.deepEqual(chains([weak[0]!, a, weak[1]!, b]), [
    ["c0:00:00:00:0e:00", 2],
    ["c0:00:00:00:0b:00", 2],
  ]);
});
