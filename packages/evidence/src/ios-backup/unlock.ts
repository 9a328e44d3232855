/**
 * From the backup password to the keys of files. All keys are WebCrypto keys that cannot be exported; none is ever
 * stored, logged or put into a record.
 *
 * ```text
 * p1       = PBKDF2-HMAC-SHA256(password, DPSL, DPIC)     iOS 10.2 and later
 * kek      = PBKDF2-HMAC-SHA1(p1 or password, SALT, ITER)
 * class[c] = AES-unwrap(kek, WPKY)                        RFC 3394: a wrong password shows here
 * file     = AES-unwrap(class[ProtectionClass], EncryptionKey[4..44])
 * ```
 * Sources: Apple Platform Security ("Keybags for Data Protection"); ios.md 1.3, 1.4.
 * @module
 */
import { ContraluzError, type Report } from "@contraluz/core";
import type { Keybag } from "@contraluz/formats/keybag/index.ts";

/** By protection class; usable only to unwrap file keys (AES-KW). */
export type ClassKeys = ReadonlyMap<number, CryptoKey>;

const WRAPPED = 40;
/** u32 LE protection class, then the wrapped key. */
const ENCRYPTION_KEY = 4 + WRAPPED;
/** Only the passcode half: what device keys wrap cannot be opened off the device. */
const WRAP_PASSCODE = 2;

async function pbkdf2(
  hash: "SHA-1" | "SHA-256",
  password: Uint8Array,
  salt: Uint8Array,
  iterations: number,
): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "PBKDF2", hash, salt, iterations }, key, 256));
}

async function deriveKek(keybag: Keybag, password: Uint8Array): Promise<CryptoKey> {
  const secrets: Uint8Array[] = [password];
  try {
    if (keybag.dpsl !== undefined && keybag.dpic !== undefined) {
      secrets.push(await pbkdf2("SHA-256", password, keybag.dpsl, keybag.dpic));
      password.fill(0);
    }
    secrets.push(await pbkdf2("SHA-1", secrets.at(-1)!, keybag.salt, keybag.iterations));
    return await crypto.subtle.importKey("raw", secrets.at(-1)!, "AES-KW", false, ["unwrapKey"]);
  } finally {
    for (const s of secrets) s.fill(0);
  }
}

async function unwrap(
  wrapping: CryptoKey,
  wrapped: Uint8Array,
  algorithm: "AES-KW" | "AES-CBC",
): Promise<CryptoKey | undefined> {
  const usages: ("unwrapKey" | "decrypt" | "encrypt")[] =
    algorithm === "AES-KW" ? ["unwrapKey"] : ["decrypt", "encrypt"];
  try {
    return await crypto.subtle.unwrapKey("raw", wrapped, wrapping, "AES-KW", algorithm, false, usages);
  } catch {
    // The integrity check of RFC 3394 failed: WebCrypto says only "OperationError".
    return undefined;
  }
}

/**
 * Opens the class keys. The bytes of `password` (UTF-8, as typed) are zeroed in any case.
 *
 * Throws ContraluzError `backup-password-wrong` if no class key opens, `backup-keybag` if there is none to try.
 * A single one that does not open is reported as `backup-keybag`.
 *
 * @example
 * ```ts
 * const keys = await unlock(bag, new TextEncoder().encode(typed), report);
 * const key = await fileKey(keys, 3, encryptionKey);
 * ```
 */
export async function unlock(keybag: Keybag, password: Uint8Array, report: Report): Promise<ClassKeys> {
  try {
    const usable = [...keybag.classKeys].filter(([, k]) => k.wrap === WRAP_PASSCODE && k.wrapped.length === WRAPPED);
    if (usable.length === 0) {
      const problem = {
        code: "backup-keybag",
        path: "Manifest.plist",
        found: "0",
        expected: "WRAP 2, WPKY 40 B",
        lost: "evidence",
      } as const;
      throw new ContraluzError("backup-keybag", "the keybag has no class key that a password opens", problem);
    }
    const kek = await deriveKek(keybag, password);
    const out = new Map<number, CryptoKey>();
    const failed: number[] = [];
    for (const [clas, k] of usable) {
      const key = await unwrap(kek, k.wrapped, "AES-KW");
      if (key) out.set(clas, key);
      else failed.push(clas);
    }
    if (out.size === 0) {
      const problem = { code: "backup-password-wrong", path: "Manifest.plist", lost: "evidence" } as const;
      throw new ContraluzError("backup-password-wrong", "the password does not open the backup", problem);
    }
    for (const clas of failed)
      report({ code: "backup-keybag", path: "Manifest.plist", found: `class ${clas}`, lost: "bytes" });
    return out;
  } finally {
    password.fill(0);
  }
}

/**
 * The AES-256-CBC key of a file, or undefined if it cannot be opened. `encryptionKey` is MBFile's, 44 bytes. Where the
 * row and the first four bytes of the key disagree on the class, both are tried: the unwrapping proves itself.
 */
export async function fileKey(
  keys: ClassKeys,
  protectionClass: number | undefined,
  encryptionKey: Uint8Array,
): Promise<CryptoKey | undefined> {
  if (encryptionKey.length !== ENCRYPTION_KEY) return undefined;
  const stated = new DataView(encryptionKey.buffer, encryptionKey.byteOffset, 4).getUint32(0, true);
  const wrapped = encryptionKey.subarray(4);
  for (const clas of protectionClass === undefined || protectionClass === stated
    ? [stated]
    : [protectionClass, stated]) {
    const wrapping = keys.get(clas);
    const key = wrapping && (await unwrap(wrapping, wrapped, "AES-CBC"));
    if (key) return key;
  }
  return undefined;
}
