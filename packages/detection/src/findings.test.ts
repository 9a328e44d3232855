import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import type { Context, Finding, Indicator } from "@contraluz/core";
import { type Collected, createCollector } from "./collector.ts";
import { CONTEXT, matching, met, moment, record, ref, rule, SETS, sign } from "./detection.fixture.ts";
import { makeFindings } from "./findings.ts";
import type { AnyRule } from "./rule.ts";

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
const find = (c: Collected, rules: readonly AnyRule[] = [], context: Context = CONTEXT): Finding[] =>
  makeFindings(c, rules, SETS, context, hash);

function collect(
  signs: readonly Indicator[],
  records: readonly ReturnType<typeof record>[],
  rules: readonly AnyRule[] = [],
): Collected {
  const c = createCollector(matching(...signs), rules);
  for (const [i, r] of records.entries()) c.take("ios/x", r, i);
  return c.collected;
}

test("one finding per sign, however many records, sets and ways", () => {
  const c = collect(
    [sign(), sign({ set: 1, id: "s2", campaign: "Candiru" })],
    [record([met("received")]), record([met("visited")]), record([met("visited")])],
  );
  const [f, ...more] = find(c);
  assert.equal(more.length, 0);
  assert.deepEqual(
    [f!.level, f!.rule, f!.subject, f!.count, f!.records.length],
    ["targeted", null, "evil.example", 3, 3],
  );
  assert.deepEqual(f!.indicator, sign());
  assert.equal(f!.params.campaign, "Pegasus, Candiru");
  assert.match(f!.text.es.title, /Se visitó.*Pegasus, Candiru/);
  assert.match(f!.text.es.why, /También llegó en un mensaje/);
  assert.doesNotMatch(f!.text.es.why, /no vimos que se abriera/);
});

test("the id depends on cause and subject alone", () => {
  const one = find(collect([sign()], [record([met("received")], moment(0))]))[0]!;
  const later = find(
    collect([sign({ set: 1, id: "z", campaign: "Otra" })], [record([]), record([met("visited")], moment(99))]),
    [],
    { ...CONTEXT, asOf: "2030-01-01" },
  )[0]!;
  assert.equal(one.id, later.id);
  assert.match(one.id, /^[0-9a-f]{16}$/);
  const ids = [sign(), sign({ value: "other.example" }), sign({ type: "ip" })].map(
    (s) => find(collect([s], [record([met("visited", s.value)])]))[0]!.id,
  );
  assert.equal(new Set(ids).size, 3);
  const r = rule();
  const ruled = find(collect([], [record([])], [r]), [r])[0]!;
  assert.equal(ruled.id, find(collect([], [record([], moment(5))], [r]), [r], { ...CONTEXT, asOf: "" })[0]!.id);
});

test("the sign of a finding is the one that gave its level; weaker campaigns are not named", () => {
  const signs = [
    sign({ role: "vendor", campaign: "Tienda", id: "v" }),
    sign({ set: 1, id: "s", campaign: "Pegasus" }),
  ] as const;
  const [f] = find(collect([...signs], [record([met("visited")])]));
  assert.deepEqual(
    [f!.level, f!.indicator!.role, f!.params.campaign, f!.params.set],
    ["targeted", "server", "Pegasus", "dos"],
  );
  assert.doesNotMatch(f!.text.es.next, /Nada que hacer/);
});

test("a sign without campaign is called by its set", () => {
  const { campaign: _, ...bare } = sign();
  assert.match(find(collect([bare], [record([met("received")])]))[0]!.text.en.title, /points to uno/);
});

test("of a name that was cut the result holds the whole sign, and the words say that it was cut", () => {
  const cut = sign({ type: "process", value: "com.apple.avcapture", role: "implant", truncated: true });
  const [f] = find(
    collect([{ ...cut, value: "com.apple.avcap" }], [record([met("ran", "com.apple.avcap", "process")])]),
  );
  assert.equal(f!.level, "lead");
  assert.ok(!("truncated" in f!.indicator!));
  assert.match(f!.text.es.why, /primeras 15 o 16 letras/);
});

