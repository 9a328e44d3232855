import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding, IndicatorSet, Level } from "@contraluz/core";
import { diffHunts } from "./diff.ts";
import { huntText, nextHunt, parseHunt } from "./stored.ts";
import { HUNT_SCHEMA, type HuntReport } from "./types.ts";

const finding = (id: string, level: Level = "match", count = 1): Finding => ({
  ...{ id, level, count, rule: null, indicator: null, subject: `s${id}`, records: [], params: {} },
  text: { es: { title: id, why: "", otherwise: "", next: "" }, en: { title: id, why: "", otherwise: "", next: "" } },
});
const set = (name: string, sha256: string, count = 1): IndicatorSet => ({
  ...{ name, source: "", licence: "", date: "", sha256, count },
});
const place = (id: string): { caseId: string; checkId: string } => {
  const [caseId, checkId] = id.split(" ");
  return { caseId: caseId!, checkId: checkId! };
};

interface Small {
  readonly found: Readonly<Record<string, readonly Finding[]>>;
  /** Searched without findings. */
  readonly none?: readonly string[];
  readonly gaps?: readonly string[];
  readonly sets?: readonly IndicatorSet[];
}

const report = (hunt: string, { found, none = [], gaps = [], sets = [set("a", "1")] }: Small): HuntReport => ({
  ...{ schema: HUNT_SCHEMA, hunt, lab: "x", tool: { name: "contraluz", version: "0" }, asOf: "2026-01-01" },
  engine: { name: "duckdb", version: "1" },
  signs: sets,
  ...{ signsSha256: "", keysVersion: 2, candidates: 0, refused: 0 },
  searched: [...Object.keys(found), ...none].sort().map(place),
  gaps: gaps.map((g) => ({ ...place(g), why: "missing" as const })),
  cases: Object.entries(found).map(([id, findings]) => ({ ...place(id), findings })),
});

test("a report that anybody may have written is whole, or none", () => {
  const indicator = { ...{ type: "domain", value: "x.example", set: 0 } } as unknown as Finding["indicator"];
  const good = report("0001", { found: { "a 1": [{ ...finding("1"), indicator }] }, gaps: ["b 1"] });
  const one = good.cases[0]!.findings[0]!;
  assert.deepEqual(parseHunt(huntText(good)), good);
  const bad = (f: object): object => ({ ...good, cases: [{ ...good.cases[0], findings: [{ ...one, ...f }] }] });
  const wrong: readonly object[] = [
    bad({ text: { es: one.text.es } }),
    bad({ text: { es: {}, en: {} } }),
    bad({ level: "worst" }),
    bad({ params: null }),
    bad({ indicator: { type: "domain", value: "x.example", set: 1 } }),
    bad({ records: [{ artifact: "a", ordinal: 0, at: { utc: 5 } }] }),
    { ...good, gaps: [{ caseId: "a", checkId: "1", why: "because" }] },
    { ...good, gaps: [{ caseId: "a", why: "damaged" }] },
    { ...good, gaps: [{ caseId: "a", checkId: "1", why: "case-damaged" }] },
    { ...good, cases: [{ ...good.cases[0], lost: 0.5 }] },
    { ...good, cases: [{ ...good.cases[0], first: 5, last: 5 }] },
  ];
  for (const [n, w] of wrong.entries()) assert.throws(() => parseHunt(JSON.stringify(w)), { code: "usage" }, String(n));
});

test("the same hunt twice: nothing", () => {
  const one = { found: { "a 1": [finding("1"), finding("2", "lead")] }, none: ["b 1"] };
  const d = diffHunts(report("0001", one), report("0002", one));
  const { schema, before, after, gaps, ...rest } = d;
  assert.deepEqual([schema, before, after, gaps], ["contraluz/hunt-diff@1", "0001", "0002", []]);
  for (const [name, list] of Object.entries(rest)) assert.deepEqual(list, [], name);
});

test("pairs that came, by a new sign or a new check; that went, for each reason; that changed", () => {
  const before = report("0001", {
    found: {
      "a 1": [finding("1", "targeted", 2), finding("2")],
      "c 1": [finding("1")],
      "d 1": [finding("1")],
      "e 1": [finding("9")],
    },
    none: ["b 1"],
    sets: [set("old", "1"), set("same", "2"), set("grown", "3", 5)],
  });
  const after = report("0002", {
    found: {
      "a 1": [finding("1", "match", 4), finding("3", "info")],
      "a 2": [finding("1", "info", 9)],
      "b 1": [finding("4")],
      "f 1": [finding("1")],
    },
    none: ["e 1"],
    gaps: ["c 1"],
    sets: [set("same", "2"), set("grown", "4", 8), set("new", "5")],
  });
  const d = diffHunts(before, after);
  assert.deepEqual(
    d.added.map((p) => [p.caseId, p.finding.id, p.by]),
    [
      ["a", "3", "sign"],
      ["b", "4", "sign"],
      ["f", "1", "check"],
    ],
  );
  assert.deepEqual(
    d.gone.map((p) => [p.caseId, p.finding.id, p.by]),
    [
      ["a", "2", "sign"],
      ["c", "1", "gap"],
      ["d", "1", "check"],
      ["e", "9", "sign"],
    ],
  );
  // Of two checks of a case the stronger one is told, with both.
  assert.deepEqual(
    d.changed.map((p) => [p.caseId, p.checks, p.finding.level, p.finding.count, p.before]),
    [["a", ["1", "2"], "match", 4, { level: "targeted", count: 2 }]],
  );
  assert.deepEqual(
    [d.casesAdded, d.casesGone],
    [
      ["b", "f"],
      ["c", "d", "e"],
    ],
  );
  assert.deepEqual(d.searchedAdded, [place("a 2"), place("f 1")]);
  assert.deepEqual(d.searchedGone, [place("c 1"), place("d 1")]);
  assert.deepEqual(
    [d.setsAdded, d.setsGone, d.setsChanged.map((s) => s.after)].map((l) => l.map((s) => s.name)),
    [["new"], ["old"], ["grown"]],
  );
  assert.deepEqual(d.signsMet, ["3", "4"]);
  assert.deepEqual(d.gaps, after.gaps);
});

test("pairs of a case whose own file is damaged now were not searched", () => {
  const before = report("0001", { found: { "a 1": [finding("1")], "b 1": [finding("1")] } });
  const after = { ...report("0002", { found: {} }), gaps: [{ caseId: "a", why: "case-damaged" as const }] };
  const { gone } = diffHunts(before, after);
  assert.deepEqual(
    gone.map((p) => [p.caseId, p.by]),
    [
      ["a", "gap"],
      ["b", "check"],
    ],
  );
});

test("numbers of hunts go on from the last one", () => {
  assert.equal(nextHunt([]), "0001");
  assert.equal(nextHunt(["0001", "0009", "x", "0003.new", "0004"]), "0010");
  assert.equal(nextHunt(["9999"]), "10000");
});

test("what a check may have had no room for is not said to be met no more", () => {
  const after = report("0002", { found: { "a 1": [finding("2")], "b 1": [] } });
  const cases = after.cases.map((c) => (c.caseId === "a" ? { ...c, lost: 7 } : c));
  const before = report("0001", { found: { "a 1": [finding("1")], "b 1": [finding("1")] } });
  assert.deepEqual(
    diffHunts(before, { ...after, cases }).gone.map((p) => [p.caseId, p.by]),
    [
      ["a", "gap"],
      ["b", "sign"],
    ],
  );
});
