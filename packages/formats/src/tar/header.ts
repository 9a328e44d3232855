/**
 * Tar headers: POSIX.1-1988 ustar and POSIX.1-2001 pax (IEEE 1003.1 "pax", extended header), GNU tar's additions
 * (base-256 numbers, long names; "Basic Tar Format" of its manual).
 */
import { type Moment, unixSeconds, utcNs } from "@contraluz/core";
import { decodeUtf8 } from "../zip/name.ts";

export const BLOCK = 512;

export interface TarHeader {
  readonly name: string;
  readonly size: number;
  readonly modified: Moment | undefined;
  /** Type flag as a character; `0` for the NUL of old archives. */
  readonly type: string;
}

/** Text of a field: up to NUL, UTF-8, else one character a byte. */
export function text(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  const cut = end < 0 ? bytes : bytes.subarray(0, end);
  return decodeUtf8(cut) ?? latin1(cut);
}

function latin1(bytes: Uint8Array): string {
  let out = "";
  for (const b of bytes) out += String.fromCharCode(b);
  return out;
}

/** Octal digits between blanks and NULs, or base-256 (first bit set); NaN for anything else, and beyond 2^53. */
export function number(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  if (bytes[at]! & 0x80) {
    if (bytes[at]! & 0x40) return Number.NaN; // negative
    value = bytes[at]! & 0x3f;
    for (let i = at + 1; i < at + length; i++) value = value * 256 + bytes[i]!;
    return Number.isSafeInteger(value) ? value : Number.NaN;
  }
  let i = at;
  const end = at + length;
  while (i < end && (bytes[i] === 0x20 || bytes[i] === 0)) i++;
  for (; i < end && bytes[i] !== 0x20 && bytes[i] !== 0; i++) {
    const digit = bytes[i]! - 0x30;
    if (digit < 0 || digit > 7) return Number.NaN;
    value = value * 8 + digit;
  }
  return Number.isSafeInteger(value) ? value : Number.NaN;
}

export function isZero(block: Uint8Array): boolean {
  for (let i = 0; i < block.length; i++) if (block[i] !== 0) return false;
  return true;
}

/** Whether the sum of the bytes is the one stated, its own field counted as blanks. Old tars summed signed bytes. */
export function checksumHolds(block: Uint8Array): boolean {
  const stated = number(block, 148, 8);
  let unsigned = 8 * 0x20;
  let signed = unsigned;
  for (let i = 0; i < BLOCK; i++) {
    if (i >= 148 && i < 156) continue;
    const b = block[i]!;
    unsigned += b;
    signed += b < 128 ? b : b - 256;
  }
  return stated === unsigned || stated === signed;
}

/** The header in a block whose checksum holds. Numbers that are none are NaN. */
export function readHeader(block: Uint8Array): TarHeader {
  const type = block[156] === 0 ? "0" : String.fromCharCode(block[156]!);
  const name = text(block.subarray(0, 100));
  // The prefix exists in ustar ("ustar\0"); GNU's own magic ("ustar ") keeps times there.
  const ustar = magicAt(block) && block[262] === 0;
  const prefix = ustar ? text(block.subarray(345, 500)) : "";
  return {
    name: prefix === "" ? name : `${prefix}/${name}`,
    size: number(block, 124, 12),
    modified: unixSeconds(number(block, 136, 12)),
    type,
  };
}

export function magicAt(block: Uint8Array): boolean {
  return (
    block[257] === 0x75 && block[258] === 0x73 && block[259] === 0x74 && block[260] === 0x61 && block[261] === 0x72
  );
}

/** Of the keys that make a file sparse only that there is one is kept: an archive can have any number of them. */
export const SPARSE = "GNU.sparse.";

/** Records of a pax header, `LENGTH KEY=VALUE\n`; undefined from the first one on that does not hold. */
export function readPax(bytes: Uint8Array, into: Map<string, string>): boolean {
  let at = 0;
  while (at < bytes.length) {
    let length = 0;
    let i = at;
    for (; i < bytes.length && bytes[i]! >= 0x30 && bytes[i]! <= 0x39 && i - at < 8; i++)
      length = length * 10 + bytes[i]! - 0x30;
    const end = at + length;
    if (bytes[i] !== 0x20 || end > bytes.length || end <= i + 1 || bytes[end - 1] !== 0x0a) return false;
    const equals = bytes.indexOf(0x3d, i + 1);
    if (equals < 0 || equals >= end) return false;
    const key = text(bytes.subarray(i + 1, equals));
    const value = bytes.subarray(equals + 1, end - 1);
    // Only what is used: an archive may carry megabytes of attributes.
    if (key.startsWith(SPARSE)) {
      if (value.length > 0) into.set(SPARSE, "");
    } else if (key === "path" || key === "size" || key === "mtime") {
      if (value.length === 0) into.delete(key);
      else into.set(key, decodeUtf8(value) ?? latin1(value));
    }
    at = end;
  }
  return true;
}

/** `1350244992.023960108` of a pax header: seconds since 1970 with any number of decimals. */
export function paxTime(value: string): Moment | undefined {
  const m = /^(\d{1,12})(?:\.(\d{1,30}))?$/.exec(value);
  if (!m) return undefined;
  const whole = unixSeconds(Number(m[1]));
  if (!whole || m[2] === undefined) return whole;
  return utcNs(whole.utc! + BigInt(m[2].slice(0, 9).padEnd(9, "0")), value, "ns");
}
