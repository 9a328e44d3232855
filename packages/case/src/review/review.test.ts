import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord, Finding, Result } from "@contraluz/core";
import type { TimelineRow } from "../timeline/types.ts";
import { confirmedBy, type Review, refuseReview, reviewsOf } from "./decisions.ts";
import { type CiteSource, refuseStory, type Story, tellStory } from "./stories.ts";
import { storyHtml } from "./story-html.ts";
import { storyText } from "./story-text.ts";
import { tagName, tagsOf } from "./tags.ts";

const finding = (id: string, level: Finding["level"]): Finding =>
  ({
    id,
    level,
    subject: "evil.example",
    text: { es: { title: `Título ${id}` }, en: { title: `Title ${id}` } },
  }) as unknown as Finding;
const result = {
  findings: [finding("a1", "match"), finding("b2", "lead")],
  evidence: [{ id: "e".repeat(64), name: "respaldo" }],
  records: { "ios/sms": { file: "records/ios.sms.jsonl", version: 2, count: 10, sha256: "5".repeat(64) } },
} as unknown as Result;

const record: ArtifactRecord = {
  kind: "message",
  at: { utc: 1_714_979_289_000_000_000n, seen: "x", precision: "s" },
  fields: { text: "<b>hola</b>\u202e" },
  observables: [],
  origin: { file: 0, at: { table: "message<script>", row: 17, page: 5, cell: 3 } },
};

const source: CiteSource = {
  async row(c): Promise<TimelineRow | undefined> {
    if (c.artifact !== "ios/sms" || c.ordinal > 9) return undefined;
    return {
      ...c,
      kind: "message",
      ns: 0n,
      record,
      file: { evidence: 0, path: "3d/3d0d", name: "Library/SMS/sms.db", size: 1, sha256: "f".repeat(64) },
      findings: [],
      tags: [],
      ...(c.ordinal === 2 ? { corrected: { check: "0001", seconds: -3600, why: "w" } } : {}),
    };
  },
  result: (check) => (check === "0001" ? result : undefined),
};

const cite = (ordinal: number, check = "0001") => ({ check, artifact: "ios/sms", ordinal });
const story: Story = {
  id: "s1",
  title: "Lo que <i>pasó",
  lang: "es",
  sentences: [
    {
      text: "Llegó un mensaje <script>alert(1)</script> con un enlace.",
      cites: [cite(1), { check: "0001", finding: "a1" }],
    },
    { text: "Luego otro\u001b[31m.", cites: [cite(2), cite(1), cite(1)] },
    { text: "Nadie sabe más.", cites: [] },
    { text: "Esto no está.", cites: [cite(99), cite(1, "0009"), { check: "0001", finding: "zz" }] },
  ],
};

test("a story leads each sentence to its records, to the byte, and hides no cite that leads nowhere", async () => {
  const told = await tellStory(story, source);
  assert.deepEqual(
    told.sentences.map((s) => s.cites),
    [[1, 2], [3, 1], [], [4, 5, 6]],
  );
  assert.deepEqual([told.bare, told.missing], [1, 3]);
  assert.deepEqual(
    told.sources.map((s) => s.kind),
    ["record", "finding", "record", "missing", "missing", "missing"],
  );
  for (const lang of ["es", "en"] as const) {
    const text = storyText(told, { lang, width: 80, nameOf: () => "Mensajes" });
    for (const part of [
      "[1, 2]",
      "message<script> row 17 page 5 cell 3",
      "f".repeat(64),
      "e".repeat(64),
      "5".repeat(64),
      "records/ios.sms.jsonl",
      "0009/ios/sms/1",
    ])
      assert.ok(
        text.replace(/\s+/g, " ").includes(part) || text.replace(/\s+/g, "").includes(part),
        `${lang} ${part}\n${text}`,
      );
    assert.ok(!text.includes("\u001b") && text.includes("<U+001B>"));
    assert.match(text, lang === "es" ? /1 frase no se apoya/ : /1 sentence rests/);
    assert.match(text, lang === "es" ? /3 citas no llevan/ : /3 cites lead/);
    assert.match(
      text.replace(/\s+/g, " "),
      lang === "es" ? /reloj corregido -3,600 segundos/ : /clock corrected by -3,600 seconds/,
    );
    assert.ok(text.split("\n").every((l) => l.length <= 80));
    const page = storyHtml(told, { lang, id: "s1", nameOf: () => "Mensajes" }).markup;
    assert.ok(!/<script|<i>|<b>|https?:|src=/.test(page), page);
    assert.equal(page.match(/<li id="s1-\d+"/g)?.length, 6);
    assert.equal(page.match(/href="#s1-\d+"/g)?.length, 7);
  }
});

