import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import { LINK } from "../link/index.ts";
import { CaptureReader, captureFormat } from "./index.ts";

type Entry = readonly [seconds: number, micros: number, kind: number, bytes: readonly number[]];

function logger(entries: readonly Entry[], little: boolean): Uint8Array {
  const out = new Uint8Array(entries.reduce((n, e) => n + 13 + e[3].length, 0));
  const v = new DataView(out.buffer);
  let at = 0;
  for (const [seconds, micros, kind, bytes] of entries) {
    v.setUint32(at, bytes.length + 9, little);
    v.setUint32(at + 4, seconds, little);
    v.setUint32(at + 8, micros, little);
    v.setUint8(at + 12, kind);
    out.set(bytes, at + 13);
    at += 13 + bytes.length;
  }
  return out;
}

function read(file: Uint8Array, step = file.length): { packets: string[]; problems: Problem[]; ok: boolean } {
  const [packets, problems]: [string[], Problem[]] = [[], []];
  const sink = {
    packet: (p: Parameters<ConstructorParameters<typeof CaptureReader>[0]["packet"]>[0]) =>
      void packets.push(
        `${p.number} ${p.offset} ${p.seconds}.${p.nanos} ${p.link} ${[...p.bytes.subarray(p.start, p.end)]}`,
      ),
    note: () => {},
  };
  const reader = new CaptureReader(sink, (p) => void problems.push(p));
  for (let at = 0; at < file.length; at += step) reader.take(file.slice(at, at + step));
  return { packets, problems, ok: reader.end() };
}

const ENTRIES: readonly Entry[] = [
  [1_772_000_000, 250_000, 0xfc, [...Buffer.from("a note of the system")]],
  [1_772_000_000, 260_000, 1, [0x3e, 2, 2, 0]],
  [1_772_000_001, 0, 2, [0, 32, 1, 0, 9]],
];
const [EVENT, OTHER] = [LINK.hciEvent, LINK.hciOther];
const EXPECTED = [
  `1 0 1772000000.250000000 ${OTHER} ${[...Buffer.from("a note of the system")]}`,
  `2 33 1772000000.260000000 ${EVENT} 62,2,2,0`,
  `3 50 1772000001.0 ${OTHER} 0,32,1,0,9`,
];

test("records of both byte orders, in pieces of any size", () => {
  for (const little of [false, true]) {
    const file = logger(ENTRIES, little);
    assert.equal(captureFormat(file), "packetlogger");
    for (const step of [file.length, 1, 5, 40])
      assert.deepEqual(read(file, step), { packets: EXPECTED, problems: [], ok: true });
  }
  assert.deepEqual(read(logger(ENTRIES.slice(0, 1), true)).packets.length, 1);
});

test("after bytes that make no sense the next record is found", () => {
  const [a, b] = [logger(ENTRIES, false), logger(ENTRIES, false)];
  const { packets, problems, ok } = read(new Uint8Array([...a, ...new Array(50).fill(0xee), ...b]));
  assert.deepEqual(
    [packets.length, problems.map((p) => [p.code, p.offset]), ok],
    [6, [["capture-damaged", a.length]], true],
  );
});

test("what is none: other files, times of no phone, a first record that leads nowhere", () => {
  assert.equal(captureFormat(logger([[5, 0, 1, [1]]], false)), undefined);
  assert.equal(captureFormat(new Uint8Array(100)), undefined);
  assert.equal(captureFormat(Buffer.from("name,address,rssi\nx,11:22:33:44:55:66,-70\n")), undefined);
  const one = logger(ENTRIES.slice(0, 1), false);
  assert.equal(captureFormat(new Uint8Array([...one, ...new Array(60).fill(0xee)])), undefined);
});
