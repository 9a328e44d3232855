/**
 * Files that the phone itself stored compressed: a `.gz` among logs is read as what it opens to, and where the artifact says so a zlib
 * stream (RFC 1950: two bytes, deflate, four bytes of Adler-32).
 * @module
 */
import { ContraluzError, LIMITS, type RandomAccess } from "@contraluz/core";
import { looksLikeGzip } from "@contraluz/formats/tar/index.ts";
import { stopIfCancelled } from "./cancel.ts";
import { chunksOf, type OpenOptions } from "./open-ref.ts";
import { Spool } from "./spool.ts";

/** Bytes that one compressed file may open to. */
const MAX_OPENED = 2 ** 32;

/** Two bytes of a zlib stream: deflate, a window of at most 32 KiB, no dictionary, a sum that fits. */
function looksLikeZlib(head: Uint8Array): boolean {
  const [a, b] = [head[0] ?? 0, head[1] ?? 0];
  return (a & 15) === 8 && a >> 4 <= 7 && (b & 32) === 0 && (a * 256 + b) % 31 === 0;
}

/** Adler-32 of bytes behind those of `sum`. */
function adler32(bytes: Uint8Array, sum: number): number {
  let [a, b] = [sum & 0xffff, sum >>> 16];
  // 5552 bytes are the most that cannot pass 32 bits.
  for (let from = 0; from < bytes.length; from += 5552) {
    const end = Math.min(from + 5552, bytes.length);
    for (let i = from; i < end; i++) {
      a += bytes[i]!;
      b += a;
    }
    a %= 65_521;
    b %= 65_521;
  }
  return b * 65_536 + a;
}

/**
 * What a gzip file opens to (with `zlib` also a zlib stream), in memory or scratch until `close()`; undefined for any other file. Damage costs what follows it.
 * Throws what reading `source` throws, and `scratch-unavailable`.
 * @example
 * const plain = await unpacked(source, { platform, report });
 * const text = await (plain ?? source).read(0, 100);
 * await plain?.close?.();
 */
export async function unpacked(
  source: RandomAccess,
  o: OpenOptions & { readonly zlib?: boolean },
): Promise<RandomAccess | undefined> {
  const head = await source.read(0, 18);
  const gzip = head.length === 18 && looksLikeGzip(head);
  if (!gzip && !(o.zlib && source.size > 6 && looksLikeZlib(head))) return undefined;
  const spool = new Spool(o.platform);
  let hostFailed: unknown;
  async function* compressed(): AsyncIterable<Uint8Array> {
    try {
      yield* chunksOf(source, gzip ? 0 : 2);
    } catch (error) {
      hostFailed = error ?? new Error("read failed");
    }
  }
  let sum = 1;
  try {
    for await (const piece of o.platform.inflate(gzip ? "gzip" : "deflate-raw", compressed())) {
      stopIfCancelled(o.cancel);
      const size = spool.size + piece.length;
      if (size > MAX_OPENED || (size > LIMITS.expansionFloor && size > source.size * LIMITS.expansion)) {
        o.report?.({ code: "bomb", found: `${source.size} bytes opened to ${size}`, lost: "bytes" });
        sum = Number.NaN;
        break;
      }
      if (!gzip) sum = adler32(piece, sum);
      await spool.write(piece);
    }
    if (!gzip && !Number.isNaN(sum)) {
      const foot = await source.read(source.size - 4, 4);
      const said = foot.reduce((n, v) => n * 256 + v, 0);
      if (said !== sum) o.report?.({ code: "gzip-damaged", found: "Adler-32", lost: "bytes" });
    }
  } catch (error) {
    if (error instanceof ContraluzError) {
      await spool.close();
      throw error;
    }
    // Not in the words of the host: each has its own.
    if (hostFailed === undefined) o.report?.({ code: "gzip-damaged", offset: spool.size, lost: "bytes" });
  }
  if (hostFailed !== undefined) {
    await spool.close();
    throw hostFailed;
  }
  const opened = spool.open();
  return { size: opened.size, read: opened.read, close: () => spool.close() };
}
