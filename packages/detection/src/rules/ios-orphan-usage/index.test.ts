import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, type RecordRef, say } from "@contraluz/core";
import { orphanUsage } from "./index.ts";

const context = { asOf: "", custody: [], known: [] };
const row = (fields: ArtifactRecord["fields"], kind = "usage"): ArtifactRecord => ({
  kind,
  fields,
  observables: [],
  origin: { file: 0, at: { table: "ZLIVEUSAGE", row: 1 } },
});
const ref = (ordinal: number) => (): RecordRef => ({
  artifact: "ios/data-usage",
  ordinal,
  origin: { file: 0, at: { table: "ZLIVEUSAGE", row: ordinal } },
});
const judge = (...rows: ArtifactRecord[]) => [
  ...orphanUsage.judge(
    rows.map((r, i) => orphanUsage.fact(r, ref(i), "ios/data-usage")).filter((f) => f !== undefined),
    context,
  ),
];

test("one finding per vanished process, with all its rows", () => {
  const hits = judge(
    row({ process: 7, orphan: true }),
    row({ process: 7, orphan: true }),
    row({ process: 9, orphan: true }),
  );
  assert.deepEqual(
    hits.map((h) => [h.subject, h.records.map((r) => r.ordinal)]),
    [
      ["ZHASPROCESS 7", [0, 1]],
      ["ZHASPROCESS 9", [2]],
    ],
  );
});

test("whoever writes the database chooses how many there are: past five they are one finding", () => {
  const hits = judge(...Array.from({ length: 1000 }, (_, i) => row({ process: i, orphan: true })));
  assert.deepEqual(hits.map((h) => [h.subject, h.records.length]).slice(4), [
    ["ZHASPROCESS 4", 1],
    ["ZHASPROCESS …", 995],
  ]);
  for (const lang of LANGS) {
    assert.match(say(orphanUsage.words.title, lang, hits[5]!.params!), /995/);
    assert.doesNotMatch(say(orphanUsage.words.why, lang, hits[5]!.params!), /número|number/);
  }
});

test("near misses: a process that is there, another kind of record, a value that is not true", () => {
  assert.deepEqual(
    judge(
      row({ process: 3 }),
      row({ process: 3, orphan: true }, "process"),
      row({ process: 3, orphan: "true" }),
      row({ process: 3, orphan: 1 }),
    ),
    [],
  );
  assert.deepEqual(judge(), []);
});

test("numbers of 64 bits and odd values are subjects like others", () => {
  const hits = judge(
    row({ process: 2n ** 62n, orphan: true }),
    row({ process: -1, orphan: true }),
    row({ process: 1.5, orphan: true }),
  );
  assert.deepEqual(
    hits.map((h) => h.subject),
    ["ZHASPROCESS 4611686018427387904", "ZHASPROCESS -1", "ZHASPROCESS 1.5"],
  );
  for (const lang of LANGS) assert.match(say(orphanUsage.words.why, lang, hits[0]!.params!), /4611686018427387904/);
});
