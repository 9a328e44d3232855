import assert from "node:assert/strict";
import { test } from "node:test";
import { app, judge, levels, PLAY, type Row } from "../../android/android.fixture.ts";
import { hiddenApp as rule } from "./index.ts";

const on = (name: string, state = "enabled"): Row => ["accessibility", "service", { app: name, state }];
const admin = (name: string): Row => ["device-policy", "admin", { app: name }];
const listener = (name: string): Row => ["notification-listeners", "listener", { app: name, state: "enabled" }];
const launcher: Row = ["components", "launcher", { app: "mx.normal" }];
const FILE = { installer: "com.google.android.packageinstaller" };
const said = (rows: readonly Row[], ...known: string[]) => levels(rule, judge(rule, rows, { known }));

test("from a file, without an icon, with power over the phone: a lead", () => {
  const hits = judge(rule, [app("mx.spy", FILE), launcher, on("mx.spy"), admin("mx.spy"), listener("mx.spy")]);
  assert.deepEqual(levels(rule, hits), ["lead mx.spy"]);
  assert.match(String(hits[0]!.params!.what_es), /accesibilidad.*administrador.*avisos/);
  // The records of all its powers, and of where it came from.
  assert.deepEqual(
    hits[0]!.records.map((r) => r.ordinal),
    [0, 2, 3, 4],
  );
  assert.deepEqual(said([app("mx.spy", FILE), launcher, listener("mx.spy")]), ["lead mx.spy"]);
});

test("with an icon, or with one power where icons are not known, it asks", () => {
  const icon: Row = ["components", "launcher", { app: "mx.spy" }];
  assert.deepEqual(said([app("mx.spy", FILE), icon, on("mx.spy"), admin("mx.spy")]), ["ask mx.spy"]);
  assert.deepEqual(said([app("mx.spy", FILE), on("mx.spy")]), ["ask mx.spy"]);
  const [strong] = judge(rule, [app("mx.spy", FILE), on("mx.spy"), admin("mx.spy")]);
  assert.deepEqual([strong!.level, strong!.subject, strong!.params!.case], ["lead", "mx.spy", "strong"]);
  assert.deepEqual(said([app("mx.spy", FILE), on("mx.spy"), ["apks", "apk", { app: "mx.spy", targetSdk: 28 }]]), [
    "lead mx.spy",
  ]);
});

test("of an icon the phone's table decides, before the APK; a part of an app tells nothing", () => {
  const apk = (more: Row[2]): Row => ["apks", "apk", { app: "mx.spy", targetSdk: 28, ...more }];
  const rows = [app("mx.spy", FILE), on("mx.spy")];
  assert.deepEqual(said([...rows, apk({ launcher: true }), launcher]), ["lead mx.spy"]);
  assert.deepEqual(said([...rows, apk({ launcher: true })]), ["ask mx.spy"]);
  assert.deepEqual(said([...rows, apk({ split: "config.es" })]), ["ask mx.spy"]);
});

test("apps of the system say nothing, those of a shop are a note, without an icon a question", () => {
  const icon: Row = ["components", "launcher", { app: "mx.pass" }];
  assert.deepEqual(said([app("mx.talk", { system: true }), launcher, on("mx.talk")]), []);
  assert.deepEqual(said([app("mx.pass", { installer: PLAY }), icon, on("mx.pass")]), ["info permissions (store)"]);
  assert.deepEqual(said([app("mx.pass", { installer: PLAY }), launcher, admin("mx.pass")]), ["ask mx.pass"]);
  assert.deepEqual(said([launcher, listener("mx.home")]), ["info permissions (unknown)"]);
  assert.deepEqual(said([launcher, on("mx.home")]), ["ask mx.home"]);
});

test("what is only installed, what manages a work profile, what the person knows", () => {
  assert.deepEqual(said([app("mx.spy", FILE), launcher, on("mx.spy", "installed")]), []);
  const owner: Row = ["device-policy", "owner", { app: "mx.dpc", type: "profile" }];
  assert.deepEqual(said([app("mx.dpc", FILE), owner, admin("mx.dpc")]), []);
  assert.deepEqual(said([app("mx.spy", FILE), launcher, on("mx.spy"), admin("mx.spy")], "MX.spy"), [
    "info permissions (hidden)",
  ]);
});

test("settings name services where the service does not (Android 8)", () => {
  const setting: Row = [
    "settings",
    "setting",
    { name: "enabled_accessibility_services", apps: ["mx.spy", "com.google.talk", 5 as never] },
  ];
  const rows = [app("mx.spy", FILE), app("com.google.talk", { system: true }), launcher, setting];
  assert.deepEqual(said(rows), ["lead mx.spy"]);
  assert.deepEqual(said([app("mx.spy", FILE), ["settings", "setting", { name: "constructor", apps: ["mx.spy"] }]]), []);
});

test("many are some findings and one for the rest", () => {
  const names = Array.from({ length: 12 }, (_, i) => `mx.spy${i}`);
  const hits = judge(rule, [launcher, ...names.flatMap((n) => [app(n, FILE), on(n)])]);
  assert.deepEqual([hits.length, hits[8]!.subject, hits[8]!.params!.count], [9, "… (hidden)", 4]);
});
