import assert from "node:assert/strict";
import { test } from "node:test";
import { privateOf, resultOf, SIGNS } from "../share/share.fixture.ts";
import { TLP_LEVELS } from "../share/types.ts";
import { stix } from "./index.ts";
import { markingObject } from "./marking.ts";
import { observablesOf, patternOf } from "./observables.ts";

interface Obj {
  readonly type: string;
  readonly id: string;
  readonly [k: string]: unknown;
}
const objectsOf = (text: string): Obj[] => (JSON.parse(text) as { objects: Obj[] }).objects;
const refsOf = (o: Obj): string[] =>
  Object.entries(o).flatMap(([k, v]) => (/_ref$/.test(k) ? [String(v)] : /_refs$/.test(k) ? (v as string[]) : []));

test("ids of observables as python-stix2 3.0.2 makes them", () => {
  const ids = (type: (typeof SIGNS)[number][0], value: string): string[] => observablesOf(type, value).map((o) => o.id);
  assert.deepEqual(ids("domain", "mal.example"), ["domain-name--9b3681bb-8bf2-5543-9d61-aa226412d96a"]);
  assert.deepEqual(ids("hash", "ab".repeat(32)), ["file--20432b06-75d2-54b6-80ef-6d923b5d925d"]);
  assert.deepEqual(ids("file-path", "/private/var/tmp/it's"), [
    "file--465e8fad-e00a-5652-9415-2252d4a8d3ca",
    "directory--33cdee01-def6-54cf-adc0-0d350cfbf90e",
  ]);
});

test("patterns: what is a quote in the value is none in the pattern", () => {
  assert.equal(patternOf("file-path", "/a/it's\\b"), "[file:path = '/a/it\\'s\\\\b']");
  assert.equal(patternOf("ip", "2001:db8::7"), "[ipv6-addr:value = '2001:db8::7']");
  assert.equal(patternOf("wifi", "x"), undefined);
});

test("the markings are those that OASIS published", () => {
  assert.deepEqual(markingObject("amber+strict"), {
    type: "marking-definition",
    spec_version: "2.1",
    id: "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
    created: "2022-10-01T00:00:00.000Z",
    name: "TLP:AMBER+STRICT",
    extensions: {
      "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d": {
        extension_type: "property-extension",
        tlp_2_0: "amber+strict",
      },
    },
  });
  assert.equal(new Set(TLP_LEVELS.map((t) => markingObject(t).id)).size, 5);
});

test("a published sign keeps its id and is not issued again; every other reference is in the bundle", () => {
  const r = resultOf(privateOf(1));
  const objects = objectsOf(stix(r).text);
  const ids = new Set(objects.map((o) => o.id));
  assert.equal(ids.size, objects.length);
  const published = new Set(
    r.findings.flatMap((f) => (f.indicator?.id.startsWith("indicator--") ? [f.indicator.id] : [])),
  );
  for (const o of objects) assert.ok(!published.has(o.id), o.id);
  const sightings = objects.filter((o) => o.type === "sighting");
  for (const o of objects) for (const ref of refsOf(o)) assert.ok(ids.has(ref) || published.has(ref), `${o.id} ${ref}`);
  assert.ok(sightings.filter((s) => published.has(String(s.sighting_of_ref))).length >= 10);
  // Signs without a published form stay back: RED, a Wi-Fi of a list without ids is sign 20, JA4 19 has an id.
  const { written, withheld } = stix(r);
  assert.equal(written, sightings.length);
  assert.equal(written + withheld, SIGNS.length);
});

test("nobody is named but who shares; no victim, no location", () => {
  const objects = objectsOf(stix(resultOf(privateOf(2)), { by: { name: "Lab" } }).text);
  assert.deepEqual(
    objects.filter((o) => o.type === "identity").map((o) => o.name),
    ["Lab"],
  );
  assert.ok(objects.every((o) => !["location", "threat-actor", "victim", "incident"].includes(o.type)));
  const lab = objects.find((o) => o.type === "identity")!.id;
  for (const o of objects)
    for (const k of ["created_by_ref", "where_sighted_refs"])
      if (o[k] !== undefined) assert.deepEqual([o[k]].flat(), [lab]);
  const marked = objects.filter((o) => !["identity", "marking-definition"].includes(o.type));
  assert.ok(marked.every((o) => (o.object_marking_refs as string[]).length === 1));
});

test("undated: a sighting without observed data; rules and notes", () => {
  const r = resultOf(privateOf(4));
  const [first] = r.findings;
  const undated = {
    ...first!,
    records: [{ ...first!.records[0]!, at: { wall: "2024-01-01T00:00:00", seen: "x", precision: "s" as const } }],
  };
  const objects = objectsOf(
    stix({ ...r, findings: [undated, r.findings.at(-2)!] }, { notes: [{ text: "It was opened.", finding: first!.id }] })
      .text,
  );
  const s = objects.find((o) => o.type === "sighting")!;
  assert.equal(s.first_seen, undefined);
  assert.equal(s.observed_data_refs, undefined);
  assert.equal(s.count, 3);
  assert.ok(!objects.some((o) => o.type === "observed-data"));
  assert.deepEqual(
    objects
      .filter((o) => o.type === "note")
      .map((o) => [o.content, (o.object_refs as string[])[0]!.split("--")[0]])
      .sort(),
    [
      ["It was opened.", "sighting"],
      ["ios/orphan-usage: lead", "report"],
    ],
  );
});

test("nothing found: a report that says who looked", () => {
  const { text, written } = stix({ ...resultOf(privateOf(1)), findings: [] });
  assert.equal(written, 0);
  assert.deepEqual(
    objectsOf(text)
      .map((o) => o.type)
      .sort(),
    ["identity", "marking-definition", "report"],
  );
});
