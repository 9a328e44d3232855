import assert from "node:assert/strict";
import { test } from "node:test";
import type { Acquisition } from "@contraluz/core";
import { CONTEXT } from "./detection.fixture.ts";
import { localContext } from "./local-context.ts";

const custody = (windows: readonly (readonly [string, string])[], ...of: Partial<Acquisition>[]) =>
  localContext(
    { ...CONTEXT, custody: windows },
    of.map((a) => ({ kind: "android-bugreport", ...a })),
  ).custody;
const MEXICO: Partial<Acquisition> = {
  zone: "America/Mexico_City",
  offsets: [
    { from: "2022-04-03T08:00:00Z", minutes: -300 },
    { from: "2022-10-30T07:00:00Z", minutes: -360 },
  ],
};

test("a window without a zone is read by the phone's clock of that day; a day alone is all of it", () => {
  assert.deepEqual(custody([["2026-01-01", "2026-01-02"]], {}, MEXICO), [
    ["2026-01-01T00:00-06:00", "2026-01-02T23:59:59.999999999-06:00"],
  ]);
  assert.deepEqual(custody([["2022-10-30 00:30", "2022-10-30T12:00:00"]], MEXICO), [
    ["2022-10-30T00:30-05:00", "2022-10-30T12:00:00-06:00"],
  ]);
  assert.deepEqual(custody([["2024-05-06", "2024-05-06T10:00"]], { zone: "+05:30" }), [
    ["2024-05-06T00:00+05:30", "2024-05-06T10:00+05:30"],
  ]);
});

test("a zone that the person gave stays, and where no zone is known so does the text", () => {
  const windows = [["2026-01-01T00:00Z", "2026-01-02T10:00-03:00"]] as const;
  assert.deepEqual(custody(windows, MEXICO), windows);
  for (const a of [{}, { zone: "America/Mexico_City" }])
    assert.deepEqual(custody([["2026-01-01", "ayer"]], a), [["2026-01-01", "ayer"]]);
});
