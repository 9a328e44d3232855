import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord, RecordRef } from "@contraluz/core";
import { orphanUsage } from "./index.ts";

const context = { asOf: "", custody: [], known: [] };
const row = (fields: ArtifactRecord["fields"]): ArtifactRecord => ({
  kind: "usage",
  fields,
  observables: [],
  origin: { file: 0, at: { table: "ZLIVEUSAGE", row: 1 } },
});
const ref = (ordinal: number) => (): RecordRef => ({
  artifact: "ios/data-usage",
  ordinal,
  origin: { file: 0, at: { table: "ZLIVEUSAGE", row: ordinal } },
});

test("one finding per vanished process, with all its rows", () => {
  const facts = [
    row({ process: 7, orphan: true }),
    row({ process: 7, orphan: true }),
    row({ process: 9, orphan: true }),
    row({ process: 3 }),
    { ...row({ orphan: true }), kind: "process" },
  ]
    .map((r, i) => orphanUsage.fact(r, ref(i), "ios/data-usage"))
    .filter((f) => f !== undefined);
  const hits = [...orphanUsage.judge(facts, context)];
  assert.deepEqual(
    hits.map((h) => [h.subject, h.records.length]),
    [
      ["ZHASPROCESS 7", 2],
      ["ZHASPROCESS 9", 1],
    ],
  );
});

test("nothing to say without orphans", () => {
  assert.deepEqual([...orphanUsage.judge([], context)], []);
});
