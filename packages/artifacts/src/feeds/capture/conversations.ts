/** Packets of TCP and UDP become conversations: sums, what was said in them, and one item when each ends. @module */
import { addressText, type IpPacket, TCP, type TransportHead } from "@contraluz/formats/ip/index.ts";
import type { LinkFrame } from "@contraluz/formats/link/index.ts";
import type { KeyLog } from "@contraluz/formats/tls-keys/index.ts";
import { momentOf } from "./clock.ts";
import {
  CLIENT_MAC,
  CLOSED,
  DEAF,
  FlowColumns,
  IS_TCP,
  OPENED,
  type Reading,
  SERVER_MAC,
  STRAIGHT,
} from "./columns.ts";
import { ACK, FIN, FlowKey, FlowTable, RST, SYN } from "./flows.ts";
import { tcpReader, udpReaders } from "./readers.ts";
import { ResolvedNames } from "./resolved.ts";
import { endpoint, Speaking } from "./speaking.ts";
import { Stream } from "./stream.ts";
import type { UdpReader } from "./talk.ts";
import type { CaptureItem, Endpoint, FlowItem } from "./types.ts";

/** Conversations at once. */
const MAX_FLOWS = 65_536;
/** Seconds without a packet after which packets between two ports are another conversation, and those that may end where there is no room. */
const PAUSE = 300;
const IDLE = 60;
/** Conversations at which those that are over are looked for first; then at twice as many as are left. */
const SWEEP = 4096;
/** Bytes of all connections that wait for others before them; a connection that would need more is read no further. */
const MAX_HELD = 1 << 25;
/** Bytes of UDP conversations of which messages are read; a video has no more to say after its beginning. */
const MAX_READ = 64;

/** What has nothing more to say after its beginning. */
const WORDLESS: ReadonlySet<string> = new Set(["rtp", "wireguard", "openvpn", "ipsec", "quic"]);

/** Where the packet that is being read stands. */
export interface PacketPlace {
  number: number;
  offset: number;
  seconds: number;
  nanos: number;
}

export interface ConversationOptions {
  readonly file: number;
  /** Keys of TLS, if they may be used. */
  readonly keys?: KeyLog | undefined;
  readonly emit: (item: CaptureItem) => void;
  readonly count: (what: string) => void;
  readonly gsmtap: (b: Uint8Array, start: number, end: number) => void;
}

/** The bytes of an address, from the words of a key. */
const address: Uint8Array = new Uint8Array(16);

export class Conversations {
  readonly #o: ConversationOptions;
  readonly #table = new FlowTable(MAX_FLOWS);
  readonly #columns = new FlowColumns();
  readonly #key = new FlowKey();
  readonly #names = new ResolvedNames();
  readonly #place: PacketPlace;
  readonly #talk: Speaking;
  readonly #udp: readonly UdpReader[];
  /** Bytes that wait for others, of all connections. */
  #held = 0;
  #number = 0;
  #sweepAt = SWEEP;

  /** `place` is filled by the caller before each packet. */
  constructor(place: PacketPlace, o: ConversationOptions) {
    this.#place = place;
    this.#o = o;
    this.#udp = udpReaders(o.keys);
    this.#talk = new Speaking(place, this.#columns, this.#names, o);
  }

  /** One packet of TCP or UDP; `t` is its head. `length`: bytes of payload as sent. */
  packet(b: Uint8Array, frame: LinkFrame, ip: IpPacket, t: TransportHead, length: number): void {
    const tcp = ip.protocol === TCP;
    const size = ip.version === 4 ? 4 : 16;
    const key = this.#key;
    key.set(b, ip.source, ip.target, size, ip.protocol, t.sourcePort, t.targetPort);
    const { seconds, nanos } = this.#place;
    const c = this.#columns;
    let slot = this.#table.get(key);
    if (slot < 0) {
      if (this.#table.full) this.#makeRoom();
      else if (this.#table.size >= this.#sweepAt) this.#sweep();
      slot = this.#table.add(key);
      this.#begin(slot, b, frame, ip, t, tcp);
    } else {
      const again = tcp
        ? (c.flags[slot]! & CLOSED) !== 0 && (t.flags & (SYN | ACK)) === SYN
        : seconds - c.lastSeconds[slot]! > PAUSE;
      if (again) {
        this.#end(slot);
        this.#begin(slot, b, frame, ip, t, tcp);
      }
    }
    c.lastSeconds[slot] = seconds;
    c.lastNanos[slot] = nanos;
    const flags = c.flags[slot]!;
    const up = key.swapped !== ((flags & STRAIGHT) !== 0);
    if (up) {
      c.upPackets[slot]!++;
      c.upBytes[slot]! += length;
      if (length > 0) c.carry(slot, seconds, nanos, length);
    } else {
      c.downPackets[slot]!++;
      c.downBytes[slot]! += length;
    }
    if ((flags & DEAF) !== 0) {
      if (tcp) this.#heads(slot, t);
      return;
    }
    if (t.end <= t.start && (t.flags & SYN) === 0) {
      if (tcp) this.#heads(slot, t);
      return;
    }
    this.#turnTo(slot, b, frame, ip, t, up);
    if (tcp) this.#segment(slot, b, t, up);
    else this.#datagram(slot, b, t);
  }

  /** What the head of a segment alone says. */
  #heads(slot: number, t: TransportHead): void {
    const flags = this.#columns.flags;
    if ((t.flags & SYN) !== 0) {
      if ((t.flags & ACK) === 0) flags[slot]! |= OPENED;
    } else if ((t.flags & (FIN | RST)) !== 0) flags[slot]! |= CLOSED;
  }

  #turnTo(slot: number, b: Uint8Array, frame: LinkFrame, ip: IpPacket, t: TransportHead, up: boolean): void {
    const talk = this.#talk;
    talk.slot = slot;
    talk.fromClient = up;
    talk.clientPort = up ? t.sourcePort : t.targetPort;
    talk.serverPort = up ? t.targetPort : t.sourcePort;
    talk.bytes = b;
    talk.version = ip.version;
    talk.source = ip.source;
    talk.target = ip.target;
    talk.sourceMac = frame.source;
    talk.targetMac = frame.target;
  }

