import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, levels, type Row, when } from "../../android/android.fixture.ts";
import { adbKeys as rule } from "./index.ts";

const key = (fingerprint: string, user: string, last?: string, own = false): Row => [
  "adb-keys",
  "key",
  { fingerprint, user, own, ...(last ? { last: when(last) as never } : {}) },
  last,
];
const said = (rows: readonly Row[], context = {}) => levels(rule, judge(rule, rows, context));

test("each computer is asked about; that of the copy is a note", () => {
  const rows = [key("AA", "ana@casa"), key("BB", "lab@x", "2024-05-06T10:00:00Z", true), key("CC", "@unknown")];
  assert.deepEqual(said(rows), ["ask AA", "ask CC", "info adb (own)"]);
  assert.deepEqual(said(rows, { known: ["ANA@casa", "cc"] }), ["info adb (own)"]);
});

test("one used while the phone was in other hands is a lead; one used when the report was made is its own", () => {
  const custody = [["2024-05-06", "2024-05-07"]];
  assert.deepEqual(said([key("AA", "x", "2024-05-06T10:00:00Z")], { custody }), ["lead AA"]);
  assert.deepEqual(said([key("AA", "x", "2024-05-31T23:30:00Z")]), ["info adb (own)"]);
  // Whoever had the phone may have made a copy, too.
  const taken = { custody: [["2024-05-31", "2024-06-01"]] };
  assert.deepEqual(said([key("AA", "x", "2024-05-31T23:30:00Z")], taken), ["lead AA"]);
});

test("a key that two places tell is one; many are some questions and one for the rest", () => {
  assert.deepEqual(said([key("AA", "x"), key("AA", "x", "2024-01-01T00:00:00Z")]), ["ask AA"]);
  const hits = judge(
    rule,
    Array.from({ length: 8 }, (_, i) => key(`A${i}`, `pc${i}`)),
  );
  assert.deepEqual([hits.length, hits[5]!.subject, hits[5]!.params!.count], [6, "…", 3]);
  assert.deepEqual(said([key("", ""), ["adb-keys", "x", { fingerprint: "AA" }]]), []);
});
