/**
 * What a captured frame carries, by its link type: where the network layer begins, and whose addresses are on the link.
 *
 * Sources: tcpdump.org/linktypes.html; IEEE 802.3, 802.1Q, 802.1ad; RFC 1042, 1661, 2516; LINKTYPE_LINUX_SLL, LINKTYPE_LINUX_SLL2;
 * radiotap.org; LINKTYPE_PPI, LINKTYPE_IEEE802_11_PRISM.
 * @module
 */

/** `wifi`: a frame of 802.11 begins at `start`; `ble`, `hci`, `gsm`: as the link type says; `other`: nothing that is read here. */
export type LinkPayload = "ip" | "arp" | "eapol" | "wifi" | "ble" | "hci" | "gsm" | "other";

/** One object is used again and again. Offsets are those of the frame's bytes. */
export interface LinkFrame {
  payload: LinkPayload;
  /** Where the addresses of the link lie (six bytes each); -1 where there are none. */
  source: number;
  target: number;
  /** Outermost VLAN; -1 where there is none. */
  vlan: number;
  etherType: number;
  /** Of the payload. */
  start: number;
  end: number;
  /** Sent by the machine that captured, as the cooked form of Linux says it. */
  outgoing: boolean;
}

/** Link types that are read. */
export const LINK = {
  null: 0,
  ethernet: 1,
  ppp: 9,
  raw12: 12,
  raw14: 14,
  raw: 101,
  wifi: 105,
  loop: 108,
  sll: 113,
  prism: 119,
  radiotap: 127,
  hciH4: 187,
  ppi: 192,
  hci: 201,
  gsmtapUm: 217,
  ipv4: 228,
  ipv6: 229,
  ble: 251,
  bleWithPhdr: 256,
  nordic: 272,
  sll2: 276,
  /** Not of a capture, but of the log of a phone's Bluetooth: an event alone, and what is none. */
  hciEvent: 0x1_0001,
  hciOther: 0x1_0002,
} as const;

const [IP4, ARP, IP6, VLAN, PROVIDER, VLAN_OLD, PPPOE, EAPOL] = [
  0x0800, 0x0806, 0x86dd, 0x8100, 0x88a8, 0x9100, 0x8864, 0x888e,
];
/** What Ubertooth puts into PPI: Bluetooth LE, before it had a number of its own. */
const UBERTOOTH = 147;
/** VLANs in VLANs. */
const MAX_TAGS = 4;

export function newFrame(): LinkFrame {
  return { payload: "other", source: -1, target: -1, vlan: -1, etherType: 0, start: 0, end: 0, outgoing: false };
}

const u16 = (b: Uint8Array, at: number): number => (b[at]! << 8) | b[at + 1]!;
const u16le = (b: Uint8Array, at: number): number => b[at]! | (b[at + 1]! << 8);

function byType(b: Uint8Array, f: LinkFrame, type: number, from: number): boolean {
  let [kind, at] = [type, from];
  for (let tags = 0; (kind === VLAN || kind === PROVIDER || kind === VLAN_OLD) && tags < MAX_TAGS; tags++) {
    if (at + 4 > f.end) return false;
    if (f.vlan < 0) f.vlan = u16(b, at) & 0xfff;
    kind = u16(b, at + 2);
    at += 4;
  }
  if (kind === PPPOE) {
    if (at + 8 > f.end) return false;
    const protocol = u16(b, at + 6);
    at += 8;
    kind = protocol === 0x21 ? IP4 : protocol === 0x57 ? IP6 : 0;
  }
  f.etherType = kind;
  f.start = at;
  f.payload = kind === IP4 || kind === IP6 ? "ip" : kind === ARP ? "arp" : kind === EAPOL ? "eapol" : "other";
  return true;
}

function ethernet(b: Uint8Array, f: LinkFrame): boolean {
  if (f.start + 14 > f.end) return false;
  f.target = f.start;
  f.source = f.start + 6;
  const type = u16(b, f.start + 12);
  if (type > 1500) return byType(b, f, type, f.start + 14);
  return snap(b, f, f.start + 14);
}

/** LLC with SNAP, as 802.11 has it: `AA AA 03 00 00 00` and the type. Used by readers of 802.11, too. */
export function snap(b: Uint8Array, f: LinkFrame, at: number): boolean {
  if (at + 8 > f.end || b[at] !== 0xaa || b[at + 1] !== 0xaa) {
    f.payload = "other";
    f.start = Math.min(at, f.end);
    return true;
  }
  return byType(b, f, u16(b, at + 6), at + 8);
}

