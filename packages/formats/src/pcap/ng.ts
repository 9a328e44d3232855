/**
 * pcapng: blocks with their length before and after; a section has its own byte order and interfaces, and others may follow.
 * Source: draft-ietf-opsawg-pcapng, sections 3 and 4; 4.7 (obsolete packet block: appendix).
 * @module
 */
import type { Report } from "@contraluz/core";
import { nanosOf, own, secondsOf } from "@contraluz/core";
import type { CaptureNote, CaptureSink, Packet } from "./types.ts";

const SECTION = 0x0a0d0d0a;
const [INTERFACE, OLD_PACKET, SIMPLE, NAMES, STATISTICS, PACKET, SECRETS] = [1, 2, 3, 4, 5, 6, 10];
/** Bytes of one block that is read; of a frame libpcap keeps 2^18 at most. Larger ones are passed over. */
const MAX_BLOCK = 1 << 20;
/** `TLSK`: a key log of TLS (pcapng, 4.7). */
const KEY_LOG = 0x544c534b;
/** Interfaces of one section; a laptop has ten. */
const MAX_INTERFACES = 4096;
/** Names of one file, and letters of one. */
const MAX_NAMES = 100_000;
const MAX_TEXT = 1000;

interface Interface {
  readonly link: number;
  readonly snap: number;
  /** Ticks of a second. */
  readonly ticks: number;
  readonly offset: number;
}

/** Two halves of a 64-bit count of ticks. */
const ticks64 = new BigInt64Array(1);
const halves = new Uint32Array(ticks64.buffer);
ticks64[0] = 1n;
const [LOW, HIGH] = halves[0] === 1 ? [0, 1] : [1, 0];

const utf8 = new TextDecoder("utf-8");
const textOf = (b: Uint8Array): string => own(utf8.decode(b.subarray(0, MAX_TEXT)).split("\0")[0]!);

const padded = (n: number): number => (n + 3) & ~3;

/** The key log in a block of secrets; other kinds (WireGuard, ZigBee) are not read. */
function keyLogOf(b: Uint8Array, v: DataView, body: number, end: number, little: boolean): { text?: Uint8Array } {
  if (body + 8 > end || v.getUint32(body, little) !== KEY_LOG) return {};
  return { text: b.subarray(body + 8, Math.min(end, body + 8 + v.getUint32(body + 4, little))) };
}

/** Options of a block: code and value, until the end. */
function* options(
  b: Uint8Array,
  v: DataView,
  from: number,
  end: number,
  little: boolean,
): Generator<[number, Uint8Array]> {
  for (let at = from; at + 4 <= end; ) {
    const code = v.getUint16(at, little);
    const length = v.getUint16(at + 2, little);
    if (code === 0 || at + 4 + length > end) return;
    yield [code, b.subarray(at + 4, at + 4 + length)];
    at += 4 + padded(length);
  }
}

/** Reads pieces of a file; each call says how many bytes are done with, which may be more than it got. */
export class NgReader {
  readonly #sink: CaptureSink;
  readonly #report: Report;
  readonly #packet: Packet;
  #little = true;
  #interfaces: Interface[] = [];
  #names = 0;
  #ended = false;

  constructor(sink: CaptureSink, report: Report, packet: Packet) {
    this.#sink = sink;
    this.#report = report;
    this.#packet = packet;
  }

