/**
 * Keys of both sides from the secrets of a key log, and the opening of one record.
 * Sources: RFC 5246 (5, 6.3), 5288 (3), 7905 (2) for TLS 1.2; RFC 8446 (5.2, 7.1 to 7.3) for 1.3.
 * @module
 */
import { gcm } from "@noble/ciphers/aes.js";
import { chacha20poly1305 } from "@noble/ciphers/chacha.js";
import { expand } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256, sha384 } from "@noble/hashes/sha2.js";

export interface Suite {
  readonly chacha: boolean;
  readonly key: 16 | 32;
  readonly hash: typeof sha256 | typeof sha384;
  readonly v13: boolean;
}

const of = (ids: readonly number[], suite: Suite): (readonly [number, Suite])[] => ids.map((id) => [id, suite]);

/** Those that authenticate what they encrypt (AEAD): AES in Galois mode, ChaCha20. Older ones (CBC, RC4) are not read. */
const SUITES: ReadonlyMap<number, Suite> = new Map([
  ...of([0x1301], { chacha: false, key: 16, hash: sha256, v13: true }),
  ...of([0x1302], { chacha: false, key: 32, hash: sha384, v13: true }),
  ...of([0x1303], { chacha: true, key: 32, hash: sha256, v13: true }),
  ...of([0x9c, 0x9e, 0xc02b, 0xc02f], { chacha: false, key: 16, hash: sha256, v13: false }),
  ...of([0x9d, 0x9f, 0xc02c, 0xc030], { chacha: false, key: 32, hash: sha384, v13: false }),
  ...of([0xcca8, 0xcca9, 0xccaa], { chacha: true, key: 32, hash: sha256, v13: false }),
]);

export const suiteOf = (cipher: number): Suite | undefined => SUITES.get(cipher);

/** HKDF-Expand-Label of TLS 1.3 without a context. */
function expandLabel(suite: Suite, secret: Uint8Array, label: string, length: number): Uint8Array {
  const name = new TextEncoder().encode(`tls13 ${label}`);
  return expand(suite.hash, secret, Uint8Array.from([length >> 8, length & 255, name.length, ...name, 0]), length);
}

/** The pseudo-random function of TLS 1.2: its first bytes. */
function prf(suite: Suite, secret: Uint8Array, label: string, seed: Uint8Array, length: number): Uint8Array {
  const all = Uint8Array.from([...new TextEncoder().encode(label), ...seed]);
  const out = new Uint8Array(length);
  let a: Uint8Array = all;
  for (let at = 0; at < length; ) {
    a = hmac(suite.hash, secret, a);
    const block = hmac(suite.hash, secret, Uint8Array.from([...a, ...all]));
    out.set(block.subarray(0, length - at), at);
    at += block.length;
  }
  return out;
}

/** Of one side: opens its records one after the other. */
export class SideKeys {
  readonly #suite: Suite;
  #key: Uint8Array;
  #iv: Uint8Array;
  #secret: Uint8Array | undefined;
  /** Number of the next record. */
  sequence = 0;

  constructor(suite: Suite, key: Uint8Array, iv: Uint8Array, secret?: Uint8Array) {
    this.#suite = suite;
    this.#key = key;
    this.#iv = iv;
    this.#secret = secret;
  }

  /** The secret is followed by another one (KeyUpdate of TLS 1.3). */
  update(): void {
    if (!this.#secret) return;
    const next = side13(this.#suite, expandLabel(this.#suite, this.#secret, "traffic upd", this.#suite.hash.outputLen));
    this.#key = next.#key;
    this.#iv = next.#iv;
    this.#secret = next.#secret;
    this.sequence = 0;
  }

  #nonce(): Uint8Array {
    const nonce = this.#iv.slice();
    const high = Math.floor(this.sequence / 2 ** 32);
    for (let i = 0; i < 4; i++) {
      nonce[11 - i]! ^= (this.sequence >>> (8 * i)) & 255;
      nonce[7 - i]! ^= (high >>> (8 * i)) & 255;
    }
    return nonce;
  }

  /** The text of a record, which is `head` (5 bytes) and `body`; undefined where it is not of these keys, or damaged. */
  open(head: Uint8Array, body: Uint8Array): Uint8Array | undefined {
    const { v13, chacha } = this.#suite;
    const explicit = !v13 && !chacha ? 8 : 0;
    const length = body.length - explicit - 16;
    if (length < 0) return undefined;
    const nonce = explicit > 0 ? Uint8Array.from([...this.#iv, ...body.subarray(0, 8)]) : this.#nonce();
    const text = body.subarray(explicit);
    try {
      const aad = v13 ? head : this.#aad12(head, length);
      const cipher = chacha ? chacha20poly1305(this.#key, nonce, aad) : gcm(this.#key, nonce, aad);
      const out = cipher.decrypt(text);
      this.sequence++;
      return out;
    } catch {
      return undefined;
    }
  }

  #aad12(head: Uint8Array, length: number): Uint8Array {
    const aad = new Uint8Array(13);
    const v = new DataView(aad.buffer);
    v.setUint32(0, Math.floor(this.sequence / 2 ** 32));
    v.setUint32(4, this.sequence >>> 0);
    aad.set(head.subarray(0, 3), 8);
    v.setUint16(11, length);
    return aad;
  }
}

/** Of TLS 1.3, by the traffic secret of one side. */
export function side13(suite: Suite, secret: Uint8Array): SideKeys {
  return new SideKeys(
    suite,
    expandLabel(suite, secret, "key", suite.key),
    expandLabel(suite, secret, "iv", 12),
    secret,
  );
}

/** Of TLS 1.2: client's and server's. */
export function sides12(
  suite: Suite,
  master: Uint8Array,
  clientRandom: Uint8Array,
  serverRandom: Uint8Array,
): readonly [client: SideKeys, server: SideKeys] {
  const iv = suite.chacha ? 12 : 4;
  const seed = Uint8Array.from([...serverRandom, ...clientRandom]);
  const block = prf(suite, master, "key expansion", seed, 2 * suite.key + 2 * iv);
  const [k, i] = [suite.key, 2 * suite.key];
  return [
    new SideKeys(suite, block.slice(0, k), block.slice(i, i + iv)),
    new SideKeys(suite, block.slice(k, 2 * k), block.slice(i + iv, i + 2 * iv)),
  ];
}
