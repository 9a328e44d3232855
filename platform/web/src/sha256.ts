/**
 * SHA-256 in pieces (FIPS 180-4). Browsers have it for whole files only, and the library that the rooms use takes half of a
 * check's time in Chromium: numbers of 32 bits in fields of objects are slow there. Here they stay in local variables.
 * It guards no secret; `docs/decisions/0006-engine-in-the-browser.md` has the figures.
 * @module
 */
import type { Hasher } from "@contraluz/core";

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (4.2.2), and of square roots (5.3.3). */
function roots(n: number, exponent: bigint): Int32Array {
  const out = new Int32Array(n);
  let count = 0;
  for (let candidate = 2n; count < n; candidate++) {
    let prime = true;
    for (let d = 2n; d * d <= candidate && prime; d++) prime = candidate % d !== 0n;
    if (!prime) continue;
    // The whole root of prime × 2^(32 × exponent), by bisection: exact on every machine.
    const target = candidate << (32n * exponent);
    let [low, high] = [0n, 1n << 40n];
    while (low + 1n < high) {
      const middle = (low + high) >> 1n;
      if (middle ** exponent <= target) low = middle;
      else high = middle;
    }
    out[count++] = Number(BigInt.asIntN(32, low));
  }
  return out;
}

const K = roots(64, 3n);
const START = roots(8, 2n);
const BLOCK = 64;
/** The message schedule of one block at a time. */
const W = new Int32Array(64);

const s0 = (x: number): number => ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
const s1 = (x: number): number => ((x >>> 17) | (x << 15)) ^ ((x >>> 19) | (x << 13)) ^ (x >>> 10);
const S0 = (x: number): number => ((x >>> 2) | (x << 30)) ^ ((x >>> 13) | (x << 19)) ^ ((x >>> 22) | (x << 10));
const S1 = (x: number): number => ((x >>> 6) | (x << 26)) ^ ((x >>> 11) | (x << 21)) ^ ((x >>> 25) | (x << 7));
const ch = (x: number, y: number, z: number): number => z ^ (x & (y ^ z));
const maj = (x: number, y: number, z: number): number => (x & y) | (z & (x | y));

/** Takes `count` whole blocks into the state. Eight rounds are written out, so that no value moves. */
function take(state: Int32Array, view: DataView, offset: number, count: number): void {
  // Local names: those of the module are looked up each time, and a bundle makes variables of them (half the speed).
  const k = K;
  const w = W;
  let h0 = state[0]!;
  let h1 = state[1]!;
  let h2 = state[2]!;
  let h3 = state[3]!;
  let h4 = state[4]!;
  let h5 = state[5]!;
  let h6 = state[6]!;
  let h7 = state[7]!;
  for (let at = offset, end = offset + count * BLOCK; at < end; at += BLOCK) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + 4 * i);
    for (let i = 16; i < 64; i++) w[i] = (s1(w[i - 2]!) + w[i - 7]! + s0(w[i - 15]!) + w[i - 16]!) | 0;
    let t = 0;
    let a = h0;
    let b = h1;
    let c = h2;
    let d = h3;
    let e = h4;
    let f = h5;
    let g = h6;
    let h = h7;
    for (let i = 0; i < 64; i += 8) {
      t = (h + S1(e) + ch(e, f, g) + k[i]! + w[i]!) | 0;
      d = (d + t) | 0;
      h = (t + S0(a) + maj(a, b, c)) | 0;
      t = (g + S1(d) + ch(d, e, f) + k[i + 1]! + w[i + 1]!) | 0;
      c = (c + t) | 0;
      g = (t + S0(h) + maj(h, a, b)) | 0;
      t = (f + S1(c) + ch(c, d, e) + k[i + 2]! + w[i + 2]!) | 0;
      b = (b + t) | 0;
      f = (t + S0(g) + maj(g, h, a)) | 0;
      t = (e + S1(b) + ch(b, c, d) + k[i + 3]! + w[i + 3]!) | 0;
      a = (a + t) | 0;
      e = (t + S0(f) + maj(f, g, h)) | 0;
      t = (d + S1(a) + ch(a, b, c) + k[i + 4]! + w[i + 4]!) | 0;
      h = (h + t) | 0;
      d = (t + S0(e) + maj(e, f, g)) | 0;
      t = (c + S1(h) + ch(h, a, b) + k[i + 5]! + w[i + 5]!) | 0;
      g = (g + t) | 0;
      c = (t + S0(d) + maj(d, e, f)) | 0;
      t = (b + S1(g) + ch(g, h, a) + k[i + 6]! + w[i + 6]!) | 0;
      f = (f + t) | 0;
      b = (t + S0(c) + maj(c, d, e)) | 0;
      t = (a + S1(f) + ch(f, g, h) + k[i + 7]! + w[i + 7]!) | 0;
      e = (e + t) | 0;
      a = (t + S0(b) + maj(b, c, d)) | 0;
    }
    h0 = (h0 + a) | 0;
    h1 = (h1 + b) | 0;
    h2 = (h2 + c) | 0;
    h3 = (h3 + d) | 0;
    h4 = (h4 + e) | 0;
    h5 = (h5 + f) | 0;
    h6 = (h6 + g) | 0;
    h7 = (h7 + h) | 0;
  }
  state.set([h0, h1, h2, h3, h4, h5, h6, h7]);
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** A hash of all bytes of its updates, one after the other; `hex()` ends it. */
export function hasher(): Hasher {
  const state = START.slice();
  /** What does not fill a block yet. */
  const rest = new Uint8Array(BLOCK);
  const restView = viewOf(rest);
  let filled = 0;
  let length = 0;
  return {
    update(bytes) {
      length += bytes.length;
      let at = 0;
      if (filled > 0) {
        const part = bytes.subarray(0, BLOCK - filled);
        rest.set(part, filled);
        filled += part.length;
        at = part.length;
        if (filled < BLOCK) return;
        take(state, restView, 0, 1);
      }
      const whole = Math.floor((bytes.length - at) / BLOCK);
      if (whole > 0) take(state, viewOf(bytes), at, whole);
      const left = bytes.subarray(at + whole * BLOCK);
      rest.set(left);
      filled = left.length;
    },
    hex() {
      // One bit, zeros, and the length in bits at the end of a block (5.1.1).
      rest.fill(0, filled);
      rest[filled] = 0x80;
      if (filled >= BLOCK - 8) {
        take(state, restView, 0, 1);
        rest.fill(0);
      }
      restView.setBigUint64(BLOCK - 8, BigInt(length) * 8n);
      take(state, restView, 0, 1);
      return [...state].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
    },
  };
}
