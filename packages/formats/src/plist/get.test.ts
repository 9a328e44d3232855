import assert from "node:assert/strict";
import { test } from "node:test";
import { asArray, asBytes, asDict, asNumber, asString, get, isDate, isUid, type PlistValue } from "./index.ts";

const date = { date: 5n, seen: "5" };
const values: readonly (PlistValue | undefined)[] = [
  undefined,
  null,
  true,
  1,
  2n ** 60n,
  "s",
  new Uint8Array(2),
  date,
  { uid: 3 },
  [1],
  new Map([["k", 1]]),
];

test("each look gives its type and undefined for all others", () => {
  const looks: [(v: PlistValue | undefined) => unknown, readonly number[]][] = [
    [asDict, [10]],
    [asArray, [9]],
    [asString, [5]],
    [asNumber, [3, 4]],
    [asBytes, [6]],
  ];
  for (const [look, own] of looks)
    for (const [i, v] of values.entries())
      assert.equal(look(v) !== undefined, own.includes(i), `${look.name} of value ${i}`);
  assert.equal(asNumber(2n ** 60n), 2 ** 60);
  assert.deepEqual(
    values.filter((v) => isDate(v)),
    [date],
  );
  assert.deepEqual(
    values.filter((v) => isUid(v)),
    [{ uid: 3 }],
  );
});

test("get follows keys and indexes, and never a prototype", () => {
  const v: PlistValue = new Map<string, PlistValue>([["a", [new Map([["b", "found"]])]]]);
  assert.equal(get(v, "a", 0, "b"), "found");
  assert.equal(get(v), v);
  for (const path of [
    ["a", 1],
    ["a", "0"],
    ["a", "length"],
    [0],
    ["__proto__"],
    ["size"],
    ["a", 0, "b", "c"],
    ["a", -1],
    ["a", 0.5],
  ]) {
    assert.equal(get(v, ...path), undefined, path.join("/"));
  }
});