  #damaged(offset: number, found: string): void {
    this.#report({ code: "capture-damaged", offset, found, lost: "bytes" });
  }

  take(b: Uint8Array, at: number): number {
    const v = new DataView(b.buffer, b.byteOffset, b.length);
    let from = 0;
    while (!this.#ended && from + 12 <= b.length) {
      // The type of a section reads the same in both orders.
      if (v.getUint32(from) === SECTION) this.#little = v.getUint32(from + 8, true) === 0x1a2b3c4d;
      const length = v.getUint32(from + 4, this.#little);
      if (length < 12 || length % 4 !== 0) {
        this.#damaged(at + from, `a block of ${length} B`);
        this.#ended = true;
        break;
      }
      if (length > MAX_BLOCK) {
        const [found, expected] = [`a block of ${length} B`, `<= ${MAX_BLOCK} B`];
        this.#report({ code: "capture-damaged", offset: at + from, found, expected, lost: "bytes" });
        return from + length;
      }
      if (from + length > b.length) break;
      if (v.getUint32(from + length - 4, this.#little) !== length)
        this.#damaged(at + from, "two lengths of one block that differ");
      this.#block(b, v, from, from + length - 4, at);
      from += length;
    }
    return this.#ended ? b.length : from;
  }

  /** `end`: of its body. */
  #block(b: Uint8Array, v: DataView, from: number, end: number, at: number): void {
    const little = this.#little;
    const body = from + 8;
    const room = end - body;
    switch (v.getUint32(from, little)) {
      case SECTION:
        this.#interfaces = [];
        if (room >= 16) this.#section(b, v, body + 16, end);
        return;
      case INTERFACE:
        if (room >= 8) this.#interface(b, v, body, end);
        return;
      case PACKET:
      case OLD_PACKET:
        if (room >= 20) this.#frame(b, v, from, end, at);
        return;
      case SIMPLE:
        if (room >= 4) this.#simple(b, v, from, end, at);
        return;
      case NAMES:
        this.#nameList(b, v, body, end, at);
        return;
      case STATISTICS:
        for (const [code, value] of options(b, v, body + 12, end, little))
          if (code === 5 && value.length === 8) {
            const count = new DataView(value.buffer, value.byteOffset, 8).getBigUint64(0, little);
            if (count > 0n)
              this.#sink.note({ kind: "dropped", iface: v.getUint32(body, little), count: Number(count) });
          }
        return;
      case SECRETS:
        this.#sink.note({ kind: "secrets", length: room, offset: at + from, ...keyLogOf(b, v, body, end, little) });
        return;
      default:
    }
  }

  #section(b: Uint8Array, v: DataView, from: number, end: number): void {
    const said: { comment?: string; hardware?: string; os?: string; application?: string } = {};
    for (const [code, value] of options(b, v, from, end, this.#little)) {
      if (code === 1) said.comment = textOf(value);
      else if (code === 2) said.hardware = textOf(value);
      else if (code === 3) said.os = textOf(value);
      else if (code === 4) said.application = textOf(value);
    }
    this.#sink.note({ kind: "section", ...said });
  }

  #interface(b: Uint8Array, v: DataView, from: number, end: number): void {
    if (this.#interfaces.length >= MAX_INTERFACES) return;
    let ticks = 1e6;
    let offset = 0;
    const said: { name?: string; os?: string } = {};
    for (const [code, value] of options(b, v, from + 8, end, this.#little)) {
      if (code === 9 && value.length === 1) ticks = value[0]! & 0x80 ? 2 ** (value[0]! & 0x7f) : 10 ** value[0]!;
      else if (code === 14 && value.length === 8)
        offset = Number(new DataView(value.buffer, value.byteOffset, 8).getBigInt64(0, this.#little));
      else if (code === 2) said.name = textOf(value);
      else if (code === 12) said.os = textOf(value);
    }
    const link = v.getUint16(from, this.#little);
    this.#interfaces.push({ link, snap: v.getUint32(from + 4, this.#little), ticks, offset });
    const note: CaptureNote = { kind: "interface", iface: this.#interfaces.length - 1, link, ...said };
    this.#sink.note(note);
  }

  #time(high: number, low: number, { ticks, offset }: Interface): void {
    const p = this.#packet;
    if (ticks === 1e6 && high < 0x20_0000) {
      // 53 bits are enough for microseconds.
      const all = high * 4_294_967_296 + low;
      p.seconds = Math.floor(all / 1e6);
      p.nanos = (all - p.seconds * 1e6) * 1000;
    } else if (ticks === 1e9 && high < 0x8000_0000) {
      halves[HIGH] = high;
      halves[LOW] = low;
      p.seconds = secondsOf(ticks64[0]!);
      p.nanos = nanosOf(ticks64[0]!, p.seconds);
    } else {
      const all = high * 4_294_967_296 + low;
      p.seconds = Math.floor(all / ticks);
      p.nanos = Math.min(999_999_999, Math.max(0, Math.floor(((all - p.seconds * ticks) / ticks) * 1e9)));
    }
    p.seconds += offset;
    if (!(p.seconds >= 0 && p.seconds < 2 ** 33)) p.seconds = p.nanos = 0;
  }

  #give(b: Uint8Array, from: number, start: number, kept: number, length: number, at: number): void {
    const p = this.#packet;
    p.number++;
    p.offset = at + from;
    p.bytes = b;
    p.start = start;
    p.end = start + kept;
    p.length = length;
    this.#sink.packet(p);
  }

  #frame(b: Uint8Array, v: DataView, from: number, end: number, at: number): void {
    const little = this.#little;
    const body = from + 8;
    const old = v.getUint32(from, little) === OLD_PACKET;
    const iface = old ? v.getUint16(body, little) : v.getUint32(body, little);
    const of = this.#interfaces[iface];
    if (!of) {
      this.#damaged(at + from, `a frame of interface ${iface}`);
      return;
    }
    const kept = v.getUint32(body + 12, little);
    if (body + 20 + kept > end) {
      this.#damaged(at + from, `a frame of ${kept} B in a block of ${end - from + 4}`);
      return;
    }
    const p = this.#packet;
    p.iface = iface;
    p.link = of.link;
    this.#time(v.getUint32(body + 4, little), v.getUint32(body + 8, little), of);
    p.comment = undefined;
    const rest = body + 20 + padded(kept);
    if (rest < end)
      for (const [code, value] of options(b, v, rest, end, little)) if (code === 1) p.comment ??= textOf(value);
    this.#give(b, from, body + 20, kept, v.getUint32(body + 16, little), at);
  }

  #simple(b: Uint8Array, v: DataView, from: number, end: number, at: number): void {
    const of = this.#interfaces[0];
    if (!of) return;
    const length = v.getUint32(from + 8, this.#little);
    const p = this.#packet;
    p.iface = 0;
    p.link = of.link;
    // It has no time of its own.
    p.seconds = p.nanos = 0;
    p.comment = undefined;
    const kept = Math.min(length, of.snap === 0 ? length : of.snap, end - from - 12);
    this.#give(b, from, from + 12, kept, length, at);
  }

  #nameList(b: Uint8Array, v: DataView, from: number, end: number, at: number): void {
    for (let i = from; i + 4 <= end; ) {
      const type = v.getUint16(i, this.#little);
      const length = v.getUint16(i + 2, this.#little);
      const value = i + 4;
      if (type === 0 || value + length > end) return;
      const size = type === 1 ? 4 : type === 2 ? 16 : 0;
      if (size > 0 && length > size && this.#names++ < MAX_NAMES) {
        const address = b.subarray(value, value + size);
        const names = textOf(b.subarray(value + size, value + length));
        const text =
          size === 4
            ? address.join(".")
            : Array.from({ length: 8 }, (_, n) => ((address[2 * n]! << 8) | address[2 * n + 1]!).toString(16)).join(
                ":",
              );
        if (names !== "") this.#sink.note({ kind: "name", address: text, name: names, offset: at + i });
      }
      i = value + padded(length);
    }
  }
}
