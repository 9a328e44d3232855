/**
 * Writes a zip of stored entries (PKWARE APPNOTE 4.3, method 0, UTF-8 names): no compression, no zip64, no times of the
 * host (1980-01-01), so that the same files give the same bytes.
 * @module
 */
import { crc32 } from "./crc32.ts";
import { CENTRAL, CENTRAL_SIZE, LOCAL, LOCAL_SIZE } from "./entry.ts";

/** A file for the archive. `chunks` is called twice: for the sum, and for the bytes. */
export interface StoredEntry {
  readonly name: string;
  readonly size: number;
  chunks(): AsyncIterable<Uint8Array>;
}

const END = 0x06054b50;
const END_SIZE = 22;
const VERSION = 20;
const UTF8 = 1 << 11;
/** 1 January 1980, the first day of the format. */
const DAY_ONE = 0x21;
const MAX = 0xffff_ffff;
const MAX_ENTRIES = 0xffff;

interface Written {
  readonly name: Uint8Array;
  readonly size: number;
  readonly crc: number;
  readonly offset: number;
}

/** The 26 bytes that local and central headers share, from `version needed` on. */
function shared(view: DataView, at: number, e: Written): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8, true);
  view.setUint16(at + 4, 0, true);
  view.setUint16(at + 6, 0, true);
  view.setUint16(at + 8, DAY_ONE, true);
  view.setUint32(at + 10, e.crc, true);
  view.setUint32(at + 14, e.size, true);
  view.setUint32(at + 18, e.size, true);
  view.setUint16(at + 22, e.name.length, true);
  view.setUint16(at + 24, 0, true);
}

function localHeader(e: Written): Uint8Array {
  const out = new Uint8Array(LOCAL_SIZE + e.name.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, LOCAL, true);
  shared(view, 4, e);
  out.set(e.name, LOCAL_SIZE);
  return out;
}

function centralHeader(e: Written): Uint8Array {
  const out = new Uint8Array(CENTRAL_SIZE + e.name.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, CENTRAL, true);
  view.setUint16(4, VERSION, true);
  shared(view, 6, e);
  view.setUint32(42, e.offset, true);
  out.set(e.name, CENTRAL_SIZE);
  return out;
}

function endOf(entries: number, size: number, offset: number): Uint8Array {
  const out = new Uint8Array(END_SIZE);
  const view = new DataView(out.buffer);
  view.setUint32(0, END, true);
  view.setUint16(8, entries, true);
  view.setUint16(10, entries, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return out;
}

/**
 * The bytes of an archive, in chunks. Throws a RangeError where it would pass 4 GiB or 65,535 entries, or where an entry
 * gives another number of bytes than it said.
 * @example
 * for await (const chunk of writeZip(entries)) parts.push(chunk);
 */
export async function* writeZip(entries: Iterable<StoredEntry>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let at = 0;
  for (const entry of entries) {
    let crc = 0;
    for await (const chunk of entry.chunks()) crc = crc32(chunk, crc);
    const one: Written = { name: new TextEncoder().encode(entry.name), size: entry.size, crc, offset: at };
    const header = localHeader(one);
    if (at + header.length + entry.size > MAX || written.length >= MAX_ENTRIES)
      throw new RangeError(`a zip without zip64 takes no more than ${MAX} bytes and ${MAX_ENTRIES} entries`);
    yield header;
    let left = entry.size;
    for await (const chunk of entry.chunks()) {
      left -= chunk.length;
      if (left < 0) break;
      yield chunk;
    }
    if (left !== 0) throw new RangeError(`${entry.name} does not have the ${entry.size} bytes that it said`);
    at += header.length + entry.size;
    written.push(one);
  }
  let size = 0;
  for (const one of written) {
    const header = centralHeader(one);
    size += header.length;
    yield header;
  }
  yield endOf(written.length, size, at);
}
