/** Hashes of match keys: 64 bits of SHA-256 to store and search, 32 cheap bits to say "surely not" at once. @module */
import { sha256 } from "@noble/hashes/sha2.js";

const encoder = new TextEncoder();
const buffer = new Uint8Array(1 << 15);
/** One hasher for all keys: a million keys would make a million of them. */
const begun = sha256.create();
const hasher = begun.clone();
const hash = new Uint8Array(32);

export interface Key64 {
  readonly hi: number;
  readonly lo: number;
}

/** The first 64 bits of the SHA-256 of the key's UTF-8 text, as two unsigned halves. */
export function key64(key: string): Key64 {
  // 3 bytes for a UTF-16 unit at most: the buffer holds every key of a value that is compared.
  const bytes =
    3 * key.length <= buffer.length ? buffer.subarray(0, encoder.encodeInto(key, buffer).written) : encoder.encode(key);
  begun._cloneInto(hasher);
  hasher.update(bytes).digestInto(hash);
  return {
    hi: ((hash[0]! << 24) | (hash[1]! << 16) | (hash[2]! << 8) | hash[3]!) >>> 0,
    lo: ((hash[4]! << 24) | (hash[5]! << 16) | (hash[6]! << 8) | hash[7]!) >>> 0,
  };
}

/** FNV-1a over UTF-16 code units: start value and one step, so that callers can hash every prefix or suffix in one walk. */
export const SEED: number = 0x811c9dc5 | 0;
export const step = (h: number, c: number): number => Math.imul(h ^ c, 0x01000193);

/** A key as the filter sees it: the hash of its text, and a number for its kind. */
export interface CheapKey {
  readonly hash: number;
  readonly kind: number;
}

/** `d:` keys (and `U:`, hosts of URLs) are hashed from their end: one walk gives every suffix. All others from their beginning. */
export function cheapKey(key: string): CheapKey {
  const colon = key.indexOf(":");
  const letter = key.charCodeAt(0);
  let h = SEED;
  if (letter === 0x64 || letter === 0x55) for (let i = key.length - 1; i > colon; i--) h = step(h, key.charCodeAt(i));
  else for (let i = colon + 1; i < key.length; i++) h = step(h, key.charCodeAt(i));
  // `p15:` and `p16:` are kinds of their own.
  return { hash: h, kind: colon === 1 ? letter : letter ^ (key.charCodeAt(colon - 1) << 8) };
}
