import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord, Context, RecordRef } from "@contraluz/core";
import { missingProcesses as rule } from "./index.ts";

const record = (kind: string, missing: unknown): ArtifactRecord => ({
  kind,
  fields: { missing: missing as number },
  observables: [],
  origin: { file: 0, at: { table: "ZPROCESS", row: 9 } },
});

function judge(...records: ArtifactRecord[]) {
  const facts = records.map((r, ordinal) =>
    rule.fact(r, (): RecordRef => ({ artifact: "ios/data-usage", ordinal, origin: r.origin }), "ios/data-usage"),
  );
  return [
    ...rule.judge(
      facts.filter((f) => f !== undefined),
      {} as Context,
    ),
  ];
}

test("one finding for all numbers that are missing, over several evidences too", () => {
  const hits = judge(record("gaps", 3), record("process", 7), record("gaps", 2));
  assert.equal(hits.length, 1);
  assert.deepEqual([hits[0]!.subject, hits[0]!.params, hits[0]!.records.length], ["ZPROCESS", { count: 5 }, 2]);
});

test("none missing, or no number at all, is no finding", () => {
  assert.deepEqual(judge(record("gaps", 0), record("gaps", undefined), record("gaps", "3"), record("gaps", -1)), []);
});
