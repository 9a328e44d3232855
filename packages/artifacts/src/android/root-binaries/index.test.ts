import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseJsonFile, seen } from "../../artifacts.fixture.ts";
import { rootBinaries } from "./index.ts";

test("each line of an output is a program", async () => {
  const { records, problems } = await parseJsonFile(rootBinaries, ["/sbin/su\n/system/xbin/su\n", "/data/adb/magisk"]);
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { path: "/sbin/su", name: "su" },
    { path: "/system/xbin/su", name: "su" },
    { path: "/data/adb/magisk", name: "magisk" },
  ]);
  assert.deepEqual(records.flatMap(seen), [
    "file-path present /sbin/su",
    "file-path present /system/xbin/su",
    "file-path present /data/adb/magisk",
  ]);
});

test("an empty list, and what is no path", async () => {
  assert.deepEqual(await parseJsonFile(rootBinaries, []), { records: [], problems: [], ok: true });
  const { records, problems } = await parseJsonFile(rootBinaries, ["which: not found", 7, { a: 1 }]);
  assert.deepEqual([records.length, problems.length], [0, 3]);
});
