/**
 * Packets of QUIC beyond the first: their heads, and what opens them once a secret is known.
 * Source: RFC 9000 (17.2, 17.3, A.3), 9001 (5.1, 5.3, 5.4, 6), 9369 (3).
 * @module
 */
import { ecb } from "@noble/ciphers/aes.js";
import { chacha20 } from "@noble/ciphers/chacha.js";
import { expandLabel, nonceOf, openSealed, type Suite } from "../tls-keys/keys.ts";
import { varint } from "./varint.ts";

export type PacketKind = "initial" | "early" | "handshake" | "retry" | "short";

/** Of a packet with a long head. `number`: where that of the packet begins; `end`: where it ends, others may follow. */
export interface LongHead {
  readonly kind: PacketKind;
  readonly version: number;
  readonly target: number;
  readonly source: number;
  readonly number: number;
  readonly end: number;
}

const V2 = 0x6b3343cf;
const KINDS: readonly PacketKind[] = ["initial", "early", "handshake", "retry"];

/** The long head at `b[at]`; undefined where it is none. `target`, `source`: bytes of the two connection ids. */
export function longHead(b: Uint8Array, at: number, end: number): LongHead | undefined {
  if (at + 7 > end || (b[at]! & 0xc0) !== 0xc0) return undefined;
  const version = ((b[at + 1]! << 24) | (b[at + 2]! << 16) | (b[at + 3]! << 8) | b[at + 4]!) >>> 0;
  if (version === 0) return undefined;
  const type = (b[at]! >> 4) & 3;
  const kind = KINDS[version === V2 ? (type + 3) & 3 : type]!;
  const target = b[at + 5]!;
  const source = b[at + 6 + target];
  if (target > 20 || source === undefined || source > 20) return undefined;
  let next = at + 7 + target + source;
  if (next > end) return undefined;
  if (kind === "retry") return { kind, version, target, source, number: end, end };
  if (kind === "initial") {
    const token = varint(b, next, end);
    if (!token) return undefined;
    next = token[1] + token[0];
  }
  const length = varint(b, next, end);
  if (!length || length[1] + length[0] > end) return undefined;
  return { kind, version, target, source, number: length[1], end: length[1] + length[0] };
}

interface Keys {
  readonly secret: Uint8Array;
  readonly key: Uint8Array;
  readonly iv: Uint8Array;
}

/** Times that keys may change. */
const MAX_UPDATES = 1000;
const LAST_COUNT = 0xffff_ffff;

/** What opens packets of one side and one level, one after the other. */
export class PacketKeys {
  readonly #suite: Suite;
  readonly #prefix: string;
  readonly #head: Uint8Array;
  #now: Keys;
  #before: Keys | undefined;
  #phase = 0;
  #updates = 0;
  /** The largest number so far. */
  #largest = -1;

  constructor(suite: Suite, secret: Uint8Array, version: number) {
    this.#suite = suite;
    this.#prefix = version === V2 ? "quicv2 " : "quic ";
    this.#head = expandLabel(suite, secret, `${this.#prefix}hp`, suite.key);
    this.#now = this.#keys(secret);
  }

  #keys(secret: Uint8Array): Keys {
    const part = (label: string, length: number): Uint8Array =>
      expandLabel(this.#suite, secret, this.#prefix + label, length);
    return { secret, key: part("key", this.#suite.key), iv: part("iv", 12) };
  }

  /** Five bytes that hide the head; undefined at the last count of ChaCha20, which the library refuses: one packet of 2^32. */
  #mask(sample: Uint8Array): Uint8Array | undefined {
    if (this.#suite.cipher !== "chacha") return ecb(this.#head, { disablePadding: true }).encrypt(sample);
    const count = new DataView(sample.buffer, sample.byteOffset).getUint32(0, true);
    if (count === LAST_COUNT) return undefined;
    return chacha20(this.#head, sample.subarray(4), new Uint8Array(5), undefined, count);
  }

  /** What the packet says that begins at `start`, with its number at `at`; undefined where these keys do not open it. */
  open(b: Uint8Array, start: number, at: number, end: number): Uint8Array | undefined {
    if (at + 20 > end) return undefined;
    const long = (b[start]! & 0x80) !== 0;
    const mask = this.#mask(b.slice(at + 4, at + 20));
    if (!mask) return undefined;
    const first = b[start]! ^ (mask[0]! & (long ? 0x0f : 0x1f));
    const size = (first & 3) + 1;
    const head = b.slice(start, at + size);
    head[0] = first;
    let number = 0;
    for (let i = 0; i < size; i++) {
      head[at - start + i]! ^= mask[1 + i]!;
      number = number * 256 + head[at - start + i]!;
    }
    number = this.#whole(number, size);
    const sealed = b.subarray(at + size, end);
    const tried = (k: Keys): Uint8Array | undefined =>
      openSealed(this.#suite, k.key, nonceOf(k.iv, number), head, sealed);
    const phase = long ? this.#phase : (first >> 2) & 1;
    let out: Uint8Array | undefined;
    if (phase === this.#phase) out = tried(this.#now);
    else {
      // The other phase: the keys that were before, for what came late; or those that follow.
      if (this.#before && number < this.#largest) out = tried(this.#before);
      if (!out && this.#updates < MAX_UPDATES) {
        const next = this.#keys(
          expandLabel(this.#suite, this.#now.secret, `${this.#prefix}ku`, this.#suite.hash.outputLen),
        );
        out = tried(next);
        if (out) {
          this.#before = this.#now;
          this.#now = next;
          this.#phase = phase;
          this.#updates++;
        }
      }
    }
    if (out) this.#largest = Math.max(this.#largest, number);
    return out;
  }

  /** A number of which only the last bytes are sent (RFC 9000, A.3). */
  #whole(short: number, size: number): number {
    const expected = this.#largest + 1;
    const window = 256 ** size;
    const candidate = expected - (expected % window) + short;
    if (candidate <= expected - window / 2) return candidate + window;
    return candidate > expected + window / 2 && candidate >= window ? candidate - window : candidate;
  }
}
