import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import { LINK } from "../link/index.ts";
import { readSnooz, snoozHead } from "./snooz.ts";
import type { Packet } from "./types.ts";

type Entry = readonly [later: number, kind: number, bytes: readonly number[], length?: number];
const LAST = 1_772_000_009_500_000n;

function records(version: 1 | 2, entries: readonly Entry[]): Buffer {
  return Buffer.concat(
    entries.map(([later, kind, bytes, length = bytes.length]) => {
      const head = Buffer.alloc(version === 1 ? 7 : 9);
      head.writeUInt16LE(bytes.length + 1, 0);
      if (version === 2) head.writeUInt16LE(length + 1, 2);
      head.writeUInt32LE(later, head.length - 5);
      head.writeUInt8(kind, head.length - 1);
      return Buffer.concat([head, Buffer.from(bytes)]);
    }),
  );
}

function log(version: number, body: Uint8Array): Buffer {
  const head = Buffer.alloc(9);
  head.writeUInt8(version);
  head.writeBigUInt64LE(LAST, 1);
  return Buffer.concat([head, deflateSync(body)]);
}

const newPacket = (): Packet => ({
  number: 0,
  offset: 77,
  seconds: 0,
  nanos: 0,
  link: 0,
  iface: 0,
  bytes: new Uint8Array(0),
  start: 0,
  end: 0,
  length: 0,
  comment: undefined,
});

function read(version: 1 | 2, body: Uint8Array): { packets: string[]; left: number } {
  const packets: string[] = [];
  const left = readSnooz(
    body,
    { version, last: LAST, start: 11 },
    newPacket(),
    (p) =>
      void packets.push(
        `${p.number} ${p.offset} ${p.seconds}.${p.nanos} ${p.link} ${p.length} ${[...p.bytes.subarray(p.start, p.end)]}`,
      ),
  );
  return { packets, left };
}

const ENTRIES: readonly Entry[] = [
  [5_000_000, 0x10, [62, 3, 2, 0, 0]],
  [1_500_000, 0x11, [1, 2], 900],
  [500_000, 0x20, []],
];

test("records of both versions, with their times counted back from the last one", () => {
  const told = (wide: number): string[] => [
    `1 77 1772000007.500000000 ${LINK.hciEvent} 5 62,3,2,0,0`,
    `2 77 1772000009.0 ${LINK.hciOther} ${wide} 1,2`,
    `3 77 1772000009.500000000 ${LINK.hciOther} 0 `,
  ];
  assert.deepEqual(read(1, records(1, ENTRIES)), { packets: told(2), left: 0 });
  assert.deepEqual(read(2, records(2, ENTRIES)), { packets: told(900), left: 0 });
});

test("a record that is cut, or says that it has no kind, ends the log", () => {
  const body = records(2, ENTRIES);
  const { packets, left } = read(2, body.subarray(0, body.length - 10));
  assert.deepEqual([packets.length, left], [1, 10]);
  assert.deepEqual(read(1, new Uint8Array(20)), { packets: [], left: 20 });
  assert.deepEqual(read(2, Uint8Array.of(0xff, 0xff, 1)), { packets: [], left: 3 });
});

test("the head: version, time, zlib", () => {
  assert.deepEqual(snoozHead(log(2, Buffer.from("x"))), { version: 2, last: LAST, start: 11 });
  assert.equal(snoozHead(log(3, Buffer.from("x"))), undefined);
  assert.equal(snoozHead(Buffer.from("not a log at all")), undefined);
  assert.equal(snoozHead(new Uint8Array(4)), undefined);
});