test("order: level, then first instant, then subject; undated first", () => {
  const signs = ["b", "a", "d", "c", "e"].map((value) =>
    sign({ value, id: value, ...(value === "e" ? { role: "implant" as const } : {}) }),
  );
  const c = collect(signs as readonly Indicator[], [
    record([met("visited", "a")], moment(20)),
    record([met("visited", "b")], moment(10)),
    record([met("visited", "d")]),
    record([met("visited", "c")]),
    record([met("ran", "e")], moment(99)),
  ]);
  assert.deepEqual(
    find(c).map((f) => f.subject),
    ["e", "c", "d", "b", "a"],
  );
});

test("findings of rules: level of the hit before that of the rule, records cut to 100, count of all", () => {
  const r = rule({
    *judge() {
      yield { subject: "many", records: Array.from({ length: 130 }, (_, i) => ref(i)), params: { n: 130 } };
      yield { subject: "strong", level: "targeted", records: [ref(1)] };
    },
  });
  const [strong, many] = find(collect([], [], [r]), [r]);
  assert.deepEqual([strong!.level, strong!.rule, strong!.indicator], ["targeted", "test/rule", null]);
  assert.deepEqual(
    [many!.level, many!.count, many!.records.length, many!.params],
    ["lead", 130, 100, { n: 130, subject: "many" }],
  );
});

test("hits of one rule whose subjects look alike have ids of their own, the same in every run", () => {
  const r = rule({
    *judge() {
      for (const n of [1, 2, 3]) yield { subject: "x", records: [ref(n)] };
    },
  });
  const ids = (): string[] => find(collect([], [], [r]), [r]).map((f) => f.id);
  assert.equal(new Set(ids()).size, 3);
  assert.deepEqual(ids(), ids());
});

test("a rule whose budget is spent judges what it kept", () => {
  const r = rule({ budget: 2 });
  const c = collect([], [record([]), record([]), record([])], [r]);
  assert.ok(c.spent.has("test/rule"));
  assert.equal(find(c, [r]).length, 2);
});

test("a window in which the phone was in other hands marks what happened in it", () => {
  const c = collect([sign()], [record([met("visited")]), record([met("visited")], moment(3600 * 12))]);
  const at = (...custody: [string, string][]): string | undefined => find(c, [], { ...CONTEXT, custody })[0]!.window;
  assert.equal(at(["2024-05-06T11:59:59Z", "2024-05-06T12:00:00Z"]), "custody");
  assert.equal(at(["2024-05-06", "2024-05-06"]), "custody");
  assert.equal(at(["2024-05-06T06:00:00-06:00", "2024-05-06T07:00:00-06:00"]), "custody");
  assert.equal(at(["2024-05-05", "2024-05-05"], ["2024-05-06T12:00:01Z", "2024-05-07"]), undefined);
  assert.equal(at(["2024-05-07", "2024-05-05"]), undefined);
  assert.equal(at(["ayer", "hoy"]), undefined);
  // What has no time lies in no window.
  const undated = collect([sign()], [record([met("visited")])]);
  assert.equal(find(undated, [], { ...CONTEXT, custody: [["2000-01-01", "2100-01-01"]] })[0]!.window, undefined);
});

test("the number of a question answers it, and no other thing", () => {
  const asks = rule({ level: "ask" });
  const all = collect([], [record([]), record([])], [asks]);
  const [first, second] = find(all, [asks]);
  assert.deepEqual(
    find(all, [asks], { ...CONTEXT, known: [first!.id] }).map((f) => f.id),
    [second!.id],
  );
  const leads = rule();
  const lead = find(collect([], [record([])], [leads]), [leads])[0]!;
  assert.equal(find(collect([], [record([])], [leads]), [leads], { ...CONTEXT, known: [lead.id] }).length, 1);
});
