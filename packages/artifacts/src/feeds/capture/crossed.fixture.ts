/** Frames of one connection between a phone and a server, of what crossed in memory. @module */
import type { Frame } from "@contraluz/formats/pcap/pcap.fixture.ts";
import type { Crossed } from "@contraluz/formats/tls-keys/tls.fixture.ts";

const u16 = (n: number): number[] => [(n >> 8) & 255, n & 255];
const MACS = [2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1];
const PHONE = [192, 168, 1, 20];
const SERVER = [203, 0, 113, 7];
/** Bytes of a segment. */
const MOST = 1200;

/** `at`: seconds since 1970 of the first frame. */
export function framesOf(crossed: Crossed, at: number, port = 40_000): Frame[] {
  const next = { up: 1000, down: 9000 };
  const out: Frame[] = [];
  const frame = (up: boolean, flags: number, body: Uint8Array): void => {
    const [from, to] = up ? [PHONE, SERVER] : [SERVER, PHONE];
    const sequence = up ? next.up : next.down;
    const tcp = [
      ...(up ? [...u16(port), ...u16(443)] : [...u16(443), ...u16(port)]),
      ...[...u16(sequence >>> 16), ...u16(sequence), 0, 0, 0, 0, 0x50, flags, 255, 255, 0, 0, 0, 0],
      ...body,
    ];
    const ip = [0x45, 0, ...u16(20 + tcp.length), 0, 9, 0, 0, 64, 6, 0, 0, ...from, ...to];
    out.push({ seconds: at + out.length, bytes: Uint8Array.from([...MACS, 8, 0, ...ip, ...tcp]) });
    if (up) next.up += body.length + (flags & 2 ? 1 : 0);
    else next.down += body.length + (flags & 2 ? 1 : 0);
  };
  frame(true, 2, new Uint8Array(0));
  frame(false, 0x12, new Uint8Array(0));
  for (const { fromClient, bytes } of crossed.parts)
    for (let i = 0; i < bytes.length; i += MOST) frame(fromClient, 0x18, bytes.subarray(i, i + MOST));
  return out;
}
