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
/** Bytes beyond a piece that memory is made for. */
const ROOM = 65_536;

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
  #memory: Uint8Array = NOTHING;
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
    if (this.#rest.length > 0) bytes = this.#joined(chunk);
    if (!this.#reader) {
      if (bytes.length < FILE_HEAD) {
        this.#rest = this.#keep(bytes);
        return true;
      }
      const format = captureFormat(bytes);
      if (!format) {
        // Small pieces: it may be one whose second record is still to come.
        this.#none = bytes.length >= LOOK;
        this.#rest = this.#none ? NOTHING : this.#keep(bytes);
        return !this.#none;
      }
      const Reader = READERS[format];
      this.#reader = new Reader(this.#sink, this.#report, this.#packet);
    }
    const told = this.#reader.take(bytes, this.#at);
    const done = Math.min(told, bytes.length);
    this.#at += done;
    this.#skip += told - done;
    this.#rest = done < bytes.length ? this.#keep(bytes.subarray(done)) : NOTHING;
    return true;
  }

  /** What was left and the next piece, in memory that is used for all pieces: each would be new otherwise, and a capture has thousands. */
  #joined(chunk: Uint8Array): Uint8Array {
    const rest = this.#rest.length;
    const size = rest + chunk.length;
    if (size > this.#memory.length) {
      const larger = new Uint8Array(size + ROOM);
      larger.set(this.#rest);
      this.#memory = larger;
    }
    this.#memory.set(chunk, rest);
    return this.#memory.subarray(0, size);
  }

  /** What is left goes to the front of that memory: a source may fill its own again. */
  #keep(rest: Uint8Array): Uint8Array {
    if (rest.length > this.#memory.length) this.#memory = new Uint8Array(rest.length + ROOM);
    this.#memory.set(rest);
    return this.#memory.subarray(0, rest.length);
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
