import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import {
  Clock,
  isUuidtext,
  type LogHeader,
  LogReader,
  type LogSink,
  readShared,
  readTimesync,
  readUuidtext,
} from "./index.ts";
import {
  Bytes,
  logData,
  makeCatalog,
  makeChunkSet,
  makeFirehose,
  makeHeader,
  makeLog,
  makeOversize,
  makeShared,
  makeSimpleDump,
  makeStateDump,
  makeTimesync,
  makeUuidtext,
} from "./log.fixture.ts";

const BOOT = "A6EBC8E3-0A1C-40E8-93B9-DA3A7F671D19";
const MAIN = "AB414C1E-C023-3A05-AF22-029CC5E160EA";
const CACHE = "2576AD25-8753-3C11-9308-541E6149A88D";
const P = { first: 77, second: 80, pid: 51, euid: 501, main: MAIN, cache: CACHE };
const WALL = 1_700_000_000_000_000_000n;

const unexpected = (p: Problem): void => assert.fail(JSON.stringify(p));

function read(bytes: Uint8Array, sink: LogSink, size = bytes.length): Problem[] {
  const problems: Problem[] = [];
  const reader = new LogReader(sink, (p) => problems.push(p));
  for (let i = 0; i < bytes.length; i += size) reader.push(bytes.slice(i, i + size));
  reader.end();
  return problems;
}

/** Every entry as a line. */
function lines(bytes: Uint8Array, size?: number): { out: string[]; problems: Problem[] } {
  const out: string[] = [];
  const problems = read(
    bytes,
    {
      header: (h) => out.push(`head ${h.boot} ${h.numerator}/${h.denominator} ${h.build} ${h.hardware} ${h.zone}`),
      catalog: (c) => out.push(`catalog ${c.processes.size}`),
      entry: (e) => {
        const s = e.chunk.process?.subsystems.get(e.subsystem);
        out.push(`${e.kind}/${e.type} ${e.time} pid ${e.chunk.process?.pid} ${s?.name ?? "-"}:${s?.category ?? "-"}`);
      },
      simpleDump: (d) => out.push(`simple ${d.time} ${d.subsystem}: ${d.message}`),
      stateDump: (d) => out.push(`state ${d.time} ${d.title} ${d.library} ${d.data.length}`),
      oversize: (o) => out.push(`oversize ${o.reference} ${o.bytes.length} ${o.publicSize}`),
    },
    size,
  );
  return { out, problems };
}

const PROCESS = {
  ...P,
  subsystems: [[1, "com.apple.locationd", "Motion"] as const, [2, "com.apple.imtransfer", ""] as const],
};
const LOG = makeLog([
  makeHeader({ boot: BOOT, ticks: 1000, wall: 1_700_000_000 }),
  makeCatalog([{ ...P, first: 1, second: 1, pid: 1, main: CACHE }, PROCESS]),
  makeChunkSet([
    makeFirehose(P, 24_000_000, [
      { flags: 0x202, delta: 5, data: logData({ subsystem: 1 }) },
      { flags: 0x202, type: 0x10, delta: 2 ** 33, data: logData({ subsystem: 2 }) },
      { kind: 2, type: 1, flags: 0x13, delta: 9, data: new Uint8Array(8 + 8 + 8 + 4) },
      { kind: 3, flags: 2, delta: 10, data: [1, 2, 3, 4, 0] },
      { kind: 6, type: 0x80, flags: 0x8202, delta: 11, data: new Bytes().u32(1).u16(1).u64(5).u32(0).u8(0, 0).bytes },
      { kind: 7, flags: 0, delta: 12, data: new Bytes().u64(1).u64(2).u64(30).bytes },
    ]),
    makeSimpleDump({ first: 1, time: 99, subsystem: "user/501/com.example [42]", message: "service exited" }),
    makeStateDump({ first: 77, time: 100, title: "CLDaemonStatusStateTracker", data: new Uint8Array(36) }),
    makeOversize({ first: 77, second: 80, reference: 300, values: new Uint8Array(10), hidden: new Uint8Array(3) }),
  ]),
  makeChunkSet([makeFirehose({ first: 5, second: 6 }, 7, [{ data: logData({}) }])], "stored"),
]);

const EXPECTED = [
  `head ${BOOT} 125/3 21E219 iPhone15,2 /var/db/timezone/zoneinfo/America/Mexico_City`,
  "catalog 2",
  "4/0 24000005 pid 51 com.apple.locationd:Motion",
  `4/16 ${24_000_000 + 2 ** 33} pid 51 com.apple.imtransfer:`,
  "2/1 24000009 pid 51 -:-",
  "3/0 24000010 pid 51 -:-",
  "6/128 24000011 pid 51 com.apple.locationd:Motion",
  "7/0 24000012 pid 51 -:-",
  "simple 99 user/501/com.example [42]: service exited",
  "state 100 CLDaemonStatusStateTracker lib 36",
  "oversize 300 12 9",
  "4/0 7 pid undefined -:-",
];

