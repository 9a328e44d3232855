import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc, LIMITS } from "@contraluz/core";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import { type Plain, xmlPlist } from "../../../../../samples/lib/plist.ts";
import { fieldsOf, parsePlistFile, seen } from "../../artifacts.fixture.ts";
import { configurationProfiles } from "./index.ts";
import { serversOf } from "./servers.ts";

const parse = (value: Plain) => parsePlistFile(configurationProfiles, value);
const PROFILE = {
  PayloadUUID: "76DAB334-7E17-475D-A5D6-0794EB5818A5",
  PayloadType: "Configuration",
  PayloadIdentifier: "mx.example.perfil",
  PayloadDisplayName: "Red de la oficina",
  PayloadOrganization: "Redacción",
  PayloadDescription: "VPN",
  PayloadRemovalDisallowed: true,
  InstallDate: new Date("2024-05-06T07:08:09Z"),
  SignerCerts: [new Uint8Array([0x30, 0x82])],
  PayloadContent: [
    {
      PayloadType: "com.apple.vpn.managed",
      PayloadUUID: "A-1",
      VPN: { RemoteAddress: "vpn.example.org", AuthName: "ana" },
    },
    {
      PayloadType: "com.apple.mdm",
      PayloadUUID: "A-2",
      ServerURL: "https://mdm.example.org/s",
      CheckInURL: "https://mdm.example.org/c",
    },
    { PayloadType: "com.apple.vpn.managed", PayloadUUID: "A-3", Proxies: { HTTPEnable: 1, HTTPProxy: "198.51.100.7" } },
    {
      PayloadType: "com.apple.dnsSettings.managed",
      DNSSettings: { ServerAddresses: ["198.51.100.8", "2001:db8::1"], ServerURL: "https://dns.example/q" },
    },
  ],
} satisfies Plain;

for (const [form, value] of [
  ["binary", PROFILE],
  ["XML", xmlPlist(PROFILE)],
] as const) {
  test(`a profile with all its payloads (${form})`, async () => {
    const { records, problems } = await parse(value);
    assert.deepEqual(problems, []);
    const [r] = records;
    assert.deepEqual(fieldsOf(r!), {
      uuid: "76DAB334-7E17-475D-A5D6-0794EB5818A5",
      identifier: "mx.example.perfil",
      name: "Red de la oficina",
      organization: "Redacción",
      description: "VPN",
      payloads: ["com.apple.vpn.managed", "com.apple.mdm", "com.apple.dnsSettings.managed"],
      servers: [
        "vpn.example.org",
        "https://mdm.example.org/s",
        "https://mdm.example.org/c",
        "198.51.100.7",
        "198.51.100.8",
        "2001:db8::1",
        "https://dns.example/q",
      ],
      removable: false,
      signed: true,
    });
    assert.deepEqual(seen(r!).slice(0, 5), [
      "profile-id installed 76DAB334-7E17-475D-A5D6-0794EB5818A5",
      "profile-id installed A-1",
      "profile-id installed A-2",
      "profile-id installed A-3",
      "url installed vpn.example.org",
    ]);
    assert.equal(isoUtc(r!.at!.utc!, "s"), "2024-05-06T07:08:09Z");
  });
}

test("a profile without UUID, name, date or payloads is a record that asks all the same", async () => {
  for (const value of [
    {},
    { PayloadContent: {} },
    { PayloadContent: [1, "x", [], {}] },
    { PayloadUUID: "" },
  ] as Plain[]) {
    const { records, problems } = await parse(value);
    assert.deepEqual([records.length, problems], [1, []]);
    assert.deepEqual(records[0]!.fields.payloads, []);
    assert.deepEqual(seen(records[0]!), []);
    assert.equal(records[0]!.at, undefined);
  }
});

test("wrong types are left out, texts are cut, the distant future is no date", async () => {
  const { records } = await parse({
    PayloadUUID: 5,
    PayloadIdentifier: new Uint8Array(2),
    PayloadDisplayName: "a\u0000\u202e".repeat(3000),
    PayloadRemovalDisallowed: "no",
    SignerCerts: [],
    InstallDate: new Date("4001-01-01T00:00:00Z"),
    PayloadContent: [{ PayloadType: ["x"], PayloadUUID: 7, ServerURL: 5, URL: ["a.example", 3, { URL: "b.example" }] }],
  });
  assert.deepEqual(fieldsOf(records[0]!), {
    name: "a\u0000\u202e".repeat(3000).slice(0, LIMITS.text),
    payloads: [],
    servers: ["a.example", "b.example"],
    signed: false,
  });
  assert.equal(records[0]!.at, undefined);
});

test("hundreds of payloads: the first are read, and the rest is said", async () => {
  const payloads = Array.from({ length: 300 }, (_, i) => ({
    PayloadType: `t${i % 3}`,
    PayloadUUID: `u${i}`,
    ServerURL: `https://s${i}.example`,
  }));
  const { records, problems } = await parse({ PayloadUUID: "u0", PayloadContent: payloads });
  assert.equal(records[0]!.observables.filter((o) => o.type === "profile-id").length, 200);
  assert.deepEqual(records[0]!.fields.payloads, ["t0", "t1", "t2"]);
  assert.equal((records[0]!.fields.servers as string[]).length, 100);
  assert.deepEqual(
    problems.map((p) => [p.code, p.found, p.lost]),
    [
      ["plist-limit", "300 payloads", "bytes"],
      ["plist-limit", "servers of payloads", "bytes"],
    ],
  );
});

test("payloads that are deep, wide or unfold without end: the search for servers ends, and that is said", async () => {
  let deep: Plain = { ServerURL: "https://deep.example" };
  for (let i = 0; i < 40; i++) deep = { a: deep };
  const wide = Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`k${i}`, "v"]));
  for (const bad of [deep, wide]) {
    const first = { ServerURL: "https://first.example" };
    const { records, problems } = await parse({ PayloadUUID: "u", PayloadContent: [first, bad] });
    assert.deepEqual(records[0]!.fields.servers, ["https://first.example"]);
    assert.deepEqual(
      problems.map((p) => [p.code, p.lost]),
      bad === deep ? [["plist-limit", "bytes"]] : [],
    );
  }
});

test("shared parts that unfold without end", () => {
  let shared: PlistValue = new Map([["ServerURL", "https://a.example"]]);
  for (let i = 0; i < 5; i++) shared = Array.from({ length: 1000 }, () => shared);
  const { servers, all } = serversOf([shared]);
  assert.deepEqual([servers, all], [["https://a.example"], false]);
});
