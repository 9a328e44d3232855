import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { isoUtc, type Problem } from "@contraluz/core";
import { pcap } from "@contraluz/formats/pcap/pcap.fixture.ts";
import { joined, said } from "@contraluz/formats/qmdl/qmdl.fixture.ts";
import { makeTar, makeZip, TestPlatform } from "../ios-backup/harness.fixture.ts";
import { tarTree } from "../tar-tree.ts";
import { zipTree } from "../zip-tree.ts";
import { findRadio, openRadio, radioPart } from "./index.ts";

const SET = 1_772_000_000;
const log = (seconds: number): Buffer => Buffer.from(joined(said("sib1", seconds), said("release", seconds + 1)));
const capture = Buffer.from(pcap([{ seconds: SET, bytes: new Uint8Array(60) }]));
const report = Buffer.from('{"analyzers":[{"name":"a"}],"report_version":2}\n{"packet_timestamp":null,"events":[]}\n');
const places = Buffer.from('{"latest_packet_timestamp":1772000000,"system_time":1772000002,"lat":19.4,"lon":-99.1}\n');

const refOf = (bytes: Uint8Array) => {
  const handle = { size: bytes.length, read: async (o: number, n: number) => bytes.subarray(o, o + n) };
  return { kind: "host" as const, size: bytes.length, handle };
};

async function find(files: readonly [string, Buffer][], tar = false) {
  const problems: Problem[] = [];
  const o = { platform: new TestPlatform(), report: (p: Problem) => void problems.push(p) };
  const ref = refOf(tar ? makeTar([...files]) : makeZip([...files], false));
  const tree = tar ? tarTree(ref, { ...o, gzip: false }) : zipTree(ref, ref.handle, () => {});
  const found = await findRadio(tree, o);
  const evidence = found && openRadio(found, o);
  const paths: string[] = [];
  if (evidence) for await (const batch of evidence.files()) paths.push(...batch.map((f) => `${f.path} < ${f.stored}`));
  return { found, evidence, paths: paths.sort(), problems };
}

const FOLDER: [string, Buffer][] = [
  ["qmdl/1772000000.qmdl", log(SET)],
  ["qmdl/1772000000.pcapng", capture],
  ["qmdl/1772000000.ndjson", report],
  ["qmdl/1772000000-gps.ndjson", places],
  ["qmdl/1771000000.qmdl.gz", gzipSync(log(315_964_831))],
  ["other.pcap", capture],
  ["config.toml", Buffer.from("debug = false ~ \n")],
];

for (const tar of [false, true])
  test(`Rayhunter's folder in a ${tar ? "tar" : "zip"}: each file is what its bytes are; a capture of a log is not read again`, async () => {
    const { evidence, paths, problems, found } = await find(FOLDER, tar);
    assert.deepEqual(paths, [
      "log/other.pcap < other.pcap",
      "log/qmdl/1771000000.qmdl.gz < qmdl/1771000000.qmdl.gz",
      "log/qmdl/1772000000.qmdl < qmdl/1772000000.qmdl",
      "places/qmdl/1772000000-gps.ndjson < qmdl/1772000000-gps.ndjson",
      "report/qmdl/1772000000.ndjson < qmdl/1772000000.ndjson",
    ]);
    assert.equal(evidence!.acquisition.kind, "radio-capture");
    // A clock that was never set says nothing of when.
    assert.equal(isoUtc(found!.first!.utc!, "s"), "2026-02-25T06:13:20Z");
    assert.deepEqual(
      problems.map((p) => [p.code, p.path]),
      [["radio-twice", "qmdl/1772000000.pcapng"]],
    );
  });

test("a file is found again by its path, and by no other", async () => {
  const { found } = await find(FOLDER);
  assert.equal((await found!.tree.find("log/qmdl/1772000000.qmdl"))?.stored, "qmdl/1772000000.qmdl");
  for (const path of ["qmdl/1772000000.qmdl", "report/qmdl/1772000000.qmdl", "log/config.toml", "log", ""])
    assert.equal(await found!.tree.find(path), undefined, path);
});

test("a report alone; captures or places alone are none", async () => {
  assert.deepEqual((await find([["a.ndjson", report]])).paths, ["report/a.ndjson < a.ndjson"]);
  assert.equal((await find([["a.pcap", capture]])).found, undefined);
  assert.equal((await find([["a.ndjson", places]])).found, undefined);
});

test("reports of older versions, without their first line; what is none", () => {
  const part = (text: string) => radioPart(new TextEncoder().encode(text));
  assert.equal(part('{"timestamp":"x","skipped_message_reasons":[],"analysis":[]}\n'), "report");
  assert.equal(part('{"packet_timestamp":"x","events":[null]}\n'), "report");
  for (const text of ["{}", '{"lat":1,"lon":2}', '{"events":[]}', "[]", "", "{broken", "~~~~", '"~"~"~'])
    assert.equal(part(text), undefined, text);
});

test("a right check value by chance does not make a photo a log", () => {
  const one = Buffer.from(said("release", SET));
  assert.equal(radioPart(one), "log");
  assert.equal(radioPart(Buffer.concat([one, Buffer.from("rest of a photo ~ and ~ more")])), undefined);
});
