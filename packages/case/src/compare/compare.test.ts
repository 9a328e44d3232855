import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTIFACTS } from "@contraluz/artifacts";
import { type ArtifactRecord, LANGS, say, type Words } from "@contraluz/core";
import { SAY } from "@contraluz/report/words.ts";
import { ARTIFACT, finding, made, message, note, sha256 } from "./compare.fixture.ts";
import { type CompareOptions, compareResults, type StoredResult } from "./compare.ts";
import { compareFindings } from "./findings.ts";
import { compareText, findingsText } from "./text.ts";
import type { Comparison, KindDifference } from "./types.ts";
import { C, CAVEAT, NOT_COMPARED, REASON, WARNING } from "./words.ts";

const compare = (a: StoredResult, b: StoredResult, o: Partial<CompareOptions> = {}): Promise<Comparison> =>
  compareResults(a, b, { artifacts: [ARTIFACT], sha256, ...o });
async function kinds(
  a: readonly ArtifactRecord[],
  b: readonly ArtifactRecord[],
): Promise<Record<string, KindDifference>> {
  const c = await compare(made(a), made(b, { taken: 200 }));
  return Object.fromEntries(c.artifacts[0]!.kinds.map((k) => [k.kind, k]));
}
const days = (from: number, to: number): ArtifactRecord[] =>
  Array.from({ length: to - from }, (_, i) => message(from + i));
const codes = (c: Comparison): string[] => c.warnings.map((w) => w.code);

test("the same records in another order, on other pages: nothing differs", async () => {
  const all = [...days(0, 50), note("a"), note("a"), note("b")];
  const moved = all.toReversed().map((r): ArtifactRecord => ({ ...r, origin: { file: 0, at: { key: "elsewhere" } } }));
  const { message: m, note: n } = await kinds(all, moved);
  assert.deepEqual([m!.same, m!.changed.total, m!.came.total, m!.went.total], [50, 0, 0, 0]);
  assert.deepEqual([n!.same, n!.came.total, n!.went.total], [3, 0, 0]);
});

test("what came, what went, what changed: by its name where it has one, else by all that it says", async () => {
  const before = [...days(0, 30), note("a"), note("b"), note("b")];
  const after = [
    ...days(0, 28),
    message(28, { service: "iMessage", read: true }),
    message(29, { at: 40 }),
    message(41),
    note("b"),
    note("c"),
  ];
  const { message: m, note: n } = await kinds(before, after);
  assert.deepEqual(m!.changed, { total: 2, fields: { at: 1, read: 1, service: 1 } });
  assert.deepEqual([m!.came, m!.went.total, m!.same], [{ total: 1, inside: 0 }, 0, 28]);
  // One of two equal notes is gone, as is one of its own.
  assert.deepEqual([n!.same, n!.came.total, n!.went.total], [1, 1, 2]);
});

test("names that repeat: equal ones meet first, then in reading order, and the rest came or went", async () => {
  const of = (...services: string[]): ArtifactRecord[] =>
    services.map((service, i) => message(i, { guid: "G", service, at: 1 }));
  const { message: m } = await kinds(of("a", "b", "c"), of("c", "x"));
  assert.deepEqual([m!.same, m!.changed.total, m!.went.total, m!.came.total], [1, 1, 1, 0]);
  const { message: more } = await kinds(of("a"), of("a", "a", "b"));
  assert.deepEqual([more!.same, more!.changed.total, more!.went.total, more!.came.total], [1, 0, 0, 2]);
});

test("a date that 64 bits cannot hold lies at the end of time, and not in the middle of a history", async () => {
  const far = message(100, { at: 213_504 + 20 });
  const { message: m } = await kinds(days(0, 50), [...days(0, 50), far]);
  assert.deepEqual(m!.came, { total: 1, inside: 0 });
});

