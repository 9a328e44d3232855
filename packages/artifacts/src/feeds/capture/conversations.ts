/** Packets of TCP and UDP become conversations: sums, what was said in them, and one item when each ends. @module */
import { addressText, type IpPacket, macText, TCP, type TransportHead } from "@contraluz/formats/ip/index.ts";
import type { LinkFrame } from "@contraluz/formats/link/index.ts";
import type { KeyLog } from "@contraluz/formats/tls-keys/index.ts";
import { momentOf } from "./clock.ts";
import { ACK, FIN, FlowKey, FlowTable, RST, SYN } from "./flows.ts";
import { isMac } from "./mac.ts";
import { tcpReader, UDP_READERS } from "./readers.ts";
import { ShapeMeter } from "./shape.ts";
import { Stream } from "./stream.ts";
import type { Talk, TcpReader, UdpState } from "./talk.ts";
import type { CaptureItem, Endpoint, Envelope, FlowItem } from "./types.ts";

/** Conversations at once. */
const MAX_FLOWS = 65_536;
/** Seconds without a packet after which packets between two ports are another conversation, and those that may end where there is no room. */
const PAUSE = 300;
const IDLE = 60;
/** Conversations at which those that are over are looked for first; then at twice as many as are left. */
const SWEEP = 4096;
/** Bytes of all connections that wait for others before them; a connection that would need more is read no further. */
const MAX_HELD = 1 << 25;
/** Addresses of which it is remembered which name they answered. */
const MAX_NAMES = 50_000;
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

interface Flow {
  readonly number: number;
  readonly tcp: boolean;
  /** The first address of the key is the client's. */
  readonly straight: boolean;
  readonly client: Endpoint;
  readonly server: Endpoint;
  readonly packet: number;
  readonly offset: number;
  readonly firstSeconds: number;
  readonly firstNanos: number;
  readonly resolved: string | undefined;
  lastSeconds: number;
  lastNanos: number;
  upPackets: number;
  upBytes: number;
  downPackets: number;
  downBytes: number;
  opened: boolean;
  closed: boolean;
  app: string | undefined;
  host: string | undefined;
  shape: ShapeMeter | undefined;
  reader: TcpReader | undefined;
  state: UdpState | undefined;
  /** Of the client, of the server; undefined before it is known whether anybody reads it. */
  up: Stream | undefined;
  down: Stream | undefined;
  /** Bytes that wait for others, its streams' and its reader's. */
  held: number;
  /** No more is read of it. */
  deaf: boolean;
  /** Datagrams that somebody looked at. */
  looks: number;
}

export interface ConversationOptions {
  readonly file: number;
  /** Keys of TLS, if they may be used. */
  readonly keys?: KeyLog | undefined;
  readonly emit: (item: CaptureItem) => void;
  readonly count: (what: string) => void;
  readonly gsmtap: (b: Uint8Array, start: number, end: number) => void;
}

export class Conversations {
  readonly #o: ConversationOptions;
  readonly #table = new FlowTable<Flow>(MAX_FLOWS);
  readonly #key = new FlowKey();
  /** Bytes that wait for others, of all connections. */
  #held = 0;
  readonly #names = new Map<string, string>();
  #number = 0;
  #sweepAt = SWEEP;
  // The packet that is being read, for `#talk`.
  #flow: Flow | undefined;
  #fromClient = true;
  #bytes: Uint8Array = new Uint8Array(0);
  #source = -1;
  #target = -1;
  readonly #place: PacketPlace;
  readonly #talk: Talk;

