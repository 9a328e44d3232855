import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import { type Archived, keyedArchive } from "../../../../../samples/lib/archive.ts";
import { bplist, type Plain, Uid, xmlPlist } from "../../../../../samples/lib/plist.ts";
import { fieldsOf, parsePlistFile, seen } from "../../artifacts.fixture.ts";
import { networkSettings } from "./index.ts";
import { serversIn } from "./servers.ts";

const parse = (value: Plain) => parsePlistFile(networkSettings, value);
const ID = "1B671A64-40D5-491E-99B0-DA01FF1F3341";

const VPN = {
  $class: "NEConfiguration",
  Name: "Oficina",
  Application: "mx.example.vpn",
  ProfileInfo: { $class: "NEProfileIngestionPayloadInfo", ProfileUUID: "AA-1", PayloadOrganization: "Redacción" },
  VPN: {
    $class: "NEVPN",
    Enabled: true,
    OnDemandEnabled: false,
    Protocol: {
      $class: "NEVPNProtocolIKEv2",
      ServerAddress: "vpn.example.org",
      Username: "ana",
      PluginType: "mx.example.vpn.tunnel",
    },
  },
};

test("a VPN with its app, its profile and its server", async () => {
  const { records, problems } = await parse(keyedArchive({ Version: 1, Generation: 5, Index: [ID], [ID]: VPN }));
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    {
      what: "vpn",
      name: "Oficina",
      app: "mx.example.vpn",
      provider: "mx.example.vpn.tunnel",
      type: "IKEv2",
      enabled: true,
      on_demand: false,
      servers: ["vpn.example.org"],
      profile: "AA-1",
      organization: "Redacción",
    },
  ]);
  assert.deepEqual(seen(records[0]!), [
    "url installed vpn.example.org",
    "app-id installed mx.example.vpn",
    "app-id installed mx.example.vpn.tunnel",
    "profile-id installed AA-1",
  ]);
  assert.deepEqual(records[0]!.origin.at, { key: `${ID}.VPN` });
  assert.doesNotMatch(JSON.stringify(records), /"ana"/);
});

test("DNS, filters, proxies and relays; what only widgets use is left out", async () => {
  const one = (part: string, value: Archived): Archived => ({
    $class: "NEConfiguration",
    ApplicationName: part,
    [part]: value,
  });
  const { records } = await parse(
    keyedArchive({
      a: one("DNSSettings", {
        $class: "NEDNSSettingsBundle",
        Enabled: true,
        Settings: { $class: "NEDNSOverHTTPSSettings", Servers: ["198.51.100.8"], ServerURL: "https://dns.example/q" },
      }),
      b: one("ContentFilter", {
        $class: "NEContentFilter",
        Provider: { $class: "NEFilterProviderConfiguration", ServerAddress: "filtro.example" },
      }),
      c: one("VPN", {
        $class: "NEVPN",
        Protocol: {
          $class: "NEVPNProtocol",
          ProxySettings: {
            $class: "NEProxySettings",
            HTTPServer: { $class: "NEProxyServer", Address: "198.51.100.7", Port: 8080 },
          },
        },
      }),
      d: one("PathController", { $class: "NEPathController", Enabled: true }),
      e: one("AppPush", { $class: "NEAppPush" }),
      f: "x",
    }),
  );
  assert.deepEqual(
    records.map((r) => [r.fields.what, r.fields.name, r.fields.servers, r.fields.type]),
    [
      ["dns", "DNSSettings", ["198.51.100.8", "https://dns.example/q"], undefined],
      ["content-filter", "ContentFilter", ["filtro.example"], undefined],
      ["vpn", "VPN", ["198.51.100.7"], undefined],
    ],
  );
});

test("services of an interface that name a server", async () => {
  const { records, problems } = await parse(
    xmlPlist({
      NetworkServices: {
        "S-1": {
          UserDefinedName: "Wi-Fi",
          Interface: { Type: "Ethernet" },
          DNS: { ServerAddresses: ["198.51.100.53"] },
          Proxies: { HTTPEnable: 1, HTTPProxy: "proxy.example", ExceptionsList: ["*.local"] },
        },
        "S-2": {
          UserDefinedName: "VPN",
          PPP: { CommRemoteAddress: "l2tp.example" },
          Proxies: { FTPPassive: 1 },
          DNS: {},
        },
        "S-3": 5,
      },
      Model: "iPhone",
    }),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.fields.what, r.fields.name, r.fields.servers, r.origin.at]),
    [
      ["dns", "Wi-Fi", ["198.51.100.53"], { key: "NetworkServices.S-1.DNS" }],
      ["proxy", "Wi-Fi", ["proxy.example"], { key: "NetworkServices.S-1.Proxies" }],
      ["vpn", "VPN", ["l2tp.example"], { key: "NetworkServices.S-2.PPP" }],
    ],
  );
});

test("empty, damaged, cyclic and endless configurations", async () => {
  assert.deepEqual((await parse(keyedArchive({ Version: 1 }))).records, []);
  assert.deepEqual((await parse({})).problems, []);
  const cyclic = await parse({
    $top: { a: new Uid(1) },
    $objects: ["$null", { VPN: new Uid(1), $class: new Uid(2) }, { $classname: "NEConfiguration" }],
  });
  assert.deepEqual([cyclic.records.length, cyclic.problems.map((p) => p.code)], [0, ["archive-damaged"]]);
  const none = await parse(bplist(["x"]));
  assert.deepEqual([none.records, none.problems.map((p) => p.code)], [[], ["plist-damaged"]]);
  let shared: PlistValue = new Map([["ServerAddress", "a.example"]]);
  for (let i = 0; i < 5; i++) shared = Array.from({ length: 1000 }, () => shared);
  assert.deepEqual(serversIn(shared), { servers: ["a.example"], all: false });
});

test("one long text that a configuration names many times is looked at once", () => {
  const long = `https://${"a".repeat(1_000_000)}@vpn.example/x`;
  const started = process.cpuUsage();
  const { servers } = serversIn(new Map([["ServerAddresses", Array<string>(19_000).fill(long)]]));
  assert.ok(process.cpuUsage(started).user < 5_000_000);
  assert.deepEqual(servers, ["https://vpn.example/x"]);
});
