/**
 * Signatures of minisign: Ed25519 of the BLAKE2b-512 of a file (`ED`), and a second one over the first and a comment that can be
 * trusted. Source: minisign(1) and the format's page of its author (jedisct1.github.io/minisign).
 *
 * ```
 * untrusted comment: anything (no command trusts it)
 * base64(ED, 8 bytes of key id, 64 bytes of signature)
 * trusted comment: timestamp:1764127800 file:tagmanifest-sha256.txt
 * base64(64 bytes: signature of the signature and the comment)
 * ```
 * @module
 */
import { base64, hex } from "@contraluz/core";
import { ed25519 } from "@noble/curves/ed25519.js";
import { blake2b } from "@noble/hashes/blake2.js";
import { fromBase64, isPlainLine, joined, linesOf, sameBytes, utf8 } from "./bytes.ts";
import type { SignatureState, SigningKey } from "./types.ts";

const UNTRUSTED = "untrusted comment: ";
const TRUSTED = "trusted comment: ";
/** Of a file of a key or a signature. */
const MOST_BYTES = 20_000;
const RFC8032 = { zip215: false } as const;

export interface MinisignPublicKey {
  readonly id: Uint8Array;
  readonly key: Uint8Array;
}

export interface MinisignSignature {
  readonly id: Uint8Array;
  readonly prehashed: boolean;
  readonly signature: Uint8Array;
  readonly comment: string;
  readonly global: Uint8Array;
}

/** `RWQ…`, the text that a person compares and passes on. */
export function minisignKeyText(k: MinisignPublicKey): string {
  return base64(joined(utf8("Ed"), k.id, k.key));
}

/** The id as minisign shows it: upper case, last byte first. */
export function minisignIdText(id: Uint8Array): string {
  return hex(Uint8Array.from(id).reverse()).toUpperCase();
}

/** A file of a public key. */
export function encodeMinisignPublic(k: MinisignPublicKey): string {
  return `${UNTRUSTED}minisign public key ${minisignIdText(k.id)}\n${minisignKeyText(k)}\n`;
}

/** From a file of a public key, or from the one line that is it. Undefined if it is none. */
export function readMinisignPublic(text: string): MinisignPublicKey | undefined {
  if (text.length > MOST_BYTES) return undefined;
  const lines = linesOf(text.trim());
  const line = lines.length === 1 ? lines[0]! : lines[0]?.startsWith(UNTRUSTED) ? lines[1] : undefined;
  const b = fromBase64(line?.trim() ?? "");
  if (b?.length !== 42 || b[0] !== 0x45 || b[1] !== 0x64) return undefined;
  return { id: b.slice(2, 10), key: b.slice(10) };
}

export function readMinisign(text: string): MinisignSignature | undefined {
  if (text.length > MOST_BYTES) return undefined;
  const [untrusted, first, trusted, second, ...rest] = linesOf(text);
  if (!untrusted?.startsWith(UNTRUSTED) || !trusted?.startsWith(TRUSTED) || rest.length > 0) return undefined;
  const b = fromBase64(first ?? "");
  const global = fromBase64(second ?? "");
  // `Ed`: older signatures, of the file itself and not of its hash.
  if (b?.length !== 74 || b[0] !== 0x45 || (b[1] !== 0x44 && b[1] !== 0x64) || global?.length !== 64) return undefined;
  const comment = trusted.slice(TRUSTED.length);
  if (!isPlainLine(comment)) return undefined;
  return { id: b.slice(2, 10), prehashed: b[1] === 0x44, signature: b.slice(10), comment, global };
}

function ok(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, key, RFC8032);
  } catch {
    return false;
  }
}

/** Whether `text` signs `message` by that key. The trusted comment is a part of it. */
export function verifyMinisign(text: string, message: Uint8Array, k: MinisignPublicKey): SignatureState {
  const s = readMinisign(text);
  if (!s) return "unreadable";
  const signed = s.prehashed ? blake2b(message, { dkLen: 64 }) : message;
  const good =
    sameBytes(s.id, k.id) &&
    ok(s.signature, signed, k.key) &&
    ok(s.global, joined(s.signature, utf8(s.comment)), k.key);
  return good ? "good" : "bad";
}

/**
 * The file of a signature. `comment` becomes trusted: it is signed with the rest.
 * @example minisign(tagmanifest, key, "timestamp:1764127800 file:tagmanifest-sha256.txt");
 */
export function minisign(message: Uint8Array, k: SigningKey, comment: string): string {
  if (!k.id) throw new TypeError("a key of minisign has an id");
  if (!isPlainLine(comment)) throw new TypeError("a trusted comment is one plain line");
  const signature = ed25519.sign(blake2b(message, { dkLen: 64 }), k.seed);
  const global = ed25519.sign(joined(signature, utf8(comment)), k.seed);
  const blob = joined(utf8("ED"), k.id, signature);
  return `${UNTRUSTED}signature from contraluz\n${base64(blob)}\n${TRUSTED}${comment}\n${base64(global)}\n`;
}
