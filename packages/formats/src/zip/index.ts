/**
 * Zip archives by their central directory, over random access: listing only, nothing is decompressed here.
 * PKWARE APPNOTE 6.3.10 (zip64, data descriptors, UTF-8 names), Info-ZIP's extra fields. `tar` borrows the names.
 * @module
 * @example
 * for await (const batch of readZip(source, report)) for (const entry of batch) console.log(entry.name, entry.size);
 */
import type { RandomAccess, Report } from "@contraluz/core";
import { Accept } from "./accept.ts";
import { type Directory, findDirectory } from "./directory.ts";
import { CENTRAL, CENTRAL_SIZE, headerLength, LOCAL, LOCAL_SIZE, readHeader, type ZipEntry } from "./entry.ts";
import { walkLocal } from "./walk.ts";

export { crc32 } from "./crc32.ts";
export type { ZipEntry } from "./entry.ts";
export { headerAt } from "./entry.ts";
export { hashName } from "./hash.ts";
export { safeName } from "./name.ts";
export { type StoredEntry, writeZip } from "./write.ts";

const BLOCK = 1 << 18;
const viewOf = (b: Uint8Array): DataView => new DataView(b.buffer, b.byteOffset, b.length);

/** Whether a file begins as a zip does: an entry, an empty archive, or the mark of one in parts. */
export function looksLikeZip(head: Uint8Array): boolean {
  if (head.length < 4) return false;
  const mark = viewOf(head).getUint32(0, true);
  return mark === LOCAL || mark === 0x06054b50 || mark === 0x08074b50;
}

/**
 * The entries in the order of the directory, in batches. Left out, each with a Problem: names that are no path inside the
 * archive or come twice, sizes that cannot be, entries that share bytes. Entries that cannot be opened (encrypted, another
 * method) are given and reported. Without a usable directory the local headers are read instead.
 * Rejects only where `source.read` does.
 */
export async function* readZip(source: RandomAccess, report: Report): AsyncIterable<readonly ZipEntry[]> {
  const accept = new Accept(source, report);
  const directory = await findDirectory(source, report);
  if (directory) {
    const state = { broken: false };
    yield* readDirectory(source, directory, accept, report, state);
    if (!state.broken) return;
  }
  yield* walkLocal(source, directory ? accept.end : 0, accept, report);
}

async function* readDirectory(
  source: RandomAccess,
  directory: Directory,
  accept: Accept,
  report: Report,
  state: { broken: boolean },
): AsyncIterable<readonly ZipEntry[]> {
  let parsed = 0;
  let at = directory.offset;
  let size = BLOCK;
  while (at + CENTRAL_SIZE <= directory.end) {
    const block = await source.read(at, Math.min(size, directory.end - at));
    const view = viewOf(block);
    const batch: ZipEntry[] = [];
    let i = 0;
    let length = 0;
    for (; i + CENTRAL_SIZE <= block.length; i += length) {
      if (view.getUint32(i, true) !== CENTRAL) break;
      length = headerLength(view, i, true);
      if (i + length > block.length) break;
      parsed++;
      const checked = accept.check(readHeader(block, view, i, true, directory.base, at + i), at + i, directory.offset);
      const entry = checked instanceof Promise ? await checked : checked; // waits only where a name may be there twice
      if (entry) batch.push(entry);
    }
    if (batch.length > 0) yield batch;
    if (i + CENTRAL_SIZE <= block.length && view.getUint32(i, true) !== CENTRAL) break;
    if (i === 0 && size > BLOCK) break; // one header larger than any can be, or cut by the end
    size = i === 0 ? CENTRAL_SIZE + 3 * 0xffff + BLOCK : BLOCK;
    at += i;
  }
  const whole = directory.wide ? parsed === directory.count : parsed % 65_536 === directory.count;
  if (whole) return;
  state.broken = true;
  report({
    code: "zip-directory",
    offset: at,
    found: `${parsed} entries`,
    expected: `${directory.count}`,
    lost: "bytes",
  });
}

/**
 * Where the bytes of an entry begin: behind its local header, whose own lengths count (they differ from the directory's).
 * Undefined where no local header stands, or the bytes would reach beyond the source.
 */
export async function dataOffset(source: RandomAccess, entry: ZipEntry): Promise<number | undefined> {
  return dataStart(await source.read(entry.headerOffset, LOCAL_SIZE), entry, source.size);
}

/** The same from the first 30 bytes of the local header, for callers that read many at once. */
export function dataStart(head: Uint8Array, entry: ZipEntry, limit: number): number | undefined {
  if (head.length < LOCAL_SIZE) return undefined;
  const view = viewOf(head);
  if (view.getUint32(0, true) !== LOCAL) return undefined;
  const at = entry.headerOffset + headerLength(view, 0, false);
  return at + entry.compressedSize <= limit ? at : undefined;
}
