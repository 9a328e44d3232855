import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord } from "@contraluz/core";
import { judge, levels, type Row } from "../../network/network.fixture.ts";
import { dnsTunnel as rule } from "./index.ts";

function zone(more: ArtifactRecord["fields"]): Row {
  const sums = { names: 350, letters: 53_900, longest: 154, bytes: 53_480, carriers: 350, missing: 0, unanswered: 0 };
  return ["names", "zone", { name: "t1.paquetes.example", client: "192.168.1.20", ...sums, ...more }];
}
const said = (more: ArtifactRecord["fields"]) => levels(rule, judge(rule, [zone(more)]));

test("long names whose answers carry data, or that carry data out unheard, are a tunnel", () => {
  assert.deepEqual(said({}), ["lead t1.paquetes.example"]);
  assert.equal(said({ names: 30, carriers: 30, letters: 3000, bytes: 0 }).length, 1);
  assert.equal(said({ carriers: 0, bytes: 60 * 350 }).length, 1);
  assert.equal(said({ carriers: 0, bytes: 0, missing: 200 }).length, 1);
});

test("look-ups of hashes with short answers are none, nor few, nor those of makers", () => {
  assert.deepEqual(said({ names: 30, letters: 960, bytes: 120, carriers: 0 }), []);
  assert.deepEqual(said({ carriers: 0, bytes: 4 * 350 }), []);
  assert.deepEqual(said({ names: 29, carriers: 29 }), []);
  assert.deepEqual(said({ name: "metric.gstatic.com" }), []);
});

test("two machines that use one tunnel are one finding", () => {
  const hits = judge(rule, [zone({}), zone({ client: "192.168.1.30" })]);
  assert.deepEqual([hits.length, hits[0]!.records.length], [1, 2]);
});
