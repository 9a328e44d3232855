/** Dates as people write them, and the hours that they mean. @module */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseIso } from "@contraluz/core";
import { momentOf, windowOf } from "./interval.ts";
import { parseSpoken } from "./parse.ts";
import type { SpokenTime } from "./types.ts";
import { spokenWords } from "./words.ts";

const timeOf = (from: string, to = "", o = {}): SpokenTime => {
  const p = parseSpoken(from, to, o);
  assert.ok("time" in p, `${from}: ${JSON.stringify(p)}`);
  return p.time;
};
const walls = (from: string, to = "", o = {}): string => {
  const t = timeOf(from, to, o);
  return [t.from.wall, t.from.precision, t.to?.wall, t.zone].filter((x) => x !== undefined).join(" ");
};

test("dates in both languages, with the precision that they give", () => {
  const table: readonly (readonly [string, string])[] = [
    ["2026-11-20", "2026-11-20 day"],
    ["2026-11-20 14:30", "2026-11-20T14:30 min"],
    ["2026-11-20T14:30:12.345-06:00", "2026-11-20T14:30 min -06:00"],
    ["2026-11-20T14:30Z", "2026-11-20T14:30 min UTC"],
    ["20/11/2026", "2026-11-20 day"],
    ["20-11-2026 8:05", "2026-11-20T08:05 min"],
    ["20.11.2026, 14:30 h", "2026-11-20T14:30 min"],
    ["20 de noviembre de 2026", "2026-11-20 day"],
    ["20 de noviembre de 2026 a las 3 pm", "2026-11-20T15 hour"],
    ["20 de noviembre de 2026, como a las 3 p. m.", "2026-11-20T15 hour"],
    ["20 de noviembre de 2026 a las 9 de la noche", "2026-11-20T21 hour"],
    ["20 nov 2026 12:15 am", "2026-11-20T00:15 min"],
    ["20/11/2026 por la noche", "2026-11-20T19 hour 2026-11-20T23"],
    ["madrugada del 20 de noviembre de 2026", "2026-11-20T00 hour 2026-11-20T05"],
    ["Nov 20, 2026 at 2:30pm", "2026-11-20T14:30 min"],
    ["November 20th, 2026", "2026-11-20 day"],
    ["noviembre de 2026", "2026-11 month"],
    ["11/2026", "2026-11 month"],
    ["2026-11", "2026-11 month"],
    ["2026", "2026 year"],
    ["29/02/2024", "2024-02-29 day"],
  ];
  for (const [text, want] of table) assert.equal(walls(text), want, text);
  assert.equal(walls("ayer a las 15 h", "", { today: "2026-12-01" }), "2026-11-30T15 hour");
  assert.equal(walls("2026-11-20 09:00", "2026-11-22"), "2026-11-20T09:00 min 2026-11-22");
});

test("what is no date is said, never guessed", () => {
  const fault = (from: string, to = "", o = {}): string | undefined => {
    const p = parseSpoken(from, to, o);
    return "fault" in p ? p.fault : undefined;
  };
  assert.equal(fault(""), "empty");
  assert.equal(fault("11/20/2026"), "which-month");
  assert.equal(fault("31/02/2026"), "no-such-day");
  assert.equal(fault("2026-13-01"), "no-such-day");
  assert.equal(fault("20 de noviembre"), "no-year");
  assert.equal(fault("ayer"), "no-year");
  assert.equal(fault("20/11/26"), "no-year");
  assert.equal(fault("el otro día"), "not-a-date");
  assert.equal(fault("20/11/2026 25:00"), "not-a-date");
  assert.equal(fault("20/11/2026 13 pm"), "not-a-date");
  assert.equal(fault("noviembre de 2026 a las 3 pm"), "not-a-date");
  assert.equal(fault("2026-11-20", "2026-11-19"), "order");
  assert.equal(fault("2026-11-20", "", { zone: "../../etc" }), "zone");
  for (const junk of ["9".repeat(500), "1/".repeat(5000), "noviembre ".repeat(9), "\u202e20/11/2026\u0000"])
    assert.ok(fault(junk) === "not-a-date" || walls(junk) === "2026-11-20 day");
});

test("a window takes all that its words can mean, by the clock of the zone", () => {
  assert.deepEqual(windowOf(timeOf("noviembre de 2026")), ["2026-11-01", "2026-11-30"]);
  assert.deepEqual(windowOf(timeOf("2026-11-20 09:00", "20/11/2026 5 pm")), [
    "2026-11-20T09:00:00",
    "2026-11-20T17:59:59",
  ]);
  const mexico = (_: string, ms: number): number =>
    ms < Date.UTC(2022, 9, 30, 7) && ms > Date.UTC(2022, 3, 3, 8) ? -300 : -360;
  const summer = timeOf("2022-07-01", "2022-07-02 10:00", { zone: "America/Mexico_City" });
  assert.deepEqual(windowOf(summer, mexico), ["2022-07-01T00:00:00-05:00", "2022-07-02T10:00:59-05:00"]);
  assert.deepEqual(windowOf(summer), ["2022-07-01", "2022-07-02T10:00:59"], "without tables the phone's clock is used");
  assert.equal(momentOf(summer, mexico).utc, parseIso("2022-07-01T05:00:00Z"));
  assert.deepEqual(momentOf(timeOf("20/11/2026 3 pm")), {
    wall: "2026-11-20T15:00:00",
    seen: "20/11/2026 3 pm",
    precision: "day",
  });
});

test("said back as told", () => {
  assert.equal(spokenWords(timeOf("20/11/2026 3 pm"), "es"), "20 nov 2026, hacia las 15 h");
  assert.equal(spokenWords(timeOf("2026-11-20 09:00", "2026-11-20 17:30"), "en"), "20 Nov 2026, 09:00 to 17:30");
  assert.equal(spokenWords(timeOf("20/11/2026 por la noche"), "es"), "20 nov 2026, entre las 19 y las 23 h");
  assert.equal(spokenWords(timeOf("11/2026"), "es"), "noviembre de 2026");
});
