/** Little-endian numbers, UUIDs and texts of a log file. Whoever calls has checked that the bytes are there. @module */
import { textDecoder } from "../sqlite/text.ts";

const WORD = 4_294_967_296;

export function u16(b: Uint8Array, at: number): number {
  return b[at]! | (b[at + 1]! << 8);
}

export function u32(b: Uint8Array, at: number): number {
  return (b[at]! | (b[at + 1]! << 8) | (b[at + 2]! << 16) | (b[at + 3]! << 24)) >>> 0;
}

export function i32(b: Uint8Array, at: number): number {
  return u32(b, at) | 0;
}

/** As a double: exact below 2^53. Counts of ticks of a phone (24 million a second) stay below for eleven years. */
export function u64(b: Uint8Array, at: number): number {
  return u32(b, at + 4) * WORD + u32(b, at);
}

export function u48(b: Uint8Array, at: number): number {
  return u16(b, at + 4) * WORD + u32(b, at);
}

export function big64(b: Uint8Array, at: number): bigint {
  return (BigInt(u32(b, at + 4)) << 32n) | BigInt(u32(b, at));
}

const HEX: readonly string[] = Array.from({ length: 256 }, (_, n) => n.toString(16).toUpperCase().padStart(2, "0"));

/** `AB414C1E-C023-3A05-AF22-029CC5E160EA`: stored big-endian. */
export function uuid(b: Uint8Array, at: number): string {
  let out = "";
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) out += "-";
    out += HEX[b[at + i]!]!;
  }
  return out;
}

const decode = textDecoder("utf-8");

/** Text from `start` up to NUL, `end` at the latest. */
export function text(b: Uint8Array, start: number, end: number): string {
  let stop = start;
  while (stop < end && b[stop] !== 0) stop++;
  return decode(b, start, stop);
}

/** The next multiple of eight. */
export function align8(n: number): number {
  return n + ((8 - (n % 8)) % 8);
}
