import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord } from "@contraluz/core";
import { CONTEXT, moment, ref } from "../../detection.fixture.ts";
import { parserCrashes as rule } from "./index.ts";

type Of = readonly [artifact: string, record: ArtifactRecord];
const origin = { file: 0, at: { line: 1, offset: 0 } } as const;
const crash = (name: string, at: number, type: string | number = "309"): Of => [
  "ios/crash-reports",
  { kind: "report", at: moment(at), fields: { name, type }, observables: [], origin },
];
const ran = (value: string, at: number): Of => [
  "ios/log-statistics",
  { kind: "program", at: moment(at), fields: {}, observables: [{ type: "file-path", value, contact: "ran" }], origin },
];
const judge = (...all: readonly Of[]) => [
  ...rule.judge(
    all.flatMap(([artifact, r], i) => rule.fact(r, () => ref(i, r.at, artifact), artifact) ?? []),
    CONTEXT,
  ),
];

test("different ones within minutes are a note", () => {
  const hits = judge(
    crash("com.apple.WebKit.WebContent", 0),
    crash("com.apple.WebKit.GPU", 35),
    crash("mediaplaybackd", 70),
  );
  assert.deepEqual(
    hits.map((h) => [h.level, h.params!.count, h.params!.names]),
    [["info", 3, "com.apple.WebKit.WebContent, com.apple.WebKit.GPU, mediaplaybackd"]],
  );
});

test("a lead if something ran from an odd folder soon after", () => {
  const two = [crash("MessagesBlastDoorService", 0), crash("IMTranscoderAgent", 60)];
  assert.deepEqual(
    judge(...two, ran("/private/var/tmp/x", 1800)).map((h) => [h.level, h.params!.paths]),
    [["lead", "/private/var/tmp/x"]],
  );
  for (const other of [ran("/usr/libexec/x", 1800), ran("/private/var/tmp/x", 9000), ran("/private/var/tmp/x", -10)])
    assert.deepEqual(
      judge(...two, other).map((h) => h.level),
      ["info"],
    );
});

test("one program again and again, others, long after, or no crash at all: nothing", () => {
  assert.deepEqual(judge(crash("homed", 0), crash("homed", 10), crash("homed", 20)), []);
  assert.deepEqual(judge(crash("homed", 0), crash("Instagram", 10)), []);
  assert.deepEqual(judge(crash("homed", 0), crash("imagent", 700)), []);
  assert.deepEqual(judge(crash("homed", 0, "385"), crash("imagent", 10, "202")), []);
});

test("programs are counted, not their crashes; thousands of one are gone through once", () => {
  const many = Array.from({ length: 20_000 }, (_, i) => crash("homed", i % 500));
  const before = performance.now();
  assert.deepEqual(judge(...many), []);
  assert.ok(performance.now() - before < 2000);
  const [hit] = judge(crash("homed", 0), crash("homed", 300), crash("homed", 400), crash("imagent", 700));
  assert.deepEqual([hit!.params!.count, hit!.records.length], [2, 3]);
});
