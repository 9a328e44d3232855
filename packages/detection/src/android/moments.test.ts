import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord } from "@contraluz/core";
import { CONTEXT, ref } from "../detection.fixture.ts";
import { when } from "./android.fixture.ts";
import { custodyOf, isIn, lastUse, madeBy, madeOf } from "./moments.ts";

const record = (kind: string, fields: ArtifactRecord["fields"], at?: string): ArtifactRecord => ({
  kind,
  fields,
  observables: [],
  origin: ref(0).origin,
  ...(at ? { at: when(at) } : {}),
});
const utc = (iso: string): bigint => when(iso).utc!;

test("the making of the evidence: what the acquisition says, else the hour before the report", () => {
  const made = madeOf(
    record("acquisition", { started: when("2024-05-06T10:00:00Z"), completed: when("2024-05-06T10:20:00Z") } as never),
  )!;
  const isOurs = madeBy([made, {}], CONTEXT);
  assert.deepEqual(
    ["2024-05-06T09:54:00Z", "2024-05-06T09:56:00Z", "2024-05-06T10:24:00Z", "2024-05-06T10:26:00Z"].map((t) =>
      isOurs(utc(t)),
    ),
    [false, true, true, false],
  );
  const byReport = madeBy([], { ...CONTEXT, asOf: "2024-06-01T00:00:00Z" });
  assert.deepEqual([byReport(utc("2024-05-31T23:10:00Z")), byReport(utc("2024-05-31T22:50:00Z"))], [true, false]);
  assert.deepEqual([madeBy([], { ...CONTEXT, asOf: "" })(1n), isOurs(undefined)], [false, false]);
  // An acquisition of a year is none.
  const long = madeOf(
    record("acquisition", { started: when("2024-05-06T10:00:00Z"), completed: when("2025-05-06T10:00:00Z") } as never),
  )!;
  assert.ok(!madeBy([long], CONTEXT)(utc("2024-06-06T10:00:00Z")));
  assert.equal(madeOf(record("acquisition", {})), undefined);
});

test("windows of the context: a day alone is all of it, what is no date is none", () => {
  const [w, ...more] = custodyOf({ ...CONTEXT, custody: [["2024-05-06", "2024-05-06"] as const, ["x", "y"] as const] });
  assert.deepEqual(
    [isIn(utc("2024-05-06T23:59:59Z"), w!), isIn(utc("2024-05-07T00:00:00Z"), w!), more],
    [true, false, []],
  );
});

test("when a key was last used: known, or between two bounds that lie close together", () => {
  const key = (after: string, before: string) =>
    lastUse(record("key", { after: when(after), before: when(before) } as never));
  assert.equal(lastUse(record("key", {}, "2024-05-06T10:00:00Z")), utc("2024-05-06T10:00:00Z"));
  assert.equal(key("2024-05-06T10:00:00Z", "2024-05-06T12:00:00Z"), utc("2024-05-06T11:00:00Z"));
  assert.equal(key("2024-05-01T10:00:00Z", "2024-05-06T12:00:00Z"), undefined);
  assert.equal(lastUse(record("key", {})), undefined);
});
