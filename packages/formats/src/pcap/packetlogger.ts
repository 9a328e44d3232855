/**
 * What Apple's systems write of their Bluetooth (PacketLogger, `.pklg`; also in a sysdiagnose of an iPhone with Apple's profile for Bluetooth): records
 * with a head of 13 bytes and nothing before the first, big endian or, from newer systems, little endian. Where a head makes no sense, the next
 * one that does is looked for.
 *
 * Sources: Wireshark, wiretap/packetlogger.c and packet-packetlogger.c; BlueKitchen, dump_pklg.py (facts of the format alone).
 * @module
 */
import type { Report } from "@contraluz/core";
import { LINK } from "../link/index.ts";
import type { CaptureSink, Packet } from "./types.ts";

/** Length of what follows, seconds, microseconds, kind. */
const HEAD = 13;
/** Bytes of the head that the length counts. */
const COUNTED = 9;
const MAX_FRAME = 70_000;
/** Bytes that are looked through for the next record. */
const MAX_LOST = 1 << 22;
/** Of 2001 to 2100: such a file has no other sign at its beginning. */
const [SINCE, UNTIL] = [978_307_200, 4_102_444_800];
const EVENT = 1;
/** Kinds of records: commands and data of Bluetooth, then notes of the system. */
const KINDS: ReadonlySet<number> = new Set([
  0, 1, 2, 3, 8, 9, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0xf7, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe, 0xff,
]);
const ENOUGH = 2;

interface Head {
  readonly size: number;
  readonly seconds: number;
  readonly micros: number;
  readonly kind: number;
}

/** The head of a record at `at`; undefined where it makes none. */
function headAt(v: DataView, at: number, little: boolean): Head | undefined {
  if (at + HEAD > v.byteLength) return undefined;
  const length = v.getUint32(at, little);
  const [seconds, micros, kind] = [v.getUint32(at + 4, little), v.getUint32(at + 8, little), v.getUint8(at + 12)];
  if (length < COUNTED || length > MAX_FRAME || seconds < SINCE || seconds >= UNTIL) return undefined;
  return micros < 1e6 && KINDS.has(kind) ? { size: length - COUNTED, seconds, micros, kind } : undefined;
}

/**
 * Whether bytes begin as such a file does, and how its numbers are written: two records in a row make sense, or the only one that there is.
 */
export function packetLoggerOrder(head: Uint8Array): "little" | "big" | undefined {
  const v = new DataView(head.buffer, head.byteOffset, head.length);
  for (const order of ["big", "little"] as const) {
    let at = 0;
    for (let n = 0; ; n++) {
      const h = headAt(v, at, order === "little");
      if (!h) {
        // What is left does not hold a head: it was cut there, or the file ends.
        const over = at >= head.length || (n > 0 && head.length - at < HEAD);
        if (n >= ENOUGH || (n > 0 && over)) return order;
        break;
      }
      if (n + 1 >= ENOUGH) return order;
      at += HEAD + h.size;
    }
  }
  return undefined;
}

/** Reads pieces of a file; each call says how many bytes of what it got are done with. */
export class PacketLoggerReader {
  readonly #sink: CaptureSink;
  readonly #report: Report;
  readonly #packet: Packet;
  #little = false;
  #lost = 0;
  #ended = false;

  constructor(sink: CaptureSink, report: Report, packet: Packet) {
    this.#sink = sink;
    this.#report = report;
    this.#packet = packet;
  }

  /** `at`: where `b` lies in the file. */
  take(b: Uint8Array, at: number): number {
    const v = new DataView(b.buffer, b.byteOffset, b.length);
    if (at === 0) {
      this.#little = packetLoggerOrder(b) === "little";
      this.#sink.note({ kind: "interface", iface: 0, link: LINK.hciEvent });
    }
    const p = this.#packet;
    let from = 0;
    while (!this.#ended && from + HEAD <= b.length) {
      const h = headAt(v, from, this.#little);
      if (!h) {
        if (this.#lost++ === 0)
          this.#report({
            code: "capture-damaged",
            offset: at + from,
            expected: "a record of PacketLogger",
            lost: "bytes",
          });
        if (this.#lost > MAX_LOST) this.#ended = true;
        from++;
        continue;
      }
      const end = from + HEAD + h.size;
      if (end > b.length) break;
      this.#lost = 0;
      p.number++;
      p.offset = at + from;
      p.seconds = h.seconds;
      p.nanos = h.micros * 1000;
      p.link = h.kind === EVENT ? LINK.hciEvent : LINK.hciOther;
      p.bytes = b;
      p.start = from + HEAD;
      p.end = end;
      p.length = h.size;
      this.#sink.packet(p);
      from = end;
    }
    return this.#ended ? b.length : from;
  }
}
