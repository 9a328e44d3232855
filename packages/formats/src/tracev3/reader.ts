/**
 * Reads a log file (tracev3) front to back from pieces of any size. Holds one chunk, one unpacked chunk set and one catalog.
 * @module
 */
import type { Report } from "@contraluz/core";
import { align8, u32 } from "./bytes.ts";
import { type Catalog, readCatalog } from "./catalog.ts";
import { readOversize, readSimpleDump, readStateDump } from "./dumps.ts";
import { newEntry, readFirehose } from "./firehose.ts";
import { readHeader } from "./header.ts";
import { type Unpacked, unpack } from "./lz4.ts";
import type { LogSink } from "./types.ts";

const HEAD = 16;
const HEADER = 0x1000;
const CATALOG = 0x600b;
const CHUNK_SET = 0x600d;
const FIREHOSE = 0x6001;
const OVERSIZE = 0x6002;
const STATE_DUMP = 0x6003;
const SIMPLE_DUMP = 0x6004;

/** Bytes of one chunk. A catalog cannot be larger than its 16-bit offsets allow by much, a chunk set is 64 KB unpacked. */
export const MAX_CHUNK: number = 8 * 1024 * 1024;

export class LogReader {
  readonly #sink: LogSink;
  readonly #report: Report;
  readonly #entry = newEntry();
  readonly #unpacked: Unpacked = { bytes: new Uint8Array(0), length: 0 };
  #catalog: Catalog | undefined;
  #buffer: Uint8Array = new Uint8Array(0);
  #from = 0;
  #to = 0;
  /** Bytes of the file before `#buffer[#from]`. */
  #offset = 0;
  /** Looking for the next chunk behind damage. */
  #lost = false;
  #some = false;
  /** Where the chunk that is read now stands in the file, with its head. */
  place: { readonly offset: number; readonly length: number } = { offset: 0, length: 0 };

  constructor(sink: LogSink, report: Report) {
    this.#sink = sink;
    this.#report = report;
  }

  /** True once a chunk of the format was seen. */
  get some(): boolean {
    return this.#some;
  }

  push(piece: Uint8Array): void {
    const left = this.#to - this.#from;
    const need = left + piece.length;
    if (need > this.#buffer.length) {
      const grown = new Uint8Array(Math.max(need, Math.min(2 * this.#buffer.length, 2 * MAX_CHUNK), 64 * 1024));
      grown.set(this.#buffer.subarray(this.#from, this.#to));
      this.#buffer = grown;
      this.#from = 0;
    } else if (this.#to + piece.length > this.#buffer.length) {
      this.#buffer.copyWithin(0, this.#from, this.#to);
      this.#from = 0;
    }
    this.#buffer.set(piece, this.#from + left);
    this.#to = this.#from + need;
    this.#run(false);
  }

  end(): void {
    this.#run(true);
    if (this.#to > this.#from && !this.#lost)
      this.#damaged(`${this.#to - this.#from} B of a chunk that is cut`, "bytes");
    if (!this.#some && !this.#lost) this.#damaged("no chunk", "file");
    this.#from = this.#to = 0;
  }

  #damaged(found: string, lost: "bytes" | "file" | "row"): void {
    this.#report({ code: "log-damaged", offset: this.#offset, found, lost });
  }

  #skip(length: number): void {
    this.#from += length;
    this.#offset += length;
  }

  #run(ended: boolean): void {
    while (this.#to - this.#from >= HEAD) {
      const b = this.#buffer;
      const tag = u32(b, this.#from);
      const length = u32(b, this.#from + 8);
      const possible = (tag >>> 12 === 1 || tag >>> 12 === 6) && u32(b, this.#from + 12) === 0 && length <= MAX_CHUNK;
      const known = tag === HEADER || tag === CATALOG || tag === CHUNK_SET;
      if (!possible || (this.#lost && !known)) {
        if (!this.#lost) this.#damaged(`0x${tag.toString(16)}, ${length} B`, "bytes");
        this.#lost = true;
        this.#skip(8); // chunks stand at multiples of eight
        continue;
      }
      const whole = HEAD + length;
      const here = this.#to - this.#from;
      // Chunks are padded to eight, but for the last one.
      if (here < align8(whole) && !ended) return;
      this.#lost = false;
      this.#some ||= known;
      this.place = { offset: this.#offset, length: Math.min(whole, here) };
      const data = b.subarray(this.#from + HEAD, this.#from + Math.min(whole, here));
      this.#chunk(tag, data);
      if (here < whole) this.#damaged(`${here} of ${whole} B of a chunk`, "bytes");
      this.#skip(Math.min(align8(whole), here));
    }
    if (ended && this.#lost) this.#skip(this.#to - this.#from);
  }

  #chunk(tag: number, data: Uint8Array): void {
    if (tag === HEADER) {
      const header = readHeader(data);
      if (header) this.#sink.header?.(header);
      else this.#damaged(`a head of ${data.length} B`, "bytes");
    } else if (tag === CATALOG) {
      // A copy: it is asked long after the piece has gone.
      this.#catalog = readCatalog(data.slice(), this.#offset, this.#report);
      this.#sink.catalog?.(this.#catalog);
    } else if (tag === CHUNK_SET) {
      const wrong = unpack(data, this.#unpacked);
      if (wrong !== undefined) this.#damaged(wrong, "bytes");
      this.#set(this.#unpacked.bytes.subarray(0, this.#unpacked.length));
    } else this.#damaged(`a chunk 0x${tag.toString(16)}`, "bytes");
  }

  /** The chunks inside a chunk set. */
  #set(b: Uint8Array): void {
    const sink = this.#sink;
    let at = 0;
    while (at + HEAD <= b.length) {
      if (b[at] === 0) {
        at++; // padding to eight, which some writers leave out
        continue;
      }
      const tag = u32(b, at);
      const length = u32(b, at + 8);
      const end = at + HEAD + length;
      if (tag < FIREHOSE || tag > SIMPLE_DUMP || end > b.length) {
        this.#damaged(
          end > b.length ? `a chunk of ${length} B in ${b.length - at}` : `a chunk 0x${tag.toString(16)}`,
          "bytes",
        );
        return;
      }
      const data = b.subarray(at + HEAD, end);
      at = end;
      if (tag === FIREHOSE) {
        if (sink.entry)
          readFirehose(data, this.#catalog, this.#entry, (e) => sink.entry!(e), this.#offset, this.#report);
        continue;
      }
      let read = true;
      if (tag === SIMPLE_DUMP) read = give(readSimpleDump(data, this.#catalog), (d) => sink.simpleDump?.(d));
      else if (tag === STATE_DUMP) read = give(readStateDump(data, this.#catalog), (d) => sink.stateDump?.(d));
      else if (tag === OVERSIZE) read = give(readOversize(data), (d) => sink.oversize?.(d));
      if (!read) this.#damaged(`${data.length} B of a chunk 0x${tag.toString(16)}`, "row");
    }
  }
}

/** False if there is nothing to give. */
function give<T>(value: T | undefined, take: (value: T) => void): boolean {
  if (value !== undefined) take(value);
  return value !== undefined;
}
