import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, levels, type Row, when } from "../../android/android.fixture.ts";
import { adbShell as rule } from "./index.ts";

const T = "2024-05-06T10:00:00Z";
const log = (type: string, fields: Row[2] = {}, at = T): Row => ["intrusion-logs", "security", { type, ...fields }, at];
const said = (rows: readonly Row[], context = {}) => levels(rule, judge(rule, rows, context));

test("what writes, installs or opens a shell is asked about; what reads is a note", () => {
  for (const command of [
    "pm install -r a.apk",
    "getprop; rm -rf /sdcard",
    "settings put global a 1",
    "cat a > b",
    "sh",
    "env sh -x a",
    "mount -o remount,rw /",
    "date -s 20240101",
    "logcat -b all -c",
    "find /sdcard -name x -delete",
    "find / -execdir sh {} +",
    "dumpsys deviceidle whitelist +mx.spy",
    "dumpsys battery unplug",
    "dumpsys batterystats --reset",
  ])
    assert.deepEqual(said([log("adb_shell_cmd", { command })]), ["ask adb"], command);
  for (const command of [
    "getprop",
    "mount",
    "env",
    "date",
    "dumpsys battery",
    "dumpsys package mx.normal",
    "pm list packages -U -u -i",
    "find '/sdcard' 2> /dev/null",
    "logcat -d -b all '*:V'",
  ])
    assert.deepEqual(said([log("adb_shell_cmd", { command })]), ["info adb (read)"], command);
  assert.deepEqual(said([log("adb_shell_interactive"), log("adb_sync_recv_file", { path: "/sdcard/a" })]), [
    "ask adb",
    "info adb (read)",
  ]);
  assert.deepEqual(said([log("adb_sync_send_file", { path: "/data/local/tmp/collector" })]), ["info adb (read)"]);
  assert.deepEqual(said([log("app_process_start"), ["intrusion-logs", "dns", { type: "adb_shell_cmd" }, T]]), []);
});

test("what the copy did is a note, by its own times or by those of the report", () => {
  const made: Row = [
    "acquisition",
    "acquisition",
    { started: when("2024-05-06T09:58:00Z") as never, completed: when("2024-05-06T10:20:00Z") as never },
  ];
  assert.deepEqual(said([made, log("adb_shell_cmd", { command: "sh" })]), ["info adb (own)"]);
  assert.deepEqual(said([log("adb_shell_cmd", { command: "sh" }, "2024-05-31T23:40:00Z")]), ["info adb (own)"]);
  const op: Row = ["app-ops", "op", { app: "com.android.shell", op: "READ_SMS", access: when(T) as never }, T];
  assert.deepEqual(said([made, op]), ["info adb (own)"]);
  assert.deepEqual(said([op, ["app-ops", "op", { app: "mx.a", op: "READ_SMS", access: when(T) as never }, T]]), [
    "info adb (read)",
  ]);
});

test("in a window of the context another rule tells it", () => {
  assert.deepEqual(said([log("adb_shell_cmd", { command: "sh" })], { custody: [["2024-05-06", "2024-05-06"]] }), []);
});
