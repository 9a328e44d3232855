/** Working space for evidence that does not fit in memory. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { open, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ContraluzError, hostCode, type Scratch } from "@contraluz/core";
import { plain, pread } from "./file.ts";

const CIPHER = "aes-256-ctr";
const AES = 16;
/** Bytes that are encrypted and written at once. */
const BLOCK = 1 << 20;
const NOTHING: Uint8Array = new Uint8Array(0);

/** The counter block of CTR at block `n`: big-endian, from zero. The key is of this file alone, so no nonce is needed. */
function counter(n: number): Buffer {
  const iv = Buffer.alloc(AES);
  iv.writeBigUInt64BE(BigInt(n), 8);
  return iv;
}

/** Gives back memory that nobody else has, where Node can (21 and later): the collector comes for it late. */
function release(buffer: Uint8Array): void {
  const whole = buffer.buffer as ArrayBuffer & { transfer?(length: number): unknown };
  if (buffer.length === whole.byteLength) whole.transfer?.(0);
}

/**
 * A file in the temporary folder that has lost its name before the first byte comes, only for this user, encrypted with
 * AES-256-CTR under a key that never leaves memory. Where a file cannot lose its name while open it does on `close()`.
 */
export async function scratch(folder: string = tmpdir()): Promise<Scratch> {
  const path = join(folder, `contraluz-${randomBytes(12).toString("hex")}`);
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);
  const file = await open(path, flags, 0o600).catch((error: Error) => {
    const problem = { code: "scratch-unavailable", found: hostCode(error), lost: "file" } as const;
    throw new ContraluzError("scratch-unavailable", `no working space in ${folder}`, problem);
  });
  let named = await unlink(path).then(
    () => false,
    () => true,
  );
  const key = randomBytes(32);
  /** The last bytes, not yet written, and where they begin: a multiple of `BLOCK`. */
  const pending = new Uint8Array(BLOCK);
  let start = 0;
  let filled = 0;
  let closed = false;
  /** Memory of the read before, for the next one. */
  let sealedBefore: Uint8Array = NOTHING;

  const flush = async (): Promise<void> => {
    const sealed = createCipheriv(CIPHER, key, counter(start / AES)).update(pending);
    for (let n = 0; n < BLOCK; ) n += (await file.write(sealed, n, BLOCK - n, start + n)).bytesWritten;
    release(sealed);
    start += BLOCK;
    filled = 0;
  };

  /** Bytes `[from, to)` that have been written to the file, in `into` if it is given. */
  const written = async (from: number, to: number, into?: Uint8Array): Promise<Uint8Array> => {
    const aligned = from - (from % AES);
    const memory = to - aligned <= sealedBefore.length ? sealedBefore : new Uint8Array(to - aligned);
    sealedBefore = NOTHING; // reads may overlap
    const sealed = await pread(file, aligned, to - aligned, memory);
    const opened = createDecipheriv(CIPHER, key, counter(aligned / AES)).update(sealed);
    if (memory.length <= 2 * BLOCK) sealedBefore = memory;
    const bytes = plain(opened).subarray(from - aligned);
    if (!into) return bytes;
    const { length } = bytes;
    into.set(bytes);
    release(opened);
    return into.subarray(0, length);
  };

  return {
    async write(bytes) {
      for (let at = 0; at < bytes.length; ) {
        const part = bytes.subarray(at, at + BLOCK - filled);
        pending.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled === BLOCK) await flush();
      }
    },
    open() {
      const total = start + filled;
      return {
        size: total,
        async read(offset, length, into) {
          const end = Math.min(offset + length, total);
          if (!(offset >= 0 && offset < end)) return new Uint8Array(0);
          if (end <= start) return written(offset, end, into);
          const out = into?.subarray(0, end - offset) ?? new Uint8Array(end - offset);
          // What is pending moves on while the rest is read.
          const edge = Math.max(offset, start);
          out.set(pending.subarray(edge - start, end - start), edge - offset);
          if (offset < edge) await written(offset, edge, out);
          return out;
        },
      };
    },
    async close() {
      if (closed) return;
      closed = true;
      key.fill(0);
      pending.fill(0);
      await file.close();
      if (named) await unlink(path).catch(() => {});
      named = false;
    },
  };
}
