import assert from "node:assert/strict";
import { test } from "node:test";
import { near } from "./near.ts";

const IDS = ["ios/manifest", "ios/sms", "ios/safari-history", "ios/configuration-profiles", "ios/tcc"];

test("a slip of the finger finds its word, the nearest first", () => {
  assert.deepEqual(near("chekc", ["check", "recheck", "report"]), ["check"]);
  assert.deepEqual(near("rechek", ["check", "recheck", "report"])[0], "recheck");
  assert.deepEqual(near("--inidcators", ["--indicators", "--only"]), ["--indicators"]);
});

test("a part, another case, or a missing group is enough", () => {
  assert.deepEqual(near("ios/safari", IDS), ["ios/safari-history"]);
  assert.deepEqual(near("ios/safary", IDS)[0], "ios/safari-history");
  assert.deepEqual(near("profiles", IDS), ["ios/configuration-profiles"]);
  assert.deepEqual(near("IOS/SMS", IDS)[0], "ios/sms");
  assert.deepEqual(near("manifets", IDS), ["ios/manifest"]);
});

test("nothing is guessed of what is too short, too long or too far", () => {
  for (const w of ["", "x", "zzzzzz", "a".repeat(10_000)]) assert.deepEqual(near(w, IDS), [], w.slice(0, 9));
});
