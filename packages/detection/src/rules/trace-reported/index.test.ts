import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, type RecordRef, say } from "@contraluz/core";
import { traceFindings } from "./index.ts";

const context = { asOf: "", custody: [], known: [] };
const row = (fields: ArtifactRecord["fields"], kind = "findings"): ArtifactRecord => ({
  kind,
  fields,
  observables: [],
  origin: { file: 0, at: { key: "$" } },
});
const judge = (...rows: ArtifactRecord[]) => {
  const ref = (ordinal: number) => (): RecordRef => ({
    artifact: "trace/reported",
    ordinal,
    origin: rows[ordinal]!.origin,
  });
  const facts = rows.map((r, i) => traceFindings.fact(r, ref(i), "trace/reported")).filter((f) => f !== undefined);
  return [...traceFindings.judge(facts, context)];
};

test("one note for each level, the gravest first, with what all reports gave; never more than a note", () => {
  const hits = judge(
    row({ level: "suspicious", count: 2, version: "0.8" }),
    row({ level: "match", count: 1, version: "0.8" }),
    row({ level: "suspicious", count: 3 }),
  );
  assert.deepEqual(
    hits.map((h) => [h.subject, h.level, h.params, h.records.map((r) => r.ordinal)]),
    [
      ["Trace match", undefined, { level: "match", version: "0.8", alerts: 1 }, [1]],
      ["Trace suspicious", undefined, { level: "suspicious", version: "0.8", alerts: 5 }, [0, 2]],
    ],
  );
  assert.equal(traceFindings.level, "info");
  for (const lang of LANGS) {
    assert.match(say(traceFindings.words.title, lang, hits[0]!.params!), / 1 /);
    assert.match(say(traceFindings.words.why, lang, hits[1]!.params!), /Trace 0\.8/);
  }
});

test("near misses: single findings, notes, wrong types, none of a level", () => {
  assert.deepEqual(
    judge(
      row({ level: "match", count: 1 }, "finding"),
      row({ level: "note", count: 4 }),
      row({ level: "match", count: "1" }),
      row({ level: 3, count: 1 }),
      row({ level: "match", count: 0 }),
    ),
    [],
  );
});
