import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, say } from "@contraluz/core";
import { CONTEXT, ref } from "../../detection.fixture.ts";
import { onlyListens as rule } from "./index.ts";

const record = (kind: string, fields: ArtifactRecord["fields"], hour = 12): ArtifactRecord => ({
  kind,
  at: { utc: 1n, seen: `2024-09-05T${String(hour).padStart(2, "0")}:35:46.336-06:00`, precision: "ms" },
  fields,
  observables: [],
  origin: { file: 0, at: { line: 1, offset: 0 } },
});
const use = (app: string, category = "microphone", hour = 12) => record("access", { app, category }, hour);
const net = (app: string, domain: string) => record("network", { app, domain });
const judge = (records: readonly ArtifactRecord[], known: readonly string[] = []) => {
  const seen = new Set<string>();
  const facts = records.flatMap((r, i) => {
    const f = rule.fact(r, () => ref(i), "ios/privacy-report");
    const once = f && rule.once!(f);
    if (!f || (once !== undefined && seen.has(once))) return [];
    if (once !== undefined) seen.add(once);
    return [f];
  });
  return [...rule.judge(facts, { ...CONTEXT, known })];
};
const APP = "com.example.oye";

test("an app that only listens is asked about, with its servers as a note", () => {
  const hits = judge([
    use(APP),
    use(APP, "microphone", 3),
    use(APP),
    net(APP, "c2.example"),
    net(APP, "c2.example"),
    net("com.other", "x.example"),
  ]);
  assert.deepEqual(
    hits.map((h) => [h.subject, h.level, h.records.length, h.params!.nights, h.params!.servers]),
    [
      [APP, undefined, 3, 1, ""],
      [`${APP} →`, "info", 1, 1, "c2.example"],
    ],
  );
  for (const lang of LANGS) {
    assert.match(say(rule.words.why, lang, hits[0]!.params!), /com\.example\.oye.*3/);
    assert.match(say(rule.words.why, lang, hits[1]!.params!), /c2\.example/);
  }
});

test("who also uses something else, or listens twice, or is Apple's, or is known is not asked about", () => {
  const three = [use(APP), use(APP), use(APP)];
  assert.deepEqual(judge([...three, use(APP, "contacts")]), []);
  assert.deepEqual(judge(three.slice(1)), []);
  assert.deepEqual(judge([1, 2, 3].map(() => use("com.apple.VoiceMemos"))), []);
  assert.deepEqual(judge(three, [APP.toUpperCase()]), []);
  assert.deepEqual(judge([use(""), record("access", {}), net(APP, "")]), []);
});

test("many are three questions and one for the rest", () => {
  const many = Array.from({ length: 8 }, (_, i) => [1, 2, 3].map(() => use(`com.example.a${i}`))).flat();
  const hits = judge(many);
  assert.deepEqual(
    hits.map((h) => h.subject),
    ["com.example.a0", "com.example.a1", "com.example.a2", "…"],
  );
  assert.equal(hits[3]!.records.length, 15);
  for (const lang of LANGS) assert.match(say(rule.words.title, lang, hits[3]!.params!), /5/);
});
