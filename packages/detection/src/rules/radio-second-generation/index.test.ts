import assert from "node:assert/strict";
import { test } from "node:test";
import { down, judge } from "../../radio/radio.fixture.ts";
import { secondGeneration as rule } from "./index.ts";

const silent = (s: number) => down("cpData", s, { silent: true });

test("a message that is not shown is a lead; three within a day are told as often", () => {
  assert.deepEqual(judge(rule, [silent(1)]).said, ["lead silent"]);
  assert.equal(judge(rule, [silent(1), silent(80_000), silent(200_000)]).hits[0]!.params!.case, "silent");
  assert.equal(judge(rule, [silent(1), silent(2), silent(80_000)]).hits[0]!.params!.case, "often");
});

test("old encryption is a note; what is shown, and other encryption, nothing", () => {
  assert.deepEqual(judge(rule, [down("cipheringModeCommand", 1, { cipher: "A5/1" })]).said, ["info A5/1"]);
  assert.deepEqual(judge(rule, [down("cpData", 1), down("cipheringModeCommand", 1, { cipher: "A5/3" })]).said, []);
});
