/**
 * What a card in monitor mode hears: who transmits over the air and how much, encrypted or not, and which networks tell of themselves.
 * Frames that are open go on as packets of their machines.
 * @module
 */
import { macText } from "@contraluz/formats/ip/index.ts";
import { LINK, type LinkFrame, snap } from "@contraluz/formats/link/index.ts";
import type { Packet } from "@contraluz/formats/pcap/index.ts";
import { channelOf, newRadio, newWifi, readNetwork, readRadiotap, readWifi } from "@contraluz/formats/wifi/index.ts";
import { momentOf } from "./clock.ts";
import type { PacketPlace } from "./conversations.ts";
import { HourSums } from "./hours.ts";
import { ShapeMeter } from "./shape.ts";
import type { TransmitterItem, WifiNetworkItem } from "./types.ts";

/** Transmitters and networks of one capture, names that one asks for, frames in one frame. */
const MAX_HEARD = 4096;
const MAX_ASKED = 32;
const MAX_INNER = 64;

interface Station {
  readonly mac: string;
  readonly first: PacketPlace;
  lastSeconds: number;
  lastNanos: number;
  frames: number;
  bssid: string | undefined;
  upFrames: number;
  upBytes: number;
  downFrames: number;
  downBytes: number;
  encrypted: number;
  signal: number;
  lastUp: number;
  lastDown: number;
  readonly asked: Set<string>;
  hours: HourSums | undefined;
  shape: ShapeMeter | undefined;
}

interface Network {
  readonly bssid: string;
  readonly first: PacketPlace;
  lastSeconds: number;
  lastNanos: number;
  frames: number;
  signal: number;
  readonly name: string | undefined;
  readonly channel: number | undefined;
  readonly security: WifiNetworkItem["security"];
}

const keyOf = (b: Uint8Array, at: number): number =>
  ((b[at]! << 16) | (b[at + 1]! << 8) | b[at + 2]!) * 16_777_216 +
  ((b[at + 3]! << 16) | (b[at + 4]! << 8) | b[at + 5]!);

export class Air {
  readonly #place: PacketPlace;
  readonly #file: number;
  readonly #stations = new Map<number, Station>();
  readonly #networks = new Map<string, Network>();
  readonly #radio = newRadio();
  readonly #frame = newWifi();
  /** Frames of those for whom there was no room; frames that the card calls damaged. */
  over = 0;
  damaged = 0;

  constructor(place: PacketPlace, file: number) {
    this.#place = place;
    this.#file = file;
  }

  #of(b: Uint8Array, at: number): Station | undefined {
    if (at < 0 || (b[at]! & 1) === 1) return undefined;
    const key = keyOf(b, at);
    let s = this.#stations.get(key);
    if (s) return s;
    if (this.#stations.size >= MAX_HEARD) {
      this.over++;
      return undefined;
    }
    const none = { lastSeconds: 0, lastNanos: 0, frames: 0, upFrames: 0, upBytes: 0, downFrames: 0, downBytes: 0 };
    s = {
      ...none,
      mac: macText(b, at),
      first: { ...this.#place },
      bssid: undefined,
      encrypted: 0,
      signal: 0,
      lastUp: -1,
      lastDown: -1,
      asked: new Set(),
      hours: undefined,
      shape: undefined,
    };
    this.#stations.set(key, s);
    return s;
  }

