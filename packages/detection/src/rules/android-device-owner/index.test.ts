import assert from "node:assert/strict";
import { test } from "node:test";
import { app, judge, levels, PLAY, type Row } from "../../android/android.fixture.ts";
import { deviceOwner as rule } from "./index.ts";

const owner = (name: string, type = "profile"): Row => ["device-policy", "owner", { app: name, type }];
const said = (rows: readonly Row[], ...known: string[]) => levels(rule, judge(rule, rows, { known }));

test("who administers is asked about; from a file it is a lead; known names answer", () => {
  assert.deepEqual(said([app("mx.dpc", { installer: PLAY }), owner("mx.dpc")]), ["ask mx.dpc"]);
  assert.deepEqual(said([app("mx.dpc", { initiator: "com.android.shell" }), owner("mx.dpc", "device")]), [
    "lead mx.dpc",
  ]);
  assert.deepEqual(said([owner("mx.dpc")]), ["ask mx.dpc"]);
  assert.deepEqual(said([owner("mx.dpc")], "MX.dpc"), []);
  assert.deepEqual(said([["device-policy", "admin", { app: "mx.dpc" }], owner("")]), []);
});

test("of many owners none is left out", () => {
  const rows = Array.from({ length: 8 }, (_, i) => owner(`mx.dpc${i}`));
  assert.deepEqual(said(rows).slice(5), ["ask …"]);
  assert.deepEqual(said([app("mx.dpc7", { initiator: "com.android.shell" }), ...rows]).slice(5), ["lead …"]);
});
