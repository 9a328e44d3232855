import assert from "node:assert/strict";
import { test } from "node:test";
import { joined, log, said } from "@contraluz/formats/qmdl/qmdl.fixture.ts";
import { fieldsOf } from "../../artifacts.fixture.ts";
import { parseRadio } from "../radio.fixture.ts";
import { signal } from "./index.ts";

const SET = 1_772_000_000;
const u32 = (n: number): number[] => [n & 255, (n >> 8) & 255, (n >> 16) & 255, n >>> 24];
const raw = (dbm: number): number => (dbm + 180) * 16;
/** A log of the serving cell (version 5). */
const serving = (seconds: number, pci: number, dbm: number): Uint8Array =>
  log(0xb17f, seconds, [
    5,
    1,
    0,
    0,
    ...u32(850),
    pci & 255,
    pci >> 8,
    0,
    0,
    ...u32(raw(dbm)),
    ...new Array(24).fill(0),
  ]);

test("sums of each cell, and a new one far above the others", async () => {
  const file = joined(
    ...[0, 1, 2, 3].map((i) => serving(SET + i, 10, -100 + i)),
    ...[4, 5, 6].map((i) => serving(SET + i, 300, -62)),
    log(
      0xb062,
      SET + 7,
      [1, 1, 0, 0, 6, 2, 36, 0, 1, 0, 1, 7, 0x1b, 0xff, 0x98, 0xff, 0, 0, 1, 0x23, 0x1a, 1, 0, 0, 0],
    ),
  );
  const { records, problems, ok } = await parseRadio(signal, file);
  const told = records.map((r) => {
    const { last: _, ...rest } = fieldsOf(r);
    return { kind: r.kind, at: r.at!.seen.slice(0, 10), ...rest };
  });
  const place = { generation: "4g", earfcn: 850, serving: true };
  assert.deepEqual(told, [
    { kind: "strength", at: String(SET), ...place, pci: 10, count: 4, strongest: -97, weakest: -100, middle: -98 },
    { kind: "strength", at: String(SET + 4), ...place, pci: 300, count: 3, strongest: -62, weakest: -62, middle: -62 },
    // Of which cell the access was, nobody said.
    { kind: "strength", at: String(SET + 7), generation: "4g", serving: true, count: 0, metres: 157 },
    { kind: "rise", at: String(SET + 6), ...place, pci: 300, case: "new", before: -98, after: -62, seconds: 2 },
  ]);
  assert.deepEqual([problems, ok], [[], true]);
});

test("what a phone reports of its own cell; the access belongs to the cell that it talks to", async () => {
  const access = [1, 1, 0, 0, 6, 2, 36, 0, 1, 0, 1, 7, 0x1b, 0xff, 0x98, 0xff, 0, 0, 1, 0x23, 0x1a, 4, 0, 0, 0];
  const { records } = await parseRadio(signal, joined(said("measurement", SET), log(0xb062, SET + 1, access)));
  const { strongest, count, metres, pci } = fieldsOf(records[0]!);
  assert.deepEqual([records.length, strongest, count, metres, pci], [1, -72, 1, 391, 160]);
});
