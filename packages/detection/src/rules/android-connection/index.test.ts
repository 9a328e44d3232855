import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, levels, type Row } from "../../android/android.fixture.ts";
import { connection as rule } from "./index.ts";

const set = (name: string, value: string): Row => ["settings", "setting", { namespace: "global", name, value }];
const said = (rows: readonly Row[], ...known: string[]) => levels(rule, judge(rule, rows, { known }));

test("a VPN, a proxy, a DNS server and a certificate are asked about, each once", () => {
  assert.deepEqual(
    said([
      ["vpn", "vpn", { app: "ch.vpn", active: true }],
      set("always_on_vpn_app", "ch.vpn"),
      set("http_proxy", "10.0.0.1:8080"),
      set("private_dns_specifier", "dns.example"),
      ["intrusion-logs", "security", { type: "cert_authority_installed", success: true, subject: "CN=X" }],
    ]),
    ["ask vpn ch.vpn", "ask proxy 10.0.0.1:8080", "ask dns dns.example", "ask certificate CN=X"],
  );
});

test("what is not set, failed, or known is not asked about", () => {
  assert.deepEqual(
    said(
      [
        set("http_proxy", ":0"),
        set("always_on_vpn_app", "null"),
        set("private_dns_mode", "opportunistic"),
        ["vpn", "vpn", { app: "[Legacy VPN]" }],
        ["vpn", "vpn", { app: "" }],
        ["vpn", "vpn", { app: "ch.vpn" }],
        ["intrusion-logs", "security", { type: "cert_authority_installed", success: false, subject: "CN=X" }],
      ],
      "CH.vpn",
    ),
    [],
  );
});

test("a DNS server that is switched off carries nothing; many of several kinds are told by kind", () => {
  const dns = set("private_dns_specifier", "dns.example");
  assert.deepEqual(said([dns, set("private_dns_mode", "off")]), []);
  assert.deepEqual(said([set("private_dns_mode", "hostname"), dns]), ["ask dns dns.example"]);
  const vpns = Array.from({ length: 8 }, (_, i): Row => ["vpn", "vpn", { app: `ch.vpn${i}` }]);
  assert.deepEqual(said([...vpns, set("http_proxy", "10.0.0.1:8080")]).slice(6), ["ask … (vpn)", "ask … (proxy)"]);
});
