import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord } from "@contraluz/core";
import { CONTEXT, moment, ref } from "../../detection.fixture.ts";
import { hiddenProcess as rule } from "./index.ts";

const HOUR = 3600;
const listed = (pid: unknown): readonly [string, ArtifactRecord] => [
  "ios/processes",
  { kind: "process", fields: { pid: pid as number }, observables: [], origin: { file: 0, at: { line: 1, offset: 0 } } },
];
const running = (pid: number, age: number, name = `p${pid}`, artifact = "ios/task-list") =>
  [
    artifact,
    {
      kind: "process",
      at: moment(HOUR * 10),
      fields: { pid, name, started: moment(HOUR * 10 - age) },
      observables: [],
      origin: { file: 0, at: { line: 1, offset: 0 } },
    },
  ] as const;
const PS = Array.from({ length: 30 }, (_, i) => listed(i + 1));

const judge = (...records: readonly (readonly [string, ArtifactRecord])[]) => [
  ...rule.judge(
    records.flatMap(([artifact, r], i) => rule.fact(r, () => ref(i, undefined, artifact), artifact) ?? []),
    CONTEXT,
  ),
];

test("in the kernel's list and in the sample, not in the list of ps", () => {
  const hits = judge(...PS, running(2143, HOUR), running(2143, HOUR, "/private/var/tmp/x", "ios/spindump"));
  assert.deepEqual(
    hits.map((h) => [h.subject, h.params!.pid, h.records.length]),
    [["/private/var/tmp/x", 2143, 2]],
  );
});

test("young ones, the kernel and those that ps has are no finding", () => {
  assert.deepEqual(judge(...PS, running(2143, 60), running(0, HOUR), running(7, HOUR)), []);
});

test("a list that is cut short, or is missing, says nothing", () => {
  assert.deepEqual(judge(...PS, ...[51, 52, 53, 54].map((pid) => running(pid, HOUR))), []);
  assert.deepEqual(judge(running(51, HOUR)), []);
  assert.deepEqual(judge(...PS.slice(0, 5), running(51, HOUR)), []);
});

test("without a start nothing is old", () => {
  const [, r] = running(51, HOUR);
  assert.equal(
    rule.fact({ ...r, fields: { pid: 51, name: "x" } }, () => ref(0), "ios/task-list"),
    undefined,
  );
  assert.equal(
    rule.fact({ ...r, fields: { ...r.fields, started: "x" } }, () => ref(0), "ios/task-list"),
    undefined,
  );
});
