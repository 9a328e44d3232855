import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, parseIso, utcNs } from "@contraluz/core";
import { CONTEXT, ref } from "../../detection.fixture.ts";
import { passMessage as rule } from "./index.ts";

type Of = readonly [artifact: string, record: ArtifactRecord];
const at = (iso: string) => utcNs(parseIso(iso)!, iso, "s");
const sent = (
  fields: ArtifactRecord["fields"],
  when = "2023-08-20T10:00:00Z",
  more: Partial<ArtifactRecord> = {},
): Of => [
  "ios/sms-attachments",
  {
    kind: "attachment",
    at: at(when),
    fields: { outgoing: false, handle: "evil@example.org", name: "a.pkpass", ...fields },
    observables: [],
    origin: ref(0).origin,
    ...more,
  },
];
const contact = (value: unknown): Of => [
  "ios/contacts",
  { kind: "value", fields: { value: value as string }, observables: [], origin: ref(0).origin },
];
const judge = (all: readonly Of[], ...known: string[]) => [
  ...rule.judge(
    all.flatMap(([artifact, r], i) => rule.fact(r, () => ref(i), artifact) ?? []),
    { ...CONTEXT, known },
  ),
];
const ANA = contact("+52 55 1234 5678");

test("passes of a stranger from before the update", () => {
  const hits = judge([ANA, sent({}), sent({ name: undefined, mime: "application/vnd.apple.pkpass" })]);
  assert.deepEqual(
    hits.map((h) => [h.subject, h.params!.count, h.records.length]),
    [["evil@example.org", 2, 2]],
  );
});

test("of a contact, of somebody known, sent by the person, later, or another file: nothing", () => {
  assert.deepEqual(judge([ANA, sent({ handle: "+525512345678" })]), []);
  assert.deepEqual(judge([ANA, contact("Evil@Example.org"), sent({})]), []);
  assert.deepEqual(judge([ANA, sent({})], "EVIL@example.org"), []);
  assert.deepEqual(judge([ANA, sent({ outgoing: true }), sent({ handle: undefined })]), []);
  assert.deepEqual(judge([ANA, sent({}, "2024-08-20T10:00:00Z"), sent({}, "2022-08-20T10:00:00Z")]), []);
  assert.deepEqual(judge([ANA, sent({ name: "a.pkpass.jpg" }), sent({}, undefined, { state: "deleted" })]), []);
});

test("without contacts nobody is a stranger; many senders are a few findings", () => {
  assert.deepEqual(judge([contact(7), sent({})]), []);
  const many = Array.from({ length: 6 }, (_, i) => sent({ handle: `n${i}@example.org` }));
  const hits = judge([ANA, ...many]);
  assert.deepEqual([hits.length, hits[3]!.params!.count], [4, 3]);
});