function cooked(b: Uint8Array, f: LinkFrame, second: boolean): boolean {
  const size = second ? 20 : 16;
  if (f.start + size > f.end) return false;
  const at = f.start;
  const [type, sent, length, address] = second
    ? [u16(b, at), b[at + 10]!, b[at + 11]!, at + 12]
    : [u16(b, at + 14), u16(b, at), u16(b, at + 4), at + 6];
  f.outgoing = sent === 4;
  if (length === 6) f.source = address;
  return byType(b, f, type, at + size);
}

function ppp(b: Uint8Array, f: LinkFrame): boolean {
  let at = f.start;
  if (at + 4 > f.end) return false;
  if (b[at] === 0xff && b[at + 1] === 0x03) at += 2;
  const short = (b[at]! & 1) === 1;
  const protocol = short ? b[at]! : u16(b, at);
  return byType(b, f, protocol === 0x21 ? IP4 : protocol === 0x57 ? IP6 : 0, at + (short ? 1 : 2));
}

/** The family is in the byte order of the machine that captured; BSD, Darwin and Linux number IPv6 differently. */
function loopback(b: Uint8Array, f: LinkFrame): boolean {
  if (f.start + 4 > f.end) return false;
  const family = b[f.start]! | b[f.start + 1]! | b[f.start + 2]! | b[f.start + 3]!;
  const known = family === 2 || family === 10 || family === 24 || family === 28 || family === 30;
  return byType(b, f, known ? (family === 2 ? IP4 : IP6) : 0, f.start + 4);
}

function raw(b: Uint8Array, f: LinkFrame): boolean {
  if (f.start >= f.end) return false;
  const version = b[f.start]! >> 4;
  return byType(b, f, version === 4 ? IP4 : version === 6 ? IP6 : 0, f.start);
}

/** `head`: bytes before the frame of 802.11. */
function wifi(f: LinkFrame, head: number): boolean {
  if (head > f.end - f.start) return false;
  f.start += head;
  f.payload = "wifi";
  return true;
}

function ppi(b: Uint8Array, f: LinkFrame): boolean {
  if (f.start + 8 > f.end) return false;
  const inner = u16le(b, f.start + 4) | (u16le(b, f.start + 6) << 16);
  const head = u16le(b, f.start + 2);
  if (head < 8 || head > f.end - f.start) return false;
  if (inner === LINK.wifi) return wifi(f, head);
  f.start += head;
  if (inner === LINK.ble || inner === UBERTOOTH) {
    f.payload = "ble";
    return true;
  }
  return inner === LINK.ethernet ? ethernet(b, f) : false;
}

/** Prism's head has its length at 4; that of AVS, which has the same link type, begins with a magic and its length. */
function prism(b: Uint8Array, f: LinkFrame): boolean {
  if (f.start + 8 > f.end) return false;
  const avs = u16(b, f.start) === 0x8021 && b[f.start + 2] === 0x10;
  const length = avs ? u16(b, f.start + 6) : u16le(b, f.start + 4) | (u16le(b, f.start + 6) << 16);
  return length >= 8 && length < 4096 ? wifi(f, length) : false;
}

/**
 * Reads the link layer of the frame `b[start]` to `b[end - 1]` into `f`. False for frames that are too short and for link types that are
 * not known; `f` then says nothing.
 * @example if (readLink(p.bytes, p.start, p.end, p.link, frame) && frame.payload === "ip") readIp(p.bytes, frame.start, frame.end, ip);
 */
export function readLink(b: Uint8Array, start: number, end: number, link: number, f: LinkFrame): boolean {
  f.payload = "other";
  f.source = f.target = f.vlan = -1;
  f.etherType = 0;
  f.outgoing = false;
  f.start = start;
  f.end = end;
  switch (link) {
    case LINK.ethernet:
      return ethernet(b, f);
    case LINK.raw:
    case LINK.raw12:
    case LINK.raw14:
    case LINK.ipv4:
    case LINK.ipv6:
      return raw(b, f);
    case LINK.sll:
      return cooked(b, f, false);
    case LINK.sll2:
      return cooked(b, f, true);
    case LINK.null:
    case LINK.loop:
      return loopback(b, f);
    case LINK.ppp:
      return ppp(b, f);
    case LINK.wifi:
      return wifi(f, 0);
    case LINK.radiotap:
      return f.start + 4 <= f.end && wifi(f, u16le(b, f.start + 2));
    case LINK.prism:
      return prism(b, f);
    case LINK.ppi:
      return ppi(b, f);
    case LINK.ble:
    case LINK.bleWithPhdr:
    case LINK.nordic:
      f.payload = "ble";
      return true;
    case LINK.hciOther:
      return true;
    case LINK.hci:
    case LINK.hciH4:
    case LINK.hciEvent:
      f.payload = "hci";
      return true;
    case LINK.gsmtapUm:
      f.payload = "gsm";
      return true;
    default:
      return false;
  }
}
