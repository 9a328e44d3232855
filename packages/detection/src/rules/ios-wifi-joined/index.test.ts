import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord } from "@contraluz/core";
import { CONTEXT, moment, ref } from "../../detection.fixture.ts";
import { wifiJoined as rule } from "./index.ts";

const network = (ssid: unknown, more: ArtifactRecord["fields"] = {}): ArtifactRecord => ({
  kind: "network",
  fields: { ssid: ssid as string, by_system: moment(5), ...more },
  observables: [],
  origin: ref(0).origin,
});
const judge = (records: readonly ArtifactRecord[], ...known: string[]) => [
  ...rule.judge(
    records.flatMap((r, i) => rule.fact(r, () => ref(i), "ios/wifi-networks") ?? []),
    { ...CONTEXT, known },
  ),
];

test("networks that nobody chose are one note", () => {
  const hits = judge([network("Red A", { security: "Open" }), network("Red B"), network("Red A")]);
  assert.deepEqual(
    hits.map((h) => [h.subject, h.params!.count, h.params!.names, h.params!.open, h.records.length]),
    [["known-networks", 2, "Red A, Red B", 1, 3]],
  );
  assert.deepEqual(
    judge([network("Red A")]).map((h) => h.subject),
    ["Red A"],
  );
});

test("chosen, known, without a name or a time: none", () => {
  assert.deepEqual(judge([network("A", { by_user: moment(1) }), network("B", { by_system: undefined })]), []);
  assert.deepEqual(judge([network("red a")], "Red A"), []);
  assert.deepEqual(judge([network(""), network(7), network(["A"])]), []);
});
