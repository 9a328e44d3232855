import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import { LINK } from "../link/index.ts";
import { CaptureReader, captureFormat } from "./index.ts";

const EPOCH = 0x00dc_ddb3_0f2f_8000n;

interface Entry {
  readonly bytes: readonly number[];
  readonly flags?: number;
  readonly micros?: bigint;
}

function snoop(kind: number, entries: readonly Entry[]): Uint8Array {
  const size = entries.reduce((n, e) => n + 24 + e.bytes.length, 16);
  const out = new Uint8Array(size);
  const v = new DataView(out.buffer);
  out.set(new TextEncoder().encode("btsnoop\0"));
  v.setUint32(8, 1);
  v.setUint32(12, kind);
  let at = 16;
  for (const e of entries) {
    v.setUint32(at, e.bytes.length);
    v.setUint32(at + 4, e.bytes.length);
    v.setUint32(at + 8, e.flags ?? 3);
    v.setBigInt64(at + 16, (e.micros ?? 1_772_000_000_123_456n) + EPOCH);
    out.set(e.bytes, at + 24);
    at += 24 + e.bytes.length;
  }
  return out;
}

function read(file: Uint8Array, step = file.length): { packets: string[]; problems: Problem[]; ok: boolean } {
  const [packets, problems]: [string[], Problem[]] = [[], []];
  const reader = new CaptureReader(
    {
      packet: (p) =>
        void packets.push(
          `${p.number} ${p.offset} ${p.seconds}.${String(p.nanos).padStart(9, "0")} ${p.link} ${[...p.bytes.subarray(p.start, p.end)]}`,
        ),
      note: () => {},
    },
    (p) => void problems.push(p),
  );
  for (let at = 0; at < file.length; at += step) reader.take(file.slice(at, at + step));
  return { packets, problems, ok: reader.end() };
}

const ENTRIES: readonly Entry[] = [
  { bytes: [4, 14, 0] },
  { bytes: [2, 0, 32, 1], flags: 1, micros: 1_772_000_001_000_001n },
  { bytes: [4, 62], micros: -5n },
];
const EXPECTED = [
  `1 16 1772000000.123456000 ${LINK.hciH4} 4,14,0`,
  `2 43 1772000001.000001000 ${LINK.hciH4} 2,0,32,1`,
  `3 71 0.000000000 ${LINK.hciH4} 4,62`,
];

test("records of a phone's log, in pieces of any size", () => {
  const file = snoop(1002, ENTRIES);
  assert.equal(captureFormat(file), "btsnoop");
  for (const step of [file.length, 1, 7, 30])
    assert.deepEqual(read(file, step), { packets: EXPECTED, problems: [], ok: true });
});

test("logs without the kind of a packet, and of Linux: only events are read", () => {
  const links = (kind: number, ...flags: number[]): number[] =>
    read(
      snoop(
        kind,
        flags.map((f) => ({ bytes: [62], flags: f })),
      ),
    ).packets.map((p) => Number(p.split(" ")[3]));
  const [event, other] = [LINK.hciEvent, LINK.hciOther];
  assert.deepEqual(links(1001, 3, 2, 1, 0), [event, other, other, other]);
  assert.deepEqual(links(2001, 3, 0x1_0003, 2), [event, event, other]);
  assert.deepEqual(links(7, 3), [other]);
});

test("cut, and lengths that lie: the next record is found", () => {
  const file = snoop(1002, ENTRIES);
  const cut = read(file.subarray(0, file.length - 1));
  assert.deepEqual([cut.packets, cut.problems.length], [EXPECTED.slice(0, 2), 1]);
  const lies = file.slice();
  new DataView(lies.buffer).setUint32(20, 0xffff_ffff);
  const got = read(lies, 11);
  assert.deepEqual(
    got.packets.map((p) => p.slice(2)),
    EXPECTED.slice(1).map((p) => p.slice(2)),
  );
  assert.equal(got.problems.length, 1);
  assert.deepEqual(read(new TextEncoder().encode("btsnoop\0")).ok, false);
});
