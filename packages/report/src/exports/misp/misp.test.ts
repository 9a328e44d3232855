import assert from "node:assert/strict";
import { test } from "node:test";
import { privateOf, resultOf, SIGNS } from "../share/share.fixture.ts";
import { misp } from "./index.ts";

interface Attribute {
  readonly type: string;
  readonly category: string;
  readonly value: string;
  readonly to_ids: boolean;
  readonly comment?: string;
  readonly uuid: string;
  readonly Tag?: readonly { name: string }[];
  readonly Sighting?: readonly { date_sighting: string }[];
}
interface Event {
  readonly [k: string]: unknown;
  readonly Attribute: readonly Attribute[];
  readonly Object: readonly {
    readonly name: string;
    readonly uuid: string;
    readonly Attribute: readonly Attribute[];
  }[];
}
const eventOf = (text: string): Event => (JSON.parse(text) as { Event: Event }).Event;

test("one event, for nobody but the own organisation, with its marking", () => {
  const e = eventOf(misp(resultOf(privateOf(1)), { by: { name: "Lab" } }).text);
  assert.deepEqual(
    [e.distribution, e.published, e.threat_level_id, e.date, e.timestamp, e.publish_timestamp],
    ["0", false, "4", "2024-06-01", "1717200000", "0"],
  );
  assert.deepEqual(e.Tag, [{ name: "tlp:amber+strict" }]);
  assert.deepEqual(Object.keys(e.Orgc as object), ["name", "uuid"]);
  const all = [...e.Attribute, ...e.Object.flatMap((o) => o.Attribute)];
  assert.equal(new Set(all.map((a) => a.uuid)).size, all.length);
  // RED stays back.
  assert.equal(all.filter((a) => a.type !== "comment").length, SIGNS.length - 1);
});

test("to_ids: never of a rule of ours, a lead, a common word, a page of a vendor", () => {
  const r = resultOf(privateOf(1));
  const [sign] = r.findings.filter((f) => f.indicator?.type === "email");
  const of = (more: object, level: "match" | "lead" = "match"): boolean => {
    const indicator = { ...sign!.indicator!, ...more };
    return eventOf(misp({ ...r, findings: [{ ...sign!, level, indicator }] }).text).Attribute[0]!.to_ids;
  };
  assert.equal(of({}), true);
  assert.equal(of({ common: true }), false);
  assert.equal(of({ role: "vendor" }), false);
  assert.equal(of({}, "lead"), false);
  const rules = eventOf(misp({ ...r, findings: r.findings.filter((f) => f.rule !== null) }).text);
  assert.equal(rules.Attribute.length, 3);
  assert.ok(rules.Attribute.every((a) => !a.to_ids && a.type === "comment" && a.category === "Internal reference"));
});

test("processes and paths are objects of MISP's templates; days are sightings", () => {
  const e = eventOf(misp(resultOf(privateOf(1))).text);
  assert.deepEqual(e.Object.map((o) => [o.name, o.Attribute[0]!.value]).sort(), [
    ["file", "/private/var/tmp/"],
    ["file", "/private/var/tmp/it's"],
    ["process", "roleaboutd"],
  ]);
  const days = e.Object[0]!.Attribute[0]!.Sighting!.map((s) => Number(s.date_sighting));
  assert.deepEqual(days, [Date.UTC(2024, 4, 4) / 1000, Date.UTC(2024, 4, 9) / 1000]);
});