test("history: taken out of the middle, dropped at its end, put in with an old date", async () => {
  const before = days(0, 50);
  const after = [...days(10, 20), ...days(23, 50), message(100, { at: 30 }), message(101, { at: 60 })];
  const c = await compare(made(before), made(after, { taken: 200 }), { most: 4 });
  const [d] = c.artifacts;
  assert.deepEqual(d!.kinds[0]!.went, { total: 13, inside: 3, expired: 10, remains: 0 });
  assert.deepEqual(d!.kinds[0]!.came, { total: 2, inside: 1 });
  // Those of the middle come first, whole, with where they lie in the evidence.
  assert.deepEqual(
    d!.went.map((r) => r.fields.guid),
    ["G20", "G21", "G22", "G0"],
  );
  assert.deepEqual(
    [d!.went[0]!.path, d!.went[0]!.origin],
    ["3d/3d0d", { table: "message", row: 20, page: 21, cell: 6 }],
  );
  assert.deepEqual(
    d!.came.map((r) => r.fields.guid),
    ["G100", "G101"],
  );
});

test("deleted records are not compared; of what went it is said that its remains are there", async () => {
  const before = [...days(0, 30), message(90, { state: "deleted" })];
  const after = [...days(0, 10), ...days(12, 30), message(10, { state: "deleted" }), message(91, { state: "deleted" })];
  const { message: m } = await kinds(before, after);
  assert.deepEqual([m!.before, m!.after, m!.came.total], [30, 28, 0]);
  assert.deepEqual(m!.went, { total: 2, inside: 2, expired: 0, remains: 1 });
});

test("a place that was not read is never said to have lost anything", async () => {
  const all = days(0, 30);
  for (const state of ["absent", "unreadable", "not-asked", "not-consented"] as const) {
    const lost = (await compare(made(all), made([], { taken: 200, state }))).artifacts[0]!;
    assert.deepEqual([lost.notCompared, lost.kinds, lost.went], ["not-read-after", [], []]);
    const won = (await compare(made([], { state }), made(all, { taken: 200 }))).artifacts[0]!;
    assert.equal(won.notCompared, "not-read-before");
  }
  const c = await compare(made(all), made(all.slice(5), { taken: 200, state: "partly", version: 2 }));
  assert.deepEqual(c.artifacts[0]!.caveats, ["partly-after", "reader"]);
  const text = compareText(c, { lang: "es", width: 80, artifacts: [ARTIFACT] }).replaceAll(/\s+/g, " ");
  assert.match(text, /esta vez se leyó en parte: lo que falta quizá sigue ahí/);
  assert.match(text, /el lector es otra versión/);
});

test("content that one of the two could not keep is not a change", async () => {
  const before = [message(1, { text: "hola" }), message(2, { text: "adiós" })];
  const after = [message(1), message(2, { service: "iMessage" })];
  const c = await compare(made(before, { content: true }), made(after, { taken: 200 }));
  assert.deepEqual(c.artifacts[0]!.kinds[0]!.changed, { total: 1, fields: { service: 1 } });
  assert.deepEqual(c.artifacts[0]!.changed[0]!.fields, ["service"]);
  assert.ok(codes(c).includes("scope"));
  const both = await compare(made(before, { content: true }), made(after, { taken: 200, content: true }));
  assert.equal(both.artifacts[0]!.kinds[0]!.changed.total, 2);
});

test("in parts, as with many millions of records: the same differences", async () => {
  const before = days(0, 400);
  const after = [
    ...days(5, 100),
    ...days(120, 400).map((r, i) => (i % 9 === 0 ? { ...r, fields: { ...r.fields, read: true } } : r)),
    ...days(500, 530),
  ];
  const [a, b] = [made(before), made(after, { taken: 200 })];
  const whole = await compare(a, b);
  assert.deepEqual(await compare(a, b, { atOnce: 7 }), whole);
  assert.deepEqual(whole.artifacts[0]!.kinds[0]!.changed, { total: 32, fields: { read: 32 } });
});

