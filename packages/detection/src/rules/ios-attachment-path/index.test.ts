import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, type RecordRef, say } from "@contraluz/core";
import { attachmentPath as rule } from "./index.ts";

const context = { asOf: "", custody: [], known: [] };
const origin = { file: 0, at: { table: "attachment", row: 1 } };
const record = (path: unknown, outgoing: unknown = false, kind = "attachment"): ArtifactRecord => ({
  kind,
  fields: { path, outgoing } as ArtifactRecord["fields"],
  observables: [],
  origin,
});
const judge = (...records: ArtifactRecord[]) => [
  ...rule.judge(
    records
      .map((r, ordinal) => rule.fact(r, (): RecordRef => ({ artifact: "ios/sms-attachments", ordinal, origin }), ""))
      .filter((f) => f !== undefined),
    context,
  ),
];

test("a received attachment in the folder for temporary files, once for each path", () => {
  const hits = judge(
    record("/var/tmp/com.apple.messages/ABCD-1"),
    record("/private/var/tmp/x-12"),
    record("/tmp/y-1"),
    record("/var/tmp/com.apple.messages/ABCD-1"),
  );
  assert.deepEqual(
    hits.map((h) => [h.subject, h.records.map((r) => r.ordinal)]),
    [
      ["/var/tmp/com.apple.messages/ABCD-1", [0, 3]],
      ["/private/var/tmp/x-12", [1]],
      ["/tmp/y-1", [2]],
    ],
  );
  for (const lang of LANGS) assert.match(say(rule.words.why, lang, hits[0]!.params!), /^(Un archivo|A received file)/);
});

test("near misses: sent, elsewhere, without a number, another kind, odd values", () => {
  assert.deepEqual(
    judge(
      record("/var/tmp/x-1", true),
      record("/var/tmp/x-1", null),
      record("~/Library/SMS/Attachments/x-1"),
      record("/private/var/mobile/var/tmp/x-1"),
      record("/var/tmp/x"),
      record("/var/tmp/x-1.jpg"),
      record("/var/tmp/x-1234"),
      record("/var/tmp/x-1", false, "message"),
      record(7),
      record(undefined),
    ),
    [],
  );
});

test("many paths are one finding", () => {
  const hits = judge(...Array.from({ length: 50 }, (_, i) => record(`/var/tmp/${i}/x-1`)));
  assert.deepEqual([hits.length, hits[0]!.subject, hits[0]!.records.length], [1, "/var/tmp", 50]);
  assert.match(say(rule.words.why, "es", hits[0]!.params!), /^50 archivos recibidos quedaron/);
});
