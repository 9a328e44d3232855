/** Zip archives without a directory (cut short): the local headers, one after the other. */
import type { RandomAccess, Report } from "@contraluz/core";
import type { Accept } from "./accept.ts";
import { CENTRAL, headerLength, LOCAL, LOCAL_SIZE, readHeader, u64, type ZipEntry } from "./entry.ts";
import { shownName } from "./name.ts";

const BLOCK = 1 << 20;
const BATCH = 256;
/** Bytes looked through for marks, in sizes of the archive: made-up headers could ask for the whole of it each. */
const PASSES = 4;
/** Deflate makes no more than so many bytes of one; and bytes that an entry of unknown size opens to, at most. */
const DEFLATE = 1032;
const MOST = 2 ** 32;
const viewOf = (b: Uint8Array): DataView => new DataView(b.buffer, b.byteOffset, b.length);

interface Descriptor {
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
}

/** Reads entries from `from` on. Stops at the end, or when it has looked through the archive four times. */
export async function* walkLocal(
  source: RandomAccess,
  from: number,
  accept: Accept,
  report: Report,
): AsyncIterable<readonly ZipEntry[]> {
  const budget = { left: source.size * PASSES + BLOCK };
  let batch: ZipEntry[] = [];
  let at = await nextHeader(source, from, budget);
  while (at !== undefined) {
    let head = await source.read(at, 1024);
    const needed = head.length < LOCAL_SIZE ? Number.POSITIVE_INFINITY : headerLength(viewOf(head), 0, false);
    if (needed > head.length) head = await source.read(at, Math.min(needed, LOCAL_SIZE + 2 * 0xffff));
    if (needed > head.length) {
      report({ code: "zip-entry", offset: at, found: "the archive ends in a header", lost: "file" });
      break;
    }
    const header = readHeader(head, viewOf(head), 0, false, at, at);
    const dataAt = at + header.length;
    const { entry } = header;
    let known = entry;
    if (header.descriptor && entry.compressedSize === 0 && entry.kind === "file") {
      const found = await findDescriptor(source, dataAt, budget);
      if (found === undefined) {
        const path = shownName(header.raw);
        const next = await nextHeader(source, dataAt, budget);
        // The last one, cut short: what is there. How much it opens to nobody knows.
        const rest = source.size - dataAt;
        const lost = next === undefined && budget.left > 0 && rest > 0 ? "bytes" : "file";
        report({ code: "zip-entry", path, offset: at, found: "no size, and no end", lost });
        if (lost === "bytes") {
          const size = entry.method === 0 ? rest : Math.min(rest * DEFLATE, MOST);
          const cut = { ...entry, compressedSize: rest, size };
          const kept = await accept.check({ ...header, entry: cut }, at, source.size, true);
          if (kept) batch.push(kept);
        }
        at = next;
        continue;
      }
      known = { ...entry, ...found };
    } else if (dataAt + entry.compressedSize > source.size) {
      // Cut short: what is there. (Marks further on may be those of an archive stored inside this entry.)
      const rest = source.size - dataAt;
      const path = shownName(header.raw);
      report({
        code: "zip-entry",
        path,
        offset: at,
        found: `${rest} bytes`,
        expected: `${entry.compressedSize}`,
        lost: "bytes",
      });
      known = { ...entry, compressedSize: rest, size: entry.method === 0 ? rest : entry.size };
    }
    const kept = await accept.check({ ...header, entry: known }, at, source.size, true);
    if (kept) batch.push(kept);
    if (dataAt + entry.compressedSize > source.size) break;
    if (batch.length >= BATCH) {
      yield batch;
      batch = [];
    }
    at = await nextHeader(source, dataAt + (known.compressedSize || 0), budget); // NaN: a size that cannot be
  }
  if (budget.left <= 0) report({ code: "zip-directory", found: "too many marks of entries", lost: "bytes" });
  if (batch.length > 0) yield batch;
}

/** The next place that looks like a local header: its version, method and name are what a zip writer would write. */
async function nextHeader(source: RandomAccess, from: number, budget: { left: number }): Promise<number | undefined> {
  for (let at = from; at + LOCAL_SIZE <= source.size && budget.left > 0; ) {
    const first = at === from; // nearly always the header stands right here
    const block = await source.read(at, first ? LOCAL_SIZE : BLOCK);
    const view = viewOf(block);
    const last = block.length - LOCAL_SIZE;
    for (let i = block.indexOf(0x50); i >= 0 && i <= last; i = block.indexOf(0x50, i + 1)) {
      if (view.getUint32(i, true) !== LOCAL || view.getUint16(i + 4, true) > 100 || view.getUint16(i + 8, true) > 99)
        continue;
      if (view.getUint16(i + 26, true) > 0) return at + i;
    }
    if (last < 0) return undefined;
    budget.left -= block.length;
    at += last + 1;
  }
  return undefined;
}

/**
 * The data descriptor (APPNOTE 4.3.9) of data that begins at `dataAt`: the one whose compressed size is its own distance.
 * It may lack its mark; then the next header's mark shows its end.
 */
async function findDescriptor(
  source: RandomAccess,
  dataAt: number,
  budget: { left: number },
): Promise<Descriptor | undefined> {
  for (let at = dataAt; at < source.size && budget.left > 0; ) {
    const from = Math.max(dataAt, at - 20);
    const block = await source.read(from, BLOCK + 44);
    const view = viewOf(block);
    const word = (i: number): number => (i >= 0 && i + 4 <= block.length ? view.getUint32(i, true) : Number.NaN);
    const long = (i: number): number => (i >= 0 && i + 8 <= block.length ? u64(view, i) : Number.NaN);
    const end = Math.min(block.length, BLOCK + 20);
    for (let i = block.indexOf(0x50, at - from); i >= 0 && i < end; i = block.indexOf(0x50, i + 1)) {
      if (block[i + 1] !== 0x4b) continue;
      const mark = word(i);
      if (mark !== 0x08074b50 && mark !== LOCAL && mark !== CENTRAL) continue;
      const length = from + i - dataAt;
      if (mark === 0x08074b50) {
        // Its last bytes may be gone.
        if (word(i + 8) === length && !Number.isNaN(word(i + 12)))
          return { crc32: word(i + 4), compressedSize: length, size: word(i + 12) };
        if (long(i + 8) === length && !Number.isNaN(long(i + 16)))
          return { crc32: word(i + 4), compressedSize: length, size: long(i + 16) };
      } else if (word(i - 8) === length - 12) {
        return { crc32: word(i - 12), compressedSize: length - 12, size: word(i - 4) };
      } else if (long(i - 16) === length - 20) {
        return { crc32: word(i - 20), compressedSize: length - 20, size: long(i - 8) };
      }
    }
    budget.left -= block.length;
    if (from + block.length >= source.size) return undefined;
    at = from + end;
  }
  return undefined;
}