  #begin(slot: number, b: Uint8Array, frame: LinkFrame, ip: IpPacket, t: TransportHead, tcp: boolean): void {
    const c = this.#columns;
    c.clear(slot);
    // An answer to what was not seen: the server speaks first.
    const answer = tcp
      ? (t.flags & SYN) !== 0
        ? (t.flags & ACK) !== 0
        : t.sourcePort < t.targetPort && t.sourcePort < 10_000
      : t.sourcePort < 1024 && t.targetPort >= 1024;
    const { number, offset, seconds, nanos } = this.#place;
    c.number[slot] = ++this.#number;
    c.packet[slot] = number;
    c.offset[slot] = offset;
    c.firstSeconds[slot] = seconds;
    c.firstNanos[slot] = nanos;
    const client = answer ? frame.target : frame.source;
    const server = answer ? frame.source : frame.target;
    c.flags[slot] =
      (tcp ? IS_TCP : 0) |
      (this.#key.swapped === answer ? STRAIGHT : 0) |
      (client >= 0 ? CLIENT_MAC : 0) |
      (server >= 0 ? SERVER_MAC : 0);
    for (let i = 0; i < 6 && client >= 0; i++) c.macs[12 * slot + i] = b[client + i]!;
    for (let i = 0; i < 6 && server >= 0; i++) c.macs[12 * slot + 6 + i] = b[server + i]!;
    c.resolved[slot] = this.#names.of(addressText(b, answer ? ip.source : ip.target, ip.version));
  }

