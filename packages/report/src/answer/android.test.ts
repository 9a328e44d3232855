import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTIFACTS } from "@contraluz/artifacts/catalogue.ts";
import { type Finding, LANGS, type Result } from "@contraluz/core";
import { COMPLETE, MATCH } from "../sample.fixture.ts";
import { answerOf } from "./answer.ts";

const names = { artifacts: new Map(ARTIFACTS.map((a) => [a.id, a])) } as Parameters<typeof answerOf>[2];
const android = (evidence: Result["verdict"]["evidence"], findings: readonly Finding[] = []): Result =>
  ({
    ...COMPLETE,
    findings,
    verdict: { ...COMPLETE.verdict, evidence },
    acquisition: { kind: "androidqf", os: { name: "android", version: "16" } },
  }) as Result;

test("whoever has Android is told what there is on Android", () => {
  for (const lang of LANGS)
    for (const tone of ["targeted", "lead", "none-found", "unchecked"] as const) {
      const { todo } = answerOf(android(tone), lang, names);
      assert.ok(todo.length >= 2);
      for (const { what, why } of todo)
        assert.doesNotMatch(`${what} ${why}`, /iPhone|Apple|sysdiagnose|Aislamiento|Lockdown/i);
    }
  assert.match(JSON.stringify(answerOf(COMPLETE, "es", names).todo), /iPhone/);
  // Logs and backups name no system.
  for (const kind of ["intrusion-logs", "adb-backup"])
    assert.doesNotMatch(JSON.stringify(answerOf({ ...COMPLETE, acquisition: { kind } }, "es", names).todo), /iPhone/);
});

test("an app of a family that is there is told as such, a mention of it is not", () => {
  const sign = MATCH.findings.find((f) => f.indicator !== null)!;
  const watch = (contact: string): Finding => ({
    ...sign,
    level: "lead",
    indicator: { ...sign.indicator!, grade: "watchware" },
    params: { ...sign.params, contact },
  });
  const means = (contact: string) => answerOf(android("lead", [watch(contact)]), "en", names).means;
  assert.match(means("installed"), /^On the phone is an app that serves to see where another person is/);
  assert.match(means("listed"), /appears in a list/);
});
