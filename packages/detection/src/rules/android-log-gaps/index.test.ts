import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, levels, type Row } from "../../android/android.fixture.ts";
import { logGaps as rule } from "./index.ts";

const log = (type: string, hour: number, fields: Row[2] = {}): Row => [
  "intrusion-logs",
  "security",
  { type, ...fields },
  `2024-05-06T${String(hour).padStart(2, "0")}:00:00Z`,
];
const said = (rows: readonly Row[]) => levels(rule, judge(rule, rows));

test("off and on again is a lead with its hours; a start alone is a restart", () => {
  const hits = judge(rule, [log("logging_started", 10), log("logging_stopped", 3), log("logging_started", 1)]);
  assert.deepEqual(levels(rule, hits), ["lead 2024-05-06T03:00:00Z"]);
  assert.deepEqual([hits[0]!.params!.hours, hits[0]!.records.length], [7, 2]);
  assert.deepEqual(said([log("logging_started", 1), log("logging_started", 5)]), []);
  assert.deepEqual(said([log("logging_stopped", 4)]), ["lead 2024-05-06T04:00:00Z"]);
});

test("two stops without a start are one; many are some and one for the rest; broken integrity is a note", () => {
  assert.deepEqual(said([log("logging_stopped", 4), log("logging_stopped", 5)]), ["lead 2024-05-06T04:00:00Z"]);
  const many = Array.from({ length: 8 }, (_, i) => [log("logging_stopped", 2 * i), log("logging_started", 2 * i + 1)]);
  assert.deepEqual(said(many.flat()).slice(5), ["lead …"]);
  assert.deepEqual(said([log("cert_validation_failure", 1), log("crypto_self_test_completed", 2, { result: false })]), [
    "info integrity",
  ]);
  assert.deepEqual(said([log("crypto_self_test_completed", 2, { result: true }), log("os_shutdown", 3)]), []);
});
