/**
 * Match keys under a lab's secret: HMAC-SHA-256 (RFC 2104) of the 8 bytes of the key without it, of which 64 bits stay. So compiled
 * signs, which keep no text, get the same keys, and who takes the lab's files without the secret cannot try names on them.
 * @module
 */
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";

/** Bytes of a secret: fewer can be tried out. */
export const SECRET_LEAST = 32;
export const SECRET_MOST = 4096;

/** Makes the stored key of an unkeyed one (`storedKey`). */
export type Keying = (h: bigint) => bigint;

export const unkeyed: Keying = (h) => h;

const MASK = (1n << 64n) - 1n;
const encoder = new TextEncoder();

/** Keys under a secret. */
export function keyedBy(secret: Uint8Array): Keying {
  const begun = hmac.create(sha256, secret);
  const mac = begun.clone();
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  const out = new Uint8Array(32);
  const read = new DataView(out.buffer);
  return (h) => {
    view.setBigUint64(0, h & MASK);
    begun._cloneInto(mac);
    mac.update(bytes).digestInto(out);
    return read.getBigInt64(0);
  };
}

/** What a secret makes of a fixed text: stands in `lab.json`, so that another secret is noticed. */
export function secretCheck(secret: Uint8Array): string {
  const mac = hmac(sha256, secret, encoder.encode("contraluz/lab-secret@1"));
  return Array.from(mac.subarray(0, 16), (b) => b.toString(16).padStart(2, "0")).join("");
}
