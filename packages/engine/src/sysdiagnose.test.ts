/** A sysdiagnose, a dump and a privacy report from end to end: the same in every container, honest where something is missing. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { nodePlatform } from "@contraluz/platform-node";
import { sysdiagnoseFiles, sysdiagnoseName } from "../../../samples/lib/sysdiagnose.ts";
import { countingPlatform, fresh, pack, records, run } from "./check.fixture.ts";

const IMPLANT = "/private/var/db/com.apple.xpc.roleaccountd.staging/rolexd";

function folderOf(files: ReadonlyMap<string, Buffer>, above = ""): string {
  const root = fresh();
  for (const [path, bytes] of files) {
    const file = join(root, above, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return root;
}

const FILES = sysdiagnoseFiles({ implant: IMPLANT });
const NAME = sysdiagnoseName();

test("an implant in the log of shutdowns and among the running programs is a match", async () => {
  const { result } = await run([pack(folderOf(FILES, NAME), "tar.gz")]);
  assert.equal(result.acquisition.kind, "sysdiagnose");
  assert.equal(result.asOf, "2024-09-12T20:54:51Z");
  const match = result.findings.filter((f) => f.level === "match");
  assert.deepEqual(
    match.map((f) => [f.indicator?.value, f.records.map((r) => r.artifact)]),
    [["rolexd", ["ios/shutdown-log", "ios/processes"]]],
  );
  // Counted among what was read: what describes the evidence, and what artifacts wanted.
  assert.deepEqual(result.files.map((f) => f.path.slice(NAME.length + 1)).sort(), [
    "logs/SystemVersion/SystemVersion.plist",
    "ps.txt",
    "remotectl_dumpstate.txt",
    "sysdiagnose.log",
    "system_logs.logarchive/Extra/shutdown.log",
  ]);
  assert.ok(result.files.every((f) => /^[0-9a-f]{64}$/.test(f.sha256) && f.size > 0));
});

test("folder, one above, zip, tar and tar.gz give the same records", async () => {
  const folder = folderOf(FILES, NAME);
  const expected = await run([folder]);
  for (const kind of ["zip, stored", "zip, deflated", "tar", "tar.gz"] as const) {
    const other = await run([pack(folder, kind)]);
    assert.deepEqual(records(other), records(expected), kind);
    assert.deepEqual(other.result.findings, expected.result.findings, kind);
    assert.deepEqual(other.result.files, expected.result.files, kind);
  }
  const bare = await run([folderOf(FILES)]);
  assert.deepEqual(records(bare), records(expected));
  const threads = await run([folder], { workers: 2 });
  assert.deepEqual(records(threads), records(expected));
});

test("an archive is read once, and nothing of it is left open", async () => {
  const platform = countingPlatform(nodePlatform());
  const file = pack(folderOf(FILES, NAME), "tar.gz");
  await run([file], { platform });
  assert.equal(platform.counts.live, 0);
  assert.equal(platform.counts.scratches, 0);
});

test("of an archive that is cut short nothing is said to be absent", async () => {
  // The log of shutdowns comes last, and is gone.
  const files = new Map([...FILES, ["zz.bin", Buffer.alloc(300_000)] as const]);
  const bytes = gunzipSync(readFileSync(pack(folderOf(files, NAME), "tar.gz")));
  const cut = fresh();
  const at = bytes.indexOf("Extra/shutdown.log") - 200;
  writeFileSync(`${cut}.tar.gz`, gzipSync(bytes.subarray(0, at)).subarray(0, -12));
  const { result } = await run([`${cut}.tar.gz`]);
  assert.ok(result.problems.some((p) => p.code === "gzip-damaged" || p.code === "tar-header"));
  const state = Object.fromEntries(result.coverage.map((c) => [c.artifact, c.state]));
  assert.equal(state["ios/shutdown-log"], "unreadable");
  assert.equal(state["ios/processes"], "read");
  assert.equal(result.verdict.complete, false);
});

test("a file that the phone compressed is read as what it opens to", async () => {
  const files = new Map(FILES);
  const log = "system_logs.logarchive/Extra/shutdown.log";
  files.set(log, gzipSync(FILES.get(log)!));
  const expected = records(await run([folderOf(FILES)]));
  assert.deepEqual(records(await run([folderOf(files)])), expected);
});

test("a dump is read at the phone's own paths, wherever it begins", async () => {
  const dump = new Map([
    ["private/var/db/diagnostics/shutdown.log", FILES.get("system_logs.logarchive/Extra/shutdown.log")!],
    ["private/var/mobile/Library/Preferences/x.plist", Buffer.from("x")],
    ["private/var/root/Library/x", Buffer.from("x")],
    ["System/Library/CoreServices/SystemVersion.plist", FILES.get("logs/SystemVersion/SystemVersion.plist")!],
  ]);
  const expected = await run([folderOf(dump)]);
  assert.deepEqual(expected.result.acquisition, {
    kind: "ios-filesystem",
    os: { name: "ios", version: "17.6.1", build: "21G93" },
  });
  assert.equal(expected.result.verdict.evidence, "match");
  /** The list of the files is that of the container: which folders it names, where they lie in it, and their times. */
  const LIST = "records/ios.file-system.jsonl";
  const files = (all: Record<string, string>) =>
    all[LIST]!.split("\n").flatMap((l) => /"path":"([^"]+)","size"/.exec(l)?.[1] ?? []);
  const rest = (all: Record<string, string>) => ({ ...all, [LIST]: "" });
  for (const above of ["filesystem1", "a/b"]) {
    const packed = records(await run([pack(folderOf(dump, above), "tar.gz")]));
    assert.deepEqual(rest(packed), rest(records(expected)));
    assert.deepEqual(files(packed), files(records(expected)));
  }
  const inside = new Map([...dump].filter(([p]) => p.startsWith("private/var/")).map(([p, b]) => [p.slice(12), b]));
  // Without the system's part of the phone nothing tells its version, and the numbers of the files begin earlier.
  const part = await run([folderOf(inside)]);
  assert.deepEqual(part.result.acquisition, { kind: "ios-filesystem" });
  const covered = ({ coverage }: typeof expected.result) => coverage.filter((c) => c.artifact !== "ios/file-system");
  assert.deepEqual(covered(part.result), covered(expected.result));
  assert.equal(part.result.verdict.evidence, "match");
});

