/** From how a file can be opened (`FileRef`) to its bytes. @module */
import {
  type Cancel,
  ContraluzError,
  type FileRef,
  LIMITS,
  type Platform,
  type Problem,
  type RandomAccess,
  type Report,
} from "@contraluz/core";
import { openSealed } from "@contraluz/formats/sealed/index.ts";
import { crc32 } from "@contraluz/formats/zip/index.ts";
import { stopIfCancelled } from "./cancel.ts";
import { CbcSource } from "./cbc.ts";
import { HashingSource } from "./hashing.ts";
import { Spool } from "./spool.ts";

export interface OpenOptions {
  readonly platform: Platform;
  /**
   * Where `hashed` sources are put, by their `file`. Who owns the map calls `finish()` on each, before or after closing what
   * `openRef` returned: the last of both closes the file. One that is there already is used again. Without a map nothing
   * is hashed.
   */
  readonly hashes?: Map<number, HashingSource>;
  /** Takes damage that leaves something to read; without it such damage throws. */
  readonly report?: Report;
  /** Bytes of an inflated file that stay in memory before scratch is used. */
  readonly memory?: number;
  /** While a file is inflated. */
  readonly cancel?: Cancel;
}

const CHUNK = 1 << 18;

/**
 * Opens a file. `close()` of what it returns closes all its layers. A `host` handle that is itself a
 * RandomAccess (bytes in memory or scratch of this thread) is used as it is, and stays open.
 *
 * Throws `ContraluzError`: `bomb` (opens to more than its compressed size allows), `scratch-unavailable`, `zip-entry` (a
 * damaged entry, where no `report` takes it and reads what there is).
 * @example
 * const source = await openRef(file.ref, { platform });
 * const head = await source.read(0, 16);
 * await source.close?.();
 */
export async function openRef(ref: FileRef, o: OpenOptions): Promise<RandomAccess> {
  switch (ref.kind) {
    case "host":
      return isSource(ref.handle) ? shared(ref.handle) : o.platform.open(ref.handle);
    case "slice":
      return slice(await openRef(ref.of, o), ref.offset, ref.length);
    case "cbc":
      return new CbcSource(await openRef(ref.of, o), ref.key, ref.size, o.platform);
    case "sealed":
      return openSealed(await openRef(ref.of, o), ref.key, ref.name);
    case "inflate":
      return inflate(await openRef(ref.of, o), ref.size, ref.crc32, o);
    case "hashed": {
      if (!o.hashes) return openRef(ref.of, o);
      let source = o.hashes.get(ref.file);
      if (!source) {
        const inner = await openRef(ref.of, o);
        source = o.hashes.get(ref.file); // somebody may have been faster
        if (source) await inner.close?.();
        else o.hashes.set(ref.file, (source = new HashingSource(inner, o.platform)));
      }
      return source.closed ? openRef(ref.of, o) : source.handle(); // closed: hashed to its end already
    }
  }
}

function isSource(handle: unknown): handle is RandomAccess {
  return typeof handle === "object" && handle !== null && typeof (handle as Partial<RandomAccess>).read === "function";
}

function shared(source: RandomAccess): RandomAccess {
  return { size: source.size, read: (offset, length, into) => source.read(offset, length, into) };
}

function slice(source: RandomAccess, from: number, length: number): RandomAccess {
  const size = Math.max(0, Math.min(length, source.size - from));
  return {
    size,
    read: (offset, n, into) => {
      const end = Math.min(offset + n, size);
      return offset >= 0 && offset < end
        ? source.read(from + offset, end - offset, into)
        : Promise.resolve(new Uint8Array(0));
    },
    close: async () => source.close?.(),
  };
}

/**
 * The bytes of a source as a stream of chunks of 256 KiB, from `from` on. A chunk holds until the one after the next is asked for:
 * then its memory is filled again. Decompression works on the last one while it asks for the next.
 */
export async function* chunksOf(source: RandomAccess, from = 0): AsyncIterable<Uint8Array> {
  const length = Math.min(CHUNK, source.size - from);
  let [next, other]: (Uint8Array | undefined)[] = [];
  for (let at = from; at < source.size; ) {
    next ??= new Uint8Array(length);
    const chunk = await source.read(at, Math.min(CHUNK, source.size - at), next);
    if (chunk.length === 0) return;
    at += chunk.length;
    [next, other] = [other, next];
    yield chunk;
  }
}

async function inflate(source: RandomAccess, size: number, crc: number, o: OpenOptions): Promise<RandomAccess> {
  const spool = new Spool(o.platform, { size, ...(o.memory !== undefined && { memory: o.memory }) });
  try {
    if (size > LIMITS.expansionFloor && size > source.size * LIMITS.expansion) {
      throw failed({ code: "bomb", found: `${source.size} bytes that say they open to ${size}`, lost: "file" });
    }
    const problem = await fill(spool, source, size, crc, o);
    if (problem && !o.report) throw failed(problem);
    if (problem) o.report?.(problem);
    await source.close?.();
    const opened = spool.open();
    return { size: opened.size, read: opened.read, close: () => spool.close() };
  } catch (error) {
    await spool.close();
    await source.close?.();
    throw error;
  }
}

/** Inflates into the spool, never more than `size` bytes; what is wrong with the outcome. */
async function fill(
  spool: Spool,
  source: RandomAccess,
  size: number,
  crc: number,
  o: OpenOptions,
): Promise<Problem | undefined> {
  let sum = 0;
  let hostFailed: unknown;
  async function* compressed(): AsyncIterable<Uint8Array> {
    try {
      yield* chunksOf(source);
    } catch (error) {
      hostFailed = error ?? new Error("read failed");
    }
  }
  try {
    for await (const piece of o.platform.inflate("deflate-raw", compressed())) {
      stopIfCancelled(o.cancel);
      const room = size - spool.size;
      const part = piece.length > room ? piece.subarray(0, room) : piece;
      sum = crc32(part, sum);
      await spool.write(part);
      if (part.length < piece.length) {
        return { code: "zip-entry", found: `more than ${size} bytes`, expected: `${size}`, lost: "bytes" };
      }
    }
  } catch (error) {
    if (error instanceof ContraluzError) throw error;
    if (hostFailed === undefined) {
      const why = error instanceof Error ? error.message : String(error);
      return { code: "zip-entry", offset: spool.size, found: why, expected: `${size} bytes`, lost: "bytes" };
    }
  }
  if (hostFailed !== undefined) throw hostFailed;
  if (spool.size !== size)
    return { code: "zip-entry", found: `${spool.size} bytes`, expected: `${size}`, lost: "bytes" };
  if (sum !== crc)
    return { code: "zip-entry", found: `CRC ${sum.toString(16)}`, expected: crc.toString(16), lost: "bytes" };
  return undefined;
}

function failed(problem: Problem): ContraluzError {
  return new ContraluzError(problem.code, `${problem.found ?? problem.code}`, problem);
}
