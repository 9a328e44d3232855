import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { type Plain, Real, xmlPlist } from "../../../../../samples/lib/plist.ts";
import { fieldsOf, parsePlistFile, seen } from "../../artifacts.fixture.ts";
import { locationClients } from "./index.ts";

const parse = (value: Plain) => parsePlistFile(locationClients, value);
const BUNDLE = "/System/Library/LocationBundles/IonosphereHarvest.bundle";

test("an app and its last uses, each with its own time", async () => {
  const { records, problems } = await parse({
    "mx.example.mapa": {
      BundleId: "mx.example.mapa",
      BundlePath: "/private/var/containers/Bundle/Application/X/Mapa.app",
      Executable: "/private/var/containers/Bundle/Application/X/Mapa.app/Mapa",
      Registered: "/private/var/containers/Bundle/Application/X/Mapa.app/Mapa",
      Authorization: 4,
      LocationTimeStopped: new Real(736_672_089.25),
      FenceTimeStarted: 736_672_090,
      ConsumptionPeriodBegin: new Date("2024-05-06T07:08:11Z"),
      Purpose: "x",
    },
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(fieldsOf(records[0]!), {
    client: "mx.example.mapa",
    path: "/private/var/containers/Bundle/Application/X/Mapa.app",
    executable: "/private/var/containers/Bundle/Application/X/Mapa.app/Mapa",
    authorization: 4,
  });
  assert.deepEqual(seen(records[0]!), [
    "app-id ran mx.example.mapa",
    "process ran mx.example.mapa",
    "file-path ran /private/var/containers/Bundle/Application/X/Mapa.app",
    "process ran Mapa.app",
    "file-path ran /private/var/containers/Bundle/Application/X/Mapa.app/Mapa",
    "process ran Mapa",
  ]);
  assert.deepEqual(
    records.slice(1).map((r) => [r.fields.event, isoUtc(r.at!.utc!, r.at!.precision), r.origin.at]),
    [
      ["LocationTimeStopped", "2024-05-06T07:08:09.250000Z", { key: "mx.example.mapa.LocationTimeStopped" }],
      ["FenceTimeStarted", "2024-05-06T07:08:10Z", { key: "mx.example.mapa.FenceTimeStarted" }],
      ["ConsumptionPeriodBegin", "2024-05-06T07:08:11Z", { key: "mx.example.mapa.ConsumptionPeriodBegin" }],
    ],
  );
});

for (const [key, name, first] of [
  ["icom.apple.findmy:", "com.apple.findmy", "app-id ran com.apple.findmy"],
  [`p${BUNDLE}:`, BUNDLE, `file-path ran ${BUNDLE}`],
  [`com.apple.locationd.bundle-${BUNDLE}`, BUNDLE, `file-path ran ${BUNDLE}`],
  ["com.apple.locationd.executable-/usr/libexec/somed", "/usr/libexec/somed", "file-path ran /usr/libexec/somed"],
  ["xzozabud:", "xzozabud", "app-id ran xzozabud"],
  ["payload:", "payload", "app-id ran payload"],
  ["bh", "bh", "app-id ran bh"],
] as const)
  test(`the name in “${key}”`, async () => {
    const { records } = await parse({ [key]: { LocationTimeStopped: 700_000_000 } });
    assert.deepEqual([records[0]!.fields.client, records[1]!.fields.client], [name, name]);
    assert.equal(seen(records[0]!)[0], first);
    if (name.startsWith("/")) assert.ok(seen(records[0]!).includes(`process ran ${name.split("/").pop()}`));
  });

test("a letter in front that may belong to the name: both are observed, and the stated bundle decides", async () => {
  const { records } = await parse({ "idealista.app:": { BundleId: "idealista.app" }, "icom.x:": {} });
  assert.equal(records[0]!.fields.client, "idealista.app");
  assert.ok(seen(records[0]!).includes("app-id ran dealista.app"));
  assert.deepEqual(seen(records[1]!).slice(0, 2), ["app-id ran com.x", "process ran com.x"]);
});

test("odd shapes: no client, no time, no throw", async () => {
  const { records, problems } = await parse({
    a: "x",
    "": { LocationTimeStopped: 1 },
    ":": {},
    b: {
      BundleId: 5,
      BundlePath: ["x"],
      Executable: 1,
      Authorization: "x",
      LocationTimeStopped: "ayer",
      FenceTimeStopped: 0,
    },
    c: Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${i}TimeStopped`, 700_000_000 + i])),
    __proto__x: {},
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(fieldsOf(records[0]!), { client: "b" });
  assert.equal(records.filter((r) => r.kind === "use").length, 200);
  const none = await parse(xmlPlist(["x"]));
  assert.deepEqual([none.records, none.problems.map((p) => p.code)], [[], ["plist-damaged"]]);
});

test("one client of many times under many names: as many as a phone could have, and it is said", async () => {
  const times = Object.fromEntries(
    Array.from({ length: 200 }, (_, i) => [`k${i}TimeStopped`, new Real(736_672_089.5)]),
  );
  const { records, problems } = await parse(
    Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`mx.example.a${i}`, times])),
  );
  assert.equal(records.filter((r) => r.kind === "use").length, 50_000);
  assert.deepEqual(
    problems.map((p) => p.code),
    ["plist-limit"],
  );
});
