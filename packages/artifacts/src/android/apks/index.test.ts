import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { block, certificate, V2, V3, v2, v3 } from "@contraluz/formats/apk-signing/apk-signing.fixture.ts";
import type { Made } from "@contraluz/formats/axml/axml.fixture.ts";
import { fieldsOf, parseApk, seen } from "../../artifacts.fixture.ts";
import { makeApk } from "../../feeds/apk.fixture.ts";
import { apks } from "./index.ts";

const NAME = "name/0x01010003";
const PERMISSION = "permission/0x01010006";
const hash = (algorithm: string, b: Uint8Array): string => createHash(algorithm).update(b).digest("hex");
const part = (name: string, permission: string): Made => ({
  name,
  attributes: { [NAME]: ".X", [PERMISSION]: `android.permission.${permission}` },
});
const filter = (action: string, category?: string): Made => ({
  name: "intent-filter",
  children: [
    { name: "action", attributes: { [NAME]: action } },
    ...(category ? [{ name: "category", attributes: { [NAME]: category } }] : []),
  ],
});
const manifest = (parts: readonly Made[], more: Made["attributes"] = {}): Made => ({
  name: "manifest",
  attributes: { package: "com.ejemplo.app", "versionCode/0x0101021b": 12, "versionName/0x0101021c": "1.2", ...more },
  children: [
    { name: "uses-sdk", attributes: { "targetSdkVersion/0x01010270": 28 } },
    { name: "uses-permission", attributes: { [NAME]: "android.permission.READ_SMS" } },
    { name: "uses-permission-sdk-23", attributes: { [NAME]: "android.permission.CAMERA" } },
    { name: "uses-permission", attributes: { [NAME]: "android.permission.CAMERA" } },
    {
      name: "application",
      attributes: { "label/0x01010001": "Sincronización", "debuggable/0x0101000f": true },
      children: parts,
    },
  ],
});
const MAIN = ["android.intent.action.MAIN", "android.intent.category.LAUNCHER"] as const;

test("an app that can see everything and has no icon", async () => {
  const [ana, old] = [certificate("Ana", 7), certificate("Vieja", 8)];
  const bytes = makeApk({
    manifest: manifest([
      part("receiver", "BIND_DEVICE_ADMIN"),
      part("service", "BIND_ACCESSIBILITY_SERVICE"),
      { name: "service", children: [filter("android.service.notification.NotificationListenerService")] },
      part("service", "BIND_INPUT_METHOD"),
      part("service", "BIND_VPN_SERVICE"),
      { name: "activity", attributes: { "enabled/0x0101000e": false }, children: [filter(...MAIN)] },
      { name: "activity", children: [filter(MAIN[0], "android.intent.category.INFO")] },
    ]),
    block: block([
      [V2, v2(ana)],
      [V3, v3(ana, [old, ana])],
    ]),
  });
  const { records, problems } = await parseApk(apks, bytes, { path: "apks/com.ejemplo.app.apk" });
  assert.deepEqual(problems, []);
  const signers = [
    { sha256: hash("sha256", ana), sha1: hash("sha1", ana), scheme: "v2 v3" },
    { sha256: hash("sha256", old), sha1: hash("sha1", old), scheme: "past" },
  ];
  assert.deepEqual(records.map(fieldsOf), [
    {
      app: "com.ejemplo.app",
      file: "com.ejemplo.app.apk",
      sha256: hash("sha256", bytes),
      size: bytes.length,
      versionName: "1.2",
      versionCode: 12,
      targetSdk: 28,
      label: "Sincronización",
      permissions: ["android.permission.READ_SMS", "android.permission.CAMERA"],
      admin: true,
      accessibility: true,
      listener: true,
      keyboard: true,
      vpn: true,
      debuggable: true,
      signers,
    },
  ]);
  assert.deepEqual(seen(records[0]!), [
    "app-id installed com.ejemplo.app",
    `hash present ${hash("sha256", bytes)}`,
    ...signers.flatMap((s) => [`certificate installed ${s.sha256}`, `certificate installed ${s.sha1}`]),
  ]);
});

test("an everyday app, with an icon by an alias; a part of it; a name that lies in the resources", async () => {
  const everyday = await parseApk(
    apks,
    makeApk({ manifest: manifest([{ name: "activity-alias", children: [filter(...MAIN)] }]) }),
    { path: "apks/x.apk" },
  );
  const { admin, accessibility, listener, launcher } = everyday.records[0]!.fields;
  assert.deepEqual([admin, accessibility, listener, launcher], [undefined, undefined, undefined, true]);
  const split: Made = {
    name: "manifest",
    attributes: { package: "com.ejemplo.app", split: "config.es" },
    children: [{ name: "application", attributes: { "label/0x01010001": { reference: 0x7f010002 } } }],
  };
  const { records } = await parseApk(apks, makeApk({ manifest: split }), { path: "apks/x_1.apk" });
  assert.deepEqual([records[0]!.fields.split, records[0]!.fields.label], ["config.es", undefined]);
});

test("no APK: its hash is a record all the same", async () => {
  const { records, problems } = await parseApk(apks, new TextEncoder().encode("nada"), { path: "apks/nada.apk" });
  assert.deepEqual(Object.keys(fieldsOf(records[0]!)).sort(), ["file", "sha256", "size"]);
  assert.deepEqual(
    records[0]!.observables.map((o) => o.type),
    ["hash"],
  );
  assert.ok(problems.length > 0);
});
