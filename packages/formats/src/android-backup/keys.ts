/** From the password of a backup to the key of its data. Nothing of it is kept. */
import type { Encryption } from "./header.ts";

export interface Keys {
  /** Opens the data; cannot be exported. */
  readonly key: CryptoKey;
  readonly iv: Uint8Array;
}

const SIZE = 32;

async function derive(password: Uint8Array, salt: Uint8Array, rounds: number): Promise<Uint8Array> {
  const base = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-1", salt, iterations: rounds };
  return new Uint8Array(await crypto.subtle.deriveBits(how, base, 8 * SIZE));
}

/**
 * The password from which the checksum of the master key is derived. From version 2 on Java took the bytes of the key for
 * characters, and each above 127 for a negative one: U+FF80 to U+FFFF, written in UTF-8.
 */
function checksumPassword(key: Uint8Array, version: number): Uint8Array {
  if (version < 2) return key.slice();
  return new TextEncoder().encode(String.fromCharCode(...Array.from(key, (b) => (b < 0x80 ? b : 0xff00 | b))));
}

const equal = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((x, i) => x === b[i]);

/** A part of the blob: its length in one byte, then its bytes. */
function parts(blob: Uint8Array): Uint8Array[] {
  const out: Uint8Array[] = [];
  for (let at = 0; out.length < 3 && at < blob.length; ) {
    const length = blob[at]!;
    if (at + 1 + length > blob.length) return out;
    out.push(blob.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
  return out;
}

/**
 * The keys that `password` (UTF-8; it is zeroed in any case) opens, or undefined: a wrong password, and a damaged key, which nothing tells
 * apart. Of Java's password only the characters count, so that what is no ASCII was written in UTF-8 or, before Android 4.4, cut.
 */
export async function openKeys(e: Encryption, version: number, password: Uint8Array): Promise<Keys | undefined> {
  const secrets: Uint8Array[] = [password];
  try {
    const user = await derive(password, e.userSalt, e.rounds);
    secrets.push(user);
    const userKey = await crypto.subtle.importKey("raw", user, "AES-CBC", false, ["decrypt"]);
    let blob: Uint8Array;
    try {
      // Copies: the types of a page take no memory that threads may share.
      const how = { name: "AES-CBC", iv: new Uint8Array(e.userIv) };
      blob = new Uint8Array(await crypto.subtle.decrypt(how, userKey, new Uint8Array(e.blob)));
    } catch {
      return undefined; // the padding does not hold
    }
    secrets.push(blob);
    const [iv, master, checksum] = parts(blob);
    if (iv?.length !== 16 || master?.length !== SIZE || !checksum) return undefined;
    const said = checksumPassword(master, version);
    secrets.push(said);
    if (!equal(await derive(said, e.checksumSalt, e.rounds), checksum)) return undefined;
    const key = await crypto.subtle.importKey("raw", master, "AES-CBC", false, ["decrypt", "encrypt"]);
    return { key, iv: iv.slice() };
  } finally {
    for (const s of secrets) s.fill(0);
  }
}
