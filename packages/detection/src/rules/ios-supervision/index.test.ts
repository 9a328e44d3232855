import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, say } from "@contraluz/core";
import { CONTEXT, ref } from "../../detection.fixture.ts";
import { supervised } from "./index.ts";

type Fact = NonNullable<ReturnType<typeof supervised.fact>>;
const take = (fields: ArtifactRecord["fields"], kind = "supervision"): Fact | undefined =>
  supervised.fact(
    { kind, fields, observables: [], origin: { file: 0, at: { key: "x" } } },
    () => ref(0),
    "ios/supervision",
  );
const judge = (facts: Fact[], ...known: string[]) => [...supervised.judge(facts, { ...CONTEXT, known })];

test("a supervised phone asks once, with the organisation it claims", () => {
  const f = take({ supervised: true, organization: "Redacción", server: "https://mdm.example.org/e" })!;
  const [hit, ...more] = judge([f, f]);
  assert.deepEqual([hit!.subject, hit!.records.length, more], ["Redacción", 2, []]);
  assert.match(say(supervised.words.why, "es", hit!.params!), /Redacción\. Servidor: https:\/\/mdm\.example\.org\/e\./);
  for (const known of ["redacción", "HTTPS://mdm.example.org/e"]) assert.deepEqual(judge([f], known), []);
});

test("a phone of one's own does not ask; an organisation that is not named does", () => {
  for (const fields of [{ supervised: false }, {}, { supervised: "yes" }, { organization: "x" }] as const)
    assert.equal(take(fields), undefined);
  assert.equal(take({ supervised: true }, "x"), undefined);
  const [nameless] = judge([take({ supervised: true })!]);
  assert.equal(nameless!.subject, "?");
  assert.match(
    say(supervised.words.why, "es", nameless!.params!),
    /^El teléfono está supervisado\. No dice de quién es\./,
  );
});

test("a server alone is not said to be supervision", () => {
  const [hit] = judge([take({ supervised: false, server: "https://mdm.example.org/e" })!]);
  assert.match(say(supervised.words.why, "es", hit!.params!), /no dice estar supervisado/);
  assert.match(say(supervised.words.why, "en", hit!.params!), /does not say that it is supervised/);
  assert.doesNotMatch(say(supervised.words.title, "en", hit!.params!), /controls/);
});
