/**
 * One connection of QUIC whose secrets are in a key log: the certificates that its server shows, and parts of its streams. Its hellos are read
 * by whoever reads its first packets, which everybody can.
 * Source: RFC 9000 (12.2), 9001 (4, 5).
 * @module
 */
import type { ServerHello } from "../tls/index.ts";
import { type Chain, GreetingMessages } from "../tls-keys/greeting.ts";
import type { KeyLog, Secrets } from "../tls-keys/key-log.ts";
import { suiteOf } from "../tls-keys/keys.ts";
import { eachFrame } from "./frames.ts";
import { longHead, PacketKeys } from "./seal.ts";

/** Takes what was opened. */
export interface QuicTake {
  /** Once at most: the certificates of the server. */
  shown(chain: Chain): void;
  /** `tag`: of the datagram that it came in. */
  stream(fromClient: boolean, part: { stream: number; offset: number; bytes: Uint8Array }, tag: unknown): void;
}

/** Datagrams that came before the server's hello; they wait for it. */
const MAX_WAITING = 24;
/** Packets of one side that are tried without success before any was opened; packets and bytes of one side that are opened. */
const MAX_TRIES = 64;
const MAX_PACKETS = 65_536;
const MAX_PLAIN = 1 << 24;
/** Parts of the greeting that came before their turn. */
const MAX_EARLY = 64;

/** One direction. */
class Side {
  early: PacketKeys | undefined;
  handshake: PacketKeys | undefined;
  data: PacketKeys | undefined;
  /** Bytes of the connection ids that this side is called by: of the heads of packets that are sent to it. */
  idLength: number | undefined;
  tries = 0;
  packets = 0;
  opened = 0;
  done = false;
}

export class QuicSession {
  readonly #log: KeyLog;
  readonly #take: QuicTake;
  readonly #up = new Side();
  readonly #down = new Side();
  #secrets: Secrets | undefined;
  #random: Uint8Array | undefined;
  #version = 0;
  #ready = false;
  /** A side said more than is opened: the rest is not read. */
  cut = false;
  #waiting: { readonly fromClient: boolean; readonly bytes: Uint8Array; readonly tag: unknown }[] = [];
  #tag: unknown;
  readonly #greeting: GreetingMessages;
  /** Of the server's greeting: how far it was read, and what came before its turn. */
  #next = 0;
  readonly #early = new Map<number, Uint8Array>();

  constructor(log: KeyLog, take: QuicTake) {
    this.#log = log;
    this.#take = take;
    this.#greeting = new GreetingMessages((chain) => take.shown(chain));
  }

  /** Secrets of this connection are in the log. */
  get known(): boolean {
    return this.#secrets !== undefined;
  }

  get opened(): boolean {
    return this.#up.opened + this.#down.opened > 0;
  }

