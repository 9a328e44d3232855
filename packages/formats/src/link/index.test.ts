import assert from "node:assert/strict";
import { test } from "node:test";
import { newFrame, readLink } from "./index.ts";

const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.replaceAll(" ", "").match(/../g) ?? [], (x) => parseInt(x, 16));
const MACS = "ffffffffffff 001122334455";

interface Case {
  readonly what: string;
  readonly link: number;
  readonly hex: string;
  readonly payload: string;
  readonly start: number;
  readonly vlan?: number;
}

const CASES: readonly Case[] = [
  { what: "Ethernet", link: 1, hex: `${MACS} 0800 45`, payload: "ip", start: 14 },
  { what: "Ethernet, ARP", link: 1, hex: `${MACS} 0806 00`, payload: "arp", start: 14 },
  { what: "a VLAN", link: 1, hex: `${MACS} 8100 0064 86dd 60`, payload: "ip", start: 18, vlan: 100 },
  { what: "a VLAN in a VLAN", link: 1, hex: `${MACS} 88a8 0007 8100 0064 0800 45`, payload: "ip", start: 22, vlan: 7 },
  { what: "PPPoE", link: 1, hex: `${MACS} 8864 1100 0001 0030 0021 45`, payload: "ip", start: 22 },
  { what: "LLC with SNAP", link: 1, hex: `${MACS} 0020 aaaa03000000 0800 45`, payload: "ip", start: 22 },
  { what: "another LLC", link: 1, hex: `${MACS} 0020 424203`, payload: "other", start: 14 },
  { what: "Linux cooked", link: 113, hex: "0000 0001 0006 0011223344550000 0800 45", payload: "ip", start: 16 },
  {
    what: "Linux cooked 2",
    link: 276,
    hex: "86dd 0000 00000001 0001 04 06 0011223344550000 60",
    payload: "ip",
    start: 20,
  },
  { what: "raw IPv4", link: 101, hex: "45", payload: "ip", start: 0 },
  { what: "raw IPv6 as QCSuper writes it", link: 229, hex: "60", payload: "ip", start: 0 },
  { what: "loopback of BSD", link: 0, hex: "1e000000 60", payload: "ip", start: 4 },
  { what: "loopback, big endian", link: 108, hex: "00000002 45", payload: "ip", start: 4 },
  { what: "PPP", link: 9, hex: "ff03 0021 45", payload: "ip", start: 4 },
  { what: "radiotap", link: 127, hex: "0000 0900 00000000 00 80", payload: "wifi", start: 9 },
  { what: "PPI with 802.11", link: 192, hex: "0000 0800 69000000 80", payload: "wifi", start: 8 },
  { what: "PPI with Bluetooth LE", link: 192, hex: "0000 0800 93000000 d6", payload: "ble", start: 8 },
  { what: "Bluetooth LE", link: 256, hex: "00", payload: "ble", start: 0 },
];

for (const c of CASES)
  test(c.what, () => {
    const b = bytes(c.hex);
    const f = newFrame();
    assert.ok(readLink(b, 0, b.length, c.link, f));
    assert.deepEqual([f.payload, f.start, f.vlan], [c.payload, c.start, c.vlan ?? -1]);
    // Cut anywhere: refused, or nothing beyond the end.
    for (let n = 0; n < b.length; n++) if (readLink(b, 0, n, c.link, f)) assert.ok(f.start <= n, `${n}`);
  });

test("addresses, direction, link types that are not known", () => {
  const f = newFrame();
  const b = bytes(`${MACS} 0800 45`);
  readLink(b, 0, b.length, 1, f);
  assert.deepEqual([f.target, f.source], [0, 6]);
  const cooked = bytes("0004 0001 0006 0011223344550000 0800 45");
  readLink(cooked, 0, cooked.length, 113, f);
  assert.deepEqual([f.source, f.outgoing], [6, true]);
  assert.equal(readLink(b, 0, b.length, 147, f), false);
});
