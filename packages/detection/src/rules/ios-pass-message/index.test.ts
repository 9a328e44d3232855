import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, type Params, parseIso, say, utcNs } from "@contraluz/core";
import { cpu } from "@contraluz/core/cpu.fixture.ts";
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
  assert.deepEqual(judge([ANA, sent({ name: "a.pkpass.jpg" })]), []);
});

test("without contacts nobody is a stranger; many senders are a few findings", () => {
  assert.deepEqual(judge([contact(7), sent({})]), []);
  const many = Array.from({ length: 6 }, (_, i) => sent({ handle: `n${i}@example.org` }));
  const hits = judge([ANA, ...many]);
  assert.deepEqual([hits.length, hits[3]!.params!.count, hits[3]!.params!.senders], [4, 3, 3]);
  const said = (p: Params) => `${say(rule.words.title, "es", p)}. ${say(rule.words.why, "es", p)}`;
  assert.match(said(hits[3]!.params!), /^3 personas más, .* mandaron pases de Wallet\. Mandaron 3 pases /);
  assert.match(
    said(hits[0]!.params!),
    /^Alguien que no está en tus contactos mandó un pase .*\. «n0@example\.org» mandó un pase /,
  );
});

test("very many passes of one sender take no longer than as many of different ones", () => {
  const facts = Array.from({ length: 100_000 }, () => ({ from: "a@example.org", ref: ref(0) }));
  const spent = cpu();
  const [hit] = rule.judge([{ contact: "b@example.org" }, ...facts], CONTEXT);
  assert.equal(hit!.records.length, 100_000);
  assert.ok(spent() < 2000);
});
