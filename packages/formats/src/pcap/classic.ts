/**
 * Classic pcap: a head of 24 bytes, then frames with a head of 16 bytes each. Where a head makes no sense, the next one that does is
 * looked for.
 * Source: draft-ietf-opsawg-pcap, sections 4 and 5.
 * @module
 */
import type { Report } from "@contraluz/core";
import { classicMagic } from "./head.ts";
import type { CaptureSink, Packet } from "./types.ts";

export const FILE_HEAD = 24;
const RECORD_HEAD = 16;
/** Bytes of one frame: libpcap's MAXIMUM_SNAPLEN, and that of USB captures. */
const MAX_FRAME = 1 << 18;
/** Seconds by which a frame that is looked for may differ from the last one that was read. */
const NEAR = 400 * 86_400;
/** Bytes that are looked through for the next frame. */
const MAX_LOST = 1 << 22;

/** Reads pieces of a file; each call says how many bytes of what it got are done with. */
export class ClassicReader {
  readonly #sink: CaptureSink;
  readonly #report: Report;
  readonly #packet: Packet;
  #little = true;
  #nanos = false;
  #began = false;
  /** Time of the first frame: the last one's may be wild. */
  #first = 0;
  #lost = 0;
  #ended = false;

  constructor(sink: CaptureSink, report: Report, packet: Packet) {
    this.#sink = sink;
    this.#report = report;
    this.#packet = packet;
  }

  #head(b: Uint8Array): void {
    const { little, nanos } = classicMagic(b)!;
    this.#little = little;
    this.#nanos = nanos;
    // The upper bits say how long the check value of a frame is, not what a frame is.
    this.#packet.link = new DataView(b.buffer, b.byteOffset, b.length).getUint32(20, little) & 0xffff;
    this.#sink.note({ kind: "interface", iface: 0, link: this.#packet.link });
    this.#began = true;
  }

  /** True if a head at `at` makes sense after what was read. */
  #likely(v: DataView, at: number): boolean {
    const kept = v.getUint32(at + 8, this.#little);
    const length = v.getUint32(at + 12, this.#little);
    if (kept > MAX_FRAME || kept === 0 || length < kept || length > 1 << 24) return false;
    if (v.getUint32(at + 4, this.#little) >= (this.#nanos ? 1e9 : 1e6)) return false;
    const seconds = v.getUint32(at, this.#little);
    const near = (other: number): boolean => Math.abs(seconds - other) < NEAR;
    return this.#packet.number === 0 || near(this.#packet.seconds) || near(this.#first);
  }

  /** `at`: where `b` lies in the file. */
  take(b: Uint8Array, at: number): number {
    let from = 0;
    if (!this.#began) {
      if (b.length < FILE_HEAD) return 0;
      this.#head(b);
      from = FILE_HEAD;
    }
    const v = new DataView(b.buffer, b.byteOffset, b.length);
    const p = this.#packet;
    const little = this.#little;
    while (!this.#ended && from + RECORD_HEAD <= b.length) {
      const kept = v.getUint32(from + 8, little);
      const length = v.getUint32(from + 12, little);
      const frac = v.getUint32(from + 4, little);
      // A wild time alone costs no frame, as long as its lengths make sense.
      const wild = frac >= (this.#nanos ? 1e9 : 1e6) && (kept === 0 || length < kept || length > 1 << 24);
      if (this.#lost > 0 ? !this.#likely(v, from) : kept > MAX_FRAME || wild) {
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
      p.number++;
      p.offset = at + from;
      p.seconds = v.getUint32(from, little);
      if (p.number === 1) this.#first = p.seconds;
      p.nanos = this.#nanos ? frac : frac * 1000;
      p.bytes = b;
      p.start = from + RECORD_HEAD;
      p.end = end;
      p.length = length;
      this.#sink.packet(p);
      from = end;
    }
    return this.#ended ? b.length : from;
  }
}
