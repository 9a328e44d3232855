/**
 * Binary property lists (`bplist00`).
 *
 * Layout (Apple, CFBinaryPList.c, public source): 8 bytes of magic; objects, each a marker byte whose high half is the kind and
 * low half a size; a table of object offsets; a trailer of 32 bytes: 6 unused, offset size, reference size, then count of
 * objects, index of the top object and offset of the table as u64 BE.
 * @module
 */
import { LIMITS, type Report } from "@contraluz/core";
import { asciiText, utf16Text } from "./ascii.ts";
import { macDate } from "./dates.ts";
import type { PlistValue } from "./types.ts";

const TRAILER = 32;
/** Texts and data above this size are read once and shared: a million references to one of them cost nothing. */
const LARGE = 64;
/** Problems told of one file; a damaged list would otherwise report each of its references. */
const MAX_TOLD = 10;
/** A piece of data takes the memory of so many other values (measured: 180 bytes and its own, Node 24). */
export const DATA_COST = 4;
/**
 * Values for each byte of the list, and beside that: a reference takes a byte at least, so more than that are parts that stand in
 * several others. Of 119 bytes in which each list names the next one ten times, a million values were read, 0.3 s for each such row.
 */
const VALUES_A_BYTE = 5;
const VALUES_MORE = 128;
const MAX_SAFE_HIGH = 0x1f_ffff;
const NO_ITEMS: readonly PlistValue[] = [];
const NO_ENTRIES: ReadonlyMap<string, PlistValue> = new Map<string, PlistValue>();

const scratch = new DataView(new ArrayBuffer(8));

/** True for the magic of a binary property list. */
export function looksBinary(b: Uint8Array): boolean {
  // "bplist0": the digit after it is the version of the format, 0 for all that CF writes.
  return (
    b.length >= 8 &&
    b[0] === 0x62 &&
    b[1] === 0x70 &&
    b[2] === 0x6c &&
    b[3] === 0x69 &&
    b[4] === 0x73 &&
    b[5] === 0x74 &&
    b[6] === 0x30
  );
}

/** Unsigned big-endian integer of 1 to 8 bytes; beyond 2^53 it is past every real offset, and stays so. */
export function uint(b: Uint8Array, at: number, size: number): number {
  let v = b[at]!;
  for (let i = at + 1; i < at + size; i++) v = v * 256 + b[i]!;
  return v;
}

function real(b: Uint8Array, at: number, n: 4 | 8): number {
  for (let i = 0; i < n; i++) scratch.setUint8(i, b[at + i]!);
  return n === 4 ? scratch.getFloat32(0) : scratch.getFloat64(0);
}

/** 1, 2 and 4 bytes are unsigned, 8 are signed; 16 carry unsigned 64-bit values (CF's kCFNumberSInt128Type). */
function integer(b: Uint8Array, at: number, n: number): number | bigint {
  if (n < 8) return uint(b, at, n);
  if (n === 8) {
    const high = uint(b, at, 4) | 0;
    if (high <= MAX_SAFE_HIGH && high >= -MAX_SAFE_HIGH) return high * 0x1_0000_0000 + uint(b, at + 4, 4);
  }
  let v = 0n;
  for (let i = at; i < at + n; i += 4) v = (v << 32n) | BigInt(uint(b, i, 4));
  v = BigInt.asIntN(8 * n, v);
  return v >= -9_007_199_254_740_991n && v <= 9_007_199_254_740_991n ? Number(v) : v;
}

class BinaryReader {
  readonly #b: Uint8Array;
  readonly #report: Report;
  readonly #refSize: number;
  readonly #count: number;
  readonly #offsetSize: number;
  readonly #table: number;
  /** Offsets of the containers that are being read: a reference to one of them is a cycle. */
  readonly #open: number[] = [];
  #large: Map<number, string | Uint8Array> | undefined;
  #largeBytes = 0;
  #items = 0;
  readonly #most: number;
  #told = 0;
  #limited = false;

