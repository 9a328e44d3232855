/** Decompression with node:zlib, pulled by the reader. */
import { createGunzip, createInflateRaw } from "node:zlib";
import { plain } from "./file.ts";

/** Output buffers: large ones for long streams, small ones for the many small files of an archive. */
const CHUNK = 1 << 16;
const SMALL = 1 << 12;
/** Input given to zlib at once, and output that may wait for the reader. */
const SLICE = 1 << 16;
const WAITING = 4;

/**
 * Decompresses a stream; gzip may have several members. Damaged input: yields what came before the damage (to within 64 KiB
 * of output), then throws. Input that ends early throws after all that could be read.
 */
export async function* inflate(
  kind: "gzip" | "deflate-raw",
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const input = source[Symbol.asyncIterator]();
  let next = await input.next();
  const chunkSize = next.done ? SMALL : Math.max(SMALL, Math.min(next.value.length * 4, CHUNK));
  const z = kind === "gzip" ? createGunzip({ chunkSize }) : createInflateRaw({ chunkSize });
  const ready: Buffer[] = [];
  let ended = false;
  let failure: unknown;
  let wake = (): void => {};
  z.on("data", (piece: Buffer) => {
    // Taken at once, since an error later would throw away what still waits inside the stream.
    ready.push(piece);
    if (ready.length >= WAITING) z.pause();
    wake();
  });
  z.once("end", () => {
    ended = true;
    wake();
  });
  z.once("error", (error) => {
    failure ??= error;
    wake();
  });
  const over = (): boolean => ended || failure !== undefined;
  const feed = async (): Promise<void> => {
    for (; !next.done && !over(); next = await input.next()) {
      for (let at = 0; at < next.value.length && !over(); at += SLICE) {
        // The callback comes once the slice is used up, or with the error that `error` tells too.
        await new Promise<void>((resolve) => z.write(next.value.subarray(at, at + SLICE), () => resolve()));
      }
    }
    if (!over()) z.end();
  };
  feed().catch((error: unknown) => {
    failure ??= error ?? new Error("the source failed");
    wake();
  });
  try {
    for (;;) {
      const piece = ready.shift();
      if (piece) {
        yield plain(piece);
        continue;
      }
      if (ended) return;
      if (failure !== undefined) throw failure;
      if (z.isPaused()) z.resume();
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    ended = true;
    z.destroy();
    await input.return?.();
  }
}
