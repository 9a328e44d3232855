/** What leaves a lab says nothing of a case: every value of every phone is looked for in it. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { KNOWN_SETS } from "@contraluz/detection";
import { sha256Text } from "@contraluz/engine/hash-text.ts";
import type { LabCase } from "../lab/types.ts";
import { linkCases } from "../links/build.ts";
import type { CampaignReport } from "../links/types.ts";
import { ASOF, huntOf, memorySource, signsOf, world } from "../links/world.fixture.ts";
import type { HuntReport } from "../run/types.ts";
import { shareDocument } from "./documents.ts";
import { publish } from "./publish.ts";
import { publicHtml, publicMarkdown } from "./render.ts";
import { phonesOf } from "./signs.ts";
import type { PublicReport } from "./types.ts";

const w = world(2);
const PUBLIC = KNOWN_SETS[0]!.files[0]!.name;
const ids = phonesOf(w.labCases);
const SIGNS = [
  "known-one.example",
  "a.known-two.example",
  "other-known-two.example",
  "twodaemond",
  "long-known.example",
];
/** What anybody can buy, in a public list of its own. */
const SOLD = ["com.bought.watcher", "panel.bought.example", sha256Text("bought")];
const EVERYWHERE = "static.everywhere.example";
let hunt: HuntReport;
let links: CampaignReport;

before(async () => {
  hunt = huntOf(w, await signsOf(w, PUBLIC));
  links = await linkCases({ source: memorySource(w), lab: hunt.lab, cases: w.labCases, hunt, asOf: ASOF });
});

/** All that the lab knows and that nobody outside may read: values, names of cases, days, instants. */
function secrets(): Set<string> {
  const out = new Set<string>([...ids.keys(), hunt.lab, ...w.secret]);
  for (const c of w.cases)
    for (const { record } of c.records) {
      for (const o of record.observables) out.add(o.value);
      const ms = Number(record.at!.utc! / 1_000_000n);
      const minute = new Date(ms).toISOString().slice(0, 16);
      // What begins a month says no more than the month.
      if (!minute.endsWith("-01T00:00")) out.add(minute);
      out.add(String(ms));
    }
  for (const c of w.labCases) out.add(c.checks[0]!.evidence[0]!.id);
  for (const s of [...SIGNS, ...SOLD, EVERYWHERE]) out.delete(s);
  return out;
}

function assertNothing(text: string, of: ReadonlySet<string>, what: string): void {
  for (const s of of) assert.ok(!text.includes(s), `${what} tells ${s}`);
}

const textsOf = (r: PublicReport): [string, string][] => [
  ["json", JSON.stringify(r)],
  ["md es", publicMarkdown(r, "es")],
  ["md en", publicMarkdown(r, "en")],
  ["html es", publicHtml(r, "es")],
  ["html en", publicHtml(r, "en")],
];

