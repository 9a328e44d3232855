import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseDumpstate, parseSections, seen } from "../../artifacts.fixture.ts";
import { settings } from "./index.ts";

const BODY = `GLOBAL SETTINGS (user 0)
version: 213
_id:1 name:http_proxy pkg:android value:proxy.ejemplo.net:8080 default:x defaultSystemSet:true
_id:2 name:device_name pkg:android value:Teléfono de Ana
_id:3 name:verifier_verify_adb_installs pkg:com.android.settings value:0 default:1 defaultSystemSet:true isValuePreservedInRestore:true

SECURE SETTINGS (user 10)
_id:1 name:enabled_accessibility_services pkg:android value:com.a.b/.C:com.d.e/com.d.e.F default: defaultSystemSet:false tag:null
_id:4 name:nota value:linea uno
linea dos

Historical operations
  2026-03-14 10:00:00 persist
`;

test("settings of each group and user, with values over lines; names that people give are left out", async () => {
  const { records, problems } = await parseSections(settings, { settings: BODY });
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { namespace: "global", user: 0, name: "http_proxy", value: "proxy.ejemplo.net:8080", by: "android" },
    { namespace: "global", user: 0, name: "device_name", withheld: true, by: "android" },
    { namespace: "global", user: 0, name: "verifier_verify_adb_installs", value: "0", by: "com.android.settings" },
    {
      namespace: "secure",
      user: 10,
      name: "enabled_accessibility_services",
      value: "com.a.b/.C:com.d.e/com.d.e.F",
      apps: ["com.a.b", "com.d.e"],
      by: "android",
    },
    { namespace: "secure", user: 10, name: "nota", value: "linea uno\nlinea dos" },
  ]);
  assert.deepEqual(seen(records[0]!), ["domain listed proxy.ejemplo.net"]);
  assert.deepEqual(seen(records[3]!), ["app-id listed com.a.b", "app-id listed com.d.e"]);
});

test("a file of one group", async () => {
  const { records, problems } = await parseDumpstate(
    settings,
    "private_dns_specifier=203.0.113.7\nx=uno\ndos\nalways_on_vpn_app=com.x.vpn\n",
    { path: "settings_global.txt" },
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { namespace: "global", user: 0, name: "private_dns_specifier", value: "203.0.113.7" },
    { namespace: "global", user: 0, name: "x", value: "uno\ndos" },
    { namespace: "global", user: 0, name: "always_on_vpn_app", value: "com.x.vpn", apps: ["com.x.vpn"] },
  ]);
  assert.deepEqual(records.map(seen), [["ip listed 203.0.113.7"], [], ["app-id listed com.x.vpn"]]);
});

test("lines that are no setting are told", async () => {
  const { records, problems } = await parseSections(settings, { settings: "hola\n_id:1 name:x value:1" });
  assert.deepEqual([records.length, problems.map((p) => [p.found, p.lost])], [0, [["2 other lines", "file"]]]);
});