  #datagram(slot: number, b: Uint8Array, t: TransportHead): void {
    const c = this.#columns;
    if (c.looks[slot]! >= MAX_READ) {
      const app = c.app(slot);
      if ((app === undefined || WORDLESS.has(app)) && !c.reading[slot]?.state?.hungry) {
        c.flags[slot]! |= DEAF;
        return;
      }
    } else c.looks[slot]!++;
    const talk = this.#talk;
    const readers = this.#udp;
    for (let i = 0; i < readers.length; i++) if (readers[i]!(talk, b, t.start, t.end)) return;
  }

  #segment(slot: number, b: Uint8Array, t: TransportHead, up: boolean): void {
    this.#heads(slot, t);
    const reading = this.#columns.open(slot);
    const stream = this.#streamOf(reading, up);
    if ((t.flags & SYN) !== 0) {
      stream.begin((t.sequence + 1) >>> 0);
      return;
    }
    if (!stream.done) stream.push(t.sequence, b.subarray(t.start, t.end));
    this.#weigh(reading, (reading.up?.held ?? 0) + (reading.down?.held ?? 0) + (reading.reader?.held() ?? 0));
    const full = this.#held > MAX_HELD;
    if (full) this.#o.count("held-cut");
    if (full || (reading.up?.done && reading.down?.done)) {
      this.#columns.flags[slot]! |= DEAF;
      reading.reader?.end?.(this.#talk);
      this.#weigh(reading, 0);
      this.#columns.reading[slot] = undefined;
    }
  }

  #weigh(reading: Reading, held: number): void {
    this.#held += held - reading.held;
    reading.held = held;
  }

  #streamOf(reading: Reading, up: boolean): Stream {
    const of = up ? reading.up : reading.down;
    if (of) return of;
    const talk = this.#talk;
    const { keys } = this.#o;
    const made = new Stream((bytes) => {
      reading.reader ??= tcpReader(talk.serverPort, bytes, keys);
      if (!reading.reader) return false;
      return up ? reading.reader.client(talk, bytes) : reading.reader.server(talk, bytes);
    });
    if (up) reading.up = made;
    else reading.down = made;
    return made;
  }

  /** One side of a connection that is over. `first`: the first of its key. */
  #side(slot: number, first: boolean, client: boolean): Endpoint {
    const table = this.#table;
    const size = table.word(slot, 0) >>> 8;
    for (let i = 0; i < size / 4; i++) {
      const w = table.word(slot, (first ? 1 : 5) + i);
      address[4 * i] = w >>> 24;
      address[4 * i + 1] = w >>> 16;
      address[4 * i + 2] = w >>> 8;
      address[4 * i + 3] = w;
    }
    const ports = table.word(slot, 9);
    const text = addressText(address, 0, size === 4 ? 4 : 6);
    return endpoint(this.#columns, slot, text, first ? ports >>> 16 : ports & 0xffff, client);
  }

  #end(slot: number): void {
    const c = this.#columns;
    const reading = c.reading[slot];
    if (reading) {
      this.#weigh(reading, 0);
      const was = this.#talk.slot;
      this.#talk.slot = slot;
      reading.reader?.end?.(this.#talk);
      reading.state?.end(this.#talk);
      this.#talk.slot = was;
      c.reading[slot] = undefined;
    }
    const firstSeconds = c.firstSeconds[slot]!;
    const firstNanos = c.firstNanos[slot]!;
    const lastSeconds = c.lastSeconds[slot]!;
    const lastNanos = c.lastNanos[slot]!;
    const seconds = Math.max(0, lastSeconds - firstSeconds + (lastNanos - firstNanos) / 1e9);
    const flags = c.flags[slot]!;
    const straight = (flags & STRAIGHT) !== 0;
    const packet = c.packet[slot]!;
    const item: FlowItem = {
      kind: "flow",
      number: c.number[slot]!,
      transport: (flags & IS_TCP) !== 0 ? "tcp" : "udp",
      client: this.#side(slot, straight, true),
      server: this.#side(slot, !straight, false),
      first: momentOf(firstSeconds, firstNanos),
      last: momentOf(lastSeconds, lastNanos),
      seconds: Math.round(seconds * 1000) / 1000,
      up: { packets: c.upPackets[slot]!, bytes: c.upBytes[slot]! },
      down: { packets: c.downPackets[slot]!, bytes: c.downBytes[slot]! },
      opened: (flags & OPENED) !== 0,
      app: c.app(slot),
      host: c.host[slot],
      resolved: c.resolved[slot],
      shape: c.shape(slot)?.end(),
      packet,
      origin: { file: this.#o.file, at: { packet, offset: c.offset[slot]! } },
    };
    this.#o.emit(item);
  }

  /** Ends flows for which `is` says so, in the order in which they began. */
  #take(is: (slot: number) => boolean): void {
    const over: number[] = [];
    this.#table.sweep((slot) => {
      if (!is(slot)) return false;
      over.push(slot);
      return true;
    });
    this.#endAll(over);
  }

  /** Ends what is over: it is told as it would be at the end of the capture, and holds no memory until then. */
  #sweep(): void {
    const now = this.#place.seconds;
    const { flags, lastSeconds } = this.#columns;
    this.#take((slot) => {
      const tcp = (flags[slot]! & IS_TCP) !== 0;
      return now - lastSeconds[slot]! > (tcp ? IDLE : PAUSE) && (!tcp || (flags[slot]! & CLOSED) !== 0);
    });
    this.#sweepAt = Math.max(SWEEP, 2 * this.#table.size);
  }

  /** Ends what is over or idle; where that is not enough, the half that was idle for longest. */
  #makeRoom(): void {
    const now = this.#place.seconds;
    const { flags, lastSeconds } = this.#columns;
    this.#take((slot) => (flags[slot]! & CLOSED) !== 0 || now - lastSeconds[slot]! > IDLE);
    if (this.#table.size <= MAX_FLOWS / 2) return;
    const times = Float64Array.from(this.#table.slots(), (slot) => lastSeconds[slot]!).sort();
    const middle = times[times.length >> 1]!;
    this.#take((slot) => lastSeconds[slot]! <= middle);
    this.#o.count("flows-cut");
  }

  #endAll(slots: number[]): void {
    const { number } = this.#columns;
    for (const slot of slots.sort((a, b) => number[a]! - number[b]!)) this.#end(slot);
  }

  /** The capture is over. */
  end(): void {
    this.#endAll(this.#table.slots());
  }
}
