import assert from "node:assert/strict";
import { test } from "node:test";
import { nodePlatform } from "@contraluz/platform-node";
import { offsetsOf } from "./zone.ts";

const platform = nodePlatform({ workers: 0 });
const UNTIL = Date.UTC(2026, 2, 14);

test("a zone that gave up its summer time: every change to the minute", () => {
  const all = offsetsOf("America/Mexico_City", UNTIL, platform)!;
  assert.deepEqual(all.slice(0, 3), [
    { from: "2008-01-01T00:00:00Z", minutes: -360 },
    { from: "2008-04-06T08:00:00Z", minutes: -300 },
    { from: "2008-10-26T07:00:00Z", minutes: -360 },
  ]);
  assert.deepEqual(all.slice(-2), [
    { from: "2022-04-03T08:00:00Z", minutes: -300 },
    { from: "2022-10-30T07:00:00Z", minutes: -360 },
  ]);
});

test("zones without changes, of half hours; names that are none", () => {
  assert.deepEqual(offsetsOf("UTC", UNTIL, platform), [{ from: "2008-01-01T00:00:00Z", minutes: 0 }]);
  assert.deepEqual(offsetsOf("Asia/Kolkata", UNTIL, platform), [{ from: "2008-01-01T00:00:00Z", minutes: 330 }]);
  for (const name of ["", "Mars/Olympus", "x".repeat(5000), "America/Mexico_City\u0000"])
    assert.equal(offsetsOf(name, UNTIL, platform), undefined, name);
  assert.equal(offsetsOf("UTC", UNTIL, {}), undefined);
});
