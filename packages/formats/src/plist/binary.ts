/**
 * Binary property lists (`bplist00`).
 *
 * Layout (Apple, CFBinaryPList.c, public source): 8 bytes of magic; objects, each a marker byte whose high half is the kind and
 * low half a size; a table of object offsets; a trailer of 32 bytes: 6 unused, offset size, reference size, then count of
 * objects, index of the top object and offset of the table as u64 BE.
 * @module
 */
import { LIMITS, type Report } from "@contraluz/core";
import type { PlistValue } from "./types.ts";

const TRAILER = 32;
const MAC_EPOCH_NS = 978_307_200n * 1_000_000_000n;
const scratch = new DataView(new ArrayBuffer(8));
const utf16 = new TextDecoder("utf-16be");

/** True for the magic of a binary property list. */
export function looksBinary(b: Uint8Array): boolean {
  // "bplist0": the digit after it is the version of the format, 0 for all that CF writes.
  return b.length >= 8 && b[0] === 0x62 && b[1] === 0x70 && b[2] === 0x6c && b[3] === 0x69 && b[4] === 0x73 && b[5] === 0x74 && b[6] === 0x30;
}

/** Unsigned big-endian integer of 1 to 8 bytes; beyond 2^53 it is past every real offset, and stays so. */
function uint(b: Uint8Array, at: number, size: number): number {
  let v = 0;
  for (let i = 0; i < size; i++) v = v * 256 + b[at + i]!;
  return v;
}

function double(b: Uint8Array, at: number): number {
  for (let i = 0; i < 8; i++) scratch.setUint8(i, b[at + i]!);
  return scratch.getFloat64(0);
}

/** A plist date: seconds since 2001 as a double, kept to the microsecond. */
export function plistDate(seconds: number): PlistValue {
  if (!Number.isFinite(seconds) || Math.abs(seconds) > 1e12) return null;
  const whole = Math.floor(seconds);
  const ns = BigInt(whole) * 1_000_000_000n + BigInt(Math.round((seconds - whole) * 1e6)) * 1000n;
  return { date: ns + MAC_EPOCH_NS, seen: String(seconds) };
}

function ascii(b: Uint8Array, at: number, n: number): string {
  let s = "";
  let i = at;
  const end = at + n;
  // In pieces: a call with many arguments is faster than many calls, and bounded.
  while (end - i >= 8) {
    s += String.fromCharCode(b[i]!, b[i + 1]!, b[i + 2]!, b[i + 3]!, b[i + 4]!, b[i + 5]!, b[i + 6]!, b[i + 7]!);
    i += 8;
  }
  while (i < end) s += String.fromCharCode(b[i++]!);
  return s;
}

class BinaryReader {
  readonly #b: Uint8Array;
  readonly #report: Report;
  readonly #refSize: number;
  readonly #count: number;
  readonly #offsetSize: number;
  readonly #table: number;
  /** Objects that are being read: a reference to one of them is a cycle. */
  readonly #open: number[] = [];
  #items = 0;
  #told = false;

  constructor(b: Uint8Array, report: Report, refSize: number, offsetSize: number, count: number, table: number) {
    this.#b = b;
    this.#report = report;
    this.#refSize = refSize;
    this.#offsetSize = offsetSize;
    this.#count = count;
    this.#table = table;
  }

  #bad(offset: number, found: string, expected: string): null {
    // One report a file: a damaged list would otherwise report each of its references.
    if (!this.#told) this.#report({ code: "plist-damaged", offset, found, expected, lost: "bytes" });
    this.#told = true;
    return null;
  }

