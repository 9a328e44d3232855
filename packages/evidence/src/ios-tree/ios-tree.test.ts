/** A sysdiagnose and a dump: found by what stands in them, read in one pass, told by what they say of themselves. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Acquisition, EvidenceFile, EvidenceTree, Problem } from "@contraluz/core";
import { isoUtc } from "@contraluz/core";
import { sysdiagnoseFiles, sysdiagnoseName } from "../../../../samples/lib/sysdiagnose.ts";
import { makeTar, makeZip, TestPlatform } from "../ios-backup/harness.fixture.ts";
import { openRef } from "../open-ref.ts";
import { tarTree } from "../tar-tree.ts";
import { zipTree } from "../zip-tree.ts";
import { findIosTree, openIosTree } from "./index.ts";

type Files = readonly (readonly [string, Buffer])[];

const memory = (b: Uint8Array) => ({
  kind: "host" as const,
  size: b.length,
  handle: { size: b.length, read: async (at: number, n: number) => b.subarray(at, at + n) },
});

interface Made {
  readonly tree: EvidenceTree;
  readonly platform: TestPlatform;
  readonly problems: Problem[];
  /** How often the archive was read from its beginning. */
  passes(): number;
}

function made(files: Files, kind: "tar" | "tar.gz" | "zip" | "cut.gz"): Made {
  const platform = new TestPlatform();
  const problems: Problem[] = [];
  const report = (p: Problem): void => void problems.push(p);
  const all = files.map(([p, b]): [string, Buffer] => [p, b]);
  if (kind === "zip") {
    const ref = memory(makeZip(all, false));
    return { tree: zipTree(ref, ref.handle, report), platform, problems, passes: () => 0 };
  }
  const tar = makeTar(all);
  const bytes = kind === "tar" ? tar : kind === "tar.gz" ? gzipSync(tar) : gzipSync(tar).subarray(0, -200);
  const inner = tarTree(memory(bytes), { platform, report, gzip: kind !== "tar" });
  let passes = 0;
  const tree: EvidenceTree = {
    ...inner,
    files(cancel) {
      passes++;
      return inner.files(cancel);
    },
  };
  return { tree, platform, problems, passes: () => passes };
}

const below = (prefix: string, files: ReadonlyMap<string, Buffer>): Files =>
  [...files].map(([path, bytes]) => [prefix + path, bytes] as const);

const wanted = (path: string): boolean => path === "ps.txt" || path.endsWith("shutdown.log");

async function open(m: Made, name = "given") {
  const found = await findIosTree(m.tree, {});
  assert.ok(found);
  const report = (p: Problem): void => void m.problems.push(p);
  return { found, evidence: await openIosTree(m.tree, found, { platform: m.platform, report, name, wanted }) };
}

async function bytesOf(file: EvidenceFile, platform: TestPlatform): Promise<string> {
  const source = await openRef(file.ref!, { platform });
  return Buffer.from(await source.read(0, source.size)).toString();
}

const FILES = sysdiagnoseFiles();
const TOP = `${sysdiagnoseName()}/`;

test("one folder at its top, or its content directly, in every container", async () => {
  for (const kind of ["tar", "tar.gz", "zip"] as const) {
    for (const prefix of [TOP, "", "renamed/", "a/b/"]) {
      const m = made(below(prefix, FILES), kind);
      const { found, evidence } = await open(m);
      assert.deepEqual([found.kind, found.prefix], ["sysdiagnose", prefix], kind);
      const { taken, ...rest } = evidence.acquisition;
      assert.deepEqual(rest, {
        kind: "sysdiagnose",
        zone: "-06:00",
        device: { name: "iPhone de Itzel", model: "iPhone14,5" },
        os: { name: "ios", version: "17.6.1", build: "21G93" },
      });
      assert.equal(isoUtc(taken!.utc!, "s"), "2024-09-12T20:54:51Z");
      assert.deepEqual(taken!.zone, { name: "-06:00", from: "stated" });
      assert.deepEqual(m.problems, []);
      const ps = (await evidence.find("ps.txt"))!;
      assert.equal(ps.path, "ps.txt");
      assert.equal(ps.stored, `${prefix}ps.txt`);
      assert.equal(await bytesOf(ps, m.platform), FILES.get("ps.txt")!.toString());
      await evidence.close();
    }
  }
});

