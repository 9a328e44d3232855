import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { dashedMoment, dumpMoment, dumpWhen, later } from "./android-when.ts";
import { PHONE } from "./artifacts.fixture.ts";

test("dates of dumps: of the phone's zone, and none for those that stand for nothing", () => {
  const at = dumpMoment("2026-03-14 10:20:30.125", PHONE)!;
  assert.deepEqual(
    [isoUtc(at.utc!, "ms"), at.precision, at.seen],
    ["2026-03-14T16:20:30.125Z", "ms", "2026-03-14 10:20:30.125"],
  );
  for (const s of [undefined, "", "1970-01-01 00:00:00", "2008-12-31 18:00:00", "2009-01-01 00:00:00"])
    assert.equal(dumpMoment(s, PHONE), undefined, s);
  for (const s of ["2026-02-30 10:00:00", "2026-03-14T10:20:30", "9999-01-01 00:00:00", "x".repeat(25)])
    assert.equal(dumpMoment(s, PHONE), undefined, s);
  assert.equal(dumpWhen("2008-12-31 18:00:00", PHONE), "2008-12-31 18:00:00");
  assert.equal(dumpWhen(undefined, PHONE), undefined);
  assert.equal(isoUtc(dashedMoment("2026-01-04-17-30-01", PHONE)!.utc!, "s"), "2026-01-04T23:30:01Z");
  for (const s of [undefined, "", "1970-01-01-00-00-00", "2026-01-04-17-30"])
    assert.equal(dashedMoment(s, PHONE), undefined);
});

test("a time after another one: of an instant or of a clock alone, within what is a date", () => {
  const utc = dumpMoment("2026-03-14 10:20:30", PHONE);
  assert.equal(isoUtc(later(utc, -90_000, "x")!.utc!, "s"), "2026-03-14T16:19:00Z");
  const { zone, ...none } = PHONE;
  assert.equal(zone, "America/Mexico_City");
  const wall = dumpMoment("2026-12-31 23:59:59", none);
  assert.deepEqual(later(wall, 1500, "+1s500ms"), {
    wall: "2027-01-01T00:00:00.500",
    seen: "+1s500ms",
    precision: "ms",
  });
  for (const ms of [Number.NaN, 1e15, 0.5]) assert.equal(later(utc, ms, "x"), undefined);
  assert.equal(later(dumpMoment("2199-12-31 23:59:59", none), 10_000, "x"), undefined);
  assert.equal(later(undefined, 1, "x"), undefined);
});
