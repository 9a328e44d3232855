import assert from "node:assert/strict";
import { test } from "node:test";
import { app, judge, levels, type Row } from "../../android/android.fixture.ts";
import { protections as rule } from "./index.ts";

const set = (name: string, value: string): Row => ["settings", "setting", { namespace: "global", name, value }];
const said = (rows: readonly Row[], ...known: string[]) => levels(rule, judge(rule, rows, { known }));

test("what is off is asked about by its part; reports to the maker are a note", () => {
  const rows = [
    set("package_verifier_enable", "0"),
    set("package_verifier_user_consent", "-1"),
    set("upload_apk_enable", "0"),
    set("verifier_verify_adb_installs", "0"),
    app("com.policydm", { system: true, enabled: "disabled-user" }),
    ["qf-packages", "package", { app: "com.wssyncmldm", disabled: true }] as const,
  ];
  assert.deepEqual(said(rows), ["ask verifier", "info reports", "info adb-verifier", "ask security", "ask updates"]);
  assert.deepEqual(said(rows.slice(0, 1), "package_verifier_enable"), []);
});

test("what is on, other apps, and odd values say nothing", () => {
  assert.deepEqual(
    said([
      set("package_verifier_enable", "1"),
      set("package_verifier_user_consent", "1"),
      set("constructor", "0"),
      app("com.policydm", { enabled: "default" }),
      app("com.policydm", { enabled: "disabled-until-used" }),
      app("mx.a", { enabled: "disabled-user" }),
    ]),
    [],
  );
});

test("apps that may install others are a note, those of the system are none", () => {
  const may = (name: string, mode = "allow"): Row => [
    "app-ops",
    "op",
    { app: name, op: "REQUEST_INSTALL_PACKAGES", mode },
  ];
  const rows = [app("mx.sys", { system: true }), app("mx.web"), may("mx.sys"), may("mx.web"), may("mx.no", "ignore")];
  const hits = judge(rule, rows);
  assert.deepEqual(levels(rule, hits), ["info installers"]);
  assert.equal(hits[0]!.params!.names, "mx.web");
});
