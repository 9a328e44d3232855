import assert from "node:assert/strict";
import { test } from "node:test";
import { app, judge, levels, type Row } from "../../android/android.fixture.ts";
import { openSystem as rule } from "./index.ts";

const prop = (name: string, value: string): Row => ["properties", "property", { name, value }];
const mount = (folder: string, options: string, type = "ext4", device = "/dev/block/dm-4"): Row => [
  "mounts",
  "mount",
  { device, folder, type, options },
];
const said = (rows: readonly Row[], ...known: string[]) => levels(rule, judge(rule, rows, { known }));

test("start, root and SELinux are one lead each, with all their signs", () => {
  const rows: Row[] = [
    prop("ro.boot.verifiedbootstate", "orange"),
    prop("ro.boot.flash.locked", "0"),
    prop("ro.build.tags", "test-keys"),
    ["root-binaries", "binary", { path: "/system/xbin/su" }],
    mount("/system", "rw,relatime"),
    app("com.topjohnwu.magisk"),
    ["selinux", "mode", { mode: "Permissive" }],
  ];
  const hits = judge(rule, rows);
  assert.deepEqual(levels(rule, hits), ["lead start", "lead root", "lead selinux"]);
  assert.deepEqual(
    hits.map((h) => h.records.length),
    [3, 3, 1],
  );
  assert.deepEqual(said(rows, "start", "ROOT"), ["info start", "info root", "lead selinux"]);
});

test("a key of the maker's own, a warranty bit, an app of root alone are notes", () => {
  assert.deepEqual(said([prop("ro.boot.verifiedbootstate", "yellow"), prop("ro.boot.flash.locked", "1")]), [
    "info start",
  ]);
  assert.deepEqual(said([prop("ro.boot.warranty_bit", "1")]), ["info start"]);
  assert.deepEqual(said([app("com.topjohnwu.magisk")]), ["info root"]);
  const startup: Row = ["intrusion-logs", "security", { type: "os_startup", state: "orange" }];
  assert.deepEqual(said([startup]), ["lead start"]);
});

test("what the kernel was told at the start counts though the properties say otherwise", () => {
  const boot: Row = ["header", "boot", { verified: "orange", warranty: "1", build: "x" }];
  const [hit] = judge(rule, [prop("ro.boot.verifiedbootstate", "green"), boot]);
  assert.deepEqual(
    [hit!.level, hit!.subject, hit!.params!.what],
    ["lead", "start", "ro.boot.verifiedbootstate = orange"],
  );
  assert.deepEqual(said([["header", "boot", { verified: "green", locked: "1", selinux: "enforcing" }]]), []);
});

test("a phone as sold says nothing", () => {
  assert.deepEqual(
    said([
      prop("ro.boot.verifiedbootstate", "green"),
      prop("ro.boot.vbmeta.device_state", "locked"),
      prop("ro.build.tags", "release-keys"),
      prop("ro.debuggable", "0"),
      prop("constructor", "1"),
      mount("/", "ro,seclabel"),
      mount("/", "rw,seclabel", "rootfs", "rootfs"),
      mount("/vendor_dlkm", "rw"),
      mount("/apex", "rw", "tmpfs", "tmpfs"),
      mount("/data", "rw", "f2fs"),
      ["selinux", "mode", { mode: "Enforcing" }],
      ["processes", "process", { name: "shizuku_server", label: "u:r:shell:s0" }],
      ["root-binaries", "binary", { path: "" }],
      ["intrusion-logs", "security", { type: "os_startup", state: "green" }],
    ]),
    [],
  );
  assert.deepEqual(said([mount("/system/bin", "rw", "tmpfs", "magisk")]), []);
  assert.deepEqual(said([mount("/system", "ro", "tmpfs", "tmpfs")]), ["lead root"]);
});
