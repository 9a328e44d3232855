import assert from "node:assert/strict";
import { test } from "node:test";
import { foreignValues } from "./foreign.ts";
import { MATCH } from "./sample.fixture.ts";

test("values of the evidence are foreign, the case of a rule and its own words are not", () => {
  const f = { ...MATCH.findings[0]!, indicator: null, subject: "HOST-1" };
  const params = {
    case: "before",
    on: "yes",
    keeps: "all",
    locked: "yes",
    what_es: "una VPN",
    name: "laptop-7",
    hosts: 2,
  };
  assert.deepEqual(foreignValues({ ...f, params }), ["HOST-1", "laptop-7"]);
});