test("a privacy report is a file alone, or lies in a folder or an archive", async () => {
  const rows = [
    {
      accessor: { identifier: "com.example.app" },
      category: "camera",
      kind: "event",
      timeStamp: "2024-09-05T15:35:46.336-06:00",
      type: "access",
    },
    {
      bundleID: "com.example.app",
      domain: "a.example",
      context: "",
      hits: 1,
      timeStamp: "2024-09-06T15:35:46.336-06:00",
      type: "networkActivity",
    },
  ];
  const text = Buffer.from(rows.map((r) => `${JSON.stringify(r)}\n`).join(""));
  const folder = folderOf(new Map([["App_Privacy_Report_v4_x.ndjson", text]]));
  const expected = await run([join(folder, "App_Privacy_Report_v4_x.ndjson")]);
  assert.deepEqual(
    [expected.result.acquisition.kind, expected.result.asOf, expected.result.acquisition.zone],
    ["privacy-report", "2024-09-06T21:35:46Z", "-06:00"],
  );
  assert.equal(expected.result.coverage[0]?.records, 2);
  assert.equal(expected.result.evidence[0]?.hashed, "all");
  for (const other of [folder, pack(folder, "zip, deflated"), pack(folder, "tar.gz")])
    assert.deepEqual(records(await run([other])), records(expected));
  const json = fresh();
  writeFileSync(json, '{"type":"other"}\n');
  await assert.rejects(run([json]), { code: "evidence-unknown" });
});
