import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc, type Moment } from "@contraluz/core";
import { type Plain, xmlPlist } from "../../../../../samples/lib/plist.ts";
import { fieldsOf, parsePlistFile, seen } from "../../artifacts.fixture.ts";
import { wifiNetworks } from "./index.ts";

const parse = (value: Plain) => parsePlistFile(wifiNetworks, value);
const utf8 = (s: string): Uint8Array => new TextEncoder().encode(s);
const iso = (m: unknown): string | undefined => (m ? isoUtc((m as Moment).utc!, "s") : undefined);

test("a network of iOS 15 and its access points", async () => {
  const { records, problems } = await parse({
    "wifi.network.ssid.Café": {
      SSID: utf8("Café"),
      AddedAt: new Date("2024-05-06T07:08:09Z"),
      JoinedByUserAt: new Date("2024-05-07T00:00:00Z"),
      JoinedBySystemAt: new Date("2024-05-08T00:00:00Z"),
      UpdatedAt: new Date("2024-05-09T00:00:00Z"),
      LastDiscoveredAt: new Date("2024-05-10T00:00:00Z"),
      SupportedSecurityTypes: "WPA2 Personal",
      Hidden: true,
      CaptiveProfile: { CaptiveNetwork: true },
      __OSSpecific__: { BSSID: "AA:BB:CC:00:11:22", CHANNEL: 36, networkUsage: 5 },
      BSSList: [
        {
          BSSID: "aa:bb:cc:00:11:23",
          Channel: 1,
          LastAssociatedAt: new Date("2024-05-08T00:00:00Z"),
          LocationLatitude: 19.4,
        },
        "x",
        { Channel: 1 },
      ],
    },
  });
  assert.deepEqual(problems, []);
  const { added, by_user, by_system, updated, seen: sight, ...rest } = fieldsOf(records[0]!);
  assert.deepEqual(rest, {
    ssid: "Café",
    bssid: "aa:bb:cc:00:11:22",
    security: "WPA2 Personal",
    hidden: true,
    captive: true,
    channel: 36,
  });
  assert.deepEqual([added, by_user, by_system, updated, sight].map(iso), [
    "2024-05-06T07:08:09Z",
    "2024-05-07T00:00:00Z",
    "2024-05-08T00:00:00Z",
    "2024-05-09T00:00:00Z",
    "2024-05-10T00:00:00Z",
  ]);
  assert.equal(iso(records[0]!.at), "2024-05-08T00:00:00Z");
  assert.deepEqual(seen(records[0]!), ["wifi listed Café", "wifi listed aa:bb:cc:00:11:22"]);
  assert.deepEqual(fieldsOf(records[1]!), { ssid: "Café", bssid: "aa:bb:cc:00:11:23", channel: 1 });
  assert.deepEqual(records[1]!.origin.at, { key: "wifi.network.ssid.Café.BSSList[0]" });
  assert.equal(records.length, 2);
});

test("the older lists, and networks met under an address of their own", async () => {
  const { records } = await parse({
    "List of known networks": [
      {
        SSID_STR: "Casa",
        BSSID: "a:b",
        lastJoined: new Date("2020-01-02T00:00:00Z"),
        lastAutoJoined: new Date("2020-01-03T00:00:00Z"),
        HIDDEN_NETWORK: 1,
      },
    ],
    "List of scanned networks with private mac": [
      { SSID_STR: "Hotel", IsOpenNetwork: true, addedAt: new Date("2020-01-04T00:00:00Z"), CaptiveNetwork: false },
    ],
    Version: 20,
  });
  assert.deepEqual(
    records.map((r) => [r.fields.ssid, iso(r.at), r.fields.hidden, r.fields.security, r.origin.at]),
    [
      ["Casa", "2020-01-03T00:00:00Z", true, undefined, { key: "List of known networks[0]" }],
      ["Hotel", "2020-01-04T00:00:00Z", undefined, "Open", { key: "List of scanned networks with private mac[0]" }],
    ],
  );
});

test("a name is bytes of any kind, or only the key", async () => {
  const { records } = await parse({
    "wifi.network.ssid.a": { SSID: new Uint8Array([0xff, 0x41]) },
    "wifi.network.ssid.b": {},
    "wifi.network.ssid.": { SSID: 5 },
    "wifi.network.ssid.c": "x",
  });
  assert.deepEqual(
    records.map((r) => r.fields.ssid),
    ["\ufffdA", "b", ""],
  );
  assert.deepEqual(seen(records[2]!), []);
});

test("bounds, and what is no dictionary", async () => {
  const points = Array.from({ length: 1001 }, (_, i) => ({ BSSID: `b${i}` }));
  const { records, problems } = await parse({ "wifi.network.ssid.a": { BSSList: points } });
  assert.deepEqual([records.length, problems.map((p) => p.code)], [1001, ["plist-limit"]]);
  const none = await parse(xmlPlist(["x"]));
  assert.deepEqual([none.records, none.problems.map((p) => p.code)], [[], ["plist-damaged"]]);
});