test("a report for everybody names signs and months, and nothing of a phone", () => {
  const r = publish({ links, hunt, cases: ids, asOf: ASOF }, { by: "Una línea de ayuda" });
  assert.deepEqual(
    r.campaigns.map((c) => [c.name, c.phones, c.names, c.months]),
    [
      ["A", 6, ["Planted One"], { first: "2026-03", last: "2026-04" }],
      ["B", 5, ["Planted Two"], { first: "2025-04", last: "2025-05" }],
    ],
  );
  // The third group has two phones here: it is not told of, nor that there is one.
  assert.deepEqual(r.smaller, { fewerThan: 3 });
  const few = r.signs.find((s) => s.value === "long-known.example")!;
  assert.deepEqual([few.phones, few.months], [{ fewerThan: 3 }, undefined]);
  assert.deepEqual(r.signs.map((s) => s.value).sort(), [...SIGNS, ...SOLD, EVERYWHERE].sort());
  for (const [what, text] of textsOf(r)) {
    assertNothing(text, secrets(), what);
    assert.match(text, /known-one\.example/, what);
  }
  assert.match(publicMarkdown(r, "es"), /Los rastros van de marzo de 2026 a abril de 2026\./);
  assert.match(publicMarkdown(r, "en"), /fewer than 3 phones/);
  assert.doesNotMatch(publicHtml(r, "es"), /<script|https?:\/\//);
});

test("a value of no list is told only if a person read it and enough phones have it", () => {
  const values = new Set(["203.0.113.77", "relay0.unknown-one.example", "com.update.three"]);
  const of = (fewest: number): string[] =>
    publish({ links, hunt, cases: ids, asOf: ASOF }, { values, fewest }).campaigns.flatMap((c) =>
      c.values.map((v) => v.value),
    );
  assert.ok(of(3).includes("203.0.113.77"));
  assert.ok(!of(3).includes("com.update.three"));
  assert.ok(!of(7).includes("203.0.113.77"));
  const r = publish({ links, hunt, cases: ids, asOf: ASOF }, { values, fewest: 3 });
  const told = new Set(r.campaigns.flatMap((c) => c.values.map((v) => v.value)));
  const rest = new Set([...secrets()].filter((s) => ![...told].some((t) => t.includes(s))));
  for (const [what, text] of textsOf(r)) assertNothing(text, rest, what);
});

test("signs of a list of somebody's own, and those published for fewer, stay", async () => {
  const own = huntOf(w, await signsOf(w));
  const r = publish({ links, hunt: own, cases: ids, asOf: ASOF });
  assert.deepEqual(r.signs.map((s) => s.value).sort(), [...SOLD].sort());
  assert.equal(r.withheldSigns, SIGNS.length + 1);
  const text = textsOf(r)
    .map(([, t]) => t)
    .join("\n");
  for (const s of [...SIGNS, EVERYWHERE, "Planted"]) assert.ok(!text.includes(s), s);
  const kept = shareDocument("stix", { hunt: own, cases: ids, asOf: ASOF }, { publicLists: true });
  assert.ok(kept.written <= SOLD.length && kept.withheld >= SIGNS.length);
  assert.ok(!kept.text.includes("known-one.example"));
  const amber: HuntReport = {
    ...hunt,
    cases: hunt.cases.map((c) => ({
      ...c,
      findings: c.findings.map((f) => ({ ...f, indicator: { ...f.indicator!, tlp: "amber" } })),
    })),
  };
  assert.equal(publish({ links, hunt: amber, cases: ids, asOf: ASOF }, { tlp: "green" }).signs.length, 0);
  assert.equal(publish({ links, hunt: amber, cases: ids, asOf: ASOF }, { tlp: "amber" }).signs.length, 9);
  assert.equal(shareDocument("stix", { hunt: amber, cases: ids, asOf: ASOF }, { tlp: "green" }).written, 0);
  assert.ok(shareDocument("stix", { hunt: amber, cases: ids, asOf: ASOF }, { tlp: "amber" }).written > 0);
});

test("cases about one phone count once", () => {
  const [a, b, c, d] = w.labCases;
  const same = (x: LabCase, y: LabCase): LabCase => ({
    ...x,
    checks: [...x.checks, { ...y.checks[0]!, check: "0002" }],
  });
  const phones = phonesOf([a!, same(b!, a!), same(c!, d!), d!, same(w.labCases[4]!, b!)]);
  assert.equal(new Set(phones.values()).size, 2);
  assert.equal(phones.get(b!.id), phones.get(w.labCases[4]!.id));
  // One phone in five cases is not five phones that met a sign.
  const five = w.campaigns[1]!;
  const first = w.labCases.find((x) => x.id === five[0])!;
  const all = phonesOf(w.labCases.map((x) => (five.includes(x.id) ? { ...x, checks: first.checks } : x)));
  const r = publish({ links, hunt, cases: all, asOf: ASOF });
  assert.deepEqual(
    r.campaigns.map((x) => x.phones),
    [6],
  );
  assert.deepEqual(r.signs.find((s) => s.value === "twodaemond")!.phones, { fewerThan: 3 });
});

test("never fewer than two phones, whatever is asked for", () => {
  assert.equal(publish({ links, hunt, cases: ids, asOf: ASOF }, { fewest: 0 }).fewest, 2);
  const one = phonesOf(w.labCases.filter((c) => c.id === w.campaigns[0]![0]));
  const r = publish({ links: { ...links, campaigns: [] }, hunt, cases: one, asOf: ASOF }, { fewest: 1 });
  assert.deepEqual(r.phones, { fewerThan: 2 });
  assert.ok(r.signs.every((s) => typeof s.phones === "object" && s.months === undefined));
});

test("sightings for another organisation: STIX and MISP, by phones and months", () => {
  for (const format of ["stix", "misp"] as const) {
    const out = shareDocument(format, { hunt, cases: ids, asOf: ASOF }, { by: "Lab", tlp: "amber", lang: "en" });
    assert.ok(out.written >= 8, `${out.written}`);
    assert.ok(out.withheld <= 1);
    assertNothing(out.text, secrets(), format);
    assert.equal(
      shareDocument(format, { hunt, cases: ids, asOf: ASOF }, { by: "Lab", tlp: "amber", lang: "en" }).text,
      out.text,
    );
  }
  const { text } = shareDocument("stix", { hunt, cases: ids, asOf: ASOF }, { by: "Lab", lang: "en" });
  const objects = (
    JSON.parse(text) as { objects: { type: string; count?: number; first_seen?: string; content?: string }[] }
  ).objects;
  const sightings = objects.filter((o) => o.type === "sighting");
  assert.ok(sightings.every((s) => s.first_seen === undefined || /-01T00:00:00\.000Z$/.test(s.first_seen)));
  // Five phones met it; two met the one that is told as seen.
  const counts = sightings.map((s) => s.count).sort();
  assert.ok(counts.includes(5) && counts.includes(1), String(counts));
  assert.ok(!counts.includes(2), String(counts));
  assert.ok(objects.some((o) => o.type === "note" && /fewer than 3 phones/.test(o.content ?? "")));
  assert.ok(!text.includes("first records"));
});

test("text of a list that wants to be markup stays text", () => {
  const evil = "</p><img src=x onerror=alert(1)>|[a](javascript:b)`\u202e.example";
  const bad: HuntReport = {
    ...hunt,
    cases: hunt.cases.map((c) => ({
      ...c,
      findings: c.findings.map((f) => ({ ...f, indicator: { ...f.indicator!, value: evil, campaign: evil } })),
    })),
  };
  const r = publish({ links, hunt: bad, cases: ids, asOf: ASOF }, { by: evil });
  assert.ok(r.signs.length > 0 && r.signs.every((s) => s.value === evil));
  assert.doesNotMatch(publicHtml(r, "es"), /<img|\u202e/);
  const markdown = publicMarkdown(r, "es");
  assert.doesNotMatch(markdown, /\u202e|[^\\]<img|[^\\]\]\(/);
});