test("an archive is read once to its end, and keeps what is wanted and nothing else", async () => {
  const m = made([...below(TOP, FILES), [`${TOP}logs/big.bin`, Buffer.alloc(100_000, 7)]], "tar.gz");
  const { evidence } = await open(m);
  // The first pass ends at the first signs; the second one reads all.
  assert.equal(m.passes(), 2);
  const names: string[] = [];
  for await (const batch of evidence.files()) {
    for (const f of batch) {
      names.push(f.path);
      const describing = evidence.meta.some((x) => x.path === f.path);
      assert.equal(f.ref !== undefined, wanted(f.path) || describing, f.path);
    }
  }
  assert.equal(m.passes(), 2);
  assert.deepEqual(names, [...FILES.keys(), "logs/big.bin"]);
  assert.equal(evidence.access, "seekable");
  await evidence.close();
});

test("without its log the folder's name tells the time, as an assumption; without both nothing does", async () => {
  const without = new Map([...FILES].filter(([p]) => p !== "sysdiagnose.log" && p !== "remotectl_dumpstate.txt"));
  const taken = async (prefix: string, name?: string): Promise<Acquisition> =>
    (await open(made(below(prefix, without), "tar"), name)).evidence.acquisition;
  assert.deepEqual((await taken(TOP)).taken!.zone, { name: "-06:00", from: "assumed" });
  assert.deepEqual((await taken("", `${sysdiagnoseName()}.tar.gz`)).taken!.zone, { name: "-06:00", from: "assumed" });
  const none = await taken("x/");
  assert.deepEqual([none.taken, none.zone, none.os?.version, none.device], [undefined, undefined, "17.6.1", undefined]);
});

test("a build tells the system where nothing else does", async () => {
  for (const [build, version] of [
    ["17A577", "13"],
    ["19H349", "15"],
    ["22G86", "18"],
    ["23B85", "26"],
  ]) {
    const files = new Map([...sysdiagnoseFiles({ build: build! })].filter(([p]) => !/SystemVersion|remotectl/.test(p)));
    const { evidence } = await open(made(below("x/", files), "tar"));
    assert.deepEqual(evidence.acquisition.os, { name: "ios", version, build });
  }
});

test("dates that are none, and texts without end, tell nothing", async () => {
  const files = new Map(FILES);
  files.set("sysdiagnose.log", Buffer.from("sysdiagnose_2024.13.45_99-99-99-0600_iPhone-OS_iPhone_21G93"));
  files.set(
    "remotectl_dumpstate.txt",
    Buffer.from(`Local device\n\tDeviceName => ${"x".repeat(70_000)}\n\tOSVersion => <b>\n`),
  );
  files.set("logs/SystemVersion/SystemVersion.plist", Buffer.from("bplist00\xff\xff"));
  const { evidence } = await open(made(below("x/", files), "tar"));
  assert.deepEqual(evidence.acquisition, { kind: "sysdiagnose" });
});

test("what is cut short is told, and what came before stays", async () => {
  const m = made(below(TOP, FILES), "cut.gz");
  const { evidence } = await open(m);
  assert.ok(m.problems.some((p) => p.code === "gzip-damaged"));
  assert.equal(evidence.acquisition.kind, "sysdiagnose");
});

test("a dump begins where the laboratory began", async () => {
  const phone: Files = [
    ["private/var/mobile/Library/SMS/sms.db", Buffer.from("x")],
    ["private/var/db/diagnostics/shutdown.log", Buffer.from("y")],
    ["private/var/wireless/Library/Databases/DataUsage.sqlite", Buffer.from("z")],
  ];
  const cases: readonly (readonly [string, string, string])[] = [
    ["", "", ""],
    ["filesystem1/", "filesystem1/", ""],
    ["dump/filesystem1/", "dump/filesystem1/", ""],
  ];
  for (const kind of ["tar", "zip"] as const) {
    for (const [put, prefix, base] of cases) {
      const m = made([["report.xml", Buffer.alloc(3)], ...phone.map(([p, b]) => [put + p, b] as const)], kind);
      const { found, evidence } = await open(m);
      assert.deepEqual(found, { kind: "ios-filesystem", prefix, base, inside: [] });
      assert.equal((await evidence.find("private/var/db/diagnostics/shutdown.log"))?.stored, `${put}${phone[1]![0]}`);
    }
    // Only /private/var, under its name or as its content.
    for (const [cut, put] of [
      ["private/", ""],
      ["private/", "x/"],
      ["private/var/", ""],
      ["private/var/", "copy/"],
    ]) {
      const m = made(
        phone.map(([p, b]) => [put + p.slice(cut!.length), b] as const),
        kind,
      );
      const { found, evidence } = await open(m);
      assert.deepEqual(found, { kind: "ios-filesystem", prefix: put, base: cut, inside: [] });
      const log = await evidence.find("private/var/db/diagnostics/shutdown.log");
      assert.equal(log?.path, "private/var/db/diagnostics/shutdown.log");
      assert.equal(log?.stored, put + phone[1]![0].slice(cut!.length));
      const all: string[] = [];
      for await (const batch of evidence.files()) all.push(...batch.map((f) => f.path));
      assert.deepEqual(all.sort(), phone.map(([p]) => p).sort());
    }
  }
});

