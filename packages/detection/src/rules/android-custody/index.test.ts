import assert from "node:assert/strict";
import { test } from "node:test";
import { app, judge, levels, PLAY, type Row, when } from "../../android/android.fixture.ts";
import { custody as rule } from "./index.ts";

const IN = "2024-05-06T12:00:00Z";
const OUT = "2024-05-05T12:00:00Z";
const WINDOW = { custody: [["2024-05-06", "2024-05-06"]] as const };
const all = (at: string): Row[] => [
  ["usb", "event", { vendor: "0x18d1", product: "0x4ee7", type: "attached" }, at],
  ["keyguard", "attempts", { failed: 4 }, at],
  ["adb-keys", "key", { user: "root@estacion", fingerprint: "AA:BB", last: when(at) as never }],
  ["intrusion-logs", "security", { type: "adb_shell_cmd", command: "pm install -r /data/local/tmp/.m.apk" }, at],
  ["intrusion-logs", "security", { type: "adb_sync_send_file", path: "/data/local/tmp/.m.apk" }, at],
  ["intrusion-logs", "security", { type: "keyguard_dismissed" }, at],
  ["files", "file", { path: "/data/local/tmp/.st", mode: "-rw-rw-rw-" }, at],
  ["install-log", "event", { app: "mx.spy", action: "install", by: "2000" }, at],
  app("mx.spy", { initiator: "com.android.shell" }, at),
];

test("what happened in the window is one lead, told in the order in which a phone is opened", () => {
  const hits = judge(rule, [...all(IN), ...all(OUT)], WINDOW);
  assert.deepEqual(levels(rule, hits), ["lead 2024-05-06 – 2024-05-06"]);
  const [{ params, records }] = hits as [(typeof hits)[0]];
  assert.deepEqual([params!.kinds, records.length], [7, 9]);
  assert.match(
    String(params!.what_es),
    /USB una vez .0x18d1:0x4ee7.*5 intentos.*root@estacion.*pm install.*\.m\.apk.*mx\.spy.*\/data\/local\/tmp\/\.st/,
  );
});

test("what two copies of a report tell counts once, and both are kept", () => {
  const usb = all(IN)[0]!;
  const [hit] = judge(rule, [usb, usb], WINDOW);
  assert.match(String(hit!.params!.what_en), /USB once/);
  assert.equal(hit!.records.length, 2);
});

test("without a window, or with nothing in it, it says nothing", () => {
  assert.deepEqual(judge(rule, all(IN)), []);
  assert.deepEqual(judge(rule, all(OUT), WINDOW), []);
  assert.deepEqual(judge(rule, all(IN), { custody: [["x", "y"]] }), []);
});

test("updates by a shop, apps of the system, what was detached, and folders are none", () => {
  const rows: Row[] = [
    app("com.whatsapp", { installer: PLAY }, IN),
    app("mx.sys", { system: true }, IN),
    ["usb", "event", { type: "detached" }, IN],
    ["usb", "event", { type: "computer-disconnected" }, IN],
    ["install-log", "event", { app: "mx.b", action: "install-failed", by: "0" }, IN],
    ["install-log", "event", { app: "mx.b", action: "install", by: "10123" }, IN],
    ["files", "file", { path: "/data/local/tmp/" }, IN],
    ["files", "file", { path: "/sdcard/Download/a.pdf" }, IN],
    ["intrusion-logs", "security", { type: "package_updated", app: "com.whatsapp" }, IN],
    ["intrusion-logs", "security", { type: "package_installed", app: "com.whatsapp" }, IN],
    ["adb-keys", "key", { user: "ana@casa", own: true, last: when(IN) as never }],
  ];
  assert.deepEqual(judge(rule, rows, WINDOW), []);
});

test("an installation of an app that no list names counts: a log alone knows no shops", () => {
  const log: Row = ["intrusion-logs", "security", { type: "package_installed", app: "mx.spy" }, IN];
  assert.match(
    String(judge(rule, [log], WINDOW)[0]!.params!.what_en),
    /apps were installed past the store \(mx\.spy\)/,
  );
});

test("what belongs to the copy is left out, and a day of attempts does not push out a key", () => {
  const made: Row = [
    "acquisition",
    "acquisition",
    { started: when("2024-05-06T11:50:00Z") as never, completed: when("2024-05-06T12:10:00Z") as never },
  ];
  assert.deepEqual(judge(rule, [made, ...all(IN)], WINDOW), []);
  const tries = Array.from(
    { length: 300 },
    (_, i): Row => [
      "keyguard",
      "attempts",
      { failed: 1 },
      IN.replace("12:00:00", `12:00:00.${String(i).padStart(3, "0")}`),
    ],
  );
  const [hit] = judge(rule, [...tries, all(IN)[2]!], WINDOW);
  assert.equal(hit!.records.length, 21);
  assert.match(String(hit!.params!.what_en), /300 attempts/);
});
