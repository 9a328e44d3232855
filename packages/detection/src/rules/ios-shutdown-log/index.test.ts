import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, type Moment, say } from "@contraluz/core";
import { CONTEXT, moment, ref } from "../../detection.fixture.ts";
import { cutShutdownLog as rule } from "./index.ts";

type Of = readonly [artifact: string, record: ArtifactRecord];
const record = (kind: string, fields: ArtifactRecord["fields"] = {}, at?: Moment): ArtifactRecord => ({
  kind,
  ...(at ? { at } : {}),
  fields,
  observables: [],
  origin: { file: 0, at: { line: 1, offset: 0 } },
});
const DAY = 86_400;
const boot = (day: number): Of => ["ios/container-log", record("boot", {}, moment(day * DAY))];
const down = (day?: number): Of => [
  "ios/shutdown-log",
  record("shutdown", {}, day === undefined ? undefined : moment(day * DAY)),
];
const log = (shutdowns: number, keeps?: string): Of => ["ios/shutdown-log", record("log", { shutdowns, keeps })];

const judge = (...all: readonly Of[]) => [
  ...rule.judge(
    all.flatMap(([artifact, r], i) => rule.fact(r, () => ref(i, r.at, artifact), artifact) ?? []),
    CONTEXT,
  ),
];

test("three starts after the last shutdown of the log", () => {
  const hits = judge(down(1), log(1, "all"), boot(0), boot(5), boot(9), boot(12));
  assert.deepEqual(
    hits.map((h) => [h.level, h.params!.case, h.params!.starts]),
    [["lead", "cut", 3]],
  );
});

test("fewer starts, or starts that each have a shutdown, are ordinary", () => {
  assert.deepEqual(judge(down(1), log(1, "all"), boot(5), boot(9)), []);
  assert.deepEqual(judge(down(5), down(9), down(12), log(3, "all"), boot(5), boot(9), boot(12)), []);
});

test("one start that several logs tell is one; a shutdown without a time stands for one", () => {
  const lockdown: Of = ["ios/lockdown-log", record("start", {}, moment(5 * DAY + 30))];
  assert.deepEqual(judge(down(1), log(1, "all"), boot(5), lockdown, boot(9)), []);
  assert.deepEqual(judge(down(1), down(), log(2, "all"), boot(5), boot(9), boot(12)), []);
});

test("an empty log: a lead where all shutdowns are kept, a note from iOS 26 on", () => {
  assert.deepEqual(
    judge(log(0, "all"), boot(5)).map((h) => h.level),
    ["lead"],
  );
  assert.deepEqual(
    judge(log(0, "last-boot"), boot(5)).map((h) => h.level),
    ["info"],
  );
  assert.deepEqual(
    judge(log(0), boot(5)).map((h) => h.level),
    ["info"],
  );
  assert.deepEqual(judge(log(0, "all")), []);
  assert.deepEqual(judge(down(1), log(1, "last-boot"), boot(5), boot(9), boot(12)), []);
});

test("a clock without a zone needs more than a zone's distance", () => {
  const wall = (text: string): Of => [
    "ios/container-log",
    record("boot", {}, { wall: text, seen: text, precision: "s" }),
  ];
  const shut = down(1); // 7 May 2024, 00:00 UTC
  const near = [wall("2024-05-07T09:00:00"), wall("2024-05-07T10:00:00"), wall("2024-05-07T11:00:00")];
  assert.deepEqual(judge(shut, log(1, "all"), ...near), []);
  const far = [wall("2024-05-09T09:00:00"), wall("2024-05-10T10:00:00"), wall("2024-05-11T11:00:00")];
  assert.equal(judge(shut, log(1, "all"), ...far).length, 1);
});

test("without the log, or without any time in it, nothing is said", () => {
  assert.deepEqual(judge(boot(5), boot(9), boot(12)), []);
  assert.deepEqual(judge(down(), log(1, "all"), boot(5), boot(9), boot(12), boot(15)), []);
});

test("what it says of an empty log and of a cut one is a sentence", () => {
  const why = (case_: string, lang: "es" | "en") =>
    say(rule.words.why, lang, { case: case_, keeps: "all", starts: 2 }).split(". ")[0];
  assert.equal(why("empty", "es"), "Otros diarios dicen que el teléfono se encendió 2 veces");
  assert.equal(
    why("cut", "en"),
    "Other logs say that the phone was started 2 times after the last thing that this one tells",
  );
});
