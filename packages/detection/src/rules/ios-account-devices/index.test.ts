import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord } from "@contraluz/core";
import { CONTEXT, ref } from "../../detection.fixture.ts";
import { accountDevices as rule } from "./index.ts";

const record = (fields: ArtifactRecord["fields"], more: Partial<ArtifactRecord> = {}): ArtifactRecord => ({
  kind: "device",
  fields,
  observables: [],
  origin: ref(0).origin,
  ...more,
});
const judge = (records: readonly ArtifactRecord[], ...known: string[]) => [
  ...rule.judge(
    records.flatMap((r, i) => rule.fact(r, () => ref(i), "ios/account-devices") ?? []),
    { ...CONTEXT, known },
  ),
];
const PHONE = record({ id: "M1", name: "iPhone de Ana", model: "iPhone15,2" });
const MAC = record({ id: "M2", name: "Mac mini", model: "Macmini9,1" });

test("one question for all devices of the account", () => {
  const hits = judge([PHONE, MAC, MAC, record({ id: "M3" })]);
  assert.deepEqual(
    hits.map((h) => [h.params!.count, h.params!.devices, h.records.length]),
    [[3, "iPhone de Ana, iPhone15,2, Mac mini, Macmini9,1", 3]],
  );
});

test("the phone alone, devices that are known, rows that do not stand", () => {
  assert.deepEqual(judge([PHONE]), []);
  assert.deepEqual(judge([PHONE, MAC], "mac MINI", "iphone de ana"), []);
  assert.deepEqual(judge([PHONE, { ...MAC, state: "deleted" }]), []);
  assert.deepEqual(judge([PHONE, { ...MAC, kind: "removed" }]), []);
});
