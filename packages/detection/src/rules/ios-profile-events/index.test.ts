import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, say } from "@contraluz/core";
import { CONTEXT, moment, ref } from "../../detection.fixture.ts";
import { goneProfiles } from "./index.ts";

type Fact = NonNullable<ReturnType<typeof goneProfiles.fact>>;
const record = (
  kind: string,
  fields: ArtifactRecord["fields"],
  more: Partial<ArtifactRecord> = {},
): ArtifactRecord => ({
  kind,
  fields,
  observables: [],
  origin: { file: 0, at: { key: "x" } },
  ...more,
});
const event = (profile: unknown, operation = "remove", ordinal = 0): Fact =>
  goneProfiles.fact(
    record("event", { profile: profile as string, operation }, { at: moment(0) }),
    () => ref(ordinal, undefined, "ios/profile-events"),
    "ios/profile-events",
  )!;
const present = (fields: ArtifactRecord["fields"]): Fact =>
  goneProfiles.fact(record("profile", fields), () => ref(0), "ios/configuration-profiles")!;
const judge = (facts: Fact[], ...known: string[]) => [...goneProfiles.judge(facts, { ...CONTEXT, known })];

test("profiles of which only the events are left: one question", () => {
  const [hit, ...more] = judge([
    event("AA-1", "install", 0),
    event("AA-1", "remove", 1),
    event("mx.example.b", "install", 2),
  ]);
  assert.deepEqual([hit!.records.map((r) => r.ordinal), hit!.params!.count, more], [[0, 1, 2], 2, []]);
  assert.match(
    say(goneProfiles.words.why, "es", hit!.params!),
    /AA-1 \(install, 2024-05-06\), AA-1 \(remove, 2024-05-06\), mx\.example\.b/,
  );
});

test("a profile that is there, by uuid or identifier, or that the person knows, is not asked about", () => {
  const there = [present({ uuid: "aa-1", identifier: "mx.example.b" })];
  assert.deepEqual(judge([...there, event("AA-1"), event("mx.example.b")]), []);
  assert.deepEqual(judge([event("AA-1")], "aa-1"), []);
  assert.deepEqual(judge(there), []);
  assert.equal(judge([...there, event("AA-2")]).length, 1);
});

test("odd records are no facts; names of strangers stay short", () => {
  for (const r of [record("event", { profile: 5 } as never), record("x", { profile: "a" })])
    assert.equal(
      goneProfiles.fact(r, () => ref(0), "ios/profile-events"),
      undefined,
    );
  assert.equal(
    goneProfiles.fact(record("profile", {}), () => ref(0), "ios/configuration-profiles"),
    undefined,
  );
  const [hit] = judge([event(`a\u202e\n${"x".repeat(4000)}`, "y".repeat(500))]);
  for (const lang of LANGS) assert.ok(say(goneProfiles.words.why, lang, hit!.params!).length < 400);
});
