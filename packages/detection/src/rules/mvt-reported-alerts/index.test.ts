import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, type RecordRef, say } from "@contraluz/core";
import { reportedAlerts } from "./index.ts";

const context = { asOf: "", custody: [], known: [] };
const row = (fields: ArtifactRecord["fields"], kind = "alerts"): ArtifactRecord => ({
  kind,
  fields,
  observables: [],
  origin: { file: 0, at: { key: "$" } },
});
const ref = (ordinal: number) => (): RecordRef => ({
  artifact: "mvt/reported",
  ordinal,
  origin: { file: 0, at: { key: "$" } },
});
const judge = (artifact: string, ...rows: ArtifactRecord[]) => [
  ...reportedAlerts.judge(
    rows.map((r, i) => reportedAlerts.fact(r, ref(i), artifact)).filter((f) => f !== undefined),
    context,
  ),
];

test("one note for each level, the gravest first, with what all files gave; never more than a note", () => {
  const hits = judge(
    "mvt/reported",
    row({ level: "LOW", count: 2, version: "2026.1" }),
    row({ level: "CRITICAL", count: 1, version: "2026.1" }),
    row({ level: "LOW", count: 3 }),
  );
  assert.deepEqual(
    hits.map((h) => [h.subject, h.level, h.params, h.records.map((r) => r.ordinal)]),
    [
      ["MVT CRITICAL", undefined, { level: "CRITICAL", version: "2026.1", alerts: 1 }, [1]],
      ["MVT LOW", undefined, { level: "LOW", version: "2026.1", alerts: 5 }, [0, 2]],
    ],
  );
  assert.equal(reportedAlerts.level, "info");
  for (const lang of LANGS) {
    assert.match(say(reportedAlerts.words.title, lang, hits[0]!.params!), / 1 /);
    assert.match(say(reportedAlerts.words.why, lang, hits[1]!.params!), /MVT 2026\.1/);
  }
});

test("near misses: another artifact, single alerts, wrong types, a level that is none", () => {
  assert.deepEqual(judge("ios/sms", row({ level: "CRITICAL", count: 1 })), []);
  assert.deepEqual(
    judge(
      "mvt/reported",
      row({ level: "CRITICAL", count: 1 }, "alert"),
      row({ level: "CRITICAL", count: "1" }),
      row({ level: 3, count: 1 }),
      row({ level: "TERRIBLE", count: 1 }),
      row({ level: "HIGH", count: 0 }),
    ),
    [],
  );
});
