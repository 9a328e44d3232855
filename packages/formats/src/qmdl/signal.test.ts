import assert from "node:assert/strict";
import { test } from "node:test";
import { hex } from "./qmdl.fixture.ts";
import { ACCESS_LOG, NEIGHBOUR_LOG, readAccessLog, readSignalLog, SERVING_LOG } from "./signal.ts";

const u16 = (n: number): number[] => [n & 255, n >> 8];
const u32 = (n: number): number[] => [...u16(n & 0xffff), ...u16(n >>> 16)];
const raw = (dbm: number): number => Math.round((dbm + 180) * 16);

/** As a modem writes it: version, release, frequency, cell and priority, strength (now, mean), quality, strength of all … */
const serving = (version: 4 | 5, earfcn: number, pci: number, dbm: number): Uint8Array =>
  Uint8Array.from([
    version,
    1,
    0,
    0,
    ...(version === 4 ? u16(earfcn) : u32(earfcn)),
    ...u16(pci | (5 << 9)),
    ...(version === 4 ? [] : [0, 0]),
    ...u32((raw(dbm) | (raw(dbm) << 12)) >>> 0),
    ...Array.from({ length: 24 }, () => 0x55),
  ]);

const neighbours = (version: 4 | 5, earfcn: number, cells: readonly (readonly [number, number])[]): Uint8Array =>
  Uint8Array.from([
    version,
    1,
    0,
    0,
    ...(version === 4
      ? [...u16(earfcn), ...u16(7 | (cells.length << 6))]
      : [...u32(earfcn), ...u32(7 | (cells.length << 6))]),
    ...cells.flatMap(([pci, dbm]) => [
      ...u32((pci | (99 << 9) | (raw(dbm) << 20)) >>> 0),
      ...Array.from({ length: 28 }, () => 0x33),
    ]),
  ]);

test("strength of the serving cell, both layouts", () => {
  assert.deepEqual(readSignalLog(SERVING_LOG, serving(4, 6300, 214, -101.25)), [
    { pci: 214, earfcn: 6300, signal: -101.25, serving: true },
  ]);
  assert.deepEqual(readSignalLog(SERVING_LOG, serving(5, 66_486, 503, -70)), [
    { pci: 503, earfcn: 66_486, signal: -70, serving: true },
  ]);
});

test("strength of neighbours, both layouts", () => {
  const cells = [
    [131, -102.125],
    [7, -88],
  ] as const;
  const found = cells.map(([pci, signal]) => ({ pci, signal, serving: false }));
  assert.deepEqual(
    readSignalLog(NEIGHBOUR_LOG, neighbours(4, 6300, cells)),
    found.map((f) => ({ ...f, earfcn: 6300 })),
  );
  assert.deepEqual(
    readSignalLog(NEIGHBOUR_LOG, neighbours(5, 66_486, cells)),
    found.map((f) => ({ ...f, earfcn: 66_486 })),
  );
});

test("what cannot be is told: other versions, cut logs, strengths of no phone", () => {
  assert.equal(readSignalLog(SERVING_LOG, serving(4, 1, 1, -90).with(0, 3)), "version");
  assert.equal(readSignalLog(SERVING_LOG, serving(5, 1, 1, -90).subarray(0, 20)), "damaged");
  assert.equal(readSignalLog(SERVING_LOG, serving(5, 1, 1, 2)), "damaged");
  // Seen in a real log: a text of a program lies where the frequency should.
  assert.equal(readSignalLog(SERVING_LOG, serving(5, 167_781_620, 333, -127.125)), "damaged");
  assert.equal(readSignalLog(NEIGHBOUR_LOG, neighbours(5, 1, [[1, -90]]).subarray(0, 30)), "damaged");
  const many = neighbours(4, 1, []);
  many.set([0xff, 0xff], 6);
  assert.equal(readSignalLog(NEIGHBOUR_LOG, many), "damaged");
  assert.equal(readSignalLog(NEIGHBOUR_LOG, new Uint8Array(0)), "version");
});

/** Attempt, result, contention, what follows; preamble; backoff, result, number, advance. */
const access = (version: number, advance: number, result = 0): Uint8Array => {
  const more = version === 2 ? [] : [1, 0];
  const wide = version === 0x32 ? [0, 0, 0] : [];
  const body = [...more, 1, result, 1, 7, 0x1b, 0xff, 0x98, 0xff, ...wide, 0, 0, 1, 0x23, 0x1a, ...u16(advance)];
  return Uint8Array.from([
    1,
    1,
    0,
    0,
    6,
    version,
    ...u16(body.length + 24),
    ...body,
    ...Array.from({ length: 20 }, () => 0),
  ]);
};

test("timing advance of an answered access; none of one that failed", () => {
  assert.equal(ACCESS_LOG, 0xb062);
  for (const version of [2, 3, 0x31, 0x32]) assert.deepEqual(readAccessLog(access(version, 4)), [4]);
  assert.deepEqual(readAccessLog(access(3, 4, 2)), []);
  assert.deepEqual(readAccessLog(access(3, 2000)), []);
  assert.equal(readAccessLog(access(9, 4)), "version");
  assert.equal(readAccessLog(access(2, 4).with(0, 2)), "version");
  assert.equal(readAccessLog(access(2, 4).subarray(0, 14)), "damaged");
  assert.equal(readAccessLog(hex("01010000")), "damaged");
});
