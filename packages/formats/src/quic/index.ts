/**
 * Initial packets of QUIC, versions 1, 2 and their drafts: their keys follow from what they carry, so that anybody on the way can read the hello in
 * them, and so do we. The rest of QUIC is read with keys (`session.ts`).
 *
 * Sources: RFC 9000 (16, 17.2, 19.6), 9001 (5.2, 5.4), 9369 (3).
 * @module
 */
import { ctr, ecb } from "@noble/ciphers/aes.js";
import { expand, extract } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { varint } from "./varint.ts";

export { QuicSession, type QuicTake } from "./session.ts";

/** Parts of the stream of the handshake, by where they belong in it. */
export interface CryptoPart {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

export interface QuicInitial {
  readonly version: number;
  /** The client's packets carry the connection id from which keys of both sides follow. */
  readonly destination: Uint8Array;
  readonly parts: readonly CryptoPart[];
  /** Where the packet ends in the datagram: others may follow. */
  readonly end: number;
}

interface Version {
  readonly salt: Uint8Array;
  readonly prefix: string;
  /** Two bits that say that a long head is of an initial packet. */
  readonly initial: number;
}

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (x) => Number.parseInt(x, 16));
const V1: Version = { salt: bytesOf("38762cf7f55934b34d179ae6a4c80cadccbb7f0a"), prefix: "quic ", initial: 0 };
const V2: Version = { salt: bytesOf("0dede3def700a6db819381be6e269dcbf9bd2ed9"), prefix: "quicv2 ", initial: 1 };
/** Drafts are as version 1, with salts of their own until 32 (draft-ietf-quic-tls-23 to -34, 5.2). */
const DRAFT_23: Version = { ...V1, salt: bytesOf("c3eef712c72ebb5a11a7d2432bb46365bef9f502") };
const DRAFT_29: Version = { ...V1, salt: bytesOf("afbfec289993d24c9e9786f19c6111e04390a899") };

function versionOf(version: number): Version | undefined {
  if (version === 1) return V1;
  if (version === 0x6b3343cf) return V2;
  const draft = version - 0xff000000;
  if (draft < 23 || draft > 34) return undefined;
  return draft < 29 ? DRAFT_23 : draft < 33 ? DRAFT_29 : V1;
}

/** HKDF-Expand-Label of TLS 1.3 without a context (RFC 8446, 7.1). */
function expandLabel(secret: Uint8Array, label: string, length: number): Uint8Array {
  const name = new TextEncoder().encode(`tls13 ${label}`);
  return expand(sha256, secret, Uint8Array.from([0, length, name.length, ...name, 0]), length);
}

/** True if a datagram may begin with an initial packet of a version that is read. */
export function looksLikeQuic(b: Uint8Array, start: number, end: number): boolean {
  if (end - start < 1200 && end - start < 30) return false;
  const first = b[start]!;
  if ((first & 0xc0) !== 0xc0) return false;
  const of = versionOf(versionAt(b, start));
  return of !== undefined && ((first >> 4) & 3) === of.initial;
}

const versionAt = (b: Uint8Array, start: number): number =>
  ((b[start + 1]! << 24) | (b[start + 2]! << 16) | (b[start + 3]! << 8) | b[start + 4]!) >>> 0;

/** Frames of an initial packet: padding, ping, acknowledgements and parts of the handshake; anything else ends the reading. */
function partsOf(b: Uint8Array): CryptoPart[] {
  const out: CryptoPart[] = [];
  for (let at = 0; at < b.length && out.length < 100; ) {
    const type = b[at]!;
    if (type === 0 || type === 1) {
      at++;
      continue;
    }
    if (type === 6) {
      const offset = varint(b, at + 1, b.length);
      const length = offset && varint(b, offset[1], b.length);
      if (!length || length[1] + length[0] > b.length) break;
      out.push({ offset: offset[0], bytes: b.slice(length[1], length[1] + length[0]) });
      at = length[1] + length[0];
      continue;
    }
    if (type !== 2 && type !== 3) break;
    // ACK: largest, delay, count, first range, ranges of two numbers; with ECN three counts.
    let next: readonly [number, number] | undefined = [0, at + 1];
    const read = (n: number): number => {
      let value = 0;
      for (let i = 0; i < n && next; i++) {
        next = varint(b, next[1], b.length);
        value = next?.[0] ?? 0;
      }
      return value;
    };
    const count = read(3);
    if (count > 1000) break;
    read(1 + 2 * count + (type === 3 ? 3 : 0));
    if (!next) break;
    at = next[1];
  }
  return out;
}

/**
 * The initial packet at the start of the datagram `b[start]` to `b[end - 1]`. `destination`: that of the client's first packet, to read what
 * the server sends. Undefined for what is none, and for what no key opens.
 * @example readInitial(datagram, 0, datagram.length)?.parts // the client's hello
 */
export function readInitial(
  b: Uint8Array,
  start: number,
  end: number,
  destination?: Uint8Array,
): QuicInitial | undefined {
  if (!looksLikeQuic(b, start, end)) return undefined;
  const version = versionAt(b, start);
  const of = versionOf(version)!;
  let at = start + 5;
  const idOf = (): Uint8Array | undefined => {
    const length = b[at];
    if (length === undefined || length > 20 || at + 1 + length > end) return undefined;
    at += 1 + length;
    return b.slice(at - length, at);
  };
  const target = idOf();
  const source = target && idOf();
  if (!source) return undefined;
  const token = varint(b, at, end);
  const length = token && varint(b, token[1] + token[0], end);
  if (!length || length[1] + length[0] > end || length[0] < 20) return undefined;
  const number = length[1];
  const stop = number + length[0];
  const secret = extract(sha256, destination ?? target, of.salt);
  const side = expandLabel(secret, destination ? "server in" : "client in", 32);
  const key = expandLabel(side, `${of.prefix}key`, 16);
  const iv = expandLabel(side, `${of.prefix}iv`, 12);
  const head = expandLabel(side, `${of.prefix}hp`, 16);
  if (number + 20 > stop) return undefined;
  const mask = ecb(head, { disablePadding: true }).encrypt(b.slice(number + 4, number + 20));
  const first = b[start]! ^ (mask[0]! & 0x0f);
  const size = (first & 3) + 1;
  let packet = 0;
  for (let i = 0; i < size; i++) packet = packet * 256 + (b[number + i]! ^ mask[1 + i]!);
  const nonce = iv.slice();
  for (let i = 0; i < 4; i++) nonce[11 - i]! ^= (packet / 256 ** i) & 255;
  // GCM is counting from 2 on; what proves that it is whole is not checked: a wrong key gives no frames.
  const counter = new Uint8Array(16);
  counter.set(nonce);
  counter[15] = 2;
  const plain = ctr(key, counter).decrypt(b.slice(number + size, stop - 16));
  const parts = partsOf(plain);
  return { version, destination: destination ?? target, parts, end: stop };
}
