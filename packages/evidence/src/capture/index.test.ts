import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { isoUtc, type Problem } from "@contraluz/core";
import { describeInterface, enhanced, joined, pcap, section } from "@contraluz/formats/pcap/pcap.fixture.ts";
import { makeTar, makeZip, TestPlatform } from "../ios-backup/harness.fixture.ts";
import { tarTree } from "../tar-tree.ts";
import { zipTree } from "../zip-tree.ts";
import { findCapture, looksLikeCapture, openCapture } from "./index.ts";

const frames = (seconds: number) => [{ seconds, bytes: new Uint8Array(60) }];
const at = (seconds: number): Buffer => Buffer.from(pcap(frames(seconds)));
const EARLY = 1_700_000_000;
const BTSNOOP = Buffer.concat([Buffer.from("btsnoop\0"), Buffer.from([0, 0, 0, 1, 0, 0, 3, 0xea])]);

const refOf = (bytes: Uint8Array) => {
  const handle = { size: bytes.length, read: async (o: number, n: number) => bytes.subarray(o, o + n) };
  return { kind: "host" as const, size: bytes.length, handle };
};

async function find(files: readonly [string, Buffer][]) {
  const problems: Problem[] = [];
  const platform = new TestPlatform();
  const ref = refOf(makeZip([...files], false));
  const tree = zipTree(ref, ref.handle, () => {});
  const found = await findCapture(tree, { platform, report: (p) => void problems.push(p) });
  const paths: string[] = [];
  if (found) for await (const batch of found.tree.files()) paths.push(...batch.map((f) => f.path));
  return { found, paths: paths.sort(), problems };
}

test("captures are known by their bytes, also compressed; of what lies beside them only what tools said is read", async () => {
  const { found, paths, problems } = await find([
    ["capture.pcap", at(EARLY + 100)],
    ["assets/alerts.json", Buffer.from('{"high": [],\n "moderate": [], "low": []}')],
    ["assets/eve.json", Buffer.from('{"timestamp":"2023-11-14T22:13:20.0+0000","event_type":"alert"}\n')],
    ["socket_trace.json", Buffer.from('[\n  {\n    "type": "socket_trace_log",\n    "pid": 7}]')],
    ["assets/other.json", Buffer.from('{"high":[1]}')],
    ["assets/lines.json", Buffer.from('{"event_type":1,"timestamp":"x"}\n')],
    ["assets/conn.log", Buffer.from("#separator \\x09\n")],
    ["sslkeylog.txt", Buffer.from(`CLIENT_RANDOM ${"0".repeat(64)} ${"1".repeat(96)}\n`)],
    ["no-name", gzipSync(at(EARLY))],
    ["fs/btsnoop_hci.log", BTSNOOP],
    ["false.pcap", Buffer.from("not a capture at all")],
    ["__MACOSX/._capture.pcap", at(1)],
  ]);
  const said = [
    "said/alerts/assets/alerts.json",
    "said/keys/sslkeylog.txt",
    "said/sockets/socket_trace.json",
    "said/suricata/assets/eve.json",
  ];
  assert.deepEqual(paths, ["capture.pcap", "fs/btsnoop_hci.log", "no-name", ...said]);
  assert.equal((await found!.tree.find(said[0]!))?.stored, "assets/alerts.json");
  assert.equal(await found!.tree.find("said/sockets/assets/alerts.json"), undefined);
  assert.deepEqual(problems, []);
  assert.equal(isoUtc(found!.first!.utc!, "s"), "2023-11-14T22:13:20Z");
  const evidence = openCapture(found!, { platform: new TestPlatform(), report: () => {} });
  assert.equal(evidence.acquisition.kind, "capture");
  assert.equal(evidence.acquisition.taken?.utc, found!.first!.utc);
});

test("a clock that was never set tells no time; an empty or foreign file is no capture", async () => {
  const unset = await find([["a.pcap", at(315_964_831)]]);
  assert.deepEqual([unset.paths, unset.found!.first], [["a.pcap"], undefined]);
  const none = await find([
    ["empty.pcap", Buffer.alloc(0)],
    ["x.pcap", Buffer.from("hello, hello, hello, hello")],
    ["cut.pcap", at(EARLY).subarray(0, 3)],
    ["cut.pcap.gz", gzipSync(at(EARLY)).subarray(0, 12)],
  ]);
  assert.equal(none.found, undefined);
});

test("only a head is a capture, and so is one whose compression ends early", async () => {
  const whole = gzipSync(Buffer.from(pcap(Array.from({ length: 400 }, (_, i) => frames(EARLY + i)[0]!))));
  const { paths } = await find([
    ["head.pcap", at(EARLY).subarray(0, 24)],
    ["cut.pcap.gz", whole.subarray(0, whole.length - 20)],
  ]);
  assert.deepEqual(paths, ["cut.pcap.gz", "head.pcap"]);
  assert.equal(looksLikeCapture(Uint8Array.of(0xa1, 0xb2)), false);
});

test("an archive that cannot seek is looked through once", async () => {
  const ref = refOf(
    makeTar([
      ["a/one.pcap", at(EARLY)],
      ["b.txt", Buffer.from("x")],
    ]),
  );
  const o = { platform: new TestPlatform(), report: () => {} };
  const found = await findCapture(tarTree(ref, { ...o, gzip: false }), o);
  assert.equal(found?.first?.utc, BigInt(EARLY) * 1_000_000_000n);
});

test("files beyond the limit are told", async () => {
  const many = Array.from({ length: 2003 }, (_, i): [string, Buffer] => [`f${i}.pcap`, at(EARLY)]);
  const { paths, problems } = await find(many);
  assert.equal(paths.length, 2000);
  assert.deepEqual(
    problems.map((p) => [p.code, p.lost]),
    [["capture-limit", "file"]],
  );
  assert.deepEqual((await find(many.slice(0, 2000))).problems, []);
});

test("a capture that says that it was made up is told as that, by its own word", async () => {
  const ng = (comment?: string): Buffer =>
    Buffer.from(joined(section(true, comment), describeInterface(1), enhanced(frames(EARLY)[0]!)));
  const of = async (comment?: string) => {
    const { found } = await find([["a.pcapng", ng(comment)]]);
    return openCapture(found!, { platform: new TestPlatform(), report: () => {} }).acquisition.device;
  };
  assert.deepEqual(await of("Synthetic data, seed 7"), { synthetic: "Synthetic data, seed 7" });
  assert.deepEqual(await of("captura sintética"), { synthetic: "captura sintética" });
  assert.equal(await of("photosynthetical"), undefined);
  assert.equal(await of(), undefined);
});
