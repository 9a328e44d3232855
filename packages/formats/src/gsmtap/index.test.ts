import assert from "node:assert/strict";
import { test } from "node:test";
import { readGsmtap } from "./index.ts";

const head = (type: number, subtype: number, arfcn: number, signal = 0): Uint8Array =>
  Uint8Array.of(2, 4, type, 0, arfcn >> 8, arfcn & 255, signal & 255, 0, 0, 0, 0, 0, subtype, 0, 0, 0, 0xaa);

test("LTE RRC by its channel; direction by the channel, whatever the bit says", () => {
  assert.deepEqual(readGsmtap(head(0x0d, 1, 850, -90), 0, 17), {
    type: 13,
    subtype: 1,
    slot: 0,
    part: 0,
    generation: "4g",
    name: "LTE RRC",
    channel: "DL-DCCH-Message",
    arfcn: 850,
    up: false,
    signal: -90,
    start: 16,
  });
  assert.equal(readGsmtap(head(0x0d, 3, 850), 0, 17)!.up, true);
});

test("others by name and generation", () => {
  const of = (type: number, subtype: number, arfcn = 0) => {
    const h = readGsmtap(head(type, subtype, arfcn), 0, 17)!;
    return [h.name, h.generation, h.up, h.arfcn];
  };
  assert.deepEqual(of(1, 8, 0x4000 | 512), ["GSM Um SDCCH/8", "2g", true, 512]);
  assert.deepEqual(of(1, 0x86), ["GSM Um SDCCH", "2g", false, 0]);
  assert.deepEqual(of(0x0c, 3), ["UMTS RRC", "3g", false, 0]);
  assert.deepEqual(of(0x12, 0, 0x4000), ["LTE NAS", "4g", true, 0]);
  assert.deepEqual(of(0x77, 0), ["GSMTAP 119", undefined, false, 0]);
});

test("what is none: other versions, heads that are cut or lie", () => {
  assert.equal(readGsmtap(head(1, 1, 1), 0, 15), undefined);
  assert.equal(readGsmtap(head(1, 1, 1).with(0, 3), 0, 17), undefined);
  assert.equal(readGsmtap(head(1, 1, 1).with(1, 3), 0, 17), undefined);
  assert.equal(readGsmtap(head(1, 1, 1).with(1, 9), 0, 17), undefined);
});
