import assert from "node:assert/strict";
import { test } from "node:test";
import { app, judge, levels, PLAY, type Row } from "../../android/android.fixture.ts";
import { defaultApps as rule } from "./index.ts";

const role = (name: string, role: string): Row => ["roles", "role", { app: name, role: `android.app.role.${role}` }];
const keyboard = (name: string): Row => [
  "settings",
  "setting",
  { name: "default_input_method", value: `${name}/.Keyboard` },
];

test("an app from a file is asked about with all that it handles, one of a shop is a note, the system is none", () => {
  const rows = [
    app("mx.file", { installer: "com.google.android.packageinstaller" }),
    app("mx.shop", { installer: PLAY }),
    app("mx.sys", { system: true }),
  ];
  const hits = judge(rule, [...rows, role("mx.file", "SMS"), keyboard("mx.file"), role("mx.shop", "DIALER")]);
  assert.deepEqual(levels(rule, hits), ["ask mx.file", "info roles"]);
  assert.equal(hits[0]!.params!.what_es, "mensajes SMS, teclado");
  assert.deepEqual(
    judge(rule, [...rows, role("mx.sys", "SMS"), role("mx.file", "BROWSER"), role("mx.other", "SMS")]),
    [],
  );
  assert.deepEqual(judge(rule, [...rows, role("mx.file", "SMS")], { known: ["MX.FILE"] }), []);
});
