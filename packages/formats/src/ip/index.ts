/**
 * Heads of IPv4 and IPv6, with the extension heads of the latter, and of TCP and UDP.
 * Sources: RFC 791, RFC 8200 (4), RFC 4302 (2), RFC 768, RFC 9293 (3.1).
 * @module
 */

export { addressText, macText } from "./text.ts";

/** One object is used again and again. Offsets are those of the frame's bytes. */
export interface IpPacket {
  version: 4 | 6;
  /** Where the addresses lie: four bytes each, or sixteen. */
  source: number;
  target: number;
  /** Of what it carries: 6 TCP, 17 UDP, 1 and 58 ICMP; after all extension heads. */
  protocol: number;
  hops: number;
  start: number;
  end: number;
  /** A part of a packet: its number, where its bytes belong, and whether others follow. */
  fragment: boolean;
  id: number;
  offset: number;
  more: boolean;
  /** It carries more than was captured. */
  cut: boolean;
}

export interface TransportHead {
  sourcePort: number;
  targetPort: number;
  /** TCP: of the first byte of its payload. */
  sequence: number;
  /** TCP: bits FIN 1, SYN 2, RST 4, PSH 8, ACK 16. */
  flags: number;
  start: number;
  end: number;
}

export const TCP = 6;
export const UDP = 17;
export const ICMP = 1;
export const ICMP6 = 58;
/** Extension heads of one packet. */
const MAX_HEADS = 8;

export function newIp(): IpPacket {
  return {
    version: 4,
    source: 0,
    target: 0,
    protocol: 0,
    hops: 0,
    start: 0,
    end: 0,
    fragment: false,
    id: 0,
    offset: 0,
    more: false,
    cut: false,
  };
}

export function newTransport(): TransportHead {
  return { sourcePort: 0, targetPort: 0, sequence: 0, flags: 0, start: 0, end: 0 };
}

const u16 = (b: Uint8Array, at: number): number => (b[at]! << 8) | b[at + 1]!;
const u32 = (b: Uint8Array, at: number): number =>
  b[at]! * 16_777_216 + ((b[at + 1]! << 16) | (b[at + 2]! << 8) | b[at + 3]!);

function ip4(b: Uint8Array, start: number, end: number, ip: IpPacket): boolean {
  const head = (b[start]! & 15) * 4;
  if (head < 20 || start + head > end) return false;
  const total = u16(b, start + 2);
  // 0 is what a network card that cuts packets itself leaves there.
  const all = total === 0 ? end - start : total;
  if (all < head) return false;
  const parts = u16(b, start + 6);
  ip.version = 4;
  ip.source = start + 12;
  ip.target = start + 16;
  ip.protocol = b[start + 9]!;
  ip.hops = b[start + 8]!;
  ip.start = start + head;
  ip.cut = start + all > end;
  ip.end = Math.min(end, start + all);
  ip.offset = (parts & 0x1fff) * 8;
  ip.more = (parts & 0x2000) !== 0;
  ip.fragment = ip.more || ip.offset > 0;
  ip.id = u16(b, start + 4);
  return true;
}

function ip6(b: Uint8Array, start: number, end: number, ip: IpPacket): boolean {
  if (start + 40 > end) return false;
  const length = u16(b, start + 4);
  const all = length === 0 ? end - start : 40 + length;
  ip.version = 6;
  ip.source = start + 8;
  ip.target = start + 24;
  ip.hops = b[start + 7]!;
  ip.cut = start + all > end;
  ip.end = Math.min(end, start + all);
  ip.fragment = ip.more = false;
  ip.offset = ip.id = 0;
  let next = b[start + 6]!;
  let at = start + 40;
  for (let heads = 0; heads < MAX_HEADS; heads++) {
    if (next === 44) {
      if (at + 8 > ip.end) return false;
      const parts = u16(b, at + 2);
      ip.offset = parts & 0xfff8;
      ip.more = (parts & 1) !== 0;
      ip.id = u32(b, at + 4);
      ip.fragment = ip.more || ip.offset > 0;
      next = b[at]!;
      at += 8;
      if (ip.offset > 0) break;
    } else if (next === 0 || next === 43 || next === 60 || next === 51) {
      if (at + 8 > ip.end) return false;
      const size = next === 51 ? (b[at + 1]! + 2) * 4 : (b[at + 1]! + 1) * 8;
      next = b[at]!;
      at += size;
      if (at > ip.end) return false;
    } else break;
  }
  ip.protocol = next;
  ip.start = at;
  return true;
}

/** Reads the head of the packet `b[start]` to `b[end - 1]` into `ip`; false for what is none. */
export function readIp(b: Uint8Array, start: number, end: number, ip: IpPacket): boolean {
  if (start + 20 > end) return false;
  const version = b[start]! >> 4;
  if (version === 4) return ip4(b, start, end, ip);
  return version === 6 && ip6(b, start, end, ip);
}

/** Reads the head of TCP or UDP of a packet that is whole, or of its first part; false for others and for what is cut. */
export function readTransport(b: Uint8Array, ip: IpPacket, t: TransportHead): boolean {
  const at = ip.start;
  if (ip.offset > 0) return false;
  if (ip.protocol === UDP) {
    if (at + 8 > ip.end) return false;
    t.sequence = t.flags = 0;
    t.start = at + 8;
    const length = u16(b, at + 4);
    t.end = length >= 8 ? Math.min(ip.end, at + length) : ip.end;
  } else if (ip.protocol === TCP) {
    if (at + 20 > ip.end) return false;
    const head = (b[at + 12]! >> 4) * 4;
    if (head < 20 || at + head > ip.end) return false;
    t.sequence = u32(b, at + 4);
    t.flags = b[at + 13]! & 0x3f;
    t.start = at + head;
    t.end = ip.end;
  } else return false;
  t.sourcePort = u16(b, at);
  t.targetPort = u16(b, at + 2);
  return true;
}
