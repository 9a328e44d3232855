/** Files of a zip that a message carries, or that an office document is. All of it lies in memory, with bounds on what it opens to. @module */
import type { Platform, Problem, RandomAccess } from "@contraluz/core";
import { chunksOf, isJunk } from "@contraluz/evidence";
import { dataOffset, readZip, type ZipEntry } from "@contraluz/formats/zip/index.ts";
import { READ_LIMITS } from "./types.ts";

/** What may still be opened of all zips of one document: shared by what lies inside each other. */
export interface Budget {
  /** Bytes, and files. */
  left: number;
  files: number;
}

export interface ZipFile {
  readonly name: string;
  /** Its bytes, or why there are none. */
  open(): Promise<Uint8Array | Problem>;
}

/** Said of the entry itself, when it is opened. */
const BY_ENTRY = "zip-unsupported";

/** Files in the order of the archive. What is wrong with the archive itself goes to `report`. */
export async function* filesOfZip(
  bytes: Uint8Array,
  platform: Platform,
  budget: Budget,
  report: (p: Problem) => void,
): AsyncGenerator<ZipFile, void> {
  const source = memory(bytes);
  const tell = (p: Problem): void => {
    if (p.code !== BY_ENTRY || p.path === undefined) report(p);
  };
  for await (const batch of readZip(source, tell))
    for (const entry of batch) {
      if (entry.kind === "dir" || isJunk(entry.name)) continue;
      if (budget.files-- <= 0) {
        report({ code: "too-many-files", found: `more than ${READ_LIMITS.zipFiles}`, lost: "file" });
        return;
      }
      yield { name: entry.name, open: () => opened(bytes, source, entry, platform, budget) };
    }
}

async function opened(
  bytes: Uint8Array,
  source: RandomAccess,
  entry: ZipEntry,
  platform: Platform,
  budget: Budget,
): Promise<Uint8Array | Problem> {
  if (entry.encrypted) return { code: "document-locked", found: "zip", lost: "file" };
  if (entry.kind !== "file" || (entry.method !== 0 && entry.method !== 8))
    return {
      code: "document-kind",
      found: entry.kind === "file" ? `method ${entry.method}` : entry.kind,
      lost: "file",
    };
  const at = await dataOffset(source, entry);
  if (at === undefined) return { code: "document-damaged", found: "zip", lost: "file" };
  const limit = Math.min(READ_LIMITS.zipBytes, budget.left);
  const tooLarge: Problem = { code: "too-large", expected: `${limit} bytes`, lost: "file" };
  const stored = bytes.subarray(at, at + entry.compressedSize);
  if (entry.size > limit) return tooLarge;
  const got = entry.method === 0 ? { bytes: stored, cut: false, over: false } : await inflated(stored, limit, platform);
  budget.left -= got.bytes.length;
  if (got.over) return tooLarge;
  // Damaged: what came before is still a document, or is told as one that is cut.
  return got.cut && got.bytes.length === 0 ? { code: "document-damaged", found: "zip", lost: "file" } : got.bytes;
}

interface Inflated {
  readonly bytes: Uint8Array;
  /** Damaged: this is what came before. */
  readonly cut: boolean;
  /** It goes on beyond the limit. */
  readonly over: boolean;
}

export async function inflated(stored: Uint8Array, limit: number, platform: Platform): Promise<Inflated> {
  const pieces: Uint8Array[] = [];
  let [size, cut] = [0, false];
  try {
    for await (const piece of platform.inflate("deflate-raw", chunksOf(memory(stored)))) {
      if (size + piece.length > limit) {
        pieces.push(piece.slice(0, limit - size));
        return { bytes: joined(pieces, limit), cut: true, over: true };
      }
      size += piece.length;
      pieces.push(piece.slice());
    }
  } catch {
    cut = true;
  }
  return { bytes: joined(pieces, size), cut, over: false };
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const out = new Uint8Array(size);
  let at = 0;
  for (const p of pieces) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}

function memory(bytes: Uint8Array): RandomAccess {
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}

export interface Part {
  readonly bytes: Uint8Array;
  readonly cut: boolean;
}

/** One part of an office document; undefined if it is not there or too large. `limit` 0: only whether it is there. */
export async function partOf(
  bytes: Uint8Array,
  name: string,
  platform: Platform,
  limit: number,
): Promise<Part | undefined> {
  const source = memory(bytes);
  for await (const batch of readZip(source, () => {}))
    for (const entry of batch) {
      if (entry.name !== name || entry.encrypted) continue;
      if (limit === 0) return { bytes: new Uint8Array(0), cut: false };
      const at = await dataOffset(source, entry);
      if (at === undefined || entry.size > limit) return undefined;
      const stored = bytes.subarray(at, at + entry.compressedSize);
      if (entry.method === 0) return { bytes: stored, cut: stored.length < entry.compressedSize };
      return entry.method === 8 ? inflated(stored, limit, platform) : undefined;
    }
  return undefined;
}
