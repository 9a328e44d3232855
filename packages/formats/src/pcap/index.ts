/**
 * Captures of networks and radios: pcap and pcapng, both byte orders, and logs of Bluetooth (btsnoop, PacketLogger),
 * in pieces of any size. `link` numbers what a frame is.
 * @example
 * const reader = new CaptureReader({ packet: (p) => void n++, note: () => {} }, report);
 * for await (const chunk of chunksOf(source)) reader.take(chunk);
 * reader.end();
 * @module
 */
import type { Report } from "@contraluz/core";
import { ClassicReader, FILE_HEAD } from "./classic.ts";
import { captureFormat } from "./head.ts";
import { NgReader } from "./ng.ts";
import { PacketLoggerReader } from "./packetlogger.ts";
import { SnoopReader } from "./snoop.ts";
import type { CaptureSink, Packet } from "./types.ts";

export { type CaptureFormat, captureFormat } from "./head.ts";
export { readSnooz, SNOOZ_BEGIN, SNOOZ_END, type SnoozHead, snoozHead } from "./snooz.ts";
export type * from "./types.ts";

const READERS = {
  pcap: ClassicReader,
  pcapng: NgReader,
  btsnoop: SnoopReader,
  packetlogger: PacketLoggerReader,
} as const;
/** Bytes by which a file without a sign of its own is known, where it has so many. */
const LOOK = 4096;
const NOTHING: Uint8Array = new Uint8Array(0);

/** Reads a capture in pieces. Damage is reported; what can be read after it is read. */
export class CaptureReader {
  readonly #sink: CaptureSink;
  readonly #report: Report;
  readonly #packet: Packet = {
    number: 0,
    offset: 0,
    seconds: 0,
    nanos: 0,
    link: 0,
    iface: 0,
    bytes: NOTHING,
    start: 0,
    end: 0,
    length: 0,
    comment: undefined,
  };
  #reader: ClassicReader | NgReader | SnoopReader | PacketLoggerReader | undefined;
  /** What is not done with, and where it begins in the file. */
  #rest: Uint8Array = NOTHING;
  #at = 0;
  /** Bytes to pass over before the next block. */
  #skip = 0;
  #none = false;

  constructor(sink: CaptureSink, report: Report) {
    this.#sink = sink;
    this.#report = report;
  }

  /** Frames read so far. */
  get packets(): number {
    return this.#packet.number;
  }

  /** The next piece of the file. False if the file is no capture. */
  take(chunk: Uint8Array): boolean {
    if (this.#none) return false;
    let bytes = chunk;
    if (this.#skip > 0) {
      const over = Math.min(this.#skip, chunk.length);
      this.#skip -= over;
      this.#at += over;
      bytes = chunk.subarray(over);
    }
    if (this.#rest.length > 0) {
      bytes = new Uint8Array(this.#rest.length + chunk.length);
      bytes.set(this.#rest);
      bytes.set(chunk, this.#rest.length);
    }
    if (!this.#reader) {
      if (bytes.length < FILE_HEAD) {
        this.#rest = bytes.slice();
        return true;
      }
      const format = captureFormat(bytes);
      if (!format) {
        // Small pieces: it may be one whose second record is still to come.
        this.#none = bytes.length >= LOOK;
        this.#rest = this.#none ? NOTHING : bytes.slice();
        return !this.#none;
      }
      const Reader = READERS[format];
      this.#reader = new Reader(this.#sink, this.#report, this.#packet);
    }
    const told = this.#reader.take(bytes, this.#at);
    const done = Math.min(told, bytes.length);
    this.#at += done;
    this.#skip += told - done;
    // A source may fill the same memory again.
    this.#rest = done < bytes.length ? bytes.slice(done) : NOTHING;
    return true;
  }

  /** No more comes. False if the file was no capture. */
  end(): boolean {
    if (!this.#reader) return false;
    if (this.#rest.length > 0)
      this.#report({
        code: "capture-damaged",
        offset: this.#at,
        found: `${this.#rest.length} B at the end`,
        lost: "bytes",
      });
    return true;
  }
}
