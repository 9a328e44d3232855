import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, say } from "@contraluz/core";
import { CONTEXT, ref } from "../../detection.fixture.ts";
import { appAccount } from "./index.ts";

type Fact = NonNullable<ReturnType<typeof appAccount.fact>>;
const take = (fields: ArtifactRecord["fields"], ordinal = 0, kind = "app"): Fact | undefined =>
  appAccount.fact(
    { kind, fields, observables: [], origin: { file: 0, at: { key: "x" } } },
    () => ref(ordinal),
    "ios/applications",
  );
const of = (...accounts: number[]): Fact[] => accounts.map((account, i) => take({ app: `mx.a${i}`, account }, i)!);
const judge = (facts: Fact[], ...known: string[]) => [...appAccount.judge(facts, { ...CONTEXT, known })];

test("the apps of all accounts but the main one, in one question", () => {
  const [hit, ...more] = judge(of(1, 2, 2, 3, 2));
  assert.deepEqual([hit!.records.map((r) => r.ordinal), hit!.params!.accounts, more], [[0, 3], 2, []]);
  assert.match(say(appAccount.words.why, "es", hit!.params!), /^mx\.a0, mx\.a3\. .* de otras 2\./);
  assert.match(say(appAccount.words.why, "en", judge(of(1, 1, 2))[0]!.params!), /of another\./);
});

test("one account, none, or apps that the person knows: no question", () => {
  assert.deepEqual([judge(of(1, 1, 1)), judge([]), judge(of(1, 1, 2), "MX.a2")], [[], [], []]);
  assert.deepEqual(
    judge(of(2, 1))[0]!.records.map((r) => r.ordinal),
    [0],
  );
});

test("odd records are no facts", () => {
  for (const f of [
    take({ app: "a" }),
    take({ app: 5, account: 1 } as never),
    take({ app: "a", account: "1" }),
    take({ app: "a", account: 1 }, 0, "x"),
  ])
    assert.equal(f, undefined);
});