test("a log file gives its head, processes and entries", () => {
  const { out, problems } = lines(LOG);
  assert.deepEqual(out, EXPECTED);
  assert.deepEqual(problems, []);
});

test("pieces of any size do not show", () => {
  for (const size of [1, 7, 13, 64, 1000]) assert.deepEqual(lines(LOG, size), { out: EXPECTED, problems: [] });
});

test("where the file is cut everything before it is read, and the cut is told", () => {
  const view = new DataView(LOG.buffer);
  /** Lengths at which nothing is missing: a chunk has ended, its padding has not begun or not ended. */
  const whole = new Set([0]);
  for (let at = 0; at < LOG.length; ) {
    const end = at + 16 + view.getUint32(at + 8, true);
    at = 8 * Math.ceil(end / 8);
    for (let i = end; i <= at; i++) whole.add(i);
  }
  const others = EXPECTED.filter((l) => !l.startsWith("catalog"));
  for (let end = 1; end < LOG.length; end += 11) {
    const { out, problems } = lines(LOG.slice(0, end));
    const read = out.filter((l) => !l.startsWith("catalog"));
    assert.deepEqual(read, others.slice(0, read.length));
    assert.equal(problems.length === 0, whole.has(end), `${end}`);
  }
});

test("behind damage the next chunk is found", () => {
  const broken = LOG.slice();
  broken.fill(0xff, 224, 232); // the tag of the catalog
  const { out, problems } = lines(broken);
  assert.equal(out[0], EXPECTED[0]);
  assert.ok(out.includes("4/0 24000005 pid undefined -:-"), "entries without their catalog");
  assert.equal(problems.length, 1);
  assert.equal(problems[0]!.offset, 224);
});

test("a length that lies costs neither memory nor what follows", () => {
  const broken = LOG.slice();
  new DataView(broken.buffer).setUint32(224 + 8, 0xffff_fff0, true);
  assert.ok(lines(broken).out.includes("4/0 7 pid undefined -:-"));
  const bomb = makeLog([makeChunkSet([makeFirehose(P, 1, [{ data: logData({}) }])]), LOG]);
  new DataView(bomb.buffer).setUint32(16 + 4, 0x7fff_ffff, true);
  const { out, problems } = lines(bomb);
  assert.deepEqual(out, EXPECTED);
  assert.match(problems[0]!.found!, /2147483647 B/);
});

test("long runs and repeated bytes unpack", () => {
  const message = `${"a".repeat(400)}${"abcdefghijklmnopqrstuvwxyz".repeat(40)}${"x".repeat(30)}`;
  const dump = makeSimpleDump({ first: 1, time: 2, subsystem: "s", message });
  const seen: string[] = [];
  assert.deepEqual(read(makeLog([makeChunkSet([dump])]), { simpleDump: (d) => seen.push(d.message) }), []);
  assert.deepEqual(seen, [message]);
});

test("images of a process, and a shared cache, are told by UUID", () => {
  const image = { uuid: CACHE, load: 0x1_8000_1000, size: 4096 };
  const log = makeLog([makeCatalog([{ ...P, images: [image] }])]);
  let seen = 0;
  read(log, {
    catalog: (c) => {
      const p = c.processes.get("77@80")!;
      assert.deepEqual([p.main, p.cache, p.euid], [MAIN, CACHE, 501]);
      assert.deepEqual(p.images, [image]);
      seen++;
    },
  });
  assert.equal(seen, 1);
});

test("names and images of a process that an attacker made endless are cut", () => {
  const subsystems = Array.from({ length: 200 }, (_, i) => [i + 1, `${i}${"x".repeat(300)}`, "c"] as const);
  const images = Array.from({ length: 5000 }, (_, i) => ({ uuid: CACHE, load: i * 16, size: 16 }));
  let seen = 0;
  read(makeLog([makeCatalog([{ ...P, subsystems, images }])]), {
    catalog: (c) => {
      const p = c.processes.get("77@80")!;
      assert.equal(p.subsystems.get(7)!.name, `6${"x".repeat(255)}`);
      assert.equal(p.subsystems.get(7)!.category, "c");
      assert.equal(p.images.length, 4096);
      seen++;
    },
  });
  assert.equal(seen, 1);
});

test("records of a clock have room for all boots together", () => {
  const clock = new Clock();
  const syncs = Array.from({ length: 150_000 }, (_, i) => ({ ticks: i, wall: WALL, bias: 0, daylight: false }));
  const boot = { boot: BOOT, numerator: 1, denominator: 1, wall: WALL, bias: 0, daylight: false, offset: 0, syncs };
  assert.equal(clock.add([boot]), true);
  assert.equal(clock.add([{ ...boot, boot: MAIN }]), false);
  assert.equal(clock.utc(BOOT, 3), WALL, "what had room stays");
});

