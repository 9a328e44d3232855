import assert from "node:assert/strict";
import { test } from "node:test";
import { privateOf, resultOf } from "../share/share.fixture.ts";
import { type CustodyEntry, caseUco } from "./index.ts";

type Node = { readonly "@id": string; readonly "@type": string; readonly [k: string]: unknown };
const graphOf = (text: string): Node[] => (JSON.parse(text) as { "@graph": Node[] })["@graph"];
const ids = (v: unknown): string[] => ((v ?? []) as { "@id": string }[]).map((x) => x["@id"]);
const of = (g: readonly Node[], type: string): Node[] => g.filter((n) => n["@type"] === `case-investigation:${type}`);

const sha = (c: string): string => c.repeat(64);
export const CUSTODY: readonly CustodyEntry[] = [
  {
    seq: 1,
    prev: sha("0"),
    at: "2026-11-26T03:30:00Z",
    actor: "r1",
    action: "created",
    input: [],
    output: [],
    data: sha("1"),
  },
  {
    seq: 2,
    prev: sha("2"),
    at: "2026-11-26T03:31:00Z",
    actor: "r1",
    action: "intake",
    input: [],
    output: [sha("a")],
    data: sha("3"),
  },
  {
    seq: 3,
    prev: sha("4"),
    at: "2026-11-26T03:32:00Z",
    actor: "r2",
    action: "check",
    input: [sha("a")],
    output: [sha("b")],
    data: sha("5"),
  },
];

test("a result alone: the check as one action, its record, no name of the evidence", () => {
  const p = privateOf(1);
  const r = resultOf(p);
  const { text } = caseUco(r, { by: { name: "Lab" }, result: { sha256: sha("e"), size: 12 } });
  const g = graphOf(text);
  const [action] = of(g, "InvestigativeAction");
  const [record] = of(g, "ProvenanceRecord");
  assert.equal(of(g, "InvestigativeAction").length, 1);
  assert.ok(ids(action!["uco-action:result"]).includes(record!["@id"]));
  assert.equal(ids(action!["uco-action:object"]).length, r.evidence.length);
  assert.equal(of(g, "Investigation").length, 1);
  for (const s of p.said) assert.ok(!text.includes(JSON.stringify(s).slice(1, -1)), s);
});

test("a log: one action and one record for each entry, each informed by the one before", () => {
  const g = graphOf(caseUco(resultOf(privateOf(1)), { id: "case-1", custody: CUSTODY }).text);
  const actions = of(g, "InvestigativeAction");
  assert.equal(actions.length, CUSTODY.length);
  assert.equal(of(g, "ProvenanceRecord").length, CUSTODY.length);
  const byName = new Map(actions.map((a) => [a["uco-core:name"], a]));
  assert.deepEqual(ids(byName.get("check")!["case-investigation:wasInformedBy"]), [byName.get("intake")!["@id"]]);
  assert.equal(byName.get("created")!["case-investigation:wasInformedBy"], undefined);
  assert.deepEqual(byName.get("intake")!["uco-action:startTime"], {
    "@type": "xsd:dateTime",
    "@value": "2026-11-26T03:31:00Z",
  });
  // The exhibit of the check names what came of it.
  const check = of(g, "ProvenanceRecord").find((n) => n["case-investigation:exhibitNumber"] === "3")!;
  assert.equal(ids(check["uco-core:object"]).length, 1);
  assert.deepEqual(
    g
      .filter((n) => n["@type"] === "uco-identity:Identity")
      .map((n) => n["uco-core:name"])
      .sort(),
    ["r1", "r2"],
  );
});

test("ids end in a UUID, each once; every reference is there; the same bytes each time; hostile hashes and times are left out", () => {
  const bad = { ...CUSTODY[2]!, at: "tomorrow", input: ["x", "\u202e"], output: ["../.."] };
  const make = (): string => caseUco(resultOf(privateOf(1)), { id: "c", custody: [...CUSTODY.slice(0, 2), bad] }).text;
  const g = graphOf(make());
  assert.equal(make(), make());
  const known = new Set(g.map((n) => n["@id"]));
  assert.equal(known.size, g.length);
  for (const id of known)
    assert.match(id, /^kb:[a-z-]+-[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  for (const n of g)
    for (const v of Object.values(n)) if (Array.isArray(v)) for (const id of ids(v)) assert.ok(known.has(id), id);
  assert.ok(!make().includes("tomorrow"));
});
