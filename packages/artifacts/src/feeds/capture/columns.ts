/**
 * What is known of each connection, as columns of numbers: a capture has 65,536 at once, and an object for each would be most of the
 * memory. What few of them need (a reader, what waits) is an object of those few.
 * @module
 */
import { larger } from "./flows.ts";
import { BUSY, LARGE, ShapeMeter } from "./shape.ts";
import type { Stream } from "./stream.ts";
import type { TcpReader, UdpState } from "./talk.ts";

/** Bits of `flags`. */
export const IS_TCP = 1;
/** The first address of the key is the client's. */
export const STRAIGHT = 2;
/** The beginning was seen; the end was. */
export const OPENED = 4;
export const CLOSED = 8;
/** No more is read of it. */
export const DEAF = 16;
export const CLIENT_MAC = 32;
export const SERVER_MAC = 64;

/** Slots at first. */
const FIRST = 1024;

/** What is read of a connection while it is read. */
export interface Reading {
  reader: TcpReader | undefined;
  state: UdpState | undefined;
  /** Of the client, of the server; undefined before it is known whether anybody reads it. */
  up: Stream | undefined;
  down: Stream | undefined;
  /** Bytes that wait for others, its streams' and its reader's. */
  held: number;
}

/** Names of what is spoken, each with its number; few, and all of this program. */
const APPS: string[] = [""];
const APP_NUMBERS = new Map<string, number>();

const wide = (a: Float64Array): Float64Array => larger(a, new Float64Array(2 * a.length));
const whole = (a: Uint32Array): Uint32Array => larger(a, new Uint32Array(2 * a.length));
const small = (a: Uint8Array): Uint8Array => larger(a, new Uint8Array(2 * a.length));

export class FlowColumns {
  number: Uint32Array = new Uint32Array(FIRST);
  packet: Uint32Array = new Uint32Array(FIRST);
  offset: Float64Array = new Float64Array(FIRST);
  firstSeconds: Float64Array = new Float64Array(FIRST);
  firstNanos: Float64Array = new Float64Array(FIRST);
  lastSeconds: Float64Array = new Float64Array(FIRST);
  lastNanos: Float64Array = new Float64Array(FIRST);
  upPackets: Uint32Array = new Uint32Array(FIRST);
  upBytes: Float64Array = new Float64Array(FIRST);
  downPackets: Uint32Array = new Uint32Array(FIRST);
  downBytes: Float64Array = new Float64Array(FIRST);
  /** Six bytes of the client, six of the server. */
  macs: Uint8Array = new Uint8Array(12 * FIRST);
  flags: Uint8Array = new Uint8Array(FIRST);
  /** Datagrams that somebody looked at; it stays at 255. */
  looks: Uint8Array = new Uint8Array(FIRST);
  #app: Uint8Array = new Uint8Array(FIRST);
  /** What went up before it was enough for a shape: packets, large ones, the last second and its bytes. */
  #carrying: Uint32Array = new Uint32Array(FIRST);
  #large: Uint32Array = new Uint32Array(FIRST);
  #second: Float64Array = new Float64Array(FIRST);
  #inSecond: Float64Array = new Float64Array(FIRST);
  readonly #shapes: (ShapeMeter | undefined)[] = [];
  readonly host: (string | undefined)[] = [];
  readonly resolved: (string | undefined)[] = [];
  readonly reading: (Reading | undefined)[] = [];

  /** Makes room for a slot, and forgets what was there. */
  clear(slot: number): void {
    if (slot >= this.flags.length) this.#grow();
    this.upPackets[slot] = this.upBytes[slot] = this.downPackets[slot] = this.downBytes[slot] = 0;
    this.flags[slot] = this.looks[slot] = this.#app[slot] = 0;
    this.#carrying[slot] = this.#large[slot] = this.#inSecond[slot] = 0;
    this.#second[slot] = -1;
    this.#shapes[slot] = this.host[slot] = this.resolved[slot] = this.reading[slot] = undefined;
  }

  #grow(): void {
    this.number = whole(this.number);
    this.packet = whole(this.packet);
    this.offset = wide(this.offset);
    this.firstSeconds = wide(this.firstSeconds);
    this.firstNanos = wide(this.firstNanos);
    this.lastSeconds = wide(this.lastSeconds);
    this.lastNanos = wide(this.lastNanos);
    this.upPackets = whole(this.upPackets);
    this.upBytes = wide(this.upBytes);
    this.downPackets = whole(this.downPackets);
    this.downBytes = wide(this.downBytes);
    this.macs = small(this.macs);
    this.flags = small(this.flags);
    this.looks = small(this.looks);
    this.#app = small(this.#app);
    this.#carrying = whole(this.#carrying);
    this.#large = whole(this.#large);
    this.#second = wide(this.#second);
    this.#inSecond = wide(this.#inSecond);
  }

  /** A packet that went up with so many bytes of payload. A shape is measured once a second of it could be busy. */
  carry(slot: number, seconds: number, nanos: number, bytes: number): void {
    let shape = this.#shapes[slot];
    if (!shape) {
      if (this.upBytes[slot]! < BUSY) {
        this.#carrying[slot]!++;
        if (bytes >= LARGE) this.#large[slot]!++;
        if (this.#second[slot] !== seconds) {
          this.#second[slot] = seconds;
          this.#inSecond[slot] = 0;
        }
        this.#inSecond[slot]! += bytes;
        return;
      }
      const before = this.upBytes[slot]! - bytes;
      shape = new ShapeMeter();
      shape.begin(this.#carrying[slot]!, this.#large[slot]!, before, this.#second[slot]!, this.#inSecond[slot]!);
      this.#shapes[slot] = shape;
    }
    shape.add(seconds, nanos, bytes);
  }

  shape(slot: number): ShapeMeter | undefined {
    return this.#shapes[slot];
  }

  /** What it speaks; the first answer counts. */
  speaks(slot: number, app: string): void {
    if (this.#app[slot] !== 0) return;
    let n = APP_NUMBERS.get(app);
    if (n === undefined) {
      if (APPS.length > 255) return;
      n = APPS.push(app) - 1;
      APP_NUMBERS.set(app, n);
    }
    this.#app[slot] = n;
  }

  app(slot: number): string | undefined {
    const n = this.#app[slot]!;
    return n === 0 ? undefined : APPS[n];
  }

  /** What is read of a connection, made where nothing was. */
  open(slot: number): Reading {
    return (this.reading[slot] ??= { reader: undefined, state: undefined, up: undefined, down: undefined, held: 0 });
  }
}
