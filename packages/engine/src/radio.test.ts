/** Recordings of a mobile network from end to end: a log alone, compressed, and a folder of Rayhunter in every container. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Finding } from "@contraluz/core";
import { pcap } from "@contraluz/formats/pcap/pcap.fixture.ts";
import { joined, said } from "@contraluz/formats/qmdl/qmdl.fixture.ts";
import { fresh, pack, records, run } from "./check.fixture.ts";

const SET = 1_772_000_000;
/** A cell asks who the phone is, and turns it away. */
const LOG = joined(
  ...["sib1", "sib3", "sib5", "request", "setupComplete", "askImsi", "reject", "release"].map((m, i) =>
    said(m, SET + i),
  ),
);
const REPORT =
  '{"analyzers":[{"name":"Test"}],"report_version":2}\n{"packet_timestamp":"2026-02-25T06:13:20+00:00","events":[{"event_type":"Low","message":"m"}]}\n';
const PLACES = '{"latest_packet_timestamp":1772000000,"system_time":1772000001,"lat":19.4,"lon":-99.1}\n';

const told = (findings: readonly Finding[]): string[] =>
  findings.map((f) => `${f.level} ${f.rule} ${f.subject}`).sort();
const ODD = ["info radio/rejects rejected no-cell-for-it", "lead radio/identity left PCI 160, EARFCN 66486"];

for (const [name, bytes] of [
  ["a.qmdl", LOG],
  ["a.qmdl.gz", gzipSync(LOG)],
  ["no-name", LOG],
] as const)
  test(`a log alone: ${name}`, async () => {
    const path = fresh();
    mkdirSync(path);
    writeFileSync(join(path, name), bytes);
    const { result } = await run([join(path, name)]);
    assert.equal(result.evidence[0]!.acquisition.kind, "radio-capture");
    assert.deepEqual(told(result.findings), ODD);
    assert.deepEqual(result.problems, []);
  });

test("Rayhunter's folder, and an archive of it: the log once, its report, and when it was somewhere", async () => {
  const folder = fresh();
  mkdirSync(join(folder, "qmdl"), { recursive: true });
  for (const [name, body] of [
    ["1772000000.qmdl", LOG],
    ["1772000000.pcapng", pcap([{ seconds: SET, bytes: new Uint8Array(60) }])],
    ["1772000000.ndjson", REPORT],
    ["1772000000-gps.ndjson", PLACES],
  ] as const)
    writeFileSync(join(folder, "qmdl", name), body);
  for (const form of ["zip, deflated", "tar.gz"] as const) {
    const one = await run([folder]);
    const other = await run([pack(folder, form)]);
    for (const done of [one, other]) {
      assert.deepEqual(told(done.result.findings), [ODD[0], "info radio/reported Rayhunter Low Test", ODD[1]].sort());
      assert.deepEqual(
        done.result.problems.map((p) => p.code),
        ["radio-twice"],
      );
      const place = records(done)["records/radio.places.jsonl"]!;
      assert.match(place, /"modem"/);
      assert.doesNotMatch(place, /19\.4|99\.1/);
      assert.deepEqual(
        done.result.files
          .filter((f) => f.sha256 !== "")
          .map((f) => f.path)
          .sort(),
        ["qmdl/1772000000-gps.ndjson", "qmdl/1772000000.ndjson", "qmdl/1772000000.qmdl"],
      );
    }
  }
});
