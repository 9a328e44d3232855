/**
 * Blowfish with the key schedule of bcrypt: only what a locked key of OpenSSH needs, one way.
 *
 * Its first state is the fraction of pi in binary: 18 subkeys, then four boxes of 256 words. It is counted out here (Machin's formula)
 * rather than carried along. Sources: B. Schneier, "Description of a New Variable-Length Key, 64-Bit Block Cipher" (1994); N. Provos,
 * D. Mazières, "A Future-Adaptable Password Scheme" (1999), for the schedule that takes a salt.
 * @module
 */

const SUBKEYS = 18;
const WORDS = SUBKEYS + 4 * 256;

/** arctan(1/n) times `one`. */
function arctan(n: bigint, one: bigint): bigint {
  let power = one / n;
  let sum = power;
  for (let k = 3n, minus = true; power > 0n; k += 2n, minus = !minus) {
    power /= n * n;
    sum += minus ? -power / k : power / k;
  }
  return sum;
}

let first: Uint32Array | undefined;

/** The first 1,042 words of the fraction of pi. */
export function piWords(): Uint32Array {
  if (first) return first;
  // Each of some 7,000 steps may be off by one in the last place.
  const spare = 64n;
  const bits = BigInt(WORDS) * 32n;
  const one = 1n << (bits + spare);
  const pi = 4n * (4n * arctan(5n, one) - arctan(239n, one));
  const digits = ((pi - 3n * one) >> spare).toString(16).padStart(WORDS * 8, "0");
  first = Uint32Array.from({ length: WORDS }, (_, i) => Number.parseInt(digits.slice(i * 8, i * 8 + 8), 16));
  return first;
}

/** Bytes as words, big end first, over and over again: how keys and salts of any length are read. */
function cycled(bytes: Uint8Array): Uint32Array {
  // After as many words as it has bytes it begins anew at a word, whatever its length.
  const out = new Uint32Array(bytes.length);
  for (let i = 0, at = 0; i < out.length; i++)
    for (let k = 0; k < 4; k++, at = (at + 1) % bytes.length) out[i] = (out[i]! << 8) | bytes[at]!;
  return out;
}

/** The state of one cipher. */
export class Blowfish {
  readonly #p: Uint32Array;
  readonly #s: Uint32Array;
  /** Both halves of a block, between steps. */
  readonly #block = new Uint32Array(2);

  constructor() {
    const words = piWords().slice();
    this.#p = words.subarray(0, SUBKEYS);
    this.#s = words.subarray(SUBKEYS);
  }

  /** Encrypts the two words at `at` in place. */
  encrypt(words: Uint32Array, at: number): void {
    const p = this.#p;
    const s = this.#s;
    let l = words[at]! ^ p[0]!;
    let r = words[at + 1]!;
    for (let i = 1; i < 17; i += 2) {
      r ^=
        (((s[l >>> 24]! + s[256 + ((l >>> 16) & 255)]!) ^ s[512 + ((l >>> 8) & 255)]!) + s[768 + (l & 255)]!) ^ p[i]!;
      l ^=
        (((s[r >>> 24]! + s[256 + ((r >>> 16) & 255)]!) ^ s[512 + ((r >>> 8) & 255)]!) + s[768 + (r & 255)]!) ^
        p[i + 1]!;
    }
    words[at] = r ^ p[17]!;
    words[at + 1] = l;
  }

  /** Mixes a key into the state, and a salt if there is one. Neither may be empty. */
  expand(key: Uint8Array, salt?: Uint8Array): void {
    const k = cycled(key);
    const mixed = salt ? cycled(salt) : Uint32Array.of(0);
    for (let i = 0; i < SUBKEYS; i++) this.#p[i]! ^= k[i % k.length]!;
    const b = this.#block.fill(0);
    let at = 0;
    for (const part of [this.#p, this.#s])
      for (let i = 0; i < part.length; i += 2) {
        b[0]! ^= mixed[at++ % mixed.length]!;
        b[1]! ^= mixed[at++ % mixed.length]!;
        this.encrypt(b, 0);
        part[i] = b[0]!;
        part[i + 1] = b[1]!;
      }
  }
}
