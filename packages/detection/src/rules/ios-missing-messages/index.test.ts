import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, type RecordRef, say } from "@contraluz/core";
import { missingMessages as rule } from "./index.ts";

const origin = { file: 0, at: { table: "message", row: 1 } };
const judge = (...records: readonly (readonly [kind: string, fields: ArtifactRecord["fields"]])[]) => [
  ...rule.judge(
    records
      .map(([kind, fields], ordinal) =>
        rule.fact({ kind, fields, observables: [], origin }, (): RecordRef => ({ artifact: "", ordinal, origin }), ""),
      )
      .filter((f) => f !== undefined),
    { asOf: "", custody: [], known: [] },
  ),
];

test("one finding for missing numbers, one for attachments without a message", () => {
  const hits = judge(["attachment", { orphan: true }], ["gaps", { missing: 12 }], ["attachment", { orphan: true }]);
  assert.deepEqual(
    hits.map((h) => [h.subject, h.params!.count, h.records.length]),
    [
      ["message", 12, 1],
      ["attachment", 2, 2],
    ],
  );
  for (const lang of LANGS)
    for (const h of hits) assert.match(say(rule.words.why, lang, h.params!), new RegExp(`\\b${h.params!.count}\\b`));
  assert.equal(rule.level, "info");
});

test("near misses: stickers, hidden ones, those with a message, no gaps, odd values", () => {
  assert.deepEqual(
    judge(
      ["attachment", { orphan: true, sticker: true }],
      ["attachment", { orphan: true, hidden: true }],
      ["attachment", {}],
      ["attachment", { orphan: "true" }],
      ["gaps", { missing: 0 }],
      ["gaps", { missing: "9" }],
      ["message", { missing: 9 }],
    ),
    [],
  );
});
