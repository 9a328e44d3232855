/** Working space for evidence that does not fit in memory. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { open, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ContraluzError, hostCode, type Scratch } from "@contraluz/core";
import { plain, pread } from "./file.ts";

const CIPHER = "aes-256-ctr";
const BLOCK = 16;

/** The counter block of CTR at block `n`: big-endian, from zero. The key is of this file alone, so no nonce is needed. */
function counter(n: number): Buffer {
  const iv = Buffer.alloc(BLOCK);
  iv.writeBigUInt64BE(BigInt(n), 8);
  return iv;
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
  const cipher = createCipheriv(CIPHER, key, counter(0));
  let size = 0;
  let closed = false;
  return {
    async write(bytes) {
      const sealed = cipher.update(bytes);
      for (let n = 0; n < sealed.length; ) n += (await file.write(sealed, n, sealed.length - n, size + n)).bytesWritten;
      size += sealed.length;
    },
    open() {
      const total = size;
      return {
        size: total,
        async read(offset, length) {
          const end = Math.min(offset + length, total);
          if (!(offset >= 0 && offset < end)) return new Uint8Array(0);
          const start = offset - (offset % BLOCK);
          const decipher = createDecipheriv(CIPHER, key, counter(start / BLOCK));
          return plain(decipher.update(await pread(file, start, end - start))).subarray(offset - start);
        },
      };
    },
    async close() {
      if (closed) return;
      closed = true;
      key.fill(0);
      await file.close();
      if (named) await unlink(path).catch(() => {});
      named = false;
    },
  };
}
