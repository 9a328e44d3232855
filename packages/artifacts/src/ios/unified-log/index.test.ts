import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord, Moment, Problem } from "@contraluz/core";
import {
  Bytes,
  logData,
  type MadeEntry,
  type MadeProcess,
  makeCatalog,
  makeChunkSet,
  makeFirehose,
  makeHeader,
  makeLog,
  makeSimpleDump,
  makeTimesync,
  makeUuidtext,
} from "@contraluz/formats/tracev3/log.fixture.ts";
import { checkRecords, FILE, memory } from "../../artifacts.fixture.ts";
import { LogState, runTracev3 } from "../../index.ts";
import { unifiedLog } from "./index.ts";

const BOOT = "A6EBC8E3-0A1C-40E8-93B9-DA3A7F671D19";
const OTHER = "DCA6F382-13F5-4A21-BF2B-4F1BE8B136BD";
const IMPLANT = "0F0D140D-578E-305A-9033-C586C2EE88BF";
const LOCATIOND = "AB414C1E-C023-3A05-AF22-029CC5E160EA";
/** 2024-05-06T10:30:00Z, tick 0 of the boot. */
const WALL = 1_714_991_400_000_000_000n;
const SECOND = 24_000_000;

type Files = readonly (readonly [path: string, bytes: Uint8Array])[];

/** Reads files as a lane does: one after the other with one state, the sums at the end. */
async function parse(
  files: Files,
  content = false,
): Promise<{ records: ArtifactRecord[]; problems: Problem[]; ok: boolean[] }> {
  const records: ArtifactRecord[] = [];
  const problems: Problem[] = [];
  const report = (p: Problem): void => void problems.push(p);
  const state = new LogState();
  const ok: boolean[] = [];
  const parser = unifiedLog.parse({
    acquisition: { kind: "sysdiagnose" },
    file: 0,
    path: "",
    content: false,
    problem: report,
  });
  const sub = { take: (i: Parameters<typeof parser.take>[0]) => parser.take(i, (r) => void records.push(r)) };
  for (const [i, [path, bytes]] of files.entries())
    ok.push(await runTracev3(memory(bytes), [sub], { file: i, path, report, state, content }));
  state.end(sub.take, report);
  checkRecords(
    unifiedLog,
    records.map((r) => ({ ...r, origin: { ...r.origin, file: FILE } })),
    content,
  );
  return { records, problems, ok };
}

const subsystems = [[1, "com.apple.locationd", "Motion"] as const, [2, "com.apple.network", ""] as const];
const P: MadeProcess = { first: 70, second: 81, pid: 51, euid: 501, main: LOCATIOND, subsystems };
const I: MadeProcess = { first: 71, second: 82, pid: 666, euid: 0, main: IMPLANT };
const one = (delta: number, type = 0): MadeEntry => ({ flags: 0x202, type, delta, data: logData({ subsystem: 1 }) });

const log = (boot: string, base = 0): Uint8Array =>
  makeLog([
    makeHeader({ boot }),
    makeCatalog([P, I]),
    makeChunkSet([
      makeFirehose(P, base + 60 * SECOND, [one(0), one(1800 * SECOND, 0x10), one(1801 * SECOND, 0x11)]),
      makeFirehose(I, base + 61 * SECOND, [{ data: logData({}) }]),
      makeFirehose(P, base + 62 * SECOND, [
        { flags: 0x202, data: logData({ subsystem: 2 }) },
        { kind: 7, flags: 0, data: new Bytes().u64(1).u64(2).u64(30).bytes },
      ]),
      makeSimpleDump({
        first: 1,
        time: base + 59 * SECOND,
        subsystem: "system/com.apple.locationd [51]",
        message: "Successfully spawned locationd[51] because ipc (mach)",
      }),
      makeSimpleDump({
        first: 1,
        time: base + 90 * SECOND,
        subsystem: "user/501/com.apple.MessagesBlastDoorService [99]",
        message: "exited due to SIGSEGV | sent by exc handler[99]",
      }),
      makeSimpleDump({ first: 1, time: 5, subsystem: "system", message: "exited due to exit(0)" }),
      makeSimpleDump({ first: 70, time: 5, subsystem: "x", message: "Successfully spawned evil[3] because a lie" }),
    ]),
  ]);

