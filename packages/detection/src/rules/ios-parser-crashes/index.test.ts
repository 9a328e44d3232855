import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, say } from "@contraluz/core";
import { cpu } from "@contraluz/core/cpu.fixture.ts";
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
  const later = Array.from({ length: 20_000 }, (_, i) => used(`p${i}`, 9000 + i));
  const spent = cpu();
  assert.deepEqual(judge(...many, ...later), []);
  assert.ok(spent() < 2000);
  const [hit] = judge(crash("homed", 0), crash("homed", 300), crash("homed", 400), crash("imagent", 700));
  assert.deepEqual([hit!.params!.count, hit!.records.length], [2, 3]);
});

const used = (name: string, first: number, more: ArtifactRecord["fields"] = {}, artifact = "ios/data-usage"): Of => [
  artifact,
  { kind: "process", fields: { name, first: moment(first), ...more }, observables: [], origin },
];

test("a lead if a program that nobody knows used the network for the first time soon after, even after one crash", () => {
  const [hit, ...others] = judge(crash("imagent", 0), used("msgd", 1700));
  assert.deepEqual([hit!.level, hit!.params!.count, hit!.params!.fresh, hit!.records.length], ["lead", 1, "msgd", 2]);
  assert.deepEqual(others, []);
  assert.match(say(rule.words.title, "es", hit!.params!), /Falló un programa .* usó la red por primera vez/);
  assert.match(say(rule.words.why, "en", hit!.params!), /This one crashed: imagent\..*for the first time: msgd\./);
  const two = judge(crash("imagent", 0), crash("homed", 60), used("msgd", 1800));
  assert.deepEqual(
    two.map((h) => [h.level, h.params!.count, h.params!.fresh]),
    [["lead", 2, "msgd"]],
  );
});

test("programs of an app or of the system, the system's sum, before or long after, or in netusage.sqlite: nothing", () => {
  for (const other of [
    used("msgd", 1801),
    used("msgd", -1),
    used("WhatsApp", 60, { bundle: "net.whatsapp.WhatsApp" }),
    used("locationd", 60),
    used("CumulativeUsageTracker", 60),
    used("", 60),
    used("msgd", 60, {}, "ios/net-usage"),
  ])
    assert.deepEqual(judge(crash("imagent", 0), other), []);
  assert.deepEqual(judge(crash("Instagram", 0), used("msgd", 60)), []);
});
