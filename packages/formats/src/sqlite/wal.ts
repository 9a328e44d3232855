/**
 * The write-ahead log: which of its frames are committed, and where each page's newest image stands.
 *
 * Facts: "Database File Format" section 4 (header, frames, checksum algorithm, reader algorithm): a frame counts if its
 * salts are those of the header and the running checksum over header and frames holds; all up to the last frame that
 * carries a database size (a commit) belong to the database.
 * @module
 */
import { type Cancel, ContraluzError, type Problem, type Report } from "@contraluz/core";
import { BLOCK, type BlockCache } from "./blocks.ts";
import type { Overlay } from "./overlay.ts";
import { PageTable } from "./pageset.ts";

export const WAL_HEADER = 32;
export const FRAME_HEADER = 24;
const VERSION = 3_007_000;
/** Frames beyond this many would not fit the 32-bit numbers of the page table. */
const MAX_FRAMES = 0xffff_fffe;

/** `pageCount` is 0 if the log holds no commit: then none of its pages is in force. */
export interface Wal extends Overlay {
  readonly in: "wal";
}

/** Byte offset of the page image of a frame. */
export function frameOffset(frame: number, pageSize: number): number {
  return WAL_HEADER + frame * (FRAME_HEADER + pageSize) + FRAME_HEADER;
}

/**
 * One pass over the log; throws only `ContraluzError("cancelled")`. Undefined if it is empty or its header is damaged (then
 * with a Problem). Frames behind the last commit (unfinished, or of an earlier log) are counted, but not in force.
 * `mainPages` gives, from the page size, how many pages the database file has.
 */
export async function readWal(
  cache: BlockCache,
  mainPages: (pageSize: number) => number,
  report: Report,
  cancel?: Cancel,
): Promise<Wal | undefined> {
  const size = cache.source.size;
  if (size === 0) return undefined;
  const damaged = (offset: number, found: string, expected: string, lost: Problem["lost"]): void =>
    report({ code: "sqlite-wal", offset, found, expected, lost });
  const head = (await cache.load(0)).subarray(0, WAL_HEADER);
  if (head.length < WAL_HEADER) return void damaged(0, `${head.length} bytes`, "32 bytes", "file");
  const view = new DataView(head.buffer, head.byteOffset, WAL_HEADER);
  const magic = view.getUint32(0);
  if (magic !== 0x377f0682 && magic !== 0x377f0683) {
    return void damaged(0, `0x${magic.toString(16)}`, "0x377f0682 or 0x377f0683", "file");
  }
  if (view.getUint32(4) !== VERSION) return void damaged(4, String(view.getUint32(4)), String(VERSION), "file");
  const pageSize = view.getUint32(8);
  if (pageSize < 512 || pageSize > 65_536 || (pageSize & (pageSize - 1)) !== 0) {
    return void damaged(8, `page size ${pageSize}`, "power of two, 512 to 65536", "file");
  }
  const little = magic === 0x377f0682;
  const sum = new Checksum(little);
  sum.add(head, 24);
  if (!sum.is(view.getUint32(24), view.getUint32(28))) {
    return void damaged(24, "checksum does not hold", "checksum of the header", "file");
  }
  const salt = [view.getUint32(16), view.getUint32(20)] as const;

  const frames = Math.min(MAX_FRAMES, Math.floor((size - WAL_HEADER) / (FRAME_HEADER + pageSize)));
  const pages = new Growing();
  const frameBytes = new Uint8Array(FRAME_HEADER + pageSize);
  const frameView = new DataView(frameBytes.buffer);
  let commits = 0;
  let pageCount = 0;
  let broken = -1;
  let frame = 0;
  const load = async (offset: number, length: number): Promise<void> => {
    if (copyCached(cache, offset, length, frameBytes)) return;
    if (cancel?.aborted) throw new ContraluzError("cancelled", "reading of the write-ahead log was cancelled");
    await copy(cache, offset, length, frameBytes);
  };
  for (; frame < frames; frame++) {
    const offset = frameOffset(frame, pageSize) - FRAME_HEADER;
    const length = broken < 0 ? FRAME_HEADER + pageSize : FRAME_HEADER;
    await load(offset, length);
    if (frameView.getUint32(8) !== salt[0] || frameView.getUint32(12) !== salt[1]) break;
    const page = frameView.getUint32(0);
    const commit = frameView.getUint32(4);
    if (broken >= 0) {
      // A later commit under the same salts: what lies between was committed and is lost, not just unfinished.
      if (commit === 0) {
        pages.push(page);
        continue;
      }
      damaged(frameOffset(broken, pageSize) - FRAME_HEADER, "checksum does not hold", "checksum of the frame", "page");
      break;
    }
    sum.add(frameBytes, 8);
    sum.addFrom(frameView, FRAME_HEADER, pageSize);
    if (page === 0 || !sum.is(frameView.getUint32(16), frameView.getUint32(20))) {
      broken = frame;
      if (commits > 0) {
        pages.push(page);
        continue;
      }
      damaged(offset, "checksum does not hold", "checksum of the frame", "page");
      break;
    }
    pages.push(page);
    if (commit !== 0) {
      commits = frame + 1;
      pageCount = commit;
    }
  }
  for (; frame < frames; frame++) {
    await load(frameOffset(frame, pageSize) - FRAME_HEADER, FRAME_HEADER);
    pages.push(frameView.getUint32(0));
  }
  const table = new PageTable(mainPages(pageSize) + commits);
  for (let i = 0; i < commits; i++) {
    const page = pages.at(i);
    if (page <= pageCount && !table.set(page, i)) {
      damaged(frameOffset(i, pageSize) - FRAME_HEADER, `page ${page}`, "a page of the database", "page");
      break;
    }
  }
  const pageAt = (image: number): number => pages.at(image);
  const offsetOf = (image: number): number => frameOffset(image, pageSize);
  return { in: "wal", pageSize, table, pageCount, images: frames, pageAt, offsetOf };
}

