/**
 * The machines of a network, by the addresses of their links: when each was there, how much it sent, to how many, and what its upload
 * looks like. What lies behind a router has the router's address.
 * @module
 */
import { addressText, type IpPacket, macText } from "@contraluz/formats/ip/index.ts";
import type { LinkFrame } from "@contraluz/formats/link/index.ts";
import { momentOf } from "./clock.ts";
import type { PacketPlace } from "./conversations.ts";
import { HourSums } from "./hours.ts";
import { ShapeMeter } from "./shape.ts";
import type { DeviceItem } from "./types.ts";

/** Machines of one capture; a hostile one makes up an address for each frame. */
const MAX_DEVICES = 4096;
/** Addresses of one machine, and machines that it sent to. */
const MAX_ADDRESSES = 64;
const MAX_PEERS = 4096;

interface Device {
  readonly mac: string;
  /** Of its last packet outside: nearly always the next one is alike. */
  lastSource: number;
  lastTarget: number;
  readonly first: PacketPlace;
  lastSeconds: number;
  lastNanos: number;
  sentPackets: number;
  sentBytes: number;
  outBytes: number;
  receivedPackets: number;
  receivedBytes: number;
  /** Last address that it sent from, as bytes: the same one comes again and again. */
  readonly addresses: Map<string, string>;
  readonly peers: Set<string>;
  readonly hours: HourSums;
  readonly shape: ShapeMeter;
}

/** Addresses of networks at home (RFC 1918, 3927, 4193, 4291) and those of groups. */
export function isLocal(b: Uint8Array, at: number, version: 4 | 6): boolean {
  if (version === 6)
    return (b[at]! & 0xfe) === 0xfc || (b[at] === 0xfe && (b[at + 1]! & 0xc0) === 0x80) || b[at] === 0xff;
  const [a, c] = [b[at]!, b[at + 1]!];
  return (
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 192 && c === 168) ||
    (a === 172 && c >= 16 && c < 32) ||
    (a === 169 && c === 254)
  );
}

function isGroup(b: Uint8Array, at: number, version: 4 | 6): boolean {
  return version === 6 ? b[at] === 0xff : b[at]! >= 224;
}

export class Devices {
  readonly #by = new Map<number, Device>();
  /** Those seen last, by three bytes of their address: a number of six bytes is dear to look up for each packet. */
  readonly #recent: { readonly high: number; readonly low: number; readonly device: Device | undefined }[] = [];
  readonly #place: PacketPlace;
  readonly #file: number;
  over = 0;

  constructor(place: PacketPlace, file: number) {
    this.#place = place;
    this.#file = file;
  }

  #of(b: Uint8Array, at: number): Device | undefined {
    // Groups are no machine.
    if (at < 0 || (b[at]! & 1) === 1) return undefined;
    const high = (b[at]! << 16) | (b[at + 1]! << 8) | b[at + 2]!;
    const low = (b[at + 3]! << 16) | (b[at + 4]! << 8) | b[at + 5]!;
    const slot = (low ^ (low >> 8) ^ high) & 255;
    const recent = this.#recent[slot];
    if (recent && recent.low === low && recent.high === high) return recent.device;
    const device = this.#find(b, at, high * 16_777_216 + low);
    if (device) this.#recent[slot] = { high, low, device };
    return device;
  }

  #find(b: Uint8Array, at: number, key: number): Device | undefined {
    let d = this.#by.get(key);
    if (d || key === 0) return d;
    if (this.#by.size >= MAX_DEVICES) {
      this.over++;
      return undefined;
    }
    d = {
      mac: macText(b, at),
      lastSource: 0,
      lastTarget: 0,
      first: { ...this.#place },
      lastSeconds: 0,
      lastNanos: 0,
      sentPackets: 0,
      sentBytes: 0,
      outBytes: 0,
      receivedPackets: 0,
      receivedBytes: 0,
      addresses: new Map(),
      peers: new Set(),
      hours: new HourSums(),
      shape: new ShapeMeter(),
    };
    this.#by.set(key, d);
    return d;
  }

  /** A frame of `length` bytes; `ip`: its packet, if it carries one that could be read. */
  frame(b: Uint8Array, frame: LinkFrame, ip: IpPacket | undefined, length: number): void {
    const { seconds, nanos } = this.#place;
    const from = this.#of(b, frame.source);
    const to = this.#of(b, frame.target);
    if (from) {
      from.lastSeconds = seconds;
      from.lastNanos = nanos;
      from.sentPackets++;
      from.sentBytes += length;
      from.hours.add(seconds, length);
      if (ip) this.#packet(from, b, ip, length);
    }
    if (to) {
      to.receivedPackets++;
      to.receivedBytes += length;
    }
  }

  #packet(from: Device, b: Uint8Array, ip: IpPacket, length: number): void {
    const source = folded(b, ip.source, ip.version);
    if (source !== from.lastSource && from.addresses.size < MAX_ADDRESSES) {
      from.lastSource = source;
      const key = word(b, ip.source, ip.version);
      if (!from.addresses.has(key)) from.addresses.set(key, addressText(b, ip.source, ip.version));
    }
    const away = !isLocal(b, ip.target, ip.version);
    // A camera may send to a recorder beside it. What a router passes on has a source outside.
    if (!away && (isGroup(b, ip.target, ip.version) || !isLocal(b, ip.source, ip.version))) return;
    from.shape.add(this.#place.seconds, this.#place.nanos, length);
    if (!away) return;
    from.outBytes += length;
    const target = folded(b, ip.target, ip.version);
    if (target === from.lastTarget) return;
    from.lastTarget = target;
    if (from.peers.size < MAX_PEERS) from.peers.add(word(b, ip.target, ip.version));
  }

  /** One item for each, in the order in which they were first seen. */
  *end(): Generator<DeviceItem> {
    for (const d of this.#by.values()) {
      // A machine that never sent is one that was asked for.
      if (d.sentPackets === 0) continue;
      const { number, offset, seconds, nanos } = d.first;
      yield {
        kind: "device",
        mac: d.mac,
        local: (Number.parseInt(d.mac.slice(0, 2), 16) & 2) !== 0,
        addresses: [...d.addresses.values()],
        first: momentOf(seconds, nanos),
        last: momentOf(d.lastSeconds, d.lastNanos),
        sent: { packets: d.sentPackets, bytes: d.sentBytes },
        received: { packets: d.receivedPackets, bytes: d.receivedBytes },
        hours: d.hours.end(),
        out: d.outBytes,
        outside: d.peers.size,
        shape: d.shape.end(),
        packet: number,
        origin: { file: this.#file, at: { packet: number, offset } },
      };
    }
  }
}

/** A number for an address: equal ones are alike, two that differ nearly never. 0 is none. */
function folded(b: Uint8Array, at: number, version: 4 | 6): number {
  let h: number = version;
  for (let i = 0; i < (version === 4 ? 4 : 16); i += 4)
    h = Math.imul(
      h ^ ((b[at + i]! << 24) | (b[at + i + 1]! << 16) | (b[at + i + 2]! << 8) | b[at + i + 3]!),
      0x9e3779b1,
    );
  return h | 0 || 1;
}

/** A short key of an address: one text for each would cost more than the rest. */
function word(b: Uint8Array, at: number, version: 4 | 6): string {
  let s = "";
  for (let i = 0; i < (version === 4 ? 4 : 16); i += 2) s += String.fromCharCode((b[at + i]! << 8) | b[at + i + 1]!);
  return s;
}
