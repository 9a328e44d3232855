/** Records: the values of one row ("Database File Format", section 2.1 Record Format). @module */
import type { DecodeText } from "./text.ts";
import type { SqlValue } from "./types.ts";

/** Which values of a record are wanted, and where they go. */
export interface Plan {
  /** By place in the record: index into a row's values, or -1. As long as the last wanted place needs. */
  readonly slots: Int32Array;
  /** By place in the record: 1 for REAL columns, whose integers stand for floating point values. */
  readonly real: Uint8Array;
  /** What values start from: defaults of columns that a short record lacks, else null. */
  readonly blank: readonly SqlValue[];
  /** Indexes of values that are the rowid. */
  readonly rowids: readonly number[];
  /** Pairs (from, to) of values asked for more than once. */
  readonly copies: readonly (readonly [number, number])[];
  readonly text: DecodeText;
}

export const DONE = 0;
export const DAMAGED = 1;
/** The record goes on in overflow pages, and a wanted value with it. */
export const MORE = 2;

/** Bytes of serial types 0 to 11; 10 and 11 are not used in files. */
const FIXED = new Uint8Array([0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0]);

const scratch = new DataView(new ArrayBuffer(8));

/** Bytes of a value of a serial type. */
export function serialLength(type: number): number {
  return type < 12 ? FIXED[type]! : type < 0x7fff_ffff ? (type - 12) >>> 1 : Math.floor((type - 12) / 2);
}

/** Length in bytes of the varint at `at`, 1 to 9. */
export function varintLength(d: Uint8Array, at: number): number {
  for (let n = 1; n < 9; n++) if (d[at + n - 1]! < 0x80) return n;
  return 9;
}

/** The varint at `at` as a signed 64-bit integer; bytes beyond the array count as 0 (the caller checks the end). */
export function varint(d: Uint8Array, at: number): number | bigint {
  let hi = 0;
  let lo = 0;
  for (let n = 0; n < 8; n++) {
    const b = d[at + n]!;
    hi = (hi << 7) | (lo >>> 25);
    lo = (lo << 7) | (b & 0x7f);
    if (!(b & 0x80)) return join(hi, lo >>> 0);
  }
  return join((hi << 8) | (lo >>> 24), ((lo << 8) | (d[at + 8] ?? 0)) >>> 0);
}

/** The varint at `at` as a length: what a double cannot hold, or is negative, becomes infinite and so fails every bound. */
export function varintSize(d: Uint8Array, at: number): number {
  const v = varint(d, at);
  return typeof v === "number" && v >= 0 ? v : Number.POSITIVE_INFINITY;
}

/** A signed 64-bit integer of a signed high and an unsigned low half. */
function join(hi: number, lo: number): number | bigint {
  if (hi >= -0x20_0000 && hi < 0x20_0000) {
    const v = hi * 0x1_0000_0000 + lo;
    if (v !== -0x20_0000_0000_0000) return v;
  }
  scratch.setInt32(0, hi);
  scratch.setUint32(4, lo);
  return scratch.getBigInt64(0);
}

/** One value of serial type `type` that starts at `at`. */
export function decodeValue(
  d: Uint8Array,
  at: number,
  type: number,
  length: number,
  real: boolean,
  text: DecodeText,
): SqlValue {
  if (type >= 12) return (type & 1) === 1 ? text(d, at, at + length) : d.subarray(at, at + length);
  switch (type) {
    case 1:
      return (d[at]! << 24) >> 24;
    case 2:
      return ((d[at]! << 24) | (d[at + 1]! << 16)) >> 16;
    case 3:
      return ((d[at]! << 24) | (d[at + 1]! << 16) | (d[at + 2]! << 8)) >> 8;
    case 4:
      return (d[at]! << 24) | (d[at + 1]! << 16) | (d[at + 2]! << 8) | d[at + 3]!;
    case 5:
      return (
        (((d[at]! << 24) | (d[at + 1]! << 16)) >> 16) * 0x1_0000_0000 +
        (((d[at + 2]! << 24) | (d[at + 3]! << 16) | (d[at + 4]! << 8) | d[at + 5]!) >>> 0)
      );
    case 6: {
      const hi = (d[at]! << 24) | (d[at + 1]! << 16) | (d[at + 2]! << 8) | d[at + 3]!;
      const lo = ((d[at + 4]! << 24) | (d[at + 5]! << 16) | (d[at + 6]! << 8) | d[at + 7]!) >>> 0;
      const v = join(hi, lo);
      return real ? Number(v) : v;
    }
    case 7: {
      scratch.setInt32(0, (d[at]! << 24) | (d[at + 1]! << 16) | (d[at + 2]! << 8) | d[at + 3]!);
      scratch.setInt32(4, (d[at + 4]! << 24) | (d[at + 5]! << 16) | (d[at + 6]! << 8) | d[at + 7]!);
      const v = scratch.getFloat64(0);
      // SQLite reads NaN as NULL.
      return Number.isNaN(v) ? null : v;
    }
    case 8:
      return 0;
    case 9:
      return 1;
    default:
      return null;
  }
}

/**
 * Decodes the wanted values of the record at `start` into `values`.
 *
 * `local`: bytes of the record on this page; `total`: bytes of the whole record. Gives DONE, DAMAGED, or MORE if a wanted
 * value (or the header) does not end on this page. Stops after the last wanted value: what follows is not looked at.
 */
export function decodeRecord(
  d: Uint8Array,
  start: number,
  local: number,
  total: number,
  plan: Plan,
  values: SqlValue[],
): number {
  if (total < 1) return DAMAGED;
  let p = start + 1;
  let header = d[start]!;
  if (header >= 0x80) {
    header = varintSize(d, start);
    p = start + varintLength(d, start);
  }
  if (header > total || header < 1) return DAMAGED;
  if (header > local) return MORE;
  const end = start + local;
  const { slots, real, text } = plan;
  const headerEnd = start + header;
  let body = headerEnd;
  for (let s = 0; s < slots.length; s++) {
    if (p >= headerEnd) break;
    let type = d[p++]!;
    if (type >= 0x80) {
      const second = d[p]!;
      if (second < 0x80) {
        type = ((type & 0x7f) << 7) | second;
        p++;
      } else {
        type = varintSize(d, p - 1);
        p += varintLength(d, p - 1) - 1;
      }
    }
    const length = serialLength(type);
    const at = body;
    body += length;
    const slot = slots[s]!;
    if (slot < 0) continue;
    if (body > end) return body > start + total ? DAMAGED : MORE;
    values[slot] = decodeValue(d, at, type, length, real[s] === 1, text);
  }
  return p > headerEnd ? DAMAGED : DONE;
}
