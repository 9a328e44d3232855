import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { asctime, localMoment } from "./local-time.ts";

test("an instant by the zone of the evidence is an assumption, and says so", () => {
  const m = localMoment("2024-09-02T05:47:19.25", "x", { zone: "-06:00" })!;
  assert.equal(isoUtc(m.utc!, "ms"), "2024-09-02T11:47:19.250Z");
  assert.deepEqual([m.zone, m.precision, m.wall], [{ name: "-06:00", from: "assumed" }, "ms", undefined]);
  assert.equal(localMoment("2024-09-02T05:47:19.123456", "x", { zone: "+05:30" })!.precision, "us");
});

test("without a zone the wall clock stands alone", () => {
  assert.deepEqual(localMoment("2024-09-02T05:47:19", "seen", {}), {
    wall: "2024-09-02T05:47:19",
    seen: "seen",
    precision: "s",
  });
});

test("what is no date is no moment", () => {
  for (const wall of [
    "",
    "2024-02-30T00:00:00",
    "2024-13-01T00:00:00",
    "1960-01-01T00:00:00",
    "9999-01-01T00:00:00",
    "x",
  ])
    for (const zone of ["-06:00", "Mexico", undefined])
      assert.equal(localMoment(wall, wall, zone === undefined ? {} : { zone }), undefined, wall);
});

test("asctime, with and without the day of the week, and days of one digit", () => {
  assert.deepEqual(asctime("Mon Sep  2 05:47:19 2024 [73] <notice>"), {
    wall: "2024-09-02T05:47:19",
    seen: "Mon Sep  2 05:47:19 2024",
  });
  assert.equal(asctime("Sep 12 05:47:19 2024")?.wall, "2024-09-12T05:47:19");
  for (const line of ["", "Mon Xyz  2 05:47:19 2024", "Mon Sep 2 5:47 2024", " Mon Sep  2 05:47:19 2024"])
    assert.equal(asctime(line), undefined, line);
});

test("a zone with its changes: the offset of that day, an hour that comes twice, one that does not exist", () => {
  const offsets = [
    { from: "2008-01-01T00:00:00Z", minutes: -360 },
    { from: "2022-04-03T08:00:00Z", minutes: -300 },
    { from: "2022-10-30T07:00:00Z", minutes: -360 },
  ];
  const zone = "America/Mexico_City";
  for (const [wall, utc] of [
    ["2008-01-02T00:00:00", "2008-01-02T06:00:00Z"],
    ["2022-07-01T12:00:00", "2022-07-01T17:00:00Z"],
    ["2022-04-03T01:59:59", "2022-04-03T07:59:59Z"],
    ["2022-04-03T02:30:00", "2022-04-03T07:30:00Z"],
    ["2022-10-30T01:30:00", "2022-10-30T06:30:00Z"],
    ["2022-10-30T02:00:00", "2022-10-30T08:00:00Z"],
    ["2026-03-14T10:20:30", "2026-03-14T16:20:30Z"],
  ] as const) {
    const m = localMoment(wall, wall, { zone, offsets })!;
    assert.equal(isoUtc(m.utc!, "s"), utc, wall);
    assert.deepEqual(m.zone, { name: zone, from: "device" });
  }
});
