import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord } from "@contraluz/core";
import { ref } from "../detection.fixture.ts";
import { when } from "./android.fixture.ts";
import { appOf, appsOf, isSideloaded } from "./apps.ts";

const take = (fields: ArtifactRecord["fields"], kind = "package") =>
  appOf({ kind, fields: { app: "mx.a", ...fields }, observables: [], origin: ref(0).origin }, () => ref(0));
const source = (fields: ArtifactRecord["fields"]) => take(fields)!.source;

test("where an app came from: who installed it, and who began", () => {
  assert.equal(source({ system: true, installer: "x" }), "system");
  assert.equal(source({ updatedSystem: true }), "system");
  assert.equal(source({ installer: "com.android.vending" }), "store");
  assert.equal(source({ installer: "com.android.vending", initiator: "com.android.shell" }), "adb");
  assert.equal(source({ installer: "null", initiator: "com.android.shell" }), "adb");
  assert.equal(source({ installer: "org.fdroid.fdroid" }), "open");
  assert.equal(source({ installer: "com.sec.android.easyMover" }), "transfer");
  assert.equal(source({ installer: "com.google.android.packageinstaller", originator: "com.android.chrome" }), "file");
  assert.equal(source({ installer: "null" }), "none");
  assert.equal(source({ installed: false, installer: "null" }), "gone");
  for (const s of ["adb", "file", "none"] as const) assert.ok(isSideloaded(s));
  for (const s of ["system", "store", "open", "transfer", "gone", undefined] as const) assert.ok(!isSideloaded(s));
});

test("days of the image are no installation; the first list decides, unless it calls the app gone", () => {
  assert.equal(take({ firstInstall: when("2009-01-01T00:00:00Z") as never })!.first, undefined);
  assert.equal(take({ firstInstall: when("2024-01-01T00:00:00Z") as never })!.first, 1_704_067_200_000_000_000n);
  const [gone, store, adb] = [
    take({ installed: false }),
    take({ installer: "com.android.vending" }),
    take({ initiator: "root" }),
  ];
  assert.equal(appsOf([gone!, store!, adb!]).get("mx.a")!.source, "store");
  for (const odd of [take({ app: "" }), take({}, "x"), take({ app: 5 })]) assert.equal(odd, undefined);
});
