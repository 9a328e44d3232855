import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord } from "@contraluz/core";
import { LANGS, say } from "@contraluz/core";
import { CONTEXT, ref } from "../../detection.fixture.ts";
import { hostPairing as rule } from "./index.ts";

const record = (kind: string, fields: ArtifactRecord["fields"]): ArtifactRecord => ({
  kind,
  fields,
  observables: [],
  origin: { file: 0, at: { line: 1, offset: 0 } },
});
const pair = (what: string, host?: string, client?: string) => record("pairing", { what, host, client });
const judge = (records: readonly ArtifactRecord[], known: readonly string[] = []) => [
  ...rule.judge(
    records.flatMap((r, i) => rule.fact(r, () => ref(i), "ios/lockdown-log") ?? []),
    { ...CONTEXT, known },
  ),
];

test("a computer that asked to be paired, and then for a backup", () => {
  const hits = judge([
    pair("asked", "f1b99569-9111", "escritorio-22"),
    pair("keys", "F1B99569-9111"),
    record("service", { client: "escritorio-22", service: "com.apple.mobilebackup2" }),
    record("service", { client: "otra", service: "com.apple.mobilebackup2" }),
  ]);
  assert.deepEqual(
    hits.map((h) => [h.subject, h.level, h.params!.name, h.params!.backups, h.records.length]),
    [["F1B99569-9111", undefined, "escritorio-22", 1, 3]],
  );
  for (const lang of LANGS) assert.match(say(rule.words.why, lang, hits[0]!.params!), /escritorio-22/);
});

test("keys for computers from before are one note", () => {
  const hits = judge([pair("keys", "AAAAAAAA-1"), pair("keys", "BBBBBBBB-2"), pair("keys", "AAAAAAAA-1")]);
  assert.deepEqual(
    hits.map((h) => [h.subject, h.level, h.params!.hosts, h.records.length]),
    [["keys", "info", 2, 3]],
  );
});

test("a computer that is known is not asked about; others are, a few at most", () => {
  const six = Array.from({ length: 6 }, (_, i) => pair("paired", `HOST000${i}`, `pc-${i}`));
  assert.deepEqual(
    judge(six, ["pc-0", "host0001"]).map((h) => h.subject),
    ["HOST0002", "HOST0003", "HOST0004", "HOST0005"],
  );
  const hits = judge(six);
  assert.deepEqual([hits.length, hits[4]!.params!.hosts], [5, 2]);
});

test("what failed, was deleted, or names no computer is no pairing", () => {
  assert.deepEqual(judge([pair("failed", "A"), pair("deleted", "A"), pair("unknown-host", "A"), pair("asked")]), []);
});
