import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord } from "@contraluz/core";
import { CONTEXT, moment, ref } from "../../detection.fixture.ts";
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

test("the phone alone, devices that are known, other records", () => {
  assert.deepEqual(judge([PHONE]), []);
  assert.deepEqual(judge([PHONE, MAC], "mac MINI", "iphone de ana"), []);
  assert.deepEqual(judge([PHONE, { ...MAC, kind: "removed" }]), []);
});

test("who joined the circle in the last months is asked about alone, older ones are a note", () => {
  const DAY = 86_400; // the fixture's now is 26 days after the fixture's first moment
  const peer = (serial: string, day: number | undefined, more: ArtifactRecord["fields"] = {}) =>
    record(
      { peer: `SHA256:${serial}`, serial, name: `Mac ${serial}`, model: "Macmini9,1", ...more },
      day === undefined ? {} : { at: moment(day * DAY) },
    );
  const circle = (records: readonly ArtifactRecord[], ...known: string[]) => [
    ...rule.judge(
      records.flatMap((r, i) => rule.fact(r, () => ref(i), "ios/trusted-devices") ?? []),
      { ...CONTEXT, known },
    ),
  ];
  const all = [
    peer("OWN", 1, { own: true }),
    peer("OLD", -400),
    peer("NEW", 11),
    peer("NEVER", undefined),
    peer("LATER", 90),
  ];
  assert.deepEqual(
    circle(all).map((h) => [h.subject, h.level, h.params!.case, h.params!.since, h.records.map((r) => r.ordinal)]),
    [
      ["NEW", undefined, "new", "2024-05-17", [2]],
      ["otctl_status.txt", "info", "old", "", [1, 3, 4]],
    ],
  );
  assert.deepEqual(circle(all, "new", "mac OLD", "NEVER", "SHA256:LATER"), []);
});