  /** `place` is filled by the caller before each packet. */
  constructor(place: PacketPlace, o: ConversationOptions) {
    this.#place = place;
    this.#o = o;
    const self = this;
    this.#talk = {
      get client() {
        return self.#flow!.client;
      },
      get server() {
        return self.#flow!.server;
      },
      get fromClient() {
        return self.#fromClient;
      },
      get seconds() {
        return place.seconds;
      },
      get state() {
        return self.#flow!.state;
      },
      set state(state) {
        self.#flow!.state = state;
      },
      envelope: () => this.#envelope(),
      emit: o.emit,
      speaks: (app) => {
        this.#flow!.app ??= app;
      },
      asks: (host) => {
        this.#flow!.host ??= host;
      },
      resolved: (name, address) => this.#resolved(name, address),
      count: o.count,
      gsmtap: o.gsmtap,
    };
  }

  #envelope(): Envelope {
    const { number, offset, seconds, nanos } = this.#place;
    const { client, server } = this.#flow!;
    const [one, other] = this.#fromClient ? [client, server] : [server, client];
    // Of this very frame: machines without an address yet share a conversation.
    const [from, to] = [this.#withMac(one, this.#source), this.#withMac(other, this.#target)];
    const origin = { file: this.#o.file, at: { packet: number, offset } };
    return { at: momentOf(seconds, nanos), seconds, nanos, packet: number, from, to, origin };
  }

  #withMac(end: Endpoint, at: number): Endpoint {
    if (at < 0 || (end.mac !== undefined && isMac(end.mac, this.#bytes, at))) return end;
    return { ...end, mac: macText(this.#bytes, at) };
  }

  #resolved(name: string, address: string): void {
    // The last answer stands at the end: the oldest one gives way.
    this.#names.delete(address);
    if (this.#names.size >= MAX_NAMES) this.#names.delete(this.#names.keys().next().value!);
    this.#names.set(address, name);
  }

  /** One packet of TCP or UDP; `t` is its head. `length`: bytes of payload as sent. */
  packet(b: Uint8Array, frame: LinkFrame, ip: IpPacket, t: TransportHead, length: number): void {
    const tcp = ip.protocol === TCP;
    const size = ip.version === 4 ? 4 : 16;
    this.#key.set(b, ip.source, ip.target, size, ip.protocol, t.sourcePort, t.targetPort);
    let flow = this.#table.get(this.#key);
    const { seconds, nanos } = this.#place;
    const begins = tcp && (t.flags & SYN) !== 0 && (t.flags & ACK) === 0;
    if (flow && (tcp ? flow.closed && begins : seconds - flow.lastSeconds > PAUSE)) {
      this.#end(flow);
      flow = this.#begin(b, frame, ip, t, tcp);
      this.#table.replace(this.#key, flow);
    } else if (!flow) {
      if (this.#table.full) this.#makeRoom();
      else if (this.#table.size >= this.#sweepAt) this.#sweep();
      flow = this.#begin(b, frame, ip, t, tcp);
      this.#table.add(this.#key, flow);
    }
    flow.lastSeconds = seconds;
    flow.lastNanos = nanos;
    const up = this.#key.swapped !== flow.straight;
    if (up) {
      flow.upPackets++;
      flow.upBytes += length;
      if (length > 0) (flow.shape ??= new ShapeMeter()).add(seconds, nanos, length);
    } else {
      flow.downPackets++;
      flow.downBytes += length;
    }
    if (flow.deaf && !tcp) return;
    this.#flow = flow;
    this.#fromClient = up;
    this.#bytes = b;
    this.#source = frame.source;
    this.#target = frame.target;
    if (tcp) this.#segment(flow, b, t, up);
    else if (t.end > t.start) this.#datagram(flow, b, t);
  }

  #begin(b: Uint8Array, frame: LinkFrame, ip: IpPacket, t: TransportHead, tcp: boolean): Flow {
    const mac = (at: number): { readonly mac?: string } => (at < 0 ? {} : { mac: macText(b, at) });
    const source = { address: addressText(b, ip.source, ip.version), port: t.sourcePort, ...mac(frame.source) };
    const target = { address: addressText(b, ip.target, ip.version), port: t.targetPort, ...mac(frame.target) };
    // An answer to what was not seen: the server speaks first.
    const answer = tcp
      ? (t.flags & SYN) !== 0
        ? (t.flags & ACK) !== 0
        : t.sourcePort < t.targetPort && t.sourcePort < 10_000
      : t.sourcePort < 1024 && t.targetPort >= 1024;
    const [client, server] = answer ? [target, source] : [source, target];
    const { number, offset, seconds, nanos } = this.#place;
    return {
      number: ++this.#number,
      tcp,
      straight: this.#key.swapped === answer,
      client,
      server,
      packet: number,
      offset,
      firstSeconds: seconds,
      firstNanos: nanos,
      resolved: this.#names.get(server.address),
      lastSeconds: seconds,
      lastNanos: nanos,
      upPackets: 0,
      upBytes: 0,
      downPackets: 0,
      downBytes: 0,
      opened: false,
      closed: false,
      app: undefined,
      host: undefined,
      shape: undefined,
      reader: undefined,
      state: undefined,
      up: undefined,
      down: undefined,
      held: 0,
      deaf: false,
      looks: 0,
    };
  }

  #datagram(flow: Flow, b: Uint8Array, t: TransportHead): void {
    if (flow.looks++ >= MAX_READ && (flow.app === undefined || WORDLESS.has(flow.app))) {
      flow.deaf = true;
      return;
    }
    for (const read of UDP_READERS) if (read(this.#talk, b, t.start, t.end)) return;
  }

  #segment(flow: Flow, b: Uint8Array, t: TransportHead, up: boolean): void {
    if (t.flags & SYN) {
      flow.opened ||= (t.flags & ACK) === 0;
      this.#streamOf(flow, up).begin((t.sequence + 1) >>> 0);
      return;
    }
    if (t.flags & (FIN | RST)) flow.closed = true;
    if (flow.deaf || t.end <= t.start) return;
    this.#streamOf(flow, up).push(t.sequence, b.subarray(t.start, t.end));
    this.#weigh(flow, (flow.up?.held ?? 0) + (flow.down?.held ?? 0) + (flow.reader?.held() ?? 0));
    const full = this.#held > MAX_HELD;
    if (full) this.#o.count("held-cut");
    if (full || (flow.up?.done && flow.down?.done)) {
      flow.deaf = true;
      flow.reader?.end?.(this.#talk);
      flow.up = flow.down = flow.reader = undefined;
      this.#weigh(flow, 0);
    }
  }

  #weigh(flow: Flow, held: number): void {
    this.#held += held - flow.held;
    flow.held = held;
  }

  #streamOf(flow: Flow, up: boolean): Stream {
    const of = up ? flow.up : flow.down;
    if (of) return of;
    const made = new Stream((bytes) => {
      flow.reader ??= this.#readerOf(flow, bytes);
      if (!flow.reader) return false;
      return up ? flow.reader.client(this.#talk, bytes) : flow.reader.server(this.#talk, bytes);
    });
    if (up) flow.up = made;
    else flow.down = made;
    return made;
  }

  #readerOf(flow: Flow, first: Uint8Array): TcpReader | undefined {
    return tcpReader(flow.server.port, first, this.#o.keys);
  }

  #end(f: Flow): void {
    this.#weigh(f, 0);
    if (f.reader?.end || f.state) {
      const reading = this.#flow;
      this.#flow = f;
      f.reader?.end?.(this.#talk);
      f.state?.end(this.#talk);
      this.#flow = reading;
    }
    const direction = (packets: number, bytes: number) => ({ packets, bytes });
    const seconds = Math.max(0, f.lastSeconds - f.firstSeconds + (f.lastNanos - f.firstNanos) / 1e9);
    const item: FlowItem = {
      kind: "flow",
      number: f.number,
      transport: f.tcp ? "tcp" : "udp",
      client: f.client,
      server: f.server,
      first: momentOf(f.firstSeconds, f.firstNanos),
      last: momentOf(f.lastSeconds, f.lastNanos),
      seconds: Math.round(seconds * 1000) / 1000,
      up: direction(f.upPackets, f.upBytes),
      down: direction(f.downPackets, f.downBytes),
      opened: f.opened,
      ...(f.app === undefined ? {} : { app: f.app }),
      ...(f.host === undefined ? {} : { host: f.host }),
      ...(f.resolved === undefined ? {} : { resolved: f.resolved }),
      ...(f.shape ? { shape: f.shape.end() } : {}),
      packet: f.packet,
      origin: { file: this.#o.file, at: { packet: f.packet, offset: f.offset } },
    };
    this.#o.emit(item);
  }

  /** Ends flows for which `is` says so, in the order in which they began. */
  #take(is: (f: Flow) => boolean): void {
    const over: Flow[] = [];
    this.#table.sweep((f) => {
      if (!is(f)) return false;
      over.push(f);
      return true;
    });
    this.#endAll(over);
  }

  /** Ends what is over: it is told as it would be at the end of the capture, and holds no memory until then. */
  #sweep(): void {
    const now = this.#place.seconds;
    this.#take((f) => now - f.lastSeconds > (f.tcp ? IDLE : PAUSE) && (f.closed || !f.tcp));
    this.#sweepAt = Math.max(SWEEP, 2 * this.#table.size);
  }

  /** Ends what is over or idle; where that is not enough, the half that was idle for longest. */
  #makeRoom(): void {
    const now = this.#place.seconds;
    this.#take((f) => f.closed || now - f.lastSeconds > IDLE);
    if (this.#table.size <= MAX_FLOWS / 2) return;
    const times = Array.from(this.#table.values(), (f) => f.lastSeconds).sort((a, b) => a - b);
    const middle = times[times.length >> 1]!;
    this.#take((f) => f.lastSeconds <= middle);
    this.#o.count("flows-cut");
  }

  #endAll(flows: Flow[]): void {
    for (const f of flows.sort((a, b) => a.number - b.number)) this.#end(f);
  }

  /** The capture is over. */
  end(): void {
    this.#endAll([...this.#table.values()]);
  }
}
