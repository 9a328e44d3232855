import assert from "node:assert/strict";
import { test } from "node:test";
import { app, judge, levels, PLAY, type Row, when } from "../../android/android.fixture.ts";
import { backgroundSensors as rule } from "./index.ts";

const T = "2024-05-06T03:00:00Z";
const op = (name: string, what: string, state: string): Row => [
  "app-ops",
  "op",
  { app: name, op: what, state, access: when(T) as never },
  T,
];
const FILE = { installer: "com.google.android.packageinstaller" };
const said = (rows: readonly Row[], ...known: string[]) => levels(rule, judge(rule, rows, { known }));

test("an app from a file that listens out of sight is a lead, with all its uses", () => {
  const rows = [app("mx.spy", FILE), op("mx.spy", "RECORD_AUDIO", "cch-s"), op("mx.spy", "CAMERA", "bg")];
  const [hit, ...more] = judge(rule, [...rows, op("mx.spy", "FINE_LOCATION", "top-s"), op("mx.spy", "VIBRATE", "bg")]);
  assert.deepEqual([hit!.level, hit!.subject, hit!.records.length, more], ["lead", "mx.spy", 2, []]);
  assert.equal(hit!.params!.what_en, "microphone, camera");
  assert.deepEqual(said(rows, "MX.SPY"), ["info AppOps (back)"]);
});

test("of a shop: microphone and camera are a note, the location is ordinary; the system says nothing", () => {
  const rows = [op("mx.a", "RECORD_AUDIO", "bg-s"), op("mx.a", "FINE_LOCATION", "cch-s")];
  assert.deepEqual(said([app("mx.a", { installer: PLAY }), ...rows]), ["info AppOps (back)"]);
  assert.deepEqual(said([app("mx.a", { installer: PLAY }), rows[1]!]), []);
  assert.deepEqual(said([app("mx.a", { system: true }), ...rows]), []);
});

test("where no state is told, the use by an app from a file is a note; a rejected one is no use", () => {
  assert.deepEqual(said([app("mx.spy", FILE), op("mx.spy", "CAMERA", "")]), ["info AppOps (unknown)"]);
  assert.deepEqual(said([app("mx.a", { installer: PLAY }), op("mx.a", "CAMERA", "")]), []);
  assert.deepEqual(said([app("mx.spy", FILE), ["app-ops", "op", { app: "mx.spy", op: "CAMERA", state: "bg" }, T]]), []);
  assert.deepEqual(said([app("mx.spy", FILE), op("mx.spy", "CAMERA", "fgsvc-s")]), []);
});