  /** Something may still be opened. */
  get alive(): boolean {
    return !(this.#up.done && this.#down.done);
  }

  /** Bytes that wait for others. */
  get held(): number {
    let n = this.#greeting.held;
    for (const w of this.#waiting) n += w.bytes.length;
    for (const part of this.#early.values()) n += part.length;
    return n;
  }

  /** The server's hello has not come: what else comes waits for it. */
  get waits(): boolean {
    return this.alive && !this.#ready;
  }

  /** Certificates may still come. */
  get greeting(): boolean {
    return this.alive && (!this.#ready || (this.#down.handshake !== undefined && !this.#greeting.over));
  }

  stop(): void {
    this.#up.done = this.#down.done = true;
    this.#waiting = [];
    this.#early.clear();
  }

  /** The body of the client's hello. */
  client(hello: Uint8Array): void {
    if (this.#random || hello.length < 34) return;
    this.#random = hello.slice(2, 34);
    this.#secrets = this.#log.of(this.#random);
    if (!this.#secrets) this.stop();
  }

  /** The server's hello: from now on everything can be opened. */
  server(hello: ServerHello): void {
    if (this.#ready || !this.#secrets || hello.retry) return;
    const suite = suiteOf(hello.cipher);
    if (!suite?.v13) {
      this.stop();
      return;
    }
    const { early, client, server, clientGreeting, serverGreeting } = this.#secrets;
    const keys = (secret: Uint8Array | undefined): PacketKeys | undefined =>
      secret?.length === suite.hash.outputLen ? new PacketKeys(suite, secret, this.#version) : undefined;
    this.#up.early = keys(early);
    this.#up.handshake = keys(clientGreeting);
    this.#up.data = keys(client);
    this.#down.handshake = keys(serverGreeting);
    this.#down.data = keys(server);
    this.#ready = true;
    for (const { fromClient, bytes, tag } of this.#waiting.splice(0))
      this.datagram(fromClient, bytes, 0, bytes.length, tag);
  }

  /** A datagram whose first packets may be those that everybody can read. */
  datagram(fromClient: boolean, b: Uint8Array, start: number, end: number, tag?: unknown): void {
    const side = fromClient ? this.#up : this.#down;
    if (side.done) return;
    this.#tag = tag;
    if (!this.#ready && this.#waiting.length < MAX_WAITING)
      this.#waiting.push({ fromClient, bytes: b.slice(start, end), tag });
    for (let at = start; at < end && !side.done; ) {
      if ((b[at]! & 0x80) === 0) {
        if (this.#ready) this.#short(side, fromClient, b, at, end);
        return;
      }
      const head = longHead(b, at, end);
      if (!head) return;
      (fromClient ? this.#down : this.#up).idLength ??= head.target;
      // The id by which each wants to be called stands in its own packets; the client makes one up for the server's at first.
      side.idLength = head.source;
      this.#version = head.version;
      if (this.#ready && head.kind === "handshake")
        this.#open(side, fromClient, side.handshake, b, at, head.number, head.end);
      else if (this.#ready && head.kind === "early" && fromClient)
        this.#open(side, fromClient, side.early, b, at, head.number, head.end);
      at = head.end;
    }
  }

  #short(side: Side, fromClient: boolean, b: Uint8Array, at: number, end: number): void {
    const { idLength } = fromClient ? this.#down : this.#up;
    if (idLength !== undefined && (b[at]! & 0x40) !== 0)
      this.#open(side, fromClient, side.data, b, at, at + 1 + idLength, end);
  }

  #open(
    side: Side,
    fromClient: boolean,
    keys: PacketKeys | undefined,
    b: Uint8Array,
    start: number,
    number: number,
    end: number,
  ): void {
    if (!keys) return;
    const plain = keys.open(b, start, number, end);
    if (!plain) {
      if (side.opened === 0 && ++side.tries > MAX_TRIES) side.done = true;
      return;
    }
    side.opened += plain.length;
    const handshake = keys === side.handshake;
    eachFrame(plain, {
      part: (stream, offset, bytes) => {
        if (stream >= 0) this.#take.stream(fromClient, { stream, offset, bytes }, this.#tag);
        else if (handshake && !fromClient) this.#greet(offset, bytes);
      },
    });
    if (side.opened > MAX_PLAIN || ++side.packets > MAX_PACKETS) side.done = this.cut = true;
  }

  /** A part of the server's greeting. */
  #greet(offset: number, bytes: Uint8Array): void {
    if (this.#greeting.over) return;
    if (offset > this.#next) {
      if (this.#early.size < MAX_EARLY) this.#early.set(offset, bytes.slice());
      return;
    }
    if (offset + bytes.length <= this.#next) return;
    this.#greeting.take(bytes.subarray(this.#next - offset));
    this.#next = offset + bytes.length;
    const later = [...this.#early].sort(([a], [b]) => a - b);
    this.#early.clear();
    for (const [at, part] of later) this.#greet(at, part);
  }
}
