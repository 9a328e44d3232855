import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseJsonFile } from "../../artifacts.fixture.ts";
import { trustedDevices } from "./index.ts";

const peer = (n: number, more = {}): unknown => ({
  peerID: `SHA256:${n}`,
  permanentInfo: { model_id: "Macmini9,1", creation_time: 1_714_979_289_500, signing_pub_key: "SECRET" },
  stableInfo: { device_name: "Mac mini", os_version: "macOS 14.6 (23G80)", serial_number: `SERIAL${n}` },
  ...more,
});

test("each device with its model and since when; no serial number of this phone, no keys", async () => {
  const status = { state: "Ready", contextDump: { self: peer(1), peers: [peer(2), 5, peer(3, { stableInfo: null })] } };
  const { records, problems } = await parseJsonFile(trustedDevices, status);
  assert.deepEqual(problems, []);
  const device = { name: "Mac mini", model: "Macmini9,1", os: "macOS 14.6 (23G80)" };
  assert.deepEqual(records.map(fieldsOf), [
    { circle_state: "Ready", peers: 3 },
    { own: true, ...device, peer: "SHA256:1" },
    { ...device, serial: "SERIAL2", peer: "SHA256:2" },
    { model: "Macmini9,1", peer: "SHA256:3" },
  ]);
  assert.equal(isoUtc(records[2]!.at!.utc!, "ms"), "2024-05-06T07:08:09.500Z");
  assert.deepEqual(records[2]!.origin.at, { key: "contextDump.peers[0]" });
  const stored = JSON.stringify(records, (_, v) => (typeof v === "bigint" ? String(v) : v));
  assert.ok(!stored.includes("SECRET") && !stored.includes("SERIAL1"));
});

test("other JSON is a problem", async () => {
  const { records, problems } = await parseJsonFile(trustedDevices, { error: "no account" });
  assert.deepEqual([records.length, problems[0]?.code], [0, "json-damaged"]);
});
