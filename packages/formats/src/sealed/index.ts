/**
 * Files of a case as they lie on the disk: AES-256-GCM in chunks, each of which can be opened alone.
 *
 * 16 bytes `contraluz-seal1\n`, 16 bytes of salt, then chunks of 65,536 bytes of text and 16 of tag (the last may be shorter; of an
 * empty file it is only the tag). The key of a file is HKDF-SHA256 (RFC 5869) of the case's data key, with the salt and the info
 * `contraluz sealed file\n` + the file's name in the case: a file that was moved or swapped does not open. The nonce of a chunk is
 * its number in 11 bytes, big end first, and one byte that is 1 for the last chunk, as in age's payload (STREAM): a file that was
 * cut does not open either. Each salt is used for one file, so no nonce is used twice under one key.
 * @module
 */
import { ContraluzError, type RandomAccess } from "@contraluz/core";

/** Bytes of text in a chunk. */
export const SEALED_CHUNK = 65_536;
export const SEALED_HEAD = 32;
export const SEALED_SALT = 16;
const TAG = 16;
const STORED = SEALED_CHUNK + TAG;
const MAGIC = new TextEncoder().encode("contraluz-seal1\n");
const INFO = "contraluz sealed file\n";
/** Chunks that stay open for who reads small things side by side. */
const KEPT = 32;

/** The data key of a case, ready for use; its bytes cannot be had from it. Throws a RangeError if they are not 32. */
export function dataKey(bytes: Uint8Array): Promise<CryptoKey> {
  if (bytes.length !== 32) throw new RangeError(`a data key of ${bytes.length} bytes`);
  return crypto.subtle.importKey("raw", bytes, "HKDF", false, ["deriveBits"]);
}

async function fileKey(key: CryptoKey, name: string, salt: Uint8Array): Promise<CryptoKey> {
  const info = new TextEncoder().encode(INFO + name);
  const bits = await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, key, 256);
  return crypto.subtle.importKey("raw", new Uint8Array(bits), "AES-GCM", false, ["encrypt", "decrypt"]);
}

function nonceOf(chunk: number, last: boolean): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(12);
  const view = new DataView(nonce.buffer);
  view.setUint32(3, Math.floor(chunk / 2 ** 32));
  view.setUint32(7, chunk % 2 ** 32);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Seals one file, piece by piece. `salt`: 16 bytes that were never used before. */
export class Sealer {
  readonly #key: Promise<CryptoKey>;
  readonly #salt: Uint8Array;
  readonly #wait = new Uint8Array(SEALED_CHUNK);
  #held = 0;
  #chunk = 0;

  constructor(key: CryptoKey, name: string, salt: Uint8Array) {
    if (salt.length !== SEALED_SALT) throw new RangeError(`a salt of ${salt.length} bytes`);
    this.#salt = salt.slice();
    this.#key = fileKey(key, name, this.#salt);
  }

