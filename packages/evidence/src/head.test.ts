import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { type EvidenceFile, type EvidenceTree, isoUtc } from "@contraluz/core";
import { findCrashFolder } from "./crash-folder/index.ts";
import { headOf } from "./head.ts";
import { TestPlatform } from "./ios-backup/harness.fixture.ts";
import { findMvtResult } from "./mvt-result/index.ts";
import { findPrivacyReport } from "./privacy-report/index.ts";

const platform = new TestPlatform();
const text = (b: Uint8Array): string => new TextDecoder().decode(b);
const memory = (bytes: Uint8Array) => ({
  kind: "host" as const,
  size: bytes.length,
  handle: { size: bytes.length, read: async (at: number, n: number) => bytes.subarray(at, at + n) },
});

/** An archive whose bytes come one by one. */
function drops(path: string, content: string): EvidenceTree {
  const file: EvidenceFile = {
    path,
    kind: "file",
    async *stream() {
      for (const b of Buffer.from(content)) yield Uint8Array.of(b);
    },
  };
  return {
    kind: "tar",
    access: "sequential",
    async *files() {
      yield [file];
    },
    find: async () => undefined,
  };
}

test("the head of a file: streamed, at its place, inflated as far as it goes, none", async () => {
  const bytes = Buffer.from("0123456789".repeat(1000));
  const of = (o: Partial<EvidenceFile>) => headOf({ path: "a", kind: "file", ...o }, 12, platform);
  for await (const [file] of drops("a", "0123456789abcdef").files()) {
    assert.equal(text(await headOf(file!, 12, platform)), "0123456789ab");
    assert.equal(text(await headOf(file!, 100, platform)), "0123456789abcdef");
  }
  assert.equal(text(await of({ ref: memory(bytes) })), "012345678901");
  const packed = deflateRawSync(bytes);
  const inflate = (b: Uint8Array) => ({ kind: "inflate" as const, of: memory(b), size: bytes.length, crc32: 0 });
  assert.equal(text(await of({ ref: inflate(packed) })), "012345678901");
  assert.ok("012345678901".startsWith(text(await of({ ref: inflate(packed.subarray(0, packed.length - 8)) }))));
  assert.equal((await of({ ref: inflate(Buffer.from("no deflate")) })).length, 0);
  assert.equal((await of({})).length, 0);
});

test("evidence is known however small the pieces of its archive are", async () => {
  const o = { platform, report: (p: unknown) => assert.fail(JSON.stringify(p)) };
  const line = (day: string) =>
    `{"type":"networkActivity","bundleID":"a.b","domain":"x.example","timeStamp":"2024-09-${day}T10:00:00.000-06:00"}\n`;
  const report = await findPrivacyReport(drops("r.ndjson", `{"damaged\n${line("12")}${line("13")}`), o);
  assert.equal(isoUtc(report!.newest!.utc!, "s"), "2024-09-13T16:00:00Z");
  assert.equal(await findPrivacyReport(drops("r.ndjson", '{"type":"access"}\n'), o), undefined);
  const crash =
    '{"bug_type":"309","timestamp":"2024-09-12 14:54:21.00 -0600","os_version":"iPhone OS 17.6.1 (21G93)"}\n{}';
  assert.equal((await findCrashFolder(drops("a.ips", crash), o))?.acquisition.os?.version, "17.6.1");
  assert.equal(
    (await findMvtResult(drops("info.json", '{"mvt_version": "2026.7"}'), o))?.acquisition.device?.version,
    "2026.7",
  );
});
