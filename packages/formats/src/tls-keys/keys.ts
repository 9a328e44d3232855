/**
 * Keys of both sides from the secrets of a key log, and the opening of one record.
 * Sources: RFC 5246 (5, 6.2.3, 6.3), 5288 (3), 5289, 7366, 7905 (2) for TLS 1.2; RFC 8446 (5.2, 7.1 to 7.3) for 1.3.
 * @module
 */
import { cbc, gcm } from "@noble/ciphers/aes.js";
import { chacha20poly1305 } from "@noble/ciphers/chacha.js";
import { expand } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha384 } from "@noble/hashes/sha2.js";

type Hash = typeof sha256 | typeof sha384;

export interface Suite {
  readonly cipher: "gcm" | "chacha" | "cbc";
  readonly key: 16 | 32;
  /** From which keys follow. */
  readonly hash: Hash;
  readonly v13: boolean;
  /** Of CBC alone: what proves that a record is whole. */
  readonly mac?: Hash | typeof sha1;
}

const of = (ids: readonly number[], suite: Suite): (readonly [number, Suite])[] => ids.map((id) => [id, suite]);
const aes = (key: 16 | 32, hash: Hash, v13 = false): Suite => ({ cipher: "gcm", key, hash, v13 });
const chained = (key: 16 | 32, hash: Hash, mac: Hash | typeof sha1): Suite => ({
  cipher: "cbc",
  key,
  hash,
  v13: false,
  mac,
});

/** AES in Galois mode, ChaCha20; and the older AES in chains (CBC), whose records carry a hash. CCM, 3DES and RC4 are not read. */
const SUITES: ReadonlyMap<number, Suite> = new Map([
  ...of([0x1301], aes(16, sha256, true)),
  ...of([0x1302], aes(32, sha384, true)),
  ...of([0x1303], { cipher: "chacha", key: 32, hash: sha256, v13: true }),
  ...of([0x9c, 0x9e, 0xa2, 0xc02b, 0xc02d, 0xc02f, 0xc031], aes(16, sha256)),
  ...of([0x9d, 0x9f, 0xa3, 0xc02c, 0xc02e, 0xc030, 0xc032], aes(32, sha384)),
  ...of([0xcca8, 0xcca9, 0xccaa], { cipher: "chacha", key: 32, hash: sha256, v13: false }),
  ...of([0x2f, 0x32, 0x33, 0xc004, 0xc009, 0xc00e, 0xc013], chained(16, sha256, sha1)),
  ...of([0x35, 0x38, 0x39, 0xc005, 0xc00a, 0xc00f, 0xc014], chained(32, sha256, sha1)),
  ...of([0x3c, 0x40, 0x67, 0xc023, 0xc025, 0xc027, 0xc029], chained(16, sha256, sha256)),
  ...of([0x3d, 0x6a, 0x6b], chained(32, sha256, sha256)),
  ...of([0xc024, 0xc026, 0xc028, 0xc02a], chained(32, sha384, sha384)),
]);

export const suiteOf = (cipher: number): Suite | undefined => SUITES.get(cipher);

/** Suites of TLS 1.3 whose secrets have this length. */
export const suitesOf13 = (length: number): Suite[] =>
  [...SUITES.values()].filter((s) => s.v13 && s.hash.outputLen === length);

