import assert from "node:assert/strict";
import { test } from "node:test";
import { cell, judge, type Row } from "../../radio/radio.fixture.ts";
import { foreignCell as rule } from "./index.ts";

const said = (...rows: readonly Row[]): string[] => judge(rule, rows).said;
const of = (...networks: readonly string[]): Row => cell(0, 1, { networks });

test("networks of laboratories", () => {
  assert.deepEqual(said(of("001-01")), ["lead test"]);
  assert.deepEqual(said(of("334-020", "999-70")), ["lead test"]);
});

test("one cell of another country among several is a lead, more are a border; few cells say nothing", () => {
  const home = [of("334-020"), of("334-050"), of("334-03")];
  assert.deepEqual(said(...home, of("262-01")), ["lead country 262"]);
  assert.deepEqual(said(...home, of("310-410"), of("311-480")), ["info country 310"]);
  assert.deepEqual(said(of("334-020"), of("310-410")), []);
  assert.deepEqual(said(of("310-410"), of("311-480"), of("316-010"), of("312-530")), []);
  assert.deepEqual(said(...home, of("310-410", "334-020")), []);
});
