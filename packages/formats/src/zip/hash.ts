/**
 * A hash of names for tables that hold a whole archive: HalfSipHash-1-3 (Aumasson and Bernstein, "SipHash", 2012, and their
 * reference code) under a key of this run. Of a fixed function somebody makes names that all fall together, and a table of a
 * few thousand of them takes minutes. Nothing but the time depends on the key.
 * @module
 */
const KEY: Int32Array = new Int32Array(crypto.getRandomValues(new Uint8Array(8)).buffer);

/** The hash of the UTF-16 units of a text, two to a word: an unsigned 32-bit number. */
export function hashName(name: string, key: Int32Array = KEY): number {
  let [v0, v1] = [key[0]!, key[1]!];
  let [v2, v3] = [0x6c796765 ^ v0, 0x74656462 ^ v1];
  const n = name.length;
  const pairs = n >> 1;
  // All pairs, what is left with the length, three words of nothing.
  for (let w = 0; w < pairs + 4; w++) {
    let word = 0;
    if (w < pairs) word = name.charCodeAt(2 * w) | (name.charCodeAt(2 * w + 1) << 16);
    else if (w === pairs) word = (n & 1 ? name.charCodeAt(n - 1) : 0) | (n << 16);
    else if (w === pairs + 1) v2 ^= 0xff;
    v3 ^= word;
    v0 = (v0 + v1) | 0;
    v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
    v0 = (v0 << 16) | (v0 >>> 16);
    v2 = (v2 + v3) | 0;
    v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
    v0 = (v0 + v3) | 0;
    v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
    v2 = (v2 + v1) | 0;
    v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
    v2 = (v2 << 16) | (v2 >>> 16);
    v0 ^= word;
  }
  return (v1 ^ v3) >>> 0;
}