test("two partitions side by side: the data, and the system that tells its version", async () => {
  const x = Buffer.from("x");
  const files: Files = [
    [
      "filesystem1/System/Library/CoreServices/SystemVersion.plist",
      FILES.get("logs/SystemVersion/SystemVersion.plist")!,
    ],
    ["filesystem1/private/var/mobile/empty", x],
    ["filesystem2/mobile/Library/SMS/sms.db", x],
    ["filesystem2/db/diagnostics/shutdown.log", x],
  ];
  for (const kind of ["tar", "tar.gz", "zip"] as const) {
    for (const put of ["", "EXTRACTION/"]) {
      // Of an archive the beginning decides: the partition of the data has to come before.
      const all = files.filter(([p]) => kind === "zip" || !p.includes("empty")).map(([p, b]) => [put + p, b] as const);
      const { found, evidence } = await open(made(all, kind));
      assert.deepEqual(found, {
        kind: "ios-filesystem",
        prefix: `${put}filesystem2/`,
        base: "private/var/",
        system: `${put}filesystem1/`,
        inside: [],
      });
      assert.deepEqual(evidence.acquisition.os, { name: "ios", version: "17.6.1", build: "21G93" });
      const log = await evidence.find("private/var/db/diagnostics/shutdown.log");
      assert.equal(log?.stored, `${put}filesystem2/db/diagnostics/shutdown.log`);
      await evidence.close();
    }
  }
  // One file of one app, under the phone's own path or in that partition, is enough.
  for (const path of ["private/var/preferences/x.plist", "filesystem2/wireless/x.plist", "private/var/mobile/x"])
    assert.equal((await findIosTree(made([[path, x]], "zip").tree, {}))?.kind, "ios-filesystem", path);
});

test("what is neither is not taken for one", async () => {
  const none: readonly Files[] = [
    [["ps.txt", Buffer.from("x")]],
    [
      ["logs/a", Buffer.from("x")],
      ["WiFi/b", Buffer.from("x")],
      ["ioreg/c", Buffer.from("x")],
    ],
    [
      ["home/var/log/x", Buffer.from("x")],
      ["home/var/db/y", Buffer.from("x")],
      ["home/var/root/y", Buffer.from("x")],
    ],
    [
      ["private/var/db/x", Buffer.from("x")],
      ["private/var/log/x", Buffer.from("x")],
      ["Users/ana/x", Buffer.from("x")],
    ],
    [["Manifest.db", Buffer.from("x")], ...below("", FILES)],
  ];
  for (const files of none) assert.equal(await findIosTree(made(files, "tar").tree, {}), undefined, files[0]![0]);
});

test("two side by side are a question for the person; one that lies in a dump is a part of it", async () => {
  const two = made([...below("a/", FILES), ...below("b/", FILES)], "zip");
  await assert.rejects(findIosTree(two.tree, {}), { code: "evidence-several" });
  const inside = made(
    [
      ["private/var/mobile/Library/x", Buffer.from("x")],
      ["private/var/db/x", Buffer.from("x")],
      ...below("private/var/mobile/", FILES),
    ],
    "zip",
  );
  assert.equal((await findIosTree(inside.tree, {}))?.kind, "ios-filesystem");
  const archive = `private/var/mobile/Library/Logs/CrashReporter/DiagnosticLogs/sysdiagnose/${sysdiagnoseName()}.tar.gz`;
  const told = await findIosTree(made([[archive, Buffer.from("x")]], "zip").tree, {});
  assert.deepEqual(told?.inside, [archive]);
});
