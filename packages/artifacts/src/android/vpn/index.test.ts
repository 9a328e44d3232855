import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseDumpstate, parseSections, seen } from "../../artifacts.fixture.ts";
import { vpn } from "./index.ts";

test("the service, the network and the setting", async () => {
  const { records, problems } = await parseSections(vpn, {
    connectivity: `Current Networks:
  NetworkAgentInfo{network{102} ni{WIFI CONNECTED extra: } lp{{InterfaceName: wlan0}}}
  NetworkAgentInfo{network{103} ni{VPN CONNECTED extra: VPN:com.ejemplo.vpn} lp{{InterfaceName: tun0}}}`,
    vpn_management:
      "VPNs:\n  0: com.ejemplo.vpn\n    Active package name: com.ejemplo.vpn\n    Active vpn type: 1\n  10: [Legacy VPN]",
    settings: "SECURE SETTINGS (user 0)\n_id:10 name:always_on_vpn_app pkg:android value:com.otra.vpn default:x",
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { app: "com.ejemplo.vpn", active: true },
    { app: "com.ejemplo.vpn" },
    { app: "com.ejemplo.vpn", active: true },
    { app: "com.otra.vpn", always: true },
  ]);
  assert.deepEqual(seen(records[3]!), ["app-id installed com.otra.vpn"]);
});

test("the file of settings; none is none", async () => {
  const { records } = await parseDumpstate(vpn, "a=1\nalways_on_vpn_app=com.x.y\nvpn=com.z.z\n", {
    path: "settings_secure.txt",
  });
  assert.deepEqual(records.map(fieldsOf), [{ app: "com.x.y", always: true }]);
  const none = await parseSections(vpn, {
    vpn_management: "VPNs:\n  0: [Legacy VPN]",
    settings: "always_on_vpn_app=null",
  });
  assert.deepEqual([none.records, none.problems], [[], []]);
});

test("when it was set to be always on", async () => {
  const { records } = await parseSections(vpn, {
    vpn_management: `VPNs:
  0: com.ejemplo.vpn
    Active package name: com.ejemplo.vpn
    mEventChanges (most recent first):
      2026-03-08T03:29:30 - [LockdownAlwaysOn] Mode changed: lockdown=false alwaysOn=true calling from 1000
      2026-03-08T03:20:00 - otra cosa`,
  });
  assert.deepEqual(
    records.slice(2).map((r) => [r.kind, fieldsOf(r), r.at?.seen, r.at?.zone?.from]),
    [["change", { app: "com.ejemplo.vpn", lockdown: false, always: true, by: 1000 }, "2026-03-08T03:29:30", "device"]],
  );
});

test("more than a phone can have are told", async () => {
  const { records, problems } = await parseSections(vpn, {
    vpn_management: Array.from({ length: 1100 }, (_, i) => `  0: com.ejemplo.v${i}`).join("\n"),
  });
  assert.equal(records.length, 1000);
  assert.deepEqual(
    problems.map((p) => [p.code, p.found]),
    [["record-limit", "100 more lines"]],
  );
});
