import assert from "node:assert/strict";
import { test } from "node:test";
import { down, judge, type Row } from "../../radio/radio.fixture.ts";
import { logLimits as rule } from "./index.ts";

const log = (more: Row[1]): Row => [
  "log",
  { frames: 9, messages: 5, unset: 0, jumps: 0, damaged: 0, passed: [], ...more },
  1,
];

test("a clock that was not set, gaps, damage, what is only counted, logs without messages: notes, each once", () => {
  const { said, hits } = judge(rule, [
    log({ unset: 3, passed: ["5G RRC: 7", "LTE NAS EMM state: 4"] }),
    log({ unset: 2, jumps: 1, damaged: 4 }),
    log({ messages: 0 }),
  ]);
  assert.deepEqual(said, ["info unset", "info jumps", "info damaged", "info passed", "info empty"]);
  assert.deepEqual([hits[0]!.params!.count, hits[3]!.params!.what], [5, "5G RRC: 7"]);
});

test("a SIM that no cell let in, and a recording of broadcasts alone, are limits of what can show", () => {
  const only = (...counts: string[]): string[] => judge(rule, [log({ counts })]).said;
  const no = (cause: number): Row => down("attachReject", 1, { cause });
  const refused = (counts: string[], ...causes: number[]): string[] =>
    judge(rule, [...causes.map(no), log({ counts })]).said;
  assert.deepEqual(refused(["4g attachRequest: 2", "4g attachReject: 2"], 8, 7), ["info refused"]);
  assert.deepEqual(refused(["4g attachReject: 1", "4g attachAccept: 1"], 8), []);
  // Whoever only gathers numbers turns every phone away: that is no word about the SIM.
  assert.deepEqual(refused(["4g attachReject: 2"], 8, 15), []);
  assert.deepEqual(only("4g systemInformationBlockType1: 9", "4g broadcast again: 7"), ["info silent"]);
  assert.deepEqual(only("4g systemInformationBlockType1: 9", "4g rrcConnectionRequest: 1"), []);
  assert.deepEqual(only("x", "4g attachReject: many"), []);
});

test("a log of a modem about itself is no gap", () => {
  assert.deepEqual(judge(rule, [log({ passed: ["LTE RRC serving cell: 9", "log 1234: 2"] })]).said, []);
});