  /**
   * A frame of 802.11, which begins at `link.start`. `carried` is called with `link` filled for each open packet in it: its machines,
   * its payload.
   */
  frame(p: Packet, link: LinkFrame, carried: (length: number) => void): void {
    const [b, r, f] = [p.bytes, this.#radio, this.#frame];
    if (p.link !== LINK.radiotap || !readRadiotap(b, p.start, link.start, r)) {
      r.signal = r.frequency = 0;
      r.checksum = r.padded = r.damaged = false;
    }
    // Addresses of a frame that came damaged are those of nobody.
    if (r.damaged) {
      this.damaged++;
      return;
    }
    const missing = Math.max(0, p.length - (p.end - p.start));
    if (!readWifi(b, link.start, p.end, missing, r.checksum, r.padded, f)) return;
    const from = this.#of(b, f.transmitter);
    const { seconds, nanos } = this.#place;
    if (from) {
      from.lastSeconds = seconds;
      from.lastNanos = nanos;
      from.frames++;
      if (r.signal < 0 && (from.signal === 0 || r.signal > from.signal)) from.signal = r.signal;
    }
    if (f.kind === "hello") this.#hello(b, r.signal, channelOf(r.frequency));
    else if (f.kind === "search" && from) {
      const name = from.asked.size < MAX_ASKED ? readNetwork(b, f.start, f.end, "search")?.name : undefined;
      if (name !== undefined) from.asked.add(name);
    } else if (f.kind === "data" && f.length > 0) {
      if (this.#data(b, from) && !f.encrypted) this.#open(b, link, missing, carried);
    }
  }

  /** False of a frame that was sent once more. */
  #data(b: Uint8Array, from: Station | undefined): boolean {
    const f = this.#frame;
    const { seconds, nanos } = this.#place;
    if (from && !f.down) {
      if (f.again && from.lastUp === f.sequence) return false;
      from.lastUp = f.sequence;
      if (f.up) from.bssid = macText(b, f.bssid);
      from.upFrames++;
      from.upBytes += f.length;
      if (f.encrypted) from.encrypted++;
      from.shape ??= new ShapeMeter();
      from.hours ??= new HourSums();
      from.hours.add(seconds, f.length);
      from.shape.add(seconds, nanos, f.length);
    }
    const to = f.down ? this.#of(b, f.receiver) : undefined;
    if (!to) return true;
    if (f.again && to.lastDown === f.sequence) return false;
    to.lastDown = f.sequence;
    to.downFrames++;
    to.downBytes += f.length;
    return true;
  }

  /** Packets of an open frame: one, or one after another, each with its addresses and its length, filled up to a multiple of four. */
  #open(b: Uint8Array, link: LinkFrame, missing: number, carried: (length: number) => void): void {
    const f = this.#frame;
    if (!f.aggregated) {
      link.source = f.source;
      link.target = f.target;
      link.end = f.end;
      if (f.start < f.end && snap(b, link, f.start)) carried(f.end - f.start + missing);
      return;
    }
    const end = f.end;
    let at = f.start;
    for (let n = 0; n < MAX_INNER && at + 14 <= end; n++) {
      const length = (b[at + 12]! << 8) | b[at + 13]!;
      link.target = at;
      link.source = at + 6;
      link.vlan = -1;
      link.end = Math.min(end, at + 14 + length);
      if (snap(b, link, at + 14)) carried(length);
      at += (14 + length + 3) & ~3;
    }
  }

  #hello(b: Uint8Array, signal: number, heard: number): void {
    const f = this.#frame;
    const bssid = macText(b, f.bssid);
    let n = this.#networks.get(bssid);
    if (!n) {
      const said = this.#networks.size < MAX_HEARD ? readNetwork(b, f.start, f.end, "hello") : undefined;
      if (!said) return;
      const channel = said.channel ?? (heard === 0 ? undefined : heard);
      const none = { lastSeconds: 0, lastNanos: 0, frames: 0, signal: 0 };
      n = { ...none, bssid, first: { ...this.#place }, name: said.name, channel, security: said.security };
      this.#networks.set(bssid, n);
    }
    n.lastSeconds = this.#place.seconds;
    n.lastNanos = this.#place.nanos;
    n.frames++;
    if (signal < 0 && (n.signal === 0 || signal > n.signal)) n.signal = signal;
  }

  #when(first: PacketPlace, lastSeconds: number, lastNanos: number) {
    const { number, offset, seconds, nanos } = first;
    return {
      first: momentOf(seconds, nanos),
      last: momentOf(lastSeconds, lastNanos),
      packet: number,
      origin: { file: this.#file, at: { packet: number, offset } },
    };
  }

  /** Networks, then transmitters, each in the order in which they were first heard. */
  *end(): Generator<WifiNetworkItem | TransmitterItem> {
    for (const n of this.#networks.values())
      yield {
        kind: "wifi-network",
        bssid: n.bssid,
        ...(n.name === undefined ? {} : { name: n.name }),
        ...(n.channel === undefined ? {} : { channel: n.channel }),
        security: n.security,
        ...(n.signal === 0 ? {} : { signal: n.signal }),
        frames: n.frames,
        ...this.#when(n.first, n.lastSeconds, n.lastNanos),
      };
    for (const s of this.#stations.values()) {
      if (s.frames === 0) continue;
      yield {
        kind: "transmitter",
        mac: s.mac,
        local: (Number.parseInt(s.mac.slice(0, 2), 16) & 2) !== 0,
        network: this.#networks.has(s.mac),
        ...(s.bssid === undefined ? {} : { bssid: s.bssid }),
        frames: s.frames,
        up: { packets: s.upFrames, bytes: s.upBytes },
        down: { packets: s.downFrames, bytes: s.downBytes },
        encrypted: s.encrypted,
        ...(s.signal === 0 ? {} : { signal: s.signal }),
        hours: s.hours?.end() ?? [],
        asked: [...s.asked],
        ...(s.shape ? { shape: s.shape.end() } : {}),
        ...this.#when(s.first, s.lastSeconds, s.lastNanos),
      };
    }
  }
}
