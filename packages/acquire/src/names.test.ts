import assert from "node:assert/strict";
import { test } from "node:test";
import { localPart, localPath, oneLine, uniqueNames } from "./names.ts";

test("a part of a path is a name on every system, whatever the phone called it", () => {
  for (const [from, to] of [
    ["base.apk", "base.apk"],
    ["..", "__"],
    [".", "_"],
    ["", "_"],
    ["...x", "___x"],
    ["a/b\\c:d", "a_b_c_d"],
    ["x.", "x_"],
    ["CON", "_CON"],
    ["nul.txt", "_nul.txt"],
    ["com1.log", "_com1.log"],
    ["console.log", "console.log"],
    ["ñandú 1", "_and__1"],
    ["a\u0000b\u001b", "a_b_"],
  ])
    assert.equal(localPart(from!), to, from);
  assert.equal(localPart("x".repeat(5000)).length, 120);
  assert.equal(localPath("/data//../log/./x"), "data/__/log/_/x");
  assert.equal(localPath("/"), "_");
  assert.equal(localPath("/a".repeat(100)).split("/").length, 16);
});

test("each name once; no name is a folder of another", () => {
  const unique = uniqueNames();
  const got = ["a/x.apk", "a/X.apk", "a/x_1.apk", "a/x.apk/b/c", "b/d/e", "b/d", "b/d/E", "b/f", "b/f/g"].map(unique);
  assert.deepEqual(got, [
    "a/x.apk",
    "a/X_1.apk",
    "a/x_1_1.apk",
    "a/x.apk_b_c",
    "b/d/e",
    "b/d_1",
    "b/d/E_1",
    "b/f",
    "b/f_g",
  ]);
  assert.equal(new Set(got.map((n) => n.toLowerCase())).size, got.length);
});

test("what a phone says fits a line of a log", () => {
  assert.equal(oneLine(" a\nb\u001b[31m\u202ec \r\n"), "a<U+000A>b<U+001B>[31m<U+202E>c");
  assert.equal(oneLine("x".repeat(1000)).length, 401);
  assert.equal(oneLine("día 😀"), "día 😀");
});
