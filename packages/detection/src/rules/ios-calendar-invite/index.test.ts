import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, type Moment, type RecordRef, say } from "@contraluz/core";
import { calendarInvite as rule } from "./index.ts";

const origin = { file: 0, at: { table: "CalendarItem", row: 1 } };
const day = (n: number): Moment => ({ utc: BigInt(n) * 86_400_000_000_000n, seen: String(n), precision: "s" });
const judge = (...records: readonly Partial<ArtifactRecord>[]) => [
  ...rule.judge(
    records
      .map((r, ordinal) =>
        rule.fact(
          { kind: "event", fields: {}, observables: [], origin, ...r },
          (): RecordRef => ({ artifact: "ios/calendar", ordinal, origin }),
          "",
        ),
      )
      .filter((f) => f !== undefined),
    { asOf: "", custody: [], known: [] },
  ),
];
const late = (fields: ArtifactRecord["fields"] = {}): Partial<ArtifactRecord> => ({
  at: day(20_000),
  fields: { start: day(19_000), organizer: "Evil@example.net", ...fields },
});

test("events with QuaDream's words are one lead", () => {
  const hits = judge({ fields: { meeting_notes: true } }, late({ meeting_notes: true }), {});
  assert.deepEqual(
    hits.map((h) => [h.subject, h.level ?? rule.level, h.records.map((r) => r.ordinal)]),
    [["Meeting / Notes", "lead", [0, 1]]],
  );
  for (const lang of LANGS) assert.match(say(rule.words.why, lang, hits[0]!.params!), /\b2 event/);
});

test("invitations noted after their date by strangers only inform, all at once", () => {
  const hits = judge(late(), late({ organizer: "otro@example.net" }), {
    kind: "value",
    fields: { type: "email", value: " OTRO@example.net" },
  });
  assert.deepEqual(
    hits.map((h) => [h.subject, h.level, h.params!.count, h.records.map((r) => r.ordinal)]),
    [["backdated", "info", 1, [0]]],
  );
  assert.match(say(rule.words.why, "es", hits[0]!.params!), /^1 invitación se anotó/);
});

test("near misses: an alarm, one's own, no organizer, in time, within a day, a wall clock, odd values", () => {
  assert.deepEqual(
    judge(
      late({ alarm: true }),
      late({ own: true }),
      late({ organizer: undefined }),
      late({ start: day(20_001) }),
      late({ start: day(19_999) }),
      late({ start: { wall: "2001-01-01T00:00:00", seen: "1", precision: "s" } }),
      late({ start: "x" }),
      late({ meeting_notes: "true", start: undefined }),
      { ...late(), kind: "participant" },
      { fields: { start: day(1), organizer: "x@y.example" } },
    ),
    [],
  );
});

test("accounts of contacts are kept once, links not at all", () => {
  const fact = (value: unknown, type = "email") =>
    rule.fact(
      { kind: "value", fields: { type, value } as ArtifactRecord["fields"], observables: [], origin },
      () => assert.fail(),
      "",
    );
  assert.equal(rule.once!(fact("A@b.example")!), rule.once!(fact("a@b.example ")!));
  for (const v of [undefined, "", 7]) assert.equal(fact(v), undefined);
  assert.equal(fact("https://a.example", "link"), undefined);
  assert.equal(rule.once!({ organizer: "a", pattern: false, ref: { artifact: "", ordinal: 0, origin } }), undefined);
});
