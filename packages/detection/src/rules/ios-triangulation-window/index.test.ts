import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord, RecordRef } from "@contraluz/core";
import { triangulationWindow as rule } from "./index.ts";

const T = 1_650_000_000_000_000_000n;
const at = (s: number) => ({ utc: T + BigInt(s) * 1_000_000_000n, seen: String(s), precision: "s" as const });
const ref = (artifact: string) => (): RecordRef => ({
  artifact,
  ordinal: 0,
  origin: { file: 0, at: { table: "Files", row: 1 } },
});
const file = (path: string, s: number, changed = true) =>
  rule.fact(
    {
      kind: "file",
      at: at(s),
      fields: { path, changed: changed ? at(s) : undefined },
      observables: [],
      origin: ref("")().origin,
    } as ArtifactRecord,
    ref("ios/manifest"),
    "ios/manifest",
  );
const net = (name: string, s: number) =>
  rule.fact(
    { kind: "process", at: at(s), fields: { name }, observables: [], origin: ref("")().origin },
    ref("ios/data-usage"),
    "ios/data-usage",
  );
const judge = (...facts: (ReturnType<typeof file> | undefined)[]) => [
  ...rule.judge(
    facts.filter((f) => f !== undefined),
    { asOf: "", custody: [], known: [] },
  ),
];
const FOLDER = "Library/SMS/Attachments/65/05";
const PLIST = "Library/Preferences/com.apple.ImageIO.plist";

test("two classes within five minutes are a lead", () => {
  const hits = judge(file(FOLDER, 0), net("nehelper", 120));
  assert.equal(hits.length, 1);
  assert.equal(hits[0]!.params!.classes, 2);
  assert.equal(hits[0]!.records.length, 2);
  assert.equal(judge(file(FOLDER, 0), net("nehelper", 20), file(PLIST, 40))[0]!.params!.classes, 3);
});

test("near misses: one class, too far apart, a file below the folder, a folder without both times", () => {
  assert.deepEqual(judge(net("nehelper", 0), net("powerd", 10)), []);
  assert.deepEqual(judge(file(FOLDER, 0), net("nehelper", 301)), []);
  assert.deepEqual(judge(file(FOLDER, 0), file(`${FOLDER}/ABC/IMG.heic`, 0), net("nehelper", 10)), []);
  assert.deepEqual(judge(file(FOLDER, 0, false), net("nehelper", 10)), []);
  assert.deepEqual(judge(file("Library/SMS/Attachments/65", 0), net("nehelper", 10)), []);
  assert.deepEqual(judge(file(FOLDER, 0), net("mediaserverd", 10)), []);
});

test("a restore, where hundreds share one time, is not a lead", () => {
  const many = Array.from({ length: 30 }, (_, i) =>
    file(`Library/SMS/Attachments/${i.toString(16).padStart(2, "0")}/05`, 0),
  );
  assert.deepEqual(judge(...many, net("nehelper", 10)), []);
});

test("says nothing from iOS 17 on", () => {
  assert.ok(rule.gate!({ kind: "ios-backup", os: { name: "ios", version: "17.0" } }));
  assert.equal(rule.gate!({ kind: "ios-backup", os: { name: "ios", version: "15.7.1" } }), undefined);
});