  constructor(b: Uint8Array, report: Report, refSize: number, offsetSize: number, count: number, table: number) {
    this.#b = b;
    this.#most = Math.min(LIMITS.items, VALUES_MORE + VALUES_A_BYTE * b.length);
    this.#report = report;
    this.#refSize = refSize;
    this.#offsetSize = offsetSize;
    this.#count = count;
    this.#table = table;
  }

  #bad(offset: number, found: string, expected: string): null {
    if (this.#told++ < MAX_TOLD) this.#report({ code: "plist-damaged", offset, found, expected, lost: "bytes" });
    return null;
  }

  #limit(found: string): null {
    if (!this.#limited) this.#report({ code: "plist-limit", found, lost: "bytes" });
    this.#limited = true;
    return null;
  }

  object(index: number): PlistValue {
    const b = this.#b;
    const limit = this.#table;
    if (index >= this.#count) return this.#bad(limit, `object ${index}`, `below ${this.#count}`);
    if (++this.#items > this.#most) return this.#limit(`> ${this.#most} values`);
    const at = uint(b, limit + index * this.#offsetSize, this.#offsetSize);
    if (at < 8 || at >= limit) return this.#bad(limit, `object ${index} at ${at}`, `8 to ${limit - 1}`);
    const marker = b[at]!;
    const low = marker & 15;
    switch (marker >> 4) {
      case 0:
        if (low === 8 || low === 9) return low === 9;
        return low === 0 || low === 15 ? null : this.#bad(at, `marker 0x${marker.toString(16)}`, "a known kind");
      case 1: {
        const n = 1 << low;
        if (n > 16 || at + 1 + n > limit) return this.#bad(at, `integer of ${n} bytes`, "at most 16, inside the file");
        return integer(b, at + 1, n);
      }
      case 2: {
        const n = 1 << low;
        if ((n !== 4 && n !== 8) || at + 1 + n > limit)
          return this.#bad(at, `real of ${n} bytes`, "4 or 8, inside the file");
        return real(b, at + 1, n);
      }
      case 3:
        if (at + 9 > limit) return this.#bad(at, "date cut short", "8 bytes");
        return macDate(real(b, at + 1, 8)) ?? this.#bad(at, `date ${real(b, at + 1, 8)}`, "seconds since 2001");
      case 4:
        return this.#scalar(at, 4, this.#size(at, 1));
      case 5:
        return this.#scalar(at, 5, this.#size(at, 1));
      case 6:
        return this.#scalar(at, 6, this.#size(at, 2));
      case 8:
        if (low > 7 || at + 2 + low > limit)
          return this.#bad(at, `UID of ${low + 1} bytes`, "at most 8, inside the file");
        return { uid: uint(b, at + 1, low + 1) };
      case 10:
      case 11:
      case 12:
        return this.#container(at, this.#size(at, this.#refSize), false);
      case 13:
        return this.#container(at, this.#size(at, 2 * this.#refSize), true);
    }
    return this.#bad(at, `marker 0x${marker.toString(16)}`, "a known kind");
  }

  /** Where the payload of the object starts, set by `#size`. */
  #body = 0;

  /** Count of units of `width` bytes in the object at `at`; negative, with a Problem, if they do not fit the file. */
  #size(at: number, width: number): number {
    const b = this.#b;
    const limit = this.#table;
    let size = b[at]! & 15;
    let body = at + 1;
    if (size === 15) {
      const n = 1 << (b[body]! & 15);
      if (b[body]! >> 4 !== 1 || n > 8 || body + 1 + n > limit) {
        this.#bad(at, "length is no integer", "an integer after the marker");
        return -1;
      }
      size = uint(b, body + 1, n);
      body += 1 + n;
    }
    if (body + size * width > limit) {
      this.#bad(at, `length ${size}`, `at most ${Math.floor((limit - body) / width)}`);
      return -1;
    }
    this.#body = body;
    return size;
  }

  #scalar(at: number, kind: 4 | 5 | 6, size: number): PlistValue {
    if (size < 0) return null;
    if (size <= LARGE) return this.#decode(at, kind, size);
    const known = this.#large?.get(at);
    if (known !== undefined) return known;
    // Honest objects do not overlap, so together they are never longer than the file.
    this.#largeBytes += size;
    if (this.#largeBytes > this.#b.length) return this.#limit("texts that overlap");
    const value = this.#decode(at, kind, size);
    this.#large ??= new Map();
    this.#large.set(at, value);
    return value;
  }

  #decode(at: number, kind: 4 | 5 | 6, size: number): string | Uint8Array {
    const b = this.#b;
    if (kind === 4) {
      this.#items += DATA_COST - 1;
      return b.slice(this.#body, this.#body + size);
    }
    if (kind === 6) return utf16Text(b, this.#body, size);
    const text = asciiText(b, this.#body, size);
    if (text.includes("\ufffd")) this.#bad(at, "bytes that are no text", "ASCII");
    return text;
  }

  #container(at: number, size: number, dict: boolean): PlistValue {
    if (size < 0) return null;
    if (size === 0) return dict ? NO_ENTRIES : NO_ITEMS;
    const open = this.#open;
    if (open.includes(at)) return this.#bad(at, "an object inside itself", "no cycle");
    if (open.length >= LIMITS.depth) return this.#limit(`> ${LIMITS.depth} levels`);
    open.push(at);
    const value = dict ? this.#dict(this.#body, size) : this.#array(this.#body, size);
    open.pop();
    return value;
  }

  #array(body: number, size: number): PlistValue[] {
    const r = this.#refSize;
    const out: PlistValue[] = [];
    for (let i = 0; i < size && this.#items <= this.#most; i++) out.push(this.object(uint(this.#b, body + i * r, r)));
    return out;
  }

  #dict(body: number, size: number): PlistValue {
    const r = this.#refSize;
    const out = new Map<string, PlistValue>();
    for (let i = 0; i < size && this.#items <= this.#most; i++) {
      const key = this.object(uint(this.#b, body + i * r, r));
      const value = this.object(uint(this.#b, body + (size + i) * r, r));
      if (typeof key === "string") out.set(key, value);
      else this.#bad(body + i * r, "a key that is no text", "text");
    }
    return out;
  }
}

/**
 * Reads a binary property list. Damage costs the value where it stands (null); what passes `LIMITS.items`, what its own bytes can hold
 * or `LIMITS.depth` is null or left out, with a `plist-limit`. Undefined, with a Problem, if the trailer does not fit the file: without it no object can
 * be found.
 */
export function parseBinaryPlist(b: Uint8Array, report: Report): PlistValue | undefined {
  if (b.length > LIMITS.plistBytes) {
    report({ code: "plist-limit", found: `${b.length} bytes`, expected: `<= ${LIMITS.plistBytes}`, lost: "file" });
    return undefined;
  }
  const at = b.length - TRAILER;
  if (!looksBinary(b) || at < 9) {
    report({
      code: "plist-damaged",
      offset: 0,
      found: `${b.length} bytes`,
      expected: "bplist00 and a trailer of 32 bytes",
      lost: "file",
    });
    return undefined;
  }
  const offsetSize = b[at + 6]!;
  const refSize = b[at + 7]!;
  const count = uint(b, at + 8, 8);
  const top = uint(b, at + 16, 8);
  const table = uint(b, at + 24, 8);
  const sizesFit = offsetSize >= 1 && offsetSize <= 8 && refSize >= 1 && refSize <= 8;
  if (!sizesFit || table < 9 || table > at || count < 1 || count > (at - table) / offsetSize || top >= count) {
    report({
      code: "plist-damaged",
      offset: at,
      lost: "file",
      expected: "a trailer that fits the file",
      found: `offset size ${offsetSize}, reference size ${refSize}, ${count} objects, top ${top}, table at ${table} of ${b.length}`,
    });
    return undefined;
  }
  return new BinaryReader(b, report, refSize, offsetSize, count, table).object(top);
}
