/** Files of the host as RandomAccess: read only, regular files only. */
import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { ContraluzError, type RandomAccess } from "@contraluz/core";

/** What a `host` FileRef of this platform holds: a path, as bytes where it is not UTF-8. */
export type HostPath = string | Uint8Array;

/** One pread at most: Node takes no longer ones. */
const MAX_READ = 1 << 30;
// Neither exists on Windows, where links and pipes are told apart otherwise.
const SAFE = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A view of a buffer that is no Buffer: `slice` of one does not copy, and rooms rely on Uint8Array. */
export function plain(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}

/** Bytes `[offset, offset + length)` of an open file, fewer at its end; in `into` if it is given. */
export async function pread(
  file: FileHandle,
  offset: number,
  length: number,
  into: Uint8Array = plain(Buffer.allocUnsafeSlow(length)),
): Promise<Uint8Array> {
  let n = 0;
  while (n < length) {
    const { bytesRead } = await file.read(into, n, Math.min(length - n, MAX_READ), offset + n);
    if (bytesRead === 0) break;
    n += bytesRead;
  }
  return into.subarray(0, n);
}

/** Opens a regular file. Never waits on a pipe, follows no link at the end of the path. */
export async function openFile(path: HostPath): Promise<RandomAccess> {
  const file = await open(typeof path === "string" ? path : Buffer.from(path), constants.O_RDONLY | SAFE);
  try {
    const stat = await file.stat();
    if (!stat.isFile()) {
      const problem = { code: "host-read", found: "no regular file", expected: "a file", lost: "file" } as const;
      throw new ContraluzError("host-read", "not a regular file", problem);
    }
    const { size } = stat;
    return {
      size,
      async read(offset, length, into) {
        const end = Math.min(offset + length, size);
        return offset >= 0 && offset < end ? pread(file, offset, end - offset, into) : new Uint8Array(0);
      },
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** A file that the person named (links are followed: they chose it), in pieces of 1 MiB. */
export async function* readFileStream(path: string): AsyncIterable<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!(await file.stat()).isFile()) throw new ContraluzError("usage", "not a regular file");
    for (let at = 0; ; ) {
      const piece = await pread(file, at, 1 << 20);
      if (piece.length === 0) return;
      at += piece.length;
      yield piece;
    }
  } finally {
    await file.close();
  }
}