test("integers beyond 2^53 and fields that the docs do not name", async () => {
  const big = 2n ** 60n;
  const c = await compare(
    made([message(1, { row: big, own: "a" })]),
    made([message(1, { row: big + 1n, own: "a" })], { taken: 200 }),
  );
  assert.deepEqual(c.artifacts[0]!.kinds[0]!.changed, { total: 1, fields: { "?": 1 } });
  assert.deepEqual(c.artifacts[0]!.changed[0]!.after.fields.row, big + 1n);
});

test("stored records that are damaged cost their place", async () => {
  const a = made(days(0, 3));
  for (const lines of ["{", '{"kind":1}\n', "\0\n"]) {
    const c = await compare(a, made([message(1)], { taken: 200, lines }));
    assert.equal(c.artifacts[0]!.notCompared, "damaged", lines);
    assert.match(compareText(c, { lang: "en", width: 80, artifacts: [ARTIFACT] }), /the stored records are damaged/);
  }
});

test("what to know before: other phones, the same backup, the wrong order, other signs", async () => {
  const all = days(0, 30);
  const udid = (c: string): string => c.repeat(40);
  const base = made(all);
  const cases: readonly (readonly [StoredResult, string[]])[] = [
    [made(all, { taken: 200 }), []],
    [made(all, { id: "id-100" }), ["same-evidence"]],
    [made(all, { taken: 50 }), ["order"]],
    [made(all, { taken: 200, device: "Otro" }), ["other-phone"]],
    [made(all, { taken: 200, os: "17.5" }), ["older-system"]],
    [made(all, { taken: 200, os: "17.10" }), []],
    [made(all, { taken: 200, signs: ["t"] }), ["signs"]],
    [made(all, { taken: 200, known: ["x"] }), ["context"]],
    [made(all, { taken: 200, catalogue: "d" }), ["catalogue"]],
    [
      made(
        all.map((_, i) => message(i, { guid: `other-${i}` })),
        { taken: 200 },
      ),
      ["nothing-shared"],
    ],
  ];
  for (const [b, expected] of cases) assert.deepEqual(codes(await compare(base, b)), expected);
  const ids = await compare(made(all, { name: udid("a") }), made(all, { taken: 200, name: udid("b") }));
  assert.deepEqual(codes(ids), ["other-phone"]);
  const renamed = await compare(
    made(all, { name: udid("a") }),
    made(all, { taken: 200, name: udid("a").toUpperCase(), device: "Otro" }),
  );
  assert.deepEqual(codes(renamed), [], "the same id: the person gave the phone another name");
});

test("findings: what came and went, and why where the results say it", () => {
  const sign = { id: "i", type: "domain", value: "a.example", set: 0, grade: "spyware", role: "server" } as const;
  const of = (o: Parameters<typeof made>[1]) => made([], { ...o }).result;
  const reasons = (a: ReturnType<typeof of>, b: ReturnType<typeof of>): unknown => {
    const d = compareFindings(a, b);
    return { came: d.came.map((x) => x.reason), went: d.went.map((x) => x.reason), stayed: d.stayed };
  };
  const f = [finding("1")];
  assert.deepEqual(reasons(of({}), of({ findings: f })), { came: ["records"], went: [], stayed: 0 });
  assert.deepEqual(reasons(of({ findings: f }), of({})), { came: [], went: ["records"], stayed: 0 });
  assert.deepEqual(reasons(of({ findings: f }), of({ state: "unreadable" })), {
    came: [],
    went: ["not-read"],
    stayed: 0,
  });
  assert.deepEqual(reasons(of({ state: "absent" }), of({ findings: f })), { came: ["not-read"], went: [], stayed: 0 });
  const hit = [finding("2", { rule: null, indicator: sign, level: "targeted" })];
  assert.deepEqual(reasons(of({ signs: ["old"] }), of({ findings: hit, signs: ["new"] })), {
    came: ["signs"],
    went: [],
    stayed: 0,
  });
  assert.deepEqual(reasons(of({ findings: hit, signs: ["s"] }), of({ signs: ["s"] })), {
    came: [],
    went: ["records"],
    stayed: 0,
  });
  const asked = [finding("3", { level: "ask", subject: "P" })];
  // By what it is about, however it was typed, or by the number of the question.
  for (const known of ["P", "p", "3"])
    assert.deepEqual(reasons(of({ findings: asked }), of({ known: [known] })), {
      came: [],
      went: ["answered"],
      stayed: 0,
    });
  assert.deepEqual(reasons(of({ findings: f }), of({ catalogue: "d" })), { came: [], went: ["rule"], stayed: 0 });
  const more = compareFindings(of({ findings: f }), of({ findings: [finding("1", { count: 3, level: "info" })] }));
  assert.deepEqual(
    more.changed.map((c) => [c.before, c.after]),
    [
      [
        { level: "lead", count: 1 },
        { level: "info", count: 3 },
      ],
    ],
  );
  const risen = compareFindings(of({ findings: f }), of({ findings: [finding("1", { level: "match" })] }));
  for (const lang of ["es", "en"] as const) {
    const text = findingsText(risen, { lang, width: 200 }).join("\n");
    assert.ok(text.includes(SAY[lang].level.lead) && text.includes(SAY[lang].level.match), text);
    assert.doesNotMatch(text, /Los mismos|The same/);
  }
});