/** The checksum of section 4.2: two 32-bit sums over pairs of words, in the byte order that the magic names. */
class Checksum {
  readonly #little: boolean;
  #a = 0;
  #b = 0;

  constructor(little: boolean) {
    this.#little = little;
  }

  add(bytes: Uint8Array, length: number): void {
    this.addFrom(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0, length);
  }

  addFrom(view: DataView, start: number, length: number): void {
    const little = this.#little;
    let a = this.#a;
    let b = this.#b;
    for (let i = start; i < start + length; i += 8) {
      a = (a + view.getUint32(i, little) + b) | 0;
      b = (b + view.getUint32(i + 4, little) + a) | 0;
    }
    this.#a = a;
    this.#b = b;
  }

  is(a: number, b: number): boolean {
    return this.#a >>> 0 === a && this.#b >>> 0 === b;
  }
}

/** Page numbers of the frames, four bytes each, without moving what is there. */
class Growing {
  readonly #parts: Uint32Array[] = [];
  #length = 0;

  push(value: number): void {
    if ((this.#length & 0xffff) === 0) this.#parts.push(new Uint32Array(0x1_0000));
    this.#parts[this.#length >>> 16]![this.#length & 0xffff] = value;
    this.#length++;
  }

  at(i: number): number {
    return this.#parts[i >>> 16]![i & 0xffff]!;
  }
}

/** Copies bytes that may span two blocks; false if a block is not cached. */
export function copyCached(cache: BlockCache, offset: number, length: number, out: Uint8Array): boolean {
  const first = Math.floor(offset / BLOCK);
  const at = offset - first * BLOCK;
  const block = cache.get(first);
  if (block === undefined) return false;
  if (at + length <= BLOCK) {
    out.set(block.subarray(at, at + length));
    return true;
  }
  const next = cache.get(first + 1);
  if (next === undefined) return false;
  out.set(block.subarray(at));
  out.set(next.subarray(0, at + length - BLOCK), BLOCK - at);
  return true;
}

/** The same, loading what is missing. */
export async function copy(cache: BlockCache, offset: number, length: number, out: Uint8Array): Promise<void> {
  const first = Math.floor(offset / BLOCK);
  const at = offset - first * BLOCK;
  const block = await cache.load(first);
  out.set(block.subarray(at, Math.min(BLOCK, at + length)));
  if (at + length <= BLOCK) return;
  const next = await cache.load(first + 1);
  out.set(next.subarray(0, at + length - BLOCK), BLOCK - at);
}