const CLOCK: Files[number] = [
  "timesync/0000000000000001.timesync",
  makeTimesync([{ boot: BOOT, wall: WALL, syncs: [[SECOND, WALL + 1_000_000_000n]] }]),
];
const NAMES: Files = [
  ["0F/0D140D578E305A9033C586C2EE88BF", makeUuidtext("/private/var/tmp/bh", [{ from: 1, texts: ["x %d"] }])],
  ["AB/414C1EC0233A05AF22029CC5E160EA", makeUuidtext("/usr/libexec/locationd", [])],
];
const PERSIST = "Persist/0000000000000001.tracev3";

const kinds = (records: readonly ArtifactRecord[], kind: string): ArtifactRecord[] =>
  records.filter((r) => r.kind === kind);
const utc = (seconds: number): bigint => WALL + BigInt(seconds) * 1_000_000_000n;

test("who ran, when, and what launchd did", async () => {
  const { records, problems } = await parse([...NAMES, CLOCK, [PERSIST, log(BOOT)]]);
  assert.deepEqual(problems, []);
  const [located, implant, ...more] = kinds(records, "process");
  assert.deepEqual(more, []);
  assert.deepEqual(
    { ...located!.fields, last: (located!.fields.last as Moment).utc },
    {
      path: "/usr/libexec/locationd",
      uuid: LOCATIOND,
      pid: 51,
      euid: 501,
      boot: BOOT,
      last: utc(60 + 1801),
      entries: 5,
      errors: 1,
      faults: 1,
    },
  );
  assert.equal(located!.at!.utc, utc(60));
  assert.equal(implant!.fields.path, "/private/var/tmp/bh");
  assert.deepEqual(implant!.observables, [
    { type: "process", value: "/private/var/tmp/bh", contact: "ran" },
    { type: "file-path", value: "/private/var/tmp/bh", contact: "ran" },
  ]);
  assert.equal(implant!.origin.file, 3);
  const [launch, ...others] = kinds(records, "launch");
  assert.deepEqual(others, [], "only launchd is believed");
  assert.deepEqual(launch!.fields, {
    name: "locationd",
    pid: 51,
    service: "system/com.apple.locationd",
    reason: "ipc (mach)",
  });
  assert.equal(launch!.at!.utc, utc(59));
  assert.deepEqual(
    kinds(records, "exit").map((r) => [r.fields.service, r.fields.signal, r.fields.by]),
    [["user/501/com.apple.MessagesBlastDoorService", "SIGSEGV", "exc handler[99]"]],
  );
  assert.deepEqual(
    kinds(records, "boot").map((r) => [r.at!.utc, r.fields.entries, r.fields.lost, r.fields.build]),
    [[WALL, 6, 30, "21E219"]],
  );
});

test("hours are those of the wall clock, with the busiest subsystems", async () => {
  const { records } = await parse([...NAMES, CLOCK, [PERSIST, log(BOOT)]]);
  assert.deepEqual(
    kinds(records, "hour").map((r) => [
      r.at!.utc,
      r.fields.path,
      r.fields.entries,
      r.fields.errors,
      r.fields.subsystems,
    ]),
    [
      [
        1_714_989_600_000_000_000n,
        "/usr/libexec/locationd",
        3,
        undefined,
        ["com.apple.locationd: 1", "com.apple.network: 1"],
      ],
      // 30 minutes later another hour has begun.
      [1_714_993_200_000_000_000n, "/usr/libexec/locationd", 2, 1, ["com.apple.locationd: 2"]],
      [1_714_989_600_000_000_000n, "/private/var/tmp/bh", 1, undefined, undefined],
    ],
  );
});

test("without a clock record of its boot a time is relative to the boot: never 1970", async () => {
  const { records } = await parse([...NAMES, CLOCK, [PERSIST, log(OTHER)]]);
  for (const r of records) assert.equal(r.at?.utc, undefined, r.kind);
  const [located] = kinds(records, "process");
  assert.deepEqual(located!.at!.boot, { id: OTHER, ns: 60_000_000_000n });
  assert.deepEqual(kinds(records, "hour")[0]!.at!.boot, { id: OTHER, ns: 0n });
});

