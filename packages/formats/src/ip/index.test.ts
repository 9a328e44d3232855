import assert from "node:assert/strict";
import { test } from "node:test";
import { addressText, macText, newIp, newTransport, readIp, readTransport } from "./index.ts";

const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.replaceAll(" ", "").match(/../g) ?? [], (x) => parseInt(x, 16));

/** UDP 53 to 1234 of `hola`, from 192.0.2.1 to 198.51.100.2. */
const UDP4 = bytes("45000020 12340000 40110000 c0000201 c6336402 003504d2 000c0000 686f6c61");

test("an IPv4 packet with UDP; padding of the link is no payload", () => {
  const [ip, t] = [newIp(), newTransport()];
  const padded = new Uint8Array(60);
  padded.set(UDP4);
  for (const b of [UDP4, padded]) {
    assert.ok(readIp(b, 0, b.length, ip) && readTransport(b, ip, t));
    assert.deepEqual([ip.version, ip.protocol, ip.hops, ip.fragment, ip.cut], [4, 17, 64, false, false]);
    assert.deepEqual([addressText(b, ip.source, 4), addressText(b, ip.target, 4)], ["192.0.2.1", "198.51.100.2"]);
    assert.deepEqual([t.sourcePort, t.targetPort, t.start, t.end], [53, 1234, 28, 32]);
  }
});

test("parts of an IPv4 packet", () => {
  const b = UDP4.slice();
  const ip = newIp();
  b.set([0x20, 0x00], 6);
  assert.ok(readIp(b, 0, b.length, ip));
  assert.deepEqual([ip.fragment, ip.more, ip.offset, ip.id], [true, true, 0, 0x1234]);
  b.set([0x00, 0x10], 6);
  assert.ok(readIp(b, 0, b.length, ip));
  assert.deepEqual([ip.fragment, ip.more, ip.offset], [true, false, 128]);
  assert.equal(readTransport(b, ip, newTransport()), false);
});

test("IPv6 with heads before TCP, and a part of a packet", () => {
  const addresses = "20010db8000000000000000000000001 20010db8000100000000000000000002";
  const tcp = "01bb c000 00000001 00000000 5018 ffff 0000 0000 6162";
  const b = bytes(`60000000 001e 00 40 ${addresses} 06 00 0000 00000000 ${tcp}`);
  const [ip, t] = [newIp(), newTransport()];
  assert.ok(readIp(b, 0, b.length, ip) && readTransport(b, ip, t));
  assert.deepEqual([ip.version, ip.protocol, t.sourcePort, t.flags, t.end - t.start], [6, 6, 443, 0x18, 2]);
  assert.equal(addressText(b, ip.target, 6), "2001:db8:1::2");
  const part = bytes(`60000000 000c 2c 40 ${addresses} 11 00 0011 000000ff 61626364`);
  assert.ok(readIp(part, 0, part.length, ip));
  assert.deepEqual([ip.protocol, ip.fragment, ip.offset, ip.more, ip.id], [17, true, 16, true, 255]);
});

test("addresses as RFC 5952 writes them", () => {
  for (const [hex, text] of [
    ["00000000000000000000000000000000", "::"],
    ["00000000000000000000000000000001", "::1"],
    ["20010db8000000000000000000000000", "2001:db8::"],
    ["20010db8000000010001000100010001", "2001:db8:0:1:1:1:1:1"],
    ["20010000000000010000000000000001", "2001:0:0:1::1"],
    ["fe800000000000000204cefffe0a0b0c", "fe80::204:ceff:fe0a:b0c"],
  ] as const)
    assert.equal(addressText(bytes(hex), 0, 6), text);
  assert.equal(macText(bytes("000a0bffa00c"), 0), "00:0a:0b:ff:a0:0c");
});

test("what is no packet, or cut anywhere, is refused and never read past its end", () => {
  const [ip, t] = [newIp(), newTransport()];
  for (let n = 0; n < 20; n++) assert.equal(readIp(UDP4, 0, n, ip), false);
  for (let n = 20; n < UDP4.length; n++) {
    assert.ok(readIp(UDP4, 0, n, ip));
    assert.ok(ip.cut && ip.end <= n);
    if (readTransport(UDP4, ip, t)) assert.ok(t.end <= n);
  }
  assert.equal(readIp(new Uint8Array(64), 0, 64, ip), false);
  assert.equal(readIp(new Uint8Array(64).fill(0x4f), 0, 64, ip), true);
  assert.equal(readIp(new Uint8Array(64).fill(0x41), 0, 64, ip), false);
});
