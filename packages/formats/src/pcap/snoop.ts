/**
 * Logs of a phone's Bluetooth (btsnoop): a head of 16 bytes, then records with a head of 24 bytes each, big endian, times in microseconds
 * since the year 0. Where a head makes no sense, the next one that does is looked for.
 *
 * Sources: RFC 1761 and its variant in Symbian and Android (`btsnoop_hci.log`); BlueZ, btsnoop (2001: Linux' monitor).
 * @module
 */
import type { Report } from "@contraluz/core";
import { LINK } from "../link/index.ts";
import type { CaptureSink, Packet } from "./types.ts";

export const SNOOP_HEAD = 16;
const RECORD_HEAD = 24;
/** Bytes of one packet: H4 has 64 KiB and a head. */
const MAX_FRAME = 70_000;
/** Bytes that are looked through for the next record. */
const MAX_LOST = 1 << 22;
/** Microseconds from the year 0 to 1970, as Symbian counts; seconds of it, and what is left. */
const EPOCH = 0x00dc_ddb3_0f2f_8000n;

const MAGIC = "btsnoop\0";

/** True for the first bytes of such a log. */
export function looksLikeBtsnoop(head: Uint8Array): boolean {
  return head.length >= 8 && String.fromCharCode(...head.subarray(0, 8)) === MAGIC;
}

/** What a log holds, by its number: with the kind of packet before each (1002), without (1001), Linux' monitor (2001). */
const [BARE, H4, MONITOR] = [1001, 1002, 2001];

/** Reads pieces of a file; each call says how many bytes of what it got are done with. */
export class SnoopReader {
  readonly #sink: CaptureSink;
  readonly #report: Report;
  readonly #packet: Packet;
  #kind = 0;
  #lost = 0;
  #ended = false;

  constructor(sink: CaptureSink, report: Report, packet: Packet) {
    this.#sink = sink;
    this.#report = report;
    this.#packet = packet;
  }

  #linkOf(flags: number): number {
    switch (this.#kind) {
      case H4:
        return LINK.hciH4;
      case BARE:
        // Bit 0: it came from the radio; bit 1: a command or an event.
        return (flags & 3) === 3 ? LINK.hciEvent : LINK.hciOther;
      case MONITOR:
        return (flags & 0xffff) === 3 ? LINK.hciEvent : LINK.hciOther;
      default:
        return LINK.hciOther;
    }
  }

  #head(v: DataView): void {
    this.#kind = v.getUint32(12);
    this.#sink.note({ kind: "interface", iface: 0, link: this.#linkOf(3) });
  }

  #likely(v: DataView, at: number): boolean {
    const [length, kept] = [v.getUint32(at), v.getUint32(at + 4)];
    if (kept === 0 || kept > MAX_FRAME || length < kept || length > MAX_FRAME) return false;
    const time = v.getBigInt64(at + 16) - EPOCH;
    return time > -EPOCH && time < 1n << 53n;
  }

  /** `at`: where `b` lies in the file. */
  take(b: Uint8Array, at: number): number {
    const v = new DataView(b.buffer, b.byteOffset, b.length);
    let from = 0;
    if (at === 0) {
      if (b.length < SNOOP_HEAD) return 0;
      this.#head(v);
      from = SNOOP_HEAD;
    }
    const p = this.#packet;
    while (!this.#ended && from + RECORD_HEAD <= b.length) {
      const kept = v.getUint32(from + 4);
      if (!this.#likely(v, from)) {
        if (this.#lost++ === 0)
          this.#report({
            code: "capture-damaged",
            offset: at + from,
            found: `a frame of ${kept} B`,
            expected: `<= ${MAX_FRAME} B`,
            lost: "bytes",
          });
        if (this.#lost > MAX_LOST) this.#ended = true;
        from++;
        continue;
      }
      const end = from + RECORD_HEAD + kept;
      if (end > b.length) break;
      this.#lost = 0;
      const micros = Number(v.getBigInt64(from + 16) - EPOCH);
      p.number++;
      p.offset = at + from;
      p.seconds = Math.max(0, Math.floor(micros / 1e6));
      p.nanos = Math.max(0, micros - p.seconds * 1e6) * 1000;
      p.link = this.#linkOf(v.getUint32(from + 8));
      p.bytes = b;
      p.start = from + RECORD_HEAD;
      p.end = end;
      p.length = v.getUint32(from);
      this.#sink.packet(p);
      from = end;
    }
    return this.#ended ? b.length : from;
  }
}