  object(index: number): PlistValue {
    const b = this.#b;
    if (index >= this.#count) return this.#bad(0, `object ${index}`, `below ${this.#count}`);
    if (++this.#items > LIMITS.items || this.#open.length >= LIMITS.depth) {
      if (!this.#told) {
        this.#report({ code: "plist-limit", found: this.#items > LIMITS.items ? `> ${LIMITS.items} values` : `> ${LIMITS.depth} levels`, lost: "bytes" });
      }
      this.#told = true;
      return null;
    }
    const at = uint(b, this.#table + index * this.#offsetSize, this.#offsetSize);
    if (at < 8 || at >= this.#table) return this.#bad(at, `offset ${at}`, `8 to ${this.#table - 1}`);
    const marker = b[at]!;
    const kind = marker >> 4;
    const low = marker & 15;
    const limit = this.#table;
    switch (kind) {
      case 0:
        return low === 8 ? false : low === 9 ? true : low === 0 || low === 15 ? null : this.#bad(at, `marker 0x${marker.toString(16)}`, "a known kind");
      case 1: {
        const n = 1 << low;
        if (n > 16 || at + 1 + n > limit) return this.#bad(at, `integer of ${n} bytes`, "at most 16, inside the file");
        return this.#integer(at + 1, n);
      }
      case 2: {
        const n = 1 << low;
        if ((n !== 4 && n !== 8) || at + 1 + n > limit) return this.#bad(at, `real of ${n} bytes`, "4 or 8, inside the file");
        if (n === 8) return double(b, at + 1);
        for (let i = 0; i < 4; i++) scratch.setUint8(i, b[at + 1 + i]!);
        return scratch.getFloat32(0);
      }
      case 3:
        return at + 9 > limit ? this.#bad(at, "date cut short", "8 bytes") : plistDate(double(b, at + 1));
      case 8: {
        const n = low + 1;
        return n > 8 || at + 1 + n > limit ? this.#bad(at, `UID of ${n} bytes`, "at most 8, inside the file") : { uid: uint(b, at + 1, n) };
      }
    }
    if (kind !== 4 && kind !== 5 && kind !== 6 && kind !== 10 && kind !== 11 && kind !== 12 && kind !== 13) {
      return this.#bad(at, `marker 0x${marker.toString(16)}`, "a known kind");
    }
    let size = low;
    let body = at + 1;
    if (low === 15) {
      const m = b[body] ?? 0;
      const n = 1 << (m & 15);
      if (m >> 4 !== 1 || n > 8 || body + 1 + n > limit) return this.#bad(at, "length is no integer", "an integer after the marker");
      size = uint(b, body + 1, n);
      body += 1 + n;
    }
    const width = kind === 6 ? 2 : kind === 10 || kind === 11 || kind === 12 ? this.#refSize : kind === 13 ? 2 * this.#refSize : 1;
    if (size > (limit - body) / width) return this.#bad(at, `length ${size}`, `at most ${Math.floor((limit - body) / width)}`);
    if (kind === 4) return b.slice(body, body + size);
    if (kind === 5) return ascii(b, body, size);
    if (kind === 6) return utf16.decode(b.subarray(body, body + 2 * size));
    if (this.#open.includes(index)) return this.#bad(at, `object ${index} inside itself`, "no cycle");
    this.#open.push(index);
    const value = kind === 13 ? this.#dict(body, size) : this.#array(body, size);
    this.#open.pop();
    return value;
  }

  #integer(at: number, n: number): PlistValue {
    const b = this.#b;
    if (n < 8) return uint(b, at, n);
    // 8 bytes are signed; 16 bytes carry unsigned 64-bit values (CFNumber's kCFNumberSInt128Type).
    for (let i = 0; i < 8; i++) scratch.setUint8(i, b[at + n - 8 + i]!);
    const low = n === 8 ? scratch.getBigInt64(0) : scratch.getBigUint64(0);
    let v = low;
    if (n === 16) {
      for (let i = 0; i < 8; i++) scratch.setUint8(i, b[at + i]!);
      v = (scratch.getBigInt64(0) << 64n) | low;
    }
    return v >= -9_007_199_254_740_991n && v <= 9_007_199_254_740_991n ? Number(v) : v;
  }

  #array(body: number, size: number): PlistValue[] {
    const out: PlistValue[] = [];
    for (let i = 0; i < size && this.#items <= LIMITS.items; i++) out.push(this.object(uint(this.#b, body + i * this.#refSize, this.#refSize)));
    return out;
  }

  #dict(body: number, size: number): PlistValue {
    const r = this.#refSize;
    const out = new Map<string, PlistValue>();
    for (let i = 0; i < size && this.#items <= LIMITS.items; i++) {
      const key = this.object(uint(this.#b, body + i * r, r));
      const value = this.object(uint(this.#b, body + (size + i) * r, r));
      if (typeof key === "string") out.set(key, value);
      else if (key !== null) this.#bad(body, "a key that is no string", "a string");
    }
    return out;
  }
}

/** Reads a binary property list. Damage costs the value where it stands (null). Undefined if there is no usable trailer. */
export function parseBinaryPlist(b: Uint8Array, report: Report): PlistValue | undefined {
  const at = b.length - TRAILER;
  if (!looksBinary(b) || at < 8) {
    report({ code: "plist-damaged", offset: 0, found: `${b.length} bytes`, expected: "bplist00 and a trailer of 32 bytes", lost: "file" });
    return undefined;
  }
  const offsetSize = b[at + 6]!;
  const refSize = b[at + 7]!;
  const count = uint(b, at + 8, 8);
  const top = uint(b, at + 16, 8);
  const table = uint(b, at + 24, 8);
  if (offsetSize < 1 || offsetSize > 8 || refSize < 1 || refSize > 8 || table < 9 || table > at || count < 1 || count > (at - table) / offsetSize || top >= count) {
    report({
      code: "plist-damaged", offset: at, lost: "file", expected: "a trailer that fits the file",
      found: `offset size ${offsetSize}, reference size ${refSize}, ${count} objects, top ${top}, table at ${table} of ${b.length}`,
    });
    return undefined;
  }
  return new BinaryReader(b, report, refSize, offsetSize, count, table).object(top);
}