test("one run of a program over several files is one record; another boot is another run", async () => {
  const files: Files = [
    ...NAMES,
    CLOCK,
    [PERSIST, log(BOOT)],
    ["Special/1.tracev3", log(BOOT, SECOND)],
    ["x.tracev3", log(OTHER)],
  ];
  const { records } = await parse(files);
  assert.deepEqual(
    kinds(records, "process").map((r) => [r.fields.pid, r.fields.boot, r.fields.entries, r.origin.file]),
    [
      [51, BOOT, 10, 3],
      [666, BOOT, 2, 3],
      [51, OTHER, 5, 5],
      [666, OTHER, 1, 5],
    ],
  );
});

test("a file of texts says that its program was there, also without any log", async () => {
  const library = "/System/Library/PrivateFrameworks/IMCore.framework/IMCore";
  const files: Files = [...NAMES, ["AA/00000000000000000000000000AAAA", makeUuidtext(library, [])]];
  const { records, ok } = await parse(files);
  assert.deepEqual(ok, [true, true, true]);
  assert.deepEqual(
    records.map((r) => [r.kind, r.fields.path, r.fields.uuid, r.observables.map((o) => o.type)]),
    [
      ["image", "/private/var/tmp/bh", IMPLANT, ["process", "file-path"]],
      ["image", "/usr/libexec/locationd", LOCATIOND, ["process", "file-path"]],
      ["image", library, "AA000000-0000-0000-0000-00000000AAAA", ["file-path"]],
    ],
  );
  const { at } = records[0]!.origin as { at: { offset: number; length: number } };
  const bytes = NAMES[0]![1].subarray(at.offset, at.offset + at.length);
  assert.equal(new TextDecoder().decode(bytes), "/private/var/tmp/bh", "the origin leads to the path");
});

test("a process whose program has no file of texts is told by its UUID", async () => {
  const { records } = await parse([CLOCK, [PERSIST, log(BOOT)]]);
  const [located] = kinds(records, "process");
  assert.equal(located!.fields.path, undefined);
  assert.equal(located!.fields.uuid, LOCATIOND);
  assert.deepEqual(located!.observables, []);
});

test("what is no log is told, and costs nothing else", async () => {
  const { records, problems, ok } = await parse([
    ["0F/0D140D578E305A9033C586C2EE88BF", new Uint8Array(40)],
    ["Persist/1.tracev3", new TextEncoder().encode("x".repeat(500))],
    ["timesync/1.timesync", new Uint8Array(0)],
    [PERSIST, log(BOOT).slice(0, 900)],
  ]);
  assert.deepEqual(ok, [false, false, false, true]);
  assert.ok(problems.length >= 4);
  assert.ok(problems.every((p) => p.code === "log-damaged"));
  assert.deepEqual(
    kinds(records, "process")
      .map((r) => r.fields.pid)
      .slice(0, 1),
    [51],
  );
});

test("words: only of programs that lie where none should, and only where content may be kept", async () => {
  const said = (path: Files[number]): Files => {
    const value = new Bytes().u8(0, 1, 0, 4).u32(7).bytes;
    const entry: MadeEntry = { format: 1, data: logData({ values: value }) };
    const chunks = [
      makeFirehose(
        I,
        24,
        Array.from({ length: 100 }, () => entry),
      ),
      makeFirehose(P, 24, [entry]),
    ];
    const bytes = makeLog([
      makeHeader({ boot: BOOT }),
      makeCatalog([P, I]),
      makeChunkSet(Array.from({ length: 15 }, () => chunks).flat()),
    ]);
    return [path, NAMES[1]!, CLOCK, [PERSIST, bytes]];
  };
  const { records: none } = await parse(said(NAMES[0]!));
  assert.deepEqual(kinds(none, "message"), []);
  const { records, problems } = await parse(said(NAMES[0]!), true);
  const messages = kinds(records, "message");
  assert.equal(messages.length, 1000, "enough is enough");
  assert.deepEqual(
    problems.map((p) => [p.code, p.found]),
    [["log-limit", "500 more messages"]],
  );
  assert.deepEqual(messages[0]!.fields, { path: "/private/var/tmp/bh", pid: 666, text: "x 7" });
  assert.equal(messages[0]!.at!.utc, WALL + 1000n);
  const usual = makeUuidtext("/private/var/containers/Bundle/Application/A/B.app/B", [{ from: 1, texts: ["x %d"] }]);
  const { records: app } = await parse(said([NAMES[0]![0], usual]), true);
  assert.deepEqual(kinds(app, "message"), []);
});
