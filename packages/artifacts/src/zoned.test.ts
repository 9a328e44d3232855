import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { ZONED_IN, zonedMoment } from "./zoned.ts";

test("times with their zone, in every form that is printed", () => {
  const utc = (s: string): string => {
    const m = zonedMoment(s)!;
    return isoUtc(m.utc!, m.precision);
  };
  assert.equal(utc("2024-09-12 14:54:53.759 -0600"), "2024-09-12T20:54:53.759Z");
  assert.equal(utc("2024-09-12 14:54:53.0321 -0600"), "2024-09-12T20:54:53.032100Z");
  assert.equal(utc("2024-09-12 20:54:53 +0000"), "2024-09-12T20:54:53Z");
  assert.equal(utc("2024-09-12T20:54:53Z"), "2024-09-12T20:54:53Z");
  assert.equal(utc("2024-09-12T09:00:28.946+0200"), "2024-09-12T07:00:28.946Z");
  assert.equal(utc("2024-09-12 8:54:53\u202fPM +0000"), "2024-09-12T20:54:53Z");
  assert.equal(utc("2024-09-12 12:00:00 AM +0000"), "2024-09-12T00:00:00Z");
  assert.deepEqual(zonedMoment("2024-09-12 14:54:53 -0600")!.zone, { name: "-06:00", from: "stated" });
  assert.equal(zonedMoment("2024-09-12 14:54:53 +0000")!.zone, undefined);
  assert.equal(ZONED_IN.exec("unlocked 2024-09-12 14:54:53 -0600")?.[0], "2024-09-12 14:54:53 -0600");
});

test("what is no such time", () => {
  for (const v of [
    "",
    "2024-09-12 14:54:53",
    "2024-02-30 14:54:53 +0000",
    "2024-09-12 13:00:00 PM +0000",
    "9999-01-01 00:00:00 +0000",
    5,
    null,
    "x".repeat(9000),
  ])
    assert.equal(zonedMoment(v), undefined, String(v));
});
