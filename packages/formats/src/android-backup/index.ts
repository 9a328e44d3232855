/**
 * Backups of adb (`.ab`), versions 1 to 5: four lines of text, five more where it is encrypted, then a tar: AES-256-CBC over zlib
 * over tar, both optional. Bytes in, bytes out, in pieces.
 * Sources: android.md 1.3 (measured on backups of three versions); the layout is that of AOSP's `BackupManagerService`; RFC 1950.
 * @module
 * @example
 * const header = readHeader(await source.read(0, HEADER_BYTES));
 * if (typeof header !== "string") for await (const piece of tarBytes(bytes, header, keys, platform, report)) take(piece);
 */
import { ContraluzError, LIMITS, type Platform, type Report } from "@contraluz/core";
import type { Header } from "./header.ts";
import type { Keys } from "./keys.ts";

export { type Encryption, HEADER_BYTES, type Header, looksLikeAndroidBackup, readHeader } from "./header.ts";
export { type Keys, openKeys } from "./keys.ts";

const BLOCK = 16;
/** Cipher text that is opened at once. */
const RUN = 1 << 20;

/** All but the first `count` bytes. */
async function* skip(source: AsyncIterable<Uint8Array>, count: number): AsyncIterable<Uint8Array> {
  let left = count;
  for await (const piece of source) {
    const part = piece.subarray(Math.min(left, piece.length));
    left -= piece.length - part.length;
    if (part.length > 0) yield part;
  }
}

/** Plaintext without its padding. Cipher text that ends within a block loses that block. */
async function* decrypted(
  source: AsyncIterable<Uint8Array>,
  keys: Keys,
  platform: Pick<Platform, "aesCbc">,
  report: Report,
): AsyncIterable<Uint8Array> {
  let iv = keys.iv;
  const held = new Uint8Array(RUN);
  let length = 0;
  let at = 0;
  /** Opens whole blocks but for the last one, which may be padding. */
  const open = async (end: number): Promise<Uint8Array> => {
    const cipher = held.slice(0, end);
    const plain = await platform.aesCbc(keys.key, iv, cipher);
    iv = cipher.slice(-BLOCK);
    held.copyWithin(0, end, length);
    length -= end;
    at += end;
    return plain;
  };
  for await (const piece of source) {
    for (let from = 0; from < piece.length; ) {
      const part = piece.subarray(from, from + RUN - length);
      held.set(part, length);
      length += part.length;
      from += part.length;
      if (length === RUN) yield await open(RUN - BLOCK);
    }
  }
  const whole = length - (length % BLOCK);
  const cut = whole !== length;
  if (cut) report({ code: "adb-backup-damaged", offset: at, found: "it ends within a block", lost: "bytes" });
  if (whole === 0) return;
  const last = await open(whole);
  const pad = last.at(-1)!;
  const holds = pad >= 1 && pad <= BLOCK && last.subarray(-pad).every((b) => b === pad);
  if (!holds && !cut) report({ code: "adb-backup-damaged", offset: at, found: "no padding", lost: "bytes" });
  yield holds ? last.subarray(0, last.length - pad) : last;
}

/** What zlib wrote, opened: its two bytes of header are checked here, its sum at the end is not. */
async function* inflated(
  source: AsyncIterable<Uint8Array>,
  platform: Pick<Platform, "inflate">,
  report: Report,
): AsyncIterable<Uint8Array> {
  let [read, out] = [0, 0];
  let failed: unknown;
  let header: number[] | undefined = [];
  async function* raw(): AsyncIterable<Uint8Array> {
    try {
      for await (const piece of source) {
        let part = piece;
        while (header && part.length > 0) {
          header.push(part[0]!);
          part = part.subarray(1);
          if (header.length < 2) continue;
          const [cmf, flags] = header as [number, number];
          header = undefined;
          if ((cmf & 15) !== 8 || (cmf * 256 + flags) % 31 !== 0 || (flags & 32) !== 0) return;
        }
        read += part.length;
        if (part.length > 0) yield part;
      }
    } catch (e) {
      failed = e ?? new Error("read failed");
    }
  }
  try {
    for await (const piece of platform.inflate("deflate-raw", raw())) {
      out += piece.length;
      if (out > LIMITS.expansionFloor && out > read * LIMITS.expansion) {
        report({ code: "bomb", offset: out, found: `${read} bytes opened to ${out}`, lost: "bytes" });
        return;
      }
      yield piece;
    }
  } catch (e) {
    if (e instanceof ContraluzError) throw e;
    if (failed === undefined)
      report({ code: "adb-backup-damaged", offset: read, found: "the compressed data is damaged", lost: "bytes" });
  }
  if (failed !== undefined) throw failed;
}

/**
 * The tar in a backup, from the bytes of the whole file. Damage is reported, and ends it. Throws what `source` throws.
 * `keys`: of an encrypted one.
 */
export function tarBytes(
  source: AsyncIterable<Uint8Array>,
  header: Header,
  keys: Keys | undefined,
  platform: Pick<Platform, "aesCbc" | "inflate">,
  report: Report,
): AsyncIterable<Uint8Array> {
  const body = skip(source, header.length);
  const plain = keys ? decrypted(body, keys, platform, report) : body;
  return header.compressed ? inflated(plain, platform, report) : plain;
}
