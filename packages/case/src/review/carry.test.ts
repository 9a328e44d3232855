/** A decision goes along only with the finding it was made about, on the same records, and says where it comes from. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding, Result } from "@contraluz/core";
import { carriedReviews, earlierDecisions, madeOf } from "./carry.ts";
import { type Review, reviewsOf } from "./decisions.ts";
import { earlierWords, reasonWords } from "./words.ts";

const found = (id: string, more: Partial<Finding> = {}): Finding => ({
  id,
  level: "match",
  rule: null,
  indicator: { type: "domain", value: "x.example", campaign: "Uno", grade: "spyware", set: 0 } as never,
  subject: "x.example",
  count: 1,
  records: [
    {
      artifact: "ios/sms",
      ordinal: 3,
      origin: { file: 0, at: { table: "message", row: 4 } },
      at: { utc: 1_714_979_289_000_000_000n, seen: "x", precision: "s" },
    } as never,
  ],
  params: {},
  text: {} as never,
  ...more,
});
const of = (check: string, ...findings: Finding[]): { check: string; result: Pick<Result, "findings"> } => ({
  check,
  result: { findings },
});
const said = (check: string, finding: string, more: Partial<Review> = {}): Review => ({
  about: { check, finding },
  decision: "confirm",
  why: "Lo vi.",
  reviewer: { name: "Marta", role: "analista" },
  at: "2026-11-20T10:00:00Z",
  actor: "r1",
  ...more,
});

test("the same finding on the same records keeps its decisions, with where they come from; another edition of a list changes nothing", () => {
  const sign = (more: object): Partial<Finding> => ({ indicator: { ...found("a").indicator!, ...more } as never });
  const before = of("0001", found("a"), found("b"), found("c"), found("d"), found("e"), found("f"));
  const after = of(
    "0002",
    found("a", { ...sign({ set: 7 }), params: { n: 2 } }),
    found("b", { count: 2 }),
    found("c", { records: [{ ...found("c").records[0]!, ordinal: 4 }] }),
    found("d", { level: "lead" }),
    found("e", sign({ campaign: "Dos" })),
    found("new"),
  );
  const log = [
    said("0001", "a", { decision: "dismiss", why: "Era un anuncio." }),
    said("0001", "a", { reviewer: { name: "Luz", role: "segunda" }, at: "2026-11-21T10:00:00Z" }),
    ...["b", "c", "d", "e", "f", "unknown"].map((id) => said("0001", id)),
    said("0009", "a"),
  ];
  const { reviews, again, gone } = carriedReviews(before, after, log);
  assert.deepEqual(
    reviews.map((r) => [r.about, r.decision, r.reviewer.name, r.carried]),
    [
      [{ check: "0002", finding: "a" }, "dismiss", "Marta", { check: "0001", at: "2026-11-20T10:00:00Z" }],
      [{ check: "0002", finding: "a" }, "confirm", "Luz", { check: "0001", at: "2026-11-21T10:00:00Z" }],
    ],
  );
  assert.deepEqual([again, gone], [["b", "c", "d", "e"], 1]);
  // As they stand in the log afterwards: the last word counts, two do not agree, and neither hides where it is from.
  const now = [...log, ...reviews.map((r) => ({ ...r, at: "2026-11-26T00:00:00Z", actor: "r2" }))];
  const [a, b] = reviewsOf("0002", after.result, now);
  assert.deepEqual([a!.status, a!.disputed, a!.at, b!.status], ["confirmed", true, "2026-11-21T10:00:00Z", "open"]);
  assert.equal(reasonWords(a!, "es"), "de la revisión 0001, 2026-11-21, sobre los mismos registros: Lo vi.");
  // Carried once more it is still of the check and the day on which it was made.
  const third = carriedReviews({ ...after }, { ...after, check: "0003" }, now);
  assert.deepEqual(
    third.reviews.map((r) => r.carried?.check),
    ["0001", "0001"],
  );
});

test("what changed is asked again, with what was said before; what was decided later is told apart", () => {
  const before = of("0001", found("a"), found("b"), found("c"));
  const after = of("0002", found("a", { count: 2 }), found("b"), found("c", { count: 2 }));
  const log = [said("0001", "a"), said("0001", "b"), said("0001", "c"), said("0002", "c", { decision: "dismiss" })];
  assert.deepEqual(
    [...earlierDecisions(before, after, log)].map(([id, e]) => [id, e.status, e.by?.name, e.changed]),
    [
      ["a", "confirmed", "Marta", true],
      ["b", "confirmed", "Marta", false],
    ],
  );
});

test("what was decided of a check that is gone is not asked for; words say who, when, and why it does not count", () => {
  const checks = [{ check: "0001" }, { check: "0002", of: "0001" }, { check: "0003" }];
  assert.deepEqual(
    ["0001", "0002", "0003", "0009"].map((c) => madeOf(checks, c)),
    [undefined, "0001", undefined, undefined],
  );
  assert.equal(madeOf([{ check: "0001", removed: true }, checks[1]!], "0002"), undefined);
  const e = { check: "0001", status: "confirmed", by: { name: "Luz", role: "x" }, at: "2026-11-21T10:00:00Z" } as const;
  assert.match(earlierWords({ ...e, changed: true }, "es"), /0001.*\(Luz, 2026-11-21\); cambió/);
  assert.match(earlierWords({ ...e, changed: false }, "en"), /0001.*\(Luz, 2026-11-21\); that came after/);
});
