import assert from "node:assert/strict";
import { test } from "node:test";
import type { PositionItem } from "../../artifact.ts";
import { FILE } from "../../artifacts.fixture.ts";
import { at, records, START } from "../bluetooth.fixture.ts";
import { bluetoothPlaces } from "./index.ts";

/** A point each minute, `north` metres from where it began. */
const point = (minute: number, north: number): PositionItem => ({
  kind: "position",
  at: at(minute),
  seconds: START + 60 * minute,
  latitude: 19.4 + north / 111_320,
  longitude: -99.2,
  origin: { file: FILE, at: { offset: minute, length: 10 } },
});
const walk = (from: number, to: number, north: (minute: number) => number): PositionItem[] =>
  Array.from({ length: to - from }, (_, i) => point(from + i, north(from + i)));

const told = (items: readonly PositionItem[], content = false) =>
  records(bluetoothPlaces, items, content).map((r) => {
    const last = r.fields.last as { seen: string };
    return `${r.kind} ${r.fields.place ?? ""} ${r.at!.seen}-${last.seen}`;
  });

test("places by number, also when one comes back; ways between; where, only with consent", () => {
  const day = [
    ...walk(0, 30, (m) => (m % 3) * 20),
    ...walk(30, 50, (m) => (m - 29) * 80),
    ...walk(50, 80, () => 1680),
    ...walk(80, 100, (m) => 1680 - (m - 79) * 80),
    ...walk(100, 120, () => 30),
  ];
  assert.deepEqual(told(day), ["stay 1 0-30", "way  31-48", "stay 2 49-81", "way  82-97", "stay 1 98-119"]);
  const [first] = records(bluetoothPlaces, day);
  assert.deepEqual([first!.fields.latitude, first!.fields.longitude], [undefined, undefined]);
  assert.equal(records(bluetoothPlaces, day, true)[0]!.fields.longitude, -99.2);
});

test("a pause ends a place: nobody knows where one was", () => {
  assert.deepEqual(told([...walk(0, 20, () => 0), ...walk(100, 120, () => 0)]), ["stay 1 0-19", "stay 1 100-119"]);
  assert.deepEqual(told([point(0, 0)]), ["way  0-0"]);
  assert.deepEqual(told([]), []);
});