test("a tick becomes wall time by the record before it, else by the boot", () => {
  const clock = new Clock();
  const syncs = [
    [48_000_000, WALL + 5_000_000_000n],
    [24_000_000, WALL + 1_000_000_001n],
  ] as const;
  clock.add(readTimesync(makeTimesync([{ boot: BOOT, wall: WALL, syncs }]), unexpected));
  assert.equal(clock.utc(BOOT, 3), WALL + 125n);
  assert.equal(clock.utc(BOOT, 24_000_003), WALL + 1_000_000_126n);
  assert.equal(clock.utc(BOOT, 48_000_000), WALL + 5_000_000_000n);
  assert.deepEqual(clock.at(BOOT, 30_000_000), {
    from: 24_000_000,
    until: 48_000_000,
    ticks: 24_000_000,
    wall: WALL + 1_000_000_001n,
  });
  assert.equal(clock.utc(MAIN, 5), undefined, "another boot");
});

test("a clock that was not set gives no instant: never 1970", () => {
  const clock = new Clock();
  const unset = makeTimesync([{ boot: BOOT, wall: 0n, syncs: [[10, 5_000_000_000n]] }]);
  clock.add(readTimesync(unset, unexpected));
  assert.equal(clock.utc(BOOT, 20), undefined);
  const later = makeTimesync([{ boot: BOOT, syncs: [[24_000_000, WALL]] }]);
  clock.add(readTimesync(later, unexpected));
  assert.equal(clock.utc(BOOT, 0), WALL - 1_000_000_000n, "counted back from when it was set");
  assert.equal(clock.utc(BOOT, 2 ** 60), undefined, "far beyond any phone");
});

test("a damaged timesync file loses the damaged record", () => {
  const bytes = makeTimesync([
    {
      boot: BOOT,
      wall: WALL,
      syncs: [
        [1, WALL],
        [2, WALL + 1n],
      ],
    },
  ]);
  bytes[48] = 0;
  const problems: Problem[] = [];
  const [boot] = readTimesync(bytes, (p) => problems.push(p));
  assert.deepEqual(
    boot!.syncs.map((s) => s.ticks),
    [2],
  );
  assert.deepEqual(
    problems.map((p) => p.offset),
    [48],
  );
});

test("a file of texts gives its path and the text at a reference", () => {
  const bytes = makeUuidtext("/usr/libexec/locationd", [
    { from: 500, texts: ["uno %d", "dos"] },
    { from: 100, texts: ["tres"] },
  ]);
  assert.ok(isUuidtext(bytes));
  const texts = readUuidtext(bytes, unexpected)!;
  assert.equal(texts.path, "/usr/libexec/locationd");
  assert.deepEqual([500, 507, 100, 99, 105, 511].map(texts.text), [
    "uno %d",
    "dos",
    "tres",
    undefined,
    undefined,
    undefined,
  ]);
  const problems: Problem[] = [];
  for (const cut of [3, 20, 40])
    assert.equal(
      readUuidtext(bytes.slice(0, cut), (p) => problems.push(p)),
      undefined,
    );
  assert.equal(problems.length, 3);
  const many = Array.from({ length: 4097 }, (_, i) => ({ from: i * 2, texts: ["x"] }));
  assert.equal(
    readUuidtext(makeUuidtext("/x", many), (p) => problems.push(p)),
    undefined,
  );
  assert.equal(problems.length, 4);
});

test("the shared cache of texts, in both versions", () => {
  for (const [version, high] of [
    [1, 0],
    [2, 2 ** 33],
  ] as const) {
    const bytes = makeShared(version, [
      { path: "/usr/lib/libb.dylib", uuid: MAIN, text: high + 0x2000, from: high + 0x7000, texts: ["b1"] },
      { path: "/usr/lib/liba.dylib", text: high + 0x1000, from: high + 0x5000, texts: ["a1", "%s: a2"] },
    ]);
    const shared = readShared(bytes, unexpected)!;
    assert.equal(shared.find(high + 0x5003)?.text, "%s: a2");
    assert.equal(shared.find(high + 0x5003)?.image?.path, "/usr/lib/liba.dylib");
    assert.equal(shared.find(high + 0x7000)?.image?.uuid, MAIN);
    assert.deepEqual(
      [0x4fff, 0x500a, 0x7003].map((r) => shared.find(high + r)),
      [undefined, undefined, undefined],
    );
    assert.equal(shared.owner(high + 0x2004)?.path, "/usr/lib/libb.dylib");
    assert.equal(shared.owner(high + 0x1900), undefined);
    const problems: Problem[] = [];
    assert.equal(
      readShared(bytes.slice(0, 60), (p) => problems.push(p)),
      undefined,
    );
    assert.equal(problems.length, 1);
  }
});

test("no chunk of the format is told, and an empty file too", () => {
  for (const bytes of [
    new Uint8Array(0),
    new Uint8Array(100),
    new TextEncoder().encode("Mac OS X        ".repeat(9)),
  ]) {
    const heads: LogHeader[] = [];
    const problems = read(bytes, { header: (h) => heads.push(h) });
    assert.equal(problems.length, 1);
    assert.deepEqual(heads, []);
  }
});
