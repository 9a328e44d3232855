import assert from "node:assert/strict";
import { test } from "node:test";
import { hex } from "../qmdl/qmdl.fixture.ts";
import { readMacLte } from "./index.ts";

/** Direction 1 is down; kinds: 1 paging, 2 access, 3 a phone, 4 system. */
const frame = (down: number, kind: number, payload: string): Uint8Array =>
  Uint8Array.of(1, down, kind, 2, 0, 0x46, 3, 0, 0, 4, 0x35, 0x42, 7, 1, 10, 0, 15, 0, 1, ...hex(payload));
const read = (b: Uint8Array): unknown => {
  const r = readMacLte(b, 0, b.length);
  return r && [r.channel, r.up, Buffer.from(b.subarray(r.start, r.end)).toString("hex")];
};

test("broadcast and paging are the message itself", () => {
  assert.deepEqual(read(frame(1, 4, "000440e81148")), ["BCCH-DL-SCH-Message", false, "000440e81148"]);
  assert.deepEqual(read(frame(1, 1, "40190010")), ["PCCH-Message", false, "40190010"]);
});

test("the first messages of a connection stand behind heads, orders and padding", () => {
  assert.deepEqual(read(frame(0, 3, "005912265b1f56")), ["UL-CCCH-Message", true, "5912265b1f56"]);
  // An order of six bytes, then the message, of a length; the rest is padding.
  assert.deepEqual(read(frame(1, 3, "3c20021f112233445566aabb0000")), ["DL-CCCH-Message", false, "aabb"]);
  // A length of 15 bits.
  assert.deepEqual(read(frame(1, 3, "2080031faabbcc00")), ["DL-CCCH-Message", false, "aabbcc"]);
  // Of a phone, a short report of its buffer before it.
  assert.deepEqual(read(frame(0, 3, "3d00ffaabb")), ["UL-CCCH-Message", true, "aabb"]);
});

test("what is encrypted, or an answer to an access, is no message", () => {
  assert.deepEqual(read(frame(1, 3, "03aabbcc")), [undefined, false, "03aabbcc"]);
  assert.deepEqual(read(frame(1, 2, "72001194")), [undefined, false, "72001194"]);
});

test("other frames of the link type, and lengths that lie", () => {
  for (const b of [
    hex(""),
    hex("010104"),
    hex("050104"),
    hex("01010401ff").slice(0, 3),
    hex("0101040909"),
    hex("01010402"),
  ])
    assert.equal(read(b), undefined);
  for (const payload of ["20", "2005aabb", "2080", "20ff0aaa", "3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d"])
    assert.deepEqual((read(frame(0, 3, payload)) as unknown[])[0], undefined, payload);
});