/** HKDF-Expand-Label of TLS 1.3 without a context. */
export function expandLabel(suite: Suite, secret: Uint8Array, label: string, length: number): Uint8Array {
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

const BLOCK = 16;

/** True if two texts are the same. */
function same(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Keys of one side. `overAll`: of CBC, the hash is over what was encrypted (RFC 7366), else over what it says. */
interface Side {
  readonly key: Uint8Array;
  readonly iv: Uint8Array;
  readonly secret?: Uint8Array;
  readonly mac?: Uint8Array;
  readonly overAll?: boolean;
}

/** Of one side: opens its records one after the other. */
export class SideKeys {
  readonly #suite: Suite;
  #of: Side;
  /** Number of the next record. */
  sequence = 0;

  constructor(suite: Suite, of: Side) {
    this.#suite = suite;
    this.#of = of;
  }

  /** The secret is followed by another one (KeyUpdate of TLS 1.3). */
  update(): void {
    const { secret } = this.#of;
    if (!secret) return;
    const next = side13(this.#suite, expandLabel(this.#suite, secret, "traffic upd", this.#suite.hash.outputLen));
    this.#of = next.#of;
    this.sequence = 0;
  }

  #nonce(): Uint8Array {
    return nonceOf(this.#of.iv, this.sequence);
  }

  /** The text of a record, which is `head` (5 bytes) and `body`; undefined where it is not of these keys, or damaged. */
  open(head: Uint8Array, body: Uint8Array): Uint8Array | undefined {
    const { v13, cipher } = this.#suite;
    if (cipher === "cbc") return this.#chain(head, body);
    const explicit = !v13 && cipher === "gcm" ? 8 : 0;
    const length = body.length - explicit - 16;
    if (length < 0) return undefined;
    const { key, iv } = this.#of;
    const nonce = explicit > 0 ? Uint8Array.from([...iv, ...body.subarray(0, 8)]) : this.#nonce();
    const out = openSealed(this.#suite, key, nonce, v13 ? head : this.#said12(head, length), body.subarray(explicit));
    if (out) this.sequence++;
    return out;
  }

  /** A record of CBC: a first block that is for chance alone, what it says, its hash, and padding whose bytes all say its length. */
  #chain(head: Uint8Array, body: Uint8Array): Uint8Array | undefined {
    const { key, mac, overAll = false } = this.#of;
    const hash = this.#suite.mac;
    if (!mac || !hash) return undefined;
    const size = hash.outputLen;
    const sealed = overAll ? body.subarray(0, Math.max(0, body.length - size)) : body;
    if (sealed.length < 2 * BLOCK || sealed.length % BLOCK !== 0) return undefined;
    if (overAll && !same(this.#proof(head, sealed, mac, hash), body.subarray(sealed.length))) return undefined;
    const plain = cbc(key, sealed.subarray(0, BLOCK), { disablePadding: true }).decrypt(sealed.subarray(BLOCK));
    const padding = plain[plain.length - 1]!;
    const end = plain.length - 1 - padding - (overAll ? 0 : size);
    if (end < 0) return undefined;
    for (let i = plain.length - 1 - padding; i < plain.length; i++) if (plain[i] !== padding) return undefined;
    const text = plain.subarray(0, end);
    if (!overAll && !same(this.#proof(head, text, mac, hash), plain.subarray(end, end + size))) return undefined;
    this.sequence++;
    return text;
  }

  #proof(head: Uint8Array, of: Uint8Array, mac: Uint8Array, hash: Hash | typeof sha1): Uint8Array {
    const said = this.#said12(head, of.length);
    const all = new Uint8Array(said.length + of.length);
    all.set(said);
    all.set(of, said.length);
    return hmac(hash, mac, all);
  }

  #said12(head: Uint8Array, length: number): Uint8Array {
    const said = new Uint8Array(13);
    const v = new DataView(said.buffer);
    v.setUint32(0, Math.floor(this.sequence / 2 ** 32));
    v.setUint32(4, this.sequence >>> 0);
    said.set(head.subarray(0, 3), 8);
    v.setUint16(11, length);
    return said;
  }
}

/** The number of a record, or of a packet, laid over the beginning that its side has. */
export function nonceOf(iv: Uint8Array, sequence: number): Uint8Array {
  const nonce = iv.slice();
  const high = Math.floor(sequence / 2 ** 32);
  for (let i = 0; i < 4; i++) {
    nonce[11 - i]! ^= (sequence >>> (8 * i)) & 255;
    nonce[7 - i]! ^= (high >>> (8 * i)) & 255;
  }
  return nonce;
}

/** What a cipher that proves itself sealed; undefined where the key is another, or a byte. `said`: what stands in the open and is proved, too. */
export function openSealed(
  suite: Suite,
  key: Uint8Array,
  nonce: Uint8Array,
  said: Uint8Array,
  sealed: Uint8Array,
): Uint8Array | undefined {
  try {
    return (suite.cipher === "chacha" ? chacha20poly1305(key, nonce, said) : gcm(key, nonce, said)).decrypt(sealed);
  } catch {
    return undefined;
  }
}

/** Of TLS 1.3, by the traffic secret of one side. */
export function side13(suite: Suite, secret: Uint8Array): SideKeys {
  const key = expandLabel(suite, secret, "key", suite.key);
  return new SideKeys(suite, { key, iv: expandLabel(suite, secret, "iv", 12), secret });
}

/** Of TLS 1.2: client's and server's. `overAll`: they agreed that hashes are over what was encrypted. */
export function sides12(
  suite: Suite,
  master: Uint8Array,
  clientRandom: Uint8Array,
  serverRandom: Uint8Array,
  overAll = false,
): readonly [client: SideKeys, server: SideKeys] {
  const iv = suite.cipher === "chacha" ? 12 : suite.cipher === "gcm" ? 4 : 0;
  const mac = suite.mac?.outputLen ?? 0;
  const seed = Uint8Array.from([...serverRandom, ...clientRandom]);
  const block = prf(suite, master, "key expansion", seed, 2 * (mac + suite.key + iv));
  let at = 0;
  const part = (length: number): Uint8Array => block.slice(at, (at += length));
  const macs = [part(mac), part(mac)];
  const keys = [part(suite.key), part(suite.key)];
  const ivs = [part(iv), part(iv)];
  const side = (i: 0 | 1): SideKeys =>
    new SideKeys(suite, { key: keys[i]!, iv: ivs[i]!, ...(mac > 0 ? { mac: macs[i]!, overAll } : {}) });
  return [side(0), side(1)];
}
