import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord, Moment } from "@contraluz/core";
import type { CaptureItem } from "../../artifact.ts";
import { checkRecords, FILE } from "../../artifacts.fixture.ts";
import { wifi } from "./index.ts";

const at: Moment = { utc: 1_700_000_000_000_000_000n, seen: "", precision: "us" };
const place = { first: at, last: at, packet: 1, origin: { file: FILE, at: { packet: 1, offset: 24 } } } as const;
const none = { packets: 0, bytes: 0 };

const ITEMS: readonly CaptureItem[] = [
  { kind: "wifi-network", bssid: "50:c7:bf:00:00:01", name: "Casa", channel: 6, security: "wpa2", frames: 9, ...place },
  { kind: "wifi-network", bssid: "0a:00:00:00:00:02", security: "open", signal: -70, frames: 1, ...place },
  {
    kind: "transmitter",
    mac: "44:19:b6:00:00:01",
    local: false,
    network: false,
    bssid: "50:c7:bf:00:00:01",
    frames: 900,
    up: { packets: 800, bytes: 900_000 },
    down: none,
    encrypted: 800,
    signal: -40,
    hours: [[472_222, 900_000]],
    asked: ["Casa", "Otra"],
    shape: { busySeconds: 40, longestBusy: 35, large: 0.7, burstPeriod: 2, burstAlike: 1 },
    ...place,
  },
];

function parse(content: boolean): ArtifactRecord[] {
  const records: ArtifactRecord[] = [];
  const problem = () => assert.fail("no problem was expected");
  const acquisition = { kind: "capture" } as const;
  const parser = wifi.parse({ acquisition, file: FILE, path: "x", content, problem });
  for (const item of ITEMS) parser.take(item, (r) => records.push(r));
  checkRecords(wifi, records, content);
  return records;
}

test("networks and who transmits; names that were looked for only with consent", () => {
  const [casa, hidden, camera] = parse(false);
  assert.deepEqual(casa!.fields, {
    bssid: "50:c7:bf:00:00:01",
    ssid: "Casa",
    maker: "TP-Link",
    channel: 6,
    security: "wpa2",
    signal: undefined,
    frames: 9,
    last: at,
  });
  assert.deepEqual(casa!.observables, [{ type: "wifi", value: "Casa", contact: "listed" }]);
  assert.deepEqual([hidden!.fields.ssid, hidden!.observables], [undefined, []]);
  const { maker, makes, up, busy, burst, searches, asked, encrypted } = camera!.fields;
  assert.deepEqual([maker, makes, up, busy, burst, encrypted], ["Hikvision", "camera", 900_000, 35, 2, true]);
  assert.deepEqual(camera!.fields.hours, ["2023-11-14T22 900000"]);
  assert.deepEqual([searches, asked], [2, undefined]);
  assert.deepEqual(parse(true)[2]!.fields.asked, ["Casa", "Otra"]);
});
