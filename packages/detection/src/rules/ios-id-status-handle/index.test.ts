import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, type RecordRef, say } from "@contraluz/core";
import { idStatusHandle } from "./index.ts";

const context = { asOf: "", custody: [], known: [] };
const lookup = (handle: unknown, more: Partial<ArtifactRecord> = {}): ArtifactRecord => ({
  kind: "lookup",
  fields: { handle: handle as string },
  observables: [],
  origin: { file: 0, at: { key: "k" } },
  ...more,
});
const judge = (...rows: ArtifactRecord[]) => {
  const facts = rows.map((r, ordinal) =>
    idStatusHandle.fact(
      r,
      (): RecordRef => ({ artifact: "ios/id-status-cache", ordinal, origin: r.origin }),
      "ios/id-status-cache",
    ),
  );
  return [
    ...idStatusHandle.judge(
      facts.filter((f) => f !== undefined),
      context,
    ),
  ];
};

test("accounts with NUL characters are one finding, and are shown so that a person can read them", () => {
  const hits = judge(
    lookup("mailto:ana@example.org"),
    lookup("mailto:x@gmail\0\0om"),
    lookup("tel:+5255\u0000777\u202e\u001b[2J"),
    lookup("mailto:x@gmail\0\0om"),
  );
  assert.deepEqual(
    hits.map((h) => [h.subject, h.params, h.records.map((r) => r.ordinal)]),
    [
      [
        "mailto:x@gmail\\x00\\x00om",
        { handles: "mailto:x@gmail\\x00\\x00om, tel:+5255\\x00777\ufffd\\x1b[2J", more: 0 },
        [1, 2, 3],
      ],
    ],
  );
});

test("many and long ones: named up to three, the rest counted", () => {
  const hits = judge(...Array.from({ length: 100 }, (_, i) => lookup(`tel:${i}\0${"9".repeat(10_000)}`)));
  assert.equal(hits.length, 1);
  assert.deepEqual([hits[0]!.params!.more, hits[0]!.records.length], [97, 100]);
  for (const lang of LANGS) {
    const why = say(idStatusHandle.words.why, lang, hits[0]!.params!);
    assert.ok(why.length < 700 && /97/.test(why), why);
  }
  assert.doesNotMatch(say(idStatusHandle.words.why, "en", judge(lookup("\0"))[0]!.params!), / and /);
});

test("near misses: no NUL, another kind of record, no text", () => {
  assert.deepEqual(
    judge(
      lookup("tel:+525555550101"),
      lookup("tel:\\x00\\x00"),
      lookup("a\0", { kind: "profile" }),
      lookup(undefined),
      lookup(7),
      lookup(["\0"]),
    ),
    [],
  );
});