  /** The first bytes of the file. */
  head(): Uint8Array {
    const out = new Uint8Array(SEALED_HEAD);
    out.set(MAGIC);
    out.set(this.#salt, MAGIC.length);
    return out;
  }

  /** Takes text; gives what is ready to be stored. A full chunk is held back, since it may be the last. */
  async update(bytes: Uint8Array): Promise<Uint8Array> {
    const ready: Promise<ArrayBuffer>[] = [];
    for (let at = 0; at < bytes.length; ) {
      if (this.#held === SEALED_CHUNK) ready.push(this.#seal(false));
      const n = Math.min(bytes.length - at, SEALED_CHUNK - this.#held);
      this.#wait.set(bytes.subarray(at, at + n), this.#held);
      this.#held += n;
      at += n;
    }
    return joined(await Promise.all(ready));
  }

  /** The end of the file. */
  async finish(): Promise<Uint8Array> {
    return new Uint8Array(await this.#seal(true));
  }

  async #seal(last: boolean): Promise<ArrayBuffer> {
    const text = new Uint8Array(this.#wait.subarray(0, this.#held));
    const iv = nonceOf(this.#chunk++, last);
    this.#held = 0;
    return crypto.subtle.encrypt({ name: "AES-GCM", iv }, await this.#key, text);
  }
}

function joined(parts: readonly ArrayBuffer[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.byteLength, 0));
  let at = 0;
  for (const p of parts) {
    out.set(new Uint8Array(p), at);
    at += p.byteLength;
  }
  return out;
}

/** A whole small file, sealed. */
export async function sealBytes(key: CryptoKey, name: string, salt: Uint8Array, text: Uint8Array): Promise<Uint8Array> {
  const s = new Sealer(key, name, salt);
  const body = await s.update(text);
  const parts = [s.head(), body, await s.finish()];
  return joined(parts.map((p) => p.buffer as ArrayBuffer));
}

function broken(name: string, found: string, expected: string): ContraluzError {
  return new ContraluzError("case-damaged", `${name}: ${found}`, {
    code: "case-damaged",
    path: name,
    found,
    expected,
    lost: "file",
  });
}

/** Bytes of the text of a sealed file of so many stored ones; undefined if no sealed file has that size. */
export function sealedTextSize(stored: number): number | undefined {
  const body = stored - SEALED_HEAD;
  if (body < TAG) return undefined;
  const chunks = Math.ceil(body / STORED);
  const size = body - chunks * TAG;
  return size < 0 || (chunks > 1 && body - (chunks - 1) * STORED <= TAG) ? undefined : size;
}

/**
 * Reads a sealed file at any place; each chunk is proved when it is opened. Throws a ContraluzError ("case-damaged") if the file is
 * no sealed one, was changed, cut or moved, or belongs to another case.
 * @example const text = await openSealed(stored, key, "log/00000001.json");
 */
export async function openSealed(stored: RandomAccess, key: CryptoKey, name: string): Promise<RandomAccess> {
  const head = await stored.read(0, SEALED_HEAD);
  const size = sealedTextSize(stored.size);
  if (size === undefined || head.length < SEALED_HEAD || MAGIC.some((b, i) => head[i] !== b))
    throw broken(name, `no sealed file, ${stored.size} bytes`, "contraluz-seal1");
  const of = await fileKey(key, name, head.slice(MAGIC.length));
  const chunks = Math.max(1, Math.ceil(size / SEALED_CHUNK));
  const kept = new Map<number, Promise<Uint8Array>>();

  const open = async (i: number): Promise<Uint8Array> => {
    const bytes = await stored.read(SEALED_HEAD + i * STORED, STORED);
    try {
      const iv = nonceOf(i, i === chunks - 1);
      return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, of, new Uint8Array(bytes)));
    } catch {
      throw broken(name, `chunk ${i} of ${chunks} was changed`, "the bytes that were stored");
    }
  };
  const chunk = (i: number): Promise<Uint8Array> => {
    const had = kept.get(i);
    const it = had ?? open(i);
    if (had) kept.delete(i);
    else if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
    kept.set(i, it);
    return it;
  };
  // The last chunk says that nothing was cut off.
  await chunk(chunks - 1);
  return {
    size,
    async read(offset, length, into) {
      const end = Math.min(offset + length, size);
      if (offset < 0 || offset >= end) return new Uint8Array(0);
      const first = Math.floor(offset / SEALED_CHUNK);
      const last = Math.floor((end - 1) / SEALED_CHUNK);
      const out = into && into.length >= end - offset ? into.subarray(0, end - offset) : new Uint8Array(end - offset);
      for (let from = first; from <= last; from += KEPT / 2) {
        const to = Math.min(last, from + KEPT / 2 - 1);
        const texts = await Promise.all(Array.from({ length: to - from + 1 }, (_, k) => chunk(from + k)));
        for (const [k, text] of texts.entries()) {
          const at = (from + k) * SEALED_CHUNK;
          const a = Math.max(offset, at);
          const b = Math.min(end, at + SEALED_CHUNK);
          if (text.length < b - at) throw broken(name, `chunk ${from + k} is short`, `${b - at} bytes`);
          out.set(text.subarray(a - at, b - at), a - offset);
        }
      }
      return out;
    },
    async close() {
      kept.clear();
      await stored.close?.();
    },
  };
}
