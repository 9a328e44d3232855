/** A bloom filter over cheap 32-bit hashes, and memory that threads can share. @module */
import type { CheapKey } from "./key64.ts";

const shared = typeof SharedArrayBuffer === "function";

/** Bytes that structured clone hands to another thread without copying, where the host allows it. */
function buffer(bytes: number): ArrayBufferLike {
  return shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
}

export const allocate32 = (n: number): Uint32Array => new Uint32Array(buffer(4 * n));
export const allocate8 = (n: number): Uint8Array => new Uint8Array(buffer(n));

/** Words of one cache line: both bits of a key lie in one, and kinds of one text share it. */
const LINE = 16;

/** Words of a filter for `keys` keys: a power of two, 24 to 48 bits a key, so that about 1 % of other values pass. */
export function filterSize(keys: number): number {
  let bits = 1 << 12;
  while (bits < 24 * keys && bits < 2 ** 30) bits *= 2;
  return bits / 32;
}

/** Spreads the bits of a hash (the finish of MurmurHash3). */
function spread(h: number): number {
  let x = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

/** First word of the line of a text. */
const lineOf = (filter: Uint32Array, spreaded: number): number => (spreaded & (filter.length / LINE - 1)) * LINE;
/** 18 bits for the two places within the line. */
const placesOf = (spreaded: number, kind: number): number =>
  Math.imul(spreaded ^ Math.imul(kind, 0x9e3779b1), 0x2c1b3c6d) >>> 14;

export function fillFilter(filter: Uint32Array, k: CheapKey): void {
  const x = spread(k.hash);
  const line = lineOf(filter, x);
  const p = placesOf(x, k.kind);
  filter[line + ((p >>> 5) & 15)]! |= 1 << (p & 31);
  filter[line + (p >>> 14)]! |= 1 << ((p >>> 9) & 31);
}

/** False: no key of this text hash and kind was put in. */
export function mayHave(filter: Uint32Array, hash: number, kind: number): boolean {
  const x = spread(hash);
  const line = lineOf(filter, x);
  const p = placesOf(x, kind);
  return (
    ((filter[line + ((p >>> 5) & 15)]! >>> (p & 31)) & (filter[line + (p >>> 14)]! >>> ((p >>> 9) & 31)) & 1) !== 0
  );
}
