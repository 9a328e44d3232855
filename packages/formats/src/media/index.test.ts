import assert from "node:assert/strict";
import { test } from "node:test";
import { isStun, readRtp, tunnelOf } from "./index.ts";

test("heads of RTP, with sources and an extension before the payload; RTCP is none", () => {
  const rtp = Uint8Array.from([
    0x91, 0xe0, 0x12, 0x34, 0, 0, 0, 9, 0, 0, 0, 7, 1, 1, 1, 1, 0xbe, 0xde, 0, 1, 5, 5, 5, 5, 42,
  ]);
  const head = readRtp(rtp, 0, rtp.length)!;
  assert.deepEqual([head.type, head.sequence, head.timestamp, head.source, rtp[head.start]], [96, 0x1234, 9, 7, 42]);
  for (let n = 0; n < rtp.length; n++) assert.ok((readRtp(rtp, 0, n)?.start ?? 0) <= n);
  const rtcp = Uint8Array.from([0x80, 200, ...new Uint8Array(26)]);
  assert.equal(readRtp(rtcp, 0, rtcp.length), undefined);
});

test("STUN by its magic number; the beginnings of tunnels", () => {
  const stun = Uint8Array.from([0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42, ...new Uint8Array(12)]);
  assert.ok(isStun(stun, 0, stun.length));
  assert.equal(isStun(stun, 0, 19), false);
  const wireguard = new Uint8Array(148);
  wireguard[0] = 1;
  assert.equal(tunnelOf(wireguard, 0, 148, 51820), "wireguard");
  assert.equal(tunnelOf(wireguard, 0, 147, 51820), undefined);
  const openvpn = new Uint8Array(42);
  openvpn[0] = 7 << 3;
  assert.equal(tunnelOf(openvpn, 0, 42, 1194), "openvpn");
  assert.equal(tunnelOf(openvpn, 0, 42, 5000), undefined);
  const ike = new Uint8Array(300);
  ike.set([0x21, 0x20, 0x22, 0x08, 0, 0, 0, 0, 0, 0, 1, 0], 16);
  assert.equal(tunnelOf(ike, 0, 300, 500), "ipsec");
});
