import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { makeTar, makeZip, TestPlatform } from "../ios-backup/harness.fixture.ts";
import { tarTree } from "../tar-tree.ts";
import { zipTree } from "../zip-tree.ts";
import { findCrashFolder } from "./index.ts";

const report = (o: object): Buffer =>
  Buffer.from(`${JSON.stringify({ bug_type: "309", app_name: "homed", ...o })}\n{\n}`);
const OLD = report({ timestamp: "2024-08-18 20:43:57.49 -0600", os_version: "iPhone OS 17.5.1 (21F90)" });
const NEW = report({ timestamp: "2024-09-12 14:54:21.00 -0600", os_version: "iPhone OS 17.6.1 (21G93)" });

async function find(files: readonly [string, Buffer][]) {
  const platform = new TestPlatform();
  const bytes = makeZip(files, false);
  const handle = { size: bytes.length, read: async (at: number, n: number) => bytes.subarray(at, at + n) };
  const ref = { kind: "host" as const, size: bytes.length, handle };
  return findCrashFolder(
    zipTree(ref, handle, () => {}),
    { platform, report: () => {} },
  );
}

test("the newest report tells when, by which clock, and which system", async () => {
  const files: [string, Buffer][] = [
    ["Retired/homed-1.ips", NEW],
    ["homed-2.ips", OLD],
    ["notes.txt", Buffer.from("x")],
    ["DiagnosticLogs/sysdiagnose/sysdiagnose_2024.09.12_14-54-51-0600_iPhone-OS_iPhone_21G93.tar.gz", Buffer.from("x")],
  ];
  const found = (await find(files))!;
  const { taken, ...rest } = found.acquisition;
  assert.deepEqual(rest, {
    kind: "ios-crash-reports",
    zone: "-06:00",
    os: { name: "ios", version: "17.6.1", build: "21G93" },
  });
  assert.equal(isoUtc(taken!.utc!, "s"), "2024-09-12T20:54:21Z");
  assert.deepEqual(found.inside, [files[3]![0]]);

  const tar = makeTar(files.slice(0, 3));
  const ref = {
    kind: "host" as const,
    size: tar.length,
    handle: { size: tar.length, read: async (at: number, n: number) => tar.subarray(at, at + n) },
  };
  const platform = new TestPlatform();
  const o = { platform, report: () => {} };
  assert.deepEqual((await findCrashFolder(tarTree(ref, { ...o, gzip: false }), o))?.acquisition, found.acquisition);
});

test("what has no such first line is no report, whatever its name", async () => {
  for (const text of [
    "",
    "{",
    "[]",
    '{"bug_type":309}',
    '{"bug_type":"x"}',
    "Incident Identifier: x",
    '{"__proto__":{"bug_type":"309"}}',
  ])
    assert.equal(await find([["a.ips", Buffer.from(text)]]), undefined, text);
  assert.equal(await find([["a.txt", NEW]]), undefined);
});

test("times and systems that are none tell nothing", async () => {
  const found = await find([
    ["a.ips", report({ timestamp: "2024-02-31 00:00:00 +0000", os_version: "macOS 14 (23A1)" })],
  ]);
  assert.deepEqual(found?.acquisition, { kind: "ios-crash-reports" });
});
