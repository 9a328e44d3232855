import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, levels } from "../../android/android.fixture.ts";
import { logMarker as rule } from "./index.ts";

test("lines with the word are one lead, other lines none", () => {
  const hits = judge(rule, [
    ["logcat", "event", { type: "bigpretzel", tag: "x" }],
    ["logcat", "event", { type: "bigpretzel", tag: "y" }],
    ["logcat", "event", { type: "install", tag: "bigpretzel" }],
  ]);
  assert.deepEqual(levels(rule, hits), ["lead BIGPRETZEL"]);
  assert.equal(hits[0]!.records.length, 2);
  assert.deepEqual(judge(rule, [["logcat", "event", { type: "install" }]]), []);
});
