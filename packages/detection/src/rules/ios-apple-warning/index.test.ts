import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, type RecordRef, say } from "@contraluz/core";
import { appleWarning as rule, whoWrites } from "./index.ts";

const origin = { file: 0, at: { table: "message", row: 1 } };
const judge = (...records: readonly ArtifactRecord["fields"][]) => [
  ...rule.judge(
    records
      .map((fields, ordinal) =>
        rule.fact(
          { kind: "message", fields: { warning: "en", from_me: false, ...fields }, observables: [], origin },
          (): RecordRef => ({ artifact: "ios/sms", ordinal, origin }),
          "ios/sms",
        ),
      )
      .filter((f) => f !== undefined),
    { asOf: "", custody: [], known: [] },
  ),
];

test("who seems to write", () => {
  for (const [who, sender, service, links] of [
    ["apple", "threat-notifications@apple.com", "iMessage", undefined],
    ["apple", "Threat-Notifications@email.apple.com", "iMessage", ["https://support.apple.com/102174"]],
    ["apple", "threat-notifications@apple.com", "iMessage", ["https://www.accessnow.org/help/", "account.apple.com"]],
    ["imitation", "threat-notifications@apple.com", "SMS", undefined],
    ["imitation", "threat-notifications@apple.com", "iMessage", ["https://apple.com.evil.example/"]],
    ["imitation", "+5255", "iMessage", ["https://apple.com@evil.example/x"]],
    ["imitation", "+5255", "iMessage", ["https://evil.example#apple.com"]],
    ["imitation", "threat-notifications@apple.com.example", "iMessage", undefined],
    ["imitation", "threat-notifications@аррӏе.com", "iMessage", undefined],
    ["imitation", "threat-notifications@appie.com", "iMessage", undefined],
    ["imitation", "x@notapple.com", "iMessage", undefined],
    ["imitation", "Apple", "SMS", undefined],
    ["other", "+525555550101", "iMessage", undefined],
    ["other", "", undefined, undefined],
    ["other", "ana@example.org", "iMessage", []],
  ] as const)
    assert.equal(whoWrites(sender, service, links as string[] | undefined), who, `${sender} ${links}`);
});

test("one finding for each of them, all but Apple's own a level lower, no text as subject", () => {
  const hits = judge(
    { handle: "+525555550101" },
    { handle: "threat-notifications@apple.com", service: "iMessage" },
    { handle: "Apple" },
    { handle: "+525555550102" },
    { handle: "+525555550101", from_me: true },
  );
  assert.deepEqual(
    hits.map((h) => [h.subject, h.level ?? rule.level, h.params!.senders, h.records.map((r) => r.ordinal)]),
    [
      ["Apple", "targeted", "threat-notifications@apple.com", [1]],
      ["Apple (other)", "lead", "+525555550101, +525555550102", [0, 3]],
      ["Apple (imitation)", "lead", "Apple", [2]],
      ["Apple (sent)", "lead", "", [4]],
    ],
  );
  for (const lang of LANGS)
    for (const part of ["title", "why", "otherwise", "next"] as const)
      assert.equal(new Set(hits.map((h) => say(rule.words[part], lang, h.params!))).size >= 3, true, part);
});

test("ten thousand senders are one finding, and odd names stay out of the sentence", () => {
  const hits = judge(...Array.from({ length: 10_000 }, (_, i) => ({ handle: `+5255${i}` })), { handle: "<b>\u202e" });
  assert.deepEqual([hits.length, hits[0]!.params!.senders], [1, "+52550, +52551, +52552"]);
  assert.match(
    say(rule.words.why, "es", judge({ handle: "\u202ex" })[0]!.params!),
    /^Un mensaje de un remitente sin nombre/,
  );
});

test("near misses: no warning, another kind", () => {
  assert.deepEqual(judge({ warning: undefined }, { warning: true }), []);
  assert.equal(
    rule.fact({ kind: "gaps", fields: { warning: "en" }, observables: [], origin }, () => assert.fail(), "ios/sms"),
    undefined,
  );
});