test("a story that rests on nothing is not written down", async () => {
  assert.deepEqual(
    (await refuseStory(story, source)).map((r) => r.code),
    ["bare", "missing", "missing", "missing"],
  );
  assert.deepEqual(await refuseStory({ ...story, sentences: story.sentences.slice(0, 2) }, source), []);
  assert.deepEqual(await refuseStory({ ...story, sentences: [] }, source), [{ code: "empty" }]);
  const long = { text: "x".repeat(5000), cites: [cite(1)] };
  const many = { text: "x", cites: Array.from({ length: 101 }, () => cite(1)) };
  assert.deepEqual(await refuseStory({ ...story, sentences: [long, many] }, source), [
    { code: "too-long", sentence: 1 },
    { code: "too-long", sentence: 2 },
  ]);
  const endless = Array.from({ length: 5000 }, () => ({ text: "x", cites: [cite(1)] }));
  assert.equal((await refuseStory({ ...story, sentences: endless }, source)).length, 1);
});

test("tags: the last word counts, each once, one line", () => {
  const tags = tagsOf([
    { about: [cite(1), cite(2)], tag: " por   preguntar ", on: true },
    { about: [cite(1)], tag: "por preguntar", on: false },
    { about: [cite(2), { check: "0001", finding: "a1" }], tag: "por\npreguntar", on: true },
    { about: [cite(3)], tag: "\u202e", on: true },
    { about: [cite(3)], tag: "x".repeat(41), on: true },
    { about: [cite(9)], tag: "nunca", on: false },
  ]);
  assert.deepEqual(tags.records, [{ cite: cite(2), tag: "por preguntar" }]);
  assert.deepEqual(tags.findings, [{ cite: { check: "0001", finding: "a1" }, tag: "por preguntar" }]);
  assert.deepEqual(tags.names, [{ tag: "por preguntar", n: 2 }]);
  assert.equal(tagName("  "), undefined);
  assert.equal(tagName("n\u0303andu\u0301"), "ñandú");
});

const review = (id: string, decision: Review["decision"], name: string, seq: number, role = "analista"): Review => ({
  about: { check: "0001", finding: id },
  decision,
  why: "porque",
  reviewer: { name, role },
  at: `2026-11-2${seq}T00:00:00Z`,
  actor: "r1",
});

test("only a named person confirms; who disagrees is seen; the history stays", () => {
  const states = (log: readonly Review[]) =>
    reviewsOf("0001", result, log).map((r) => [r.status, r.disputed, r.by?.name, r.history.length]);
  assert.deepEqual(states([]), [
    ["open", false, undefined, 0],
    ["open", false, undefined, 0],
  ]);
  assert.deepEqual(
    states([review("a1", "ask", "Ana", 1), review("a1", "confirm", "Ana", 2), review("b2", "dismiss", "Ana", 3)]),
    [
      ["confirmed", false, "Ana", 2],
      ["dismissed", false, "Ana", 1],
    ],
  );
  assert.deepEqual(states([review("a1", "confirm", "Ana", 1), review("a1", "dismiss", "Beto", 2)])[0], [
    "dismissed",
    true,
    "Beto",
    2,
  ]);
  assert.deepEqual(states([review("a1", "confirm", "  ", 1)])[0], ["ask", false, undefined, 1]);
  assert.deepEqual(states([review("a1", "confirm", "Ana", 1, "")])[0], ["ask", false, "Ana", 1]);
  const other = { ...review("a1", "confirm", "Ana", 1), about: { check: "0002", finding: "a1" } };
  assert.equal(states([other])[0]![0], "open");
  const confirmed = (log: readonly Review[]): number => confirmedBy(reviewsOf("0001", result, log), result).length;
  assert.equal(confirmed([review("a1", "confirm", "Ana", 1)]), 1);
  assert.equal(confirmed([review("b2", "confirm", "Ana", 1)]), 0, "a lead is no trace");
  assert.equal(confirmed([review("a1", "dismiss", "Beto", 1), review("a1", "confirm", "Ana", 2)]), 0, "disputed");
});

test("a decision without a name, a role, a reason or a finding is refused", () => {
  const refuse = (r: Review) => refuseReview(r, result.findings);
  assert.equal(refuse(review("a1", "confirm", "Ana", 1)), undefined);
  assert.equal(refuse(review("a1", "ask", "Ana", 1, "")), undefined);
  assert.equal(refuse(review("a1", "confirm", "", 1)), "no-name");
  assert.equal(refuse(review("a1", "confirm", "Ana", 1, " ")), "no-role");
  assert.equal(refuse({ ...review("a1", "dismiss", "Ana", 1), why: " " }), "no-reason");
  assert.equal(refuse(review("zz", "confirm", "Ana", 1)), "no-finding");
});
