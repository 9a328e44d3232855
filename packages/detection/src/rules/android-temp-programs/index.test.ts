import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, levels, type Row } from "../../android/android.fixture.ts";
import { tempPrograms as rule } from "./index.ts";

const file = (path: string, mode: string): Row => ["files", "file", { path, mode }];
const said = (rows: readonly Row[], ...known: string[]) => levels(rule, judge(rule, rows, { known }));

test("a program is a lead, in both ways of writing its mode; another file a question", () => {
  assert.deepEqual(said([file("/data/local/tmp/wd/pred.so", "-rwxrwxrwx")]), ["lead /data/local/tmp/wd/pred.so"]);
  assert.deepEqual(said([file("/data/local/tmp/x", "755")]), ["lead /data/local/tmp/x"]);
  assert.deepEqual(said([file("/data/local/tmp/x", "644"), file("/data/local/tmp/y", "-rw-rw----")]), [
    "ask /data/local/tmp (file)",
  ]);
  assert.deepEqual(said([file("/data/./local//tmp/x", "755")]), ["lead /data/local/tmp/x"]);
});

test("folders, other places, tools of developers", () => {
  assert.deepEqual(
    said([
      file("/data/local/tmp/", "drwxrwx--x"),
      file("/data/local/tmp/wd", "drwxrwxrwx"),
      file("/data/local/tmp/scrcpy-server.jar", "-rw-r--r--"),
      file("/sdcard/Download/data/local/tmp/wd/fs.db", "-rw-rw----"),
      file("/data/local/tmpx/a", "755"),
      file("data/local/tmp/a", "755"),
    ]),
    [],
  );
  const tools = ["shizuku_starter", "shizuku/starter", "collector"].map((n) => file(`/data/local/tmp/${n}`, "755"));
  assert.deepEqual(said(tools), ["info /data/local/tmp (tool)"]);
  assert.deepEqual(said([file("/data/local/tmp/shizuku_starter2", "755")]), ["lead /data/local/tmp/shizuku_starter2"]);
});

test("what runs from there, and what a crashed program had loaded from there or from memory", () => {
  assert.deepEqual(said([["processes", "process", { name: "x", path: "/data/local/tmp/x" }]]), [
    "lead /data/local/tmp/x (runs)",
  ]);
  const crash = (...mapped: string[]): Row => ["tombstones", "crash", { process: "chrome", mapped }];
  assert.deepEqual(said([crash("/system/lib64/libc.so", "/data/local/tmp/wd/pred.so")]), [
    "lead /data/local/tmp/wd/pred.so (loaded)",
  ]);
  assert.deepEqual(said([crash("/memfd:x (deleted)")]), ["lead /memfd:x (deleted) (loaded)"]);
  assert.deepEqual(said([crash("/memfd:jit-cache (deleted)", "/dev/ashmem/dalvik")]), []);
});

test("known paths are not told; many are some findings and one for the rest", () => {
  const many = Array.from({ length: 9 }, (_, i) => file(`/data/local/tmp/p${i}`, "755"));
  const hits = judge(rule, many);
  assert.deepEqual([hits.length, hits[6]!.subject, hits[6]!.records.length], [7, "… (program)", 3]);
  assert.deepEqual(said(many.slice(0, 1), "/data/local/tmp/p0"), []);
});