test("the text: both languages, any width, nothing that a terminal obeys", async () => {
  const hostile = "\u001b[2J\u202e";
  const before = [...days(0, 30), message(15, { guid: hostile, at: 15 })];
  const findings = [finding("1", { subject: hostile })];
  const c = await compare(
    made(before, { device: hostile }),
    made([...days(0, 9), ...days(11, 30)], { taken: 200, findings }),
  );
  for (const lang of LANGS)
    for (const width of [40, 80]) {
      const text = compareText(c, { lang, width, artifacts: [ARTIFACT], command: "contraluz compare a b --json" });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what we look for
      assert.doesNotMatch(text, /(?!\n)[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
      assert.match(text, lang === "es" ? /Historia que cambió/ : /History that changed/);
      assert.ok(text.includes("contraluz compare a b --json"));
    }
  const same = await compare(made(before), made(before, { taken: 200 }));
  assert.match(compareText(same, { lang: "en", width: 80, artifacts: [ARTIFACT] }), /Without differences: 1 place\./);
});

test("every key of the catalogue names fields of its kind", () => {
  for (const a of ARTIFACTS)
    for (const [kind, names] of Object.entries(a.key ?? {})) {
      assert.ok(Object.hasOwn(a.fields, kind), `${a.id} ${kind}`);
      for (const n of names) assert.ok(Object.hasOwn(a.fields[kind]!, n), `${a.id} ${kind} ${n}`);
      // What is content is not always there to be compared.
      for (const n of names) assert.ok(!a.fields[kind]![n]!.content, `${a.id} ${kind} ${n}`);
    }
});

test("es and en differ, and no word promises or frightens", () => {
  const never =
    /\b(limpi[oa]s?|hackead[oa]s?|infectad[oa]s?|amenazas?|víctimas?|detectad[oa]s?|solo|usted|clean|hacked|infected|threats?|victims?|detected|just|simply)\b|!/iu;
  const holes = new Proxy({}, { get: () => "X" }) as never;
  const all = {
    ...C,
    ...WARNING,
    ...NOT_COMPARED,
    ...CAVEAT,
    ...REASON.came,
    ...Object.fromEntries(Object.entries(REASON.went).map(([k, w]) => [`went-${k}`, w])),
  };
  for (const [key, w] of Object.entries(all as Readonly<Record<string, Words<never>>>)) {
    const [es, en] = LANGS.map((l) => say(w, l, holes)) as [string, string];
    assert.doesNotMatch(`${es} ${en}`, never, key);
    if (key !== "counts") assert.notEqual(es, en, key);
  }
});
