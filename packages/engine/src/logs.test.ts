/** The system log of a sysdiagnose from end to end: files that explain others come first, sums last, in every container. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import {
  logData,
  makeCatalog,
  makeChunkSet,
  makeFirehose,
  makeHeader,
  makeLog,
  makeTimesync,
  makeUuidtext,
} from "@contraluz/formats/tracev3/log.fixture.ts";
import { sysdiagnoseFiles, sysdiagnoseName } from "../../../samples/lib/sysdiagnose.ts";
import { fresh, pack, records, run } from "./check.fixture.ts";

const BOOT = "A6EBC8E3-0A1C-40E8-93B9-DA3A7F671D19";
const MAIN = "FFAD715E-BB3F-94B3-EC5E-EC8E0A52AE11";
const P = { first: 70, second: 81, pid: 51, main: MAIN };
const IMPLANT = "/private/var/db/com.apple.xpc.roleaccountd.staging/rolexd";
const NAME = sysdiagnoseName();
const ARCHIVE = "system_logs.logarchive";

const log = (n: number): Uint8Array =>
  makeLog([
    makeHeader({ boot: BOOT }),
    makeCatalog([P]),
    makeChunkSet([makeFirehose(P, n * 24_000_000, [{ data: logData({}) }, { delta: 24, data: logData({}) }])]),
  ]);

/** In the order of code units the clock and the name come last. */
const LOGS: ReadonlyMap<string, Uint8Array> = new Map([
  [`${ARCHIVE}/Persist/0000000000000001.tracev3`, log(1)],
  [`${ARCHIVE}/Special/0000000000000002.tracev3`, log(2)],
  [
    `${ARCHIVE}/timesync/0000000000000001.timesync`,
    makeTimesync([{ boot: BOOT, wall: 1_725_946_203_000_000_000n, syncs: [] }]),
  ],
  [`${ARCHIVE}/FF/AD715EBB3F94B3EC5EEC8E0A52AE11`, makeUuidtext(IMPLANT, [])],
]);

function folderOf(more: ReadonlyMap<string, Uint8Array>): string {
  const root = fresh();
  for (const [path, bytes] of new Map<string, Uint8Array>([...sysdiagnoseFiles(), ...more])) {
    const file = join(root, NAME, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return root;
}

test("an implant that only the log names is a match, with the instant that the clock records tell", async () => {
  const folder = folderOf(LOGS);
  const done = await run([folder]);
  const match = done.result.findings.filter((f) => f.level === "match");
  assert.deepEqual(
    match.map((f) => [f.indicator?.value, f.count, f.records.map((r) => [r.artifact, r.at?.utc])]),
    [
      [
        "rolexd",
        2,
        [
          ["ios/unified-log", undefined],
          ["ios/unified-log", 1_725_946_204_000_000_000n],
        ],
      ],
    ],
  );
  const coverage = done.result.coverage.find((c) => c.artifact === "ios/unified-log")!;
  assert.deepEqual([coverage.state, coverage.problems], ["read", 0]);
  // image, boot, process, hour: both files are one run of the program.
  assert.equal(coverage.records, 4);
  for (const kind of ["zip, deflated", "tar.gz"] as const)
    assert.deepEqual(records(await run([pack(folder, kind)])), records(done), kind);
  assert.deepEqual(records(await run([folder], { workers: 2 })), records(done));
});

test("the sums are told, also where the last file is no log", async () => {
  const whole = await run([folderOf(LOGS)]);
  const broken = new Map([...LOGS, [`${ARCHIVE}/Special/0000000000000003.tracev3`, new Uint8Array(300)] as const]);
  const done = await run([folderOf(broken)]);
  const coverage = done.result.coverage.find((c) => c.artifact === "ios/unified-log")!;
  assert.deepEqual([coverage.state, coverage.records], ["partly", 4]);
  assert.deepEqual(
    done.result.findings.map((f) => f.id),
    whole.result.findings.map((f) => f.id),
  );
});

test("without clock records the finding stays, and has no instant", async () => {
  const without = new Map([...LOGS].filter(([p]) => !p.includes("timesync")));
  const done = await run([folderOf(without)]);
  const [match] = done.result.findings.filter((f) => f.level === "match");
  assert.deepEqual(
    match!.records.map((r) => r.at?.boot?.ns),
    [undefined, 1_000_000_000n],
  );
  assert.ok(match!.records.every((r) => r.at?.utc === undefined));
});

test("what there was no room for at the end is a part that is missing", async () => {
  const boots = Array.from({ length: 10_002 }, (_, i) =>
    makeHeader({ boot: `A6EBC8E3-0A1C-40E8-93B9-${i.toString(16).toUpperCase().padStart(12, "0")}` }),
  );
  const full = new Map([...LOGS, [`${ARCHIVE}/Special/0000000000000004.tracev3`, makeLog(boots)] as const]);
  const done = await run([folderOf(full)]);
  const coverage = done.result.coverage.find((c) => c.artifact === "ios/unified-log")!;
  assert.deepEqual([coverage.state, coverage.problems], ["partly", 1]);
  assert.equal(done.result.problems.filter((p) => p.code === "log-limit").length, 1);
  assert.ok(done.result.verdict.gaps.some((g) => g.about === "ios/unified-log"));
});
