import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, type RecordRef, say } from "@contraluz/core";
import { safMatches } from "./index.ts";

const context = { asOf: "", custody: [], known: [] };
const row = (fields: ArtifactRecord["fields"], kind = "match"): ArtifactRecord => ({
  kind,
  fields,
  observables: [],
  origin: { file: 0, at: { line: 1, offset: 0 } },
});
const judge = (...rows: ArtifactRecord[]) => {
  const ref = (ordinal: number) => (): RecordRef => ({
    artifact: "saf/reported",
    ordinal,
    origin: rows[ordinal]!.origin,
  });
  const facts = rows.map((r, i) => safMatches.fact(r, ref(i), "saf/reported")).filter((f) => f !== undefined);
  return [...safMatches.judge(facts, context)];
};

test("one note for each rule of SAF; a hostile name is one plain line", () => {
  const hits = judge(row({ rule: "Spy_A" }), row({ rule: "B\u202e\nx" }), row({ rule: "Spy_A" }));
  assert.deepEqual(
    hits.map((h) => [h.subject, h.params, h.records.map((r) => r.ordinal)]),
    [
      ["SAF Spy_A", { rule: "Spy_A", alerts: 2 }, [0, 2]],
      ["SAF B x", { rule: "B x", alerts: 1 }, [1]],
    ],
  );
  assert.equal(safMatches.level, "info");
  for (const lang of LANGS) assert.match(say(safMatches.words.title, lang, hits[0]!.params!), /Spy_A.* 2 /);
});

test("near misses: programs, counts, rules without a name", () => {
  assert.deepEqual(
    judge(row({ process: "x" }, "program"), row({ rule: "" }), row({ rule: 4 }), row({ rule: "x" }, "module")),
    [],
  );
});
