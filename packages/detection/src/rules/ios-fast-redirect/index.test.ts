import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, type RecordRef, say } from "@contraluz/core";
import { registeredName } from "../../indicators/hosts.ts";
import { fastRedirect as rule } from "./index.ts";
import { isOrdinary } from "./sites.ts";

const context = { asOf: "", custody: [], known: [] };
const T = 1_714_979_289_000_000_000n;

/** A visit `ms` after T. */
function visit(
  n: number,
  url: unknown,
  ms: number,
  fields: ArtifactRecord["fields"] = {},
  more: Partial<ArtifactRecord> = {},
): ArtifactRecord {
  return {
    kind: "visit",
    at: { utc: T + BigInt(ms) * 1_000_000n, seen: "", precision: "us" },
    fields: { url: url as string, visit: n, ...fields },
    observables: [],
    origin: { file: 0, at: { table: "history_visits", row: n } },
    ...more,
  };
}
const pair = (from: unknown, to: unknown, ms = 200): ArtifactRecord[] => [
  visit(1, from, 0, { redirect_to: 2 }),
  visit(2, to, ms, { redirect_from: 1 }),
];
function judge(...records: ArtifactRecord[]) {
  const facts = records
    .map((r, ordinal) =>
      rule.fact(
        r,
        (): RecordRef => ({ artifact: "ios/safari-history", ordinal, origin: r.origin }),
        "ios/safari-history",
      ),
    )
    .filter((f) => f !== undefined);
  return [...rule.judge(structuredClone(facts), context)];
}
const judgeAll = (records: readonly ArtifactRecord[]): number => {
  const facts = records.flatMap((r) => {
    const fact = rule.fact(r, () => ({ artifact: "ios/safari-history", ordinal: 0, origin: r.origin }), "");
    return fact ? [fact] : [];
  });
  return [...rule.judge(facts, context)][0]!.records.length;
};
const counts = (...records: ArtifactRecord[]): number => judge(...records)[0]?.records.length ?? 0;

test("one finding for all, with its pages in their order and the first examples", () => {
  const many = Array.from({ length: 5 }, (_, i) => [
    visit(10 * i, `http://a${i}.example/x`, 0, { redirect_to: 10 * i + 1 }),
    visit(10 * i + 1, "https://end.test/", 900, { redirect_from: 10 * i }),
  ]).flat();
  const hits = judge(...many);
  assert.deepEqual(
    hits.map((h) => [h.subject, h.level, h.params, h.records.map((r) => r.ordinal)]),
    [
      [
        "http",
        undefined,
        {
          pages: 5,
          left: 5,
          examples: "a0.example → end.test; a1.example → end.test; a2.example → end.test",
        },
        [0, 2, 4, 6, 8],
      ],
    ],
  );
  for (const lang of LANGS) assert.match(say(rule.words.title, lang, hits[0]!.params!), /^5 /);
});

test("a page in the middle of a chain is an end and a beginning", () => {
  const chain = [
    visit(1, "http://a.example/", 0, { redirect_to: 2 }),
    visit(2, "http://b.example.com/", 100, { redirect_from: 1, redirect_to: 3 }),
    visit(3, "https://c.test/", 1099, { redirect_from: 2 }),
  ];
  assert.equal(counts(...chain), 2);
});

test("what stayed on its site counts behind what left it; a page that only became encrypted does not", () => {
  const [from, to] = pair("http://www.a.example/x", "https://a.example/y?z=1");
  const left = [
    visit(5, "http://c.example/", 0, { redirect_to: 6 }),
    visit(6, "https://d.test/", 1, { redirect_from: 5 }),
  ];
  const [both] = judge(from!, to!, ...left);
  assert.deepEqual([both!.params!.pages, both!.params!.left, both!.records.map((r) => r.ordinal)], [2, 1, [2, 0]]);
  const [alone] = judge(from!, to!);
  assert.equal(
    say(rule.words.title, "es", alone!.params!),
    "1 página sin cifrar llevó a otra página de su sitio en menos de un segundo",
  );
  assert.match(say(rule.words.why, "en", alone!.params!), /none left its site/);
  for (const end of ["https://a.example/x/", "https://www.a.example/x", "https://a.example:443/x"])
    assert.equal(counts(...pair("http://www.a.example/x", end)), 0, end);
});

test("near misses: encrypted, slow, backwards, the same page, no end, a shortener, one organisation", () => {
  for (const records of [
    pair("https://a.example/", "https://b.test/"),
    pair("http://a.example/", "https://b.test/", 1000),
    pair("http://a.example/", "https://b.test/", -1),
    pair("http://a.example/", "https://www.a.example/"),
    pair("http://uno.com.mx/", "https://www.uno.com.mx/"),
    pair("http://bit.ly/x", "https://b.test/"),
    pair("http://google.com/", "https://www.google.com.mx/"),
    pair("http://fb.com/", "https://m.facebook.com/"),
    pair("about:blank", "https://b.test/"),
    pair("http://a.example/", 5),
    pair("http://a.example/", "https://b.test/").slice(0, 1),
  ])
    assert.equal(counts(...records), 0, JSON.stringify(records[0]!.fields));
  assert.equal(counts(...pair("HTTP://a.example/", "https://b.test/", 999)), 1);
  assert.equal(counts(...pair("http://uno.com.mx/", "https://dos.com.mx/")), 1);
  assert.equal(counts(...pair("http://192.0.2.7/", "https://b.test/")), 1);
});

test("visits of another file, or without a time do not count", () => {
  const [from, to] = pair("http://a.example/", "https://b.test/");
  const { at, ...timeless } = to!;
  for (const end of [{ ...to!, origin: { file: 1, at: { key: "" } } }, timeless]) assert.equal(counts(from!, end), 0);
  assert.ok(at);
});

test("a hundred thousand redirects take no time", () => {
  const records = Array.from({ length: 50_000 }, (_, i) => [
    visit(2 * i, `http://a${i}.example/`, 0, { redirect_to: 2 * i + 1 }),
    visit(2 * i + 1, "https://b.test/", 1, { redirect_from: 2 * i }),
  ]).flat();
  const before = process.cpuUsage();
  assert.equal(judgeAll(records), 50_000);
  assert.ok(process.cpuUsage(before).user < 5_000_000);
});

test("registered names and owners", () => {
  for (const [host, name] of [
    ["a.b.example", "b.example"],
    ["www.uno.com.mx", "uno.com.mx"],
    ["com.mx", "com.mx"],
    ["uno.mx", "uno.mx"],
    ["x", "x"],
    ["a.gob.mx", "a.gob.mx"],
  ] as const)
    assert.equal(registeredName(host), name);
  assert.ok(isOrdinary("amazon.com", "amazon.com.mx") && isOrdinary("google.es", "youtube.com"));
  assert.ok(!isOrdinary("amazon.evil.com", "amazon.com") && !isOrdinary("google.top", "google.com"));
  assert.ok(!isOrdinary("b.test", "bit.ly"));
});
