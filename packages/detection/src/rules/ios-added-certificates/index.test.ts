import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, say } from "@contraluz/core";
import { CONTEXT, ref } from "../../detection.fixture.ts";
import { addedCertificates } from "./index.ts";

type Fact = NonNullable<ReturnType<typeof addedCertificates.fact>>;
const take = (fields: ArtifactRecord["fields"], more: Partial<ArtifactRecord> = {}): Fact | undefined =>
  addedCertificates.fact(
    { kind: "certificate", fields, observables: [], origin: { file: 0, at: { key: "x" } }, ...more },
    () => ref(0),
    "ios/trust-store",
  );
const judge = (facts: Fact[], ...known: string[]) => [...addedCertificates.judge(facts, { ...CONTEXT, known })];

test("one question for all certificates", () => {
  const facts = ["A", "B"].map((name) => take({ sha256: name.repeat(32), name: `CA ${name}` })!);
  const [hit, ...more] = judge(facts);
  assert.deepEqual([hit!.records.length, more], [2, []]);
  assert.equal(say(addedCertificates.words.title, "es", hit!.params!), "¿Conoces estos 2 certificados: CA A, CA B?");
  const [one] = judge(facts.slice(0, 1));
  assert.equal(say(addedCertificates.words.title, "es", one!.params!), "¿Conoces el certificado «CA A»?");
});

test("what the person knows, by name or fingerprint, is not asked", () => {
  const f = take({ sha256: "ab12", name: "CA" })!;
  for (const known of ["ca", "AB12"]) assert.deepEqual(judge([f], known), []);
  assert.equal(judge([f], "").length, 1);
  assert.deepEqual(judge([]), []);
});

test("a certificate without a name or fingerprint asks; other records do not", () => {
  assert.equal(judge([take({})!])[0]!.params!.names, "?");
  assert.equal(take({}, { kind: "x" }), undefined);
});
