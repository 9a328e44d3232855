import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, type Context, type Finding, type Indicator, parseIso, utcNs } from "@contraluz/core";
import { createCollector, mergeCollected } from "./collector.ts";
import { makeFindings } from "./findings.ts";

const SETS = ["a", "b"].map((name) => ({ name, source: "", licence: "", date: "", sha256: "0".repeat(64), count: 1 }));
const SIGN: Indicator = {
  id: "indicator--00000000-0000-4000-8000-000000000001",
  type: "domain",
  value: "x.example",
  campaign: "X",
  set: 0,
  grade: "spyware",
  role: "server",
  validUntil: "2024-06-01T00:00:00Z",
};

/** The one finding of messages received at these times; "" for no time. */
function finding(times: readonly string[], o: { asOf?: string; signs?: readonly Indicator[] } = {}): Finding {
  const collector = createCollector({ match: () => o.signs ?? [SIGN] }, []);
  times.forEach((t, i) => {
    const record: ArtifactRecord = {
      kind: "message",
      ...(t === "" ? {} : { at: utcNs(parseIso(t)!, t, "s") }),
      fields: {},
      observables: [{ type: "url", value: "https://x.example/", contact: "received" }],
      origin: { file: 0, at: { table: "message", row: i + 1 } },
    };
    collector.take("ios/sms", record, i);
  });
  const context: Context = { asOf: o.asOf ?? "2026-01-01T00:00:00Z", custody: [], known: [] };
  const [f, ...more] = makeFindings(mergeCollected([collector.collected], []), [], SETS, context, (t) => t);
  assert.equal(more.length, 0);
  return f!;
}

test("what was met while the sign was good weighs in full, however long ago", () => {
  for (const times of [["2021-01-01T00:00:00Z"], ["2025-01-01T00:00:00Z", "2024-06-01T00:00:00Z"]]) {
    const f = finding(times);
    assert.equal(f.level, "targeted", times.join());
    assert.doesNotMatch(f.text.es.why, /2024-06-01/);
  }
});

test("what was met after the end is a lead that says so", () => {
  const f = finding(["2024-06-01T00:00:01Z"]);
  assert.equal(f.level, "lead");
  assert.match(f.text.es.why, /hasta el 2024-06-01\. Lo que vimos es de después, o no tiene fecha\./);
  assert.match(f.text.en.why, /until 2024-06-01\. What we saw is later, or has no date\./);
  assert.equal(f.id, finding(["2021-01-01T00:00:00Z"]).id, "the same finding, weighed otherwise");
});

test("without a time the now of the check decides; without a now nothing is held against the sign", () => {
  assert.equal(finding([""], { asOf: "2024-06-02" }).level, "lead");
  assert.equal(finding([""], { asOf: "2024-05-31" }).level, "targeted");
  assert.equal(finding([""], { asOf: "" }).level, "targeted");
});

test("of more records than are kept some may be earlier", () => {
  assert.equal(finding(new Array(101).fill("2025-01-01T00:00:00Z")).level, "targeted");
  assert.equal(finding(new Array(100).fill("2025-01-01T00:00:00Z")).level, "lead");
});

test("the same sign of another set without an end stands; a weaker one does not hide the lead", () => {
  const { validUntil: _, ...endless } = { ...SIGN, set: 1, campaign: "Y" };
  const f = finding(["2025-01-01T00:00:00Z"], { signs: [SIGN, endless] });
  assert.deepEqual([f.level, f.indicator?.set, f.params.campaign], ["targeted", 1, "Y, X"]);
  const page: Indicator = { ...endless, role: "vendor" };
  assert.equal(finding(["2025-01-01T00:00:00Z"], { signs: [SIGN, page] }).level, "lead");
  assert.equal(finding(["2021-01-01T00:00:00Z"], { signs: [SIGN, page] }).level, "targeted");
});

test("a site is young for as long as its list says, and nothing after", () => {
  const young: Indicator = { ...SIGN, role: "young" };
  assert.equal(finding(["2024-05-01T00:00:00Z"], { signs: [young] }).level, "info");
  assert.match(finding(["2024-05-01T00:00:00Z"], { signs: [young] }).text.es.title, /registrado hace poco/);
  assert.equal(finding(["2024-06-02T00:00:00Z"], { signs: [young] }), undefined);
  // What is published about it stands.
  const both = finding(["2024-05-01T00:00:00Z"], { signs: [young, SIGN] });
  assert.deepEqual([both.level, both.indicator?.role], ["targeted", "server"]);
});
