/** Files that the phone itself stored compressed: a `.gz` among logs is read as what it opens to. @module */
import { ContraluzError, LIMITS, type RandomAccess } from "@contraluz/core";
import { looksLikeGzip } from "@contraluz/formats/tar/index.ts";
import { stopIfCancelled } from "./cancel.ts";
import { chunksOf, type OpenOptions } from "./open-ref.ts";
import { Spool } from "./spool.ts";

/** Bytes that one compressed file may open to. */
const MAX_OPENED = 2 ** 32;

/**
 * What a gzip file opens to, in memory or scratch until `close()`; undefined for any other file. Damage costs what follows it.
 * Throws what reading `source` throws, and `scratch-unavailable`.
 * @example
 * const plain = await unpacked(source, { platform, report });
 * const text = await (plain ?? source).read(0, 100);
 * await plain?.close?.();
 */
export async function unpacked(source: RandomAccess, o: OpenOptions): Promise<RandomAccess | undefined> {
  if (source.size < 18 || !looksLikeGzip(await source.read(0, 18))) return undefined;
  const spool = new Spool(o.platform);
  let hostFailed: unknown;
  async function* compressed(): AsyncIterable<Uint8Array> {
    try {
      yield* chunksOf(source);
    } catch (error) {
      hostFailed = error ?? new Error("read failed");
    }
  }
  try {
    for await (const piece of o.platform.inflate("gzip", compressed())) {
      stopIfCancelled(o.cancel);
      const size = spool.size + piece.length;
      if (size > MAX_OPENED || (size > LIMITS.expansionFloor && size > source.size * LIMITS.expansion)) {
        o.report?.({ code: "bomb", found: `${source.size} bytes opened to ${size}`, lost: "bytes" });
        break;
      }
      await spool.write(piece);
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
