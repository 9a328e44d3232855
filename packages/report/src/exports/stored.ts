/**
 * The records of a stored result in the order that a format wants.
 *
 * Timeline order comes from `index/timeline.bin`, which may be gone or not ours: it is believed once every dated record is in
 * it, once. Else records come in reading order, which says the same.
 * @module
 */
import type { RandomAccess, Result } from "@contraluz/core";
import { readLines, type StoredFolder } from "@contraluz/store/reader.ts";
import { readTimeline } from "@contraluz/store/timeline.ts";
import type { ExportFormat } from "./index.ts";
import { parseRecord, type StoredRecord } from "./record.ts";

/** Records of the timeline that are fetched together: the more, the fewer small reads. */
const WINDOW = 65_536;
/** Lines this near to each other are read in one go (bytes), up to so many at once. */
const NEAR = 16_384;
const READ = 4 << 20;

/** All records in catalogue and reading order, in batches. */
async function* inReadingOrder(folder: StoredFolder, result: Result): AsyncGenerator<StoredRecord[]> {
  for (const [artifact, entry] of Object.entries(result.records)) {
    const source = await folder.read(entry.file);
    try {
      for await (const { first, lines } of readLines(source))
        yield lines.map((l, i) => ({ artifact, ordinal: first + i, record: parseRecord(l) }));
    } finally {
      await source.close?.();
    }
  }
}

/** One file of records, whose lines can be fetched by number. */
export interface Lines {
  readonly source: RandomAccess;
  /** Where each line begins; one more for the end. */
  readonly starts: Float64Array;
}

export async function linesOf(source: RandomAccess, count: number): Promise<Lines | undefined> {
  const starts = new Float64Array(count + 1);
  let n = 1;
  for (let at = 0; at < source.size; ) {
    const bytes = await source.read(at, READ);
    if (bytes.length === 0) break;
    for (let i = bytes.indexOf(10); i >= 0; i = bytes.indexOf(10, i + 1)) {
      if (n > count) return undefined;
      starts[n++] = at + i + 1;
    }
    at += bytes.length;
  }
  return n === count + 1 && starts[count] === source.size ? { source, starts } : undefined;
}

/** True if the index holds each record of these artifacts that has an instant, once and in order. */
async function complete(index: RandomAccess, result: Result): Promise<boolean> {
  const seen = new Map<string, Uint8Array>();
  for (const [id, entry] of Object.entries(result.records)) seen.set(id, new Uint8Array(entry.count));
  const left = new Map(
    result.coverage.map((c) => [c.artifact, (result.records[c.artifact]?.count ?? 0) - c.undated] as const),
  );
  let last: bigint | undefined;
  for await (const { artifacts, entries } of readTimeline(index)) {
    for (const e of entries) {
      const id = artifacts[e.artifact] ?? "";
      const of = seen.get(id);
      if (!of || e.ordinal >= of.length || of[e.ordinal] === 1) return false;
      if (last !== undefined && e.ns < last) return false;
      last = e.ns;
      of[e.ordinal] = 1;
      left.set(id, (left.get(id) ?? 0) - 1);
    }
  }
  return [...left.values()].every((n) => n === 0);
}

/** Fetches lines by number, in the order asked, with few reads. */
export async function fetchLines(l: Lines, ordinals: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const sorted = [...ordinals].sort((a, b) => a - b);
  const out = new Map<number, string>();
  const decoder = new TextDecoder();
  for (let i = 0; i < sorted.length; ) {
    const from = l.starts[sorted[i]!]!;
    let j = i + 1;
    while (j < sorted.length) {
      const gap = l.starts[sorted[j]!]! - l.starts[sorted[j - 1]! + 1]!;
      if (gap > NEAR || l.starts[sorted[j]! + 1]! - from > READ) break;
      j++;
    }
    const bytes = await l.source.read(from, l.starts[sorted[j - 1]! + 1]! - from);
    for (; i < j; i++) {
      const [a, b] = [l.starts[sorted[i]!]! - from, l.starts[sorted[i]! + 1]! - from];
      out.set(sorted[i]!, decoder.decode(bytes.subarray(a, b - 1)));
    }
  }
  return out;
}

async function* inTimeOrder(
  index: RandomAccess,
  lines: ReadonlyMap<string, Lines>,
): AsyncGenerator<readonly StoredRecord[]> {
  let window: { readonly artifact: string; readonly ordinal: number }[] = [];
  const fetch = async (): Promise<readonly StoredRecord[]> => {
    const wanted = new Map<string, number[]>();
    for (const w of window) {
      const of = wanted.get(w.artifact);
      if (of) of.push(w.ordinal);
      else wanted.set(w.artifact, [w.ordinal]);
    }
    const texts = new Map<string, ReadonlyMap<number, string>>();
    for (const [id, ordinals] of wanted) texts.set(id, await fetchLines(lines.get(id)!, ordinals));
    const batch = window.map((w) => ({ ...w, record: parseRecord(texts.get(w.artifact)!.get(w.ordinal)!) }));
    window = [];
    return batch;
  };
  for await (const { artifacts, entries } of readTimeline(index)) {
    for (const e of entries) window.push({ artifact: artifacts[e.artifact]!, ordinal: e.ordinal });
    if (window.length >= WINDOW) yield await fetch();
  }
  if (window.length > 0) yield await fetch();
}

/**
 * The records of a result for `format`, and in which order they come. In timeline order those without an instant are left
 * out: `undated` says how many. `close()` when they have been read.
 */
export async function storedRecords(
  folder: StoredFolder,
  result: Result,
  format: Pick<ExportFormat, "order">,
): Promise<{ records: AsyncIterable<readonly StoredRecord[]>; undated: number; close(): Promise<void> }> {
  const sources: RandomAccess[] = [];
  const close = async (): Promise<void> => {
    for (const s of sources.splice(0)) await s.close?.();
  };
  if (format.order === "timeline") {
    try {
      const index = await folder.read("index/timeline.bin");
      sources.push(index);
      const lines = new Map<string, Lines>();
      if (await complete(index, result)) {
        for (const [id, entry] of Object.entries(result.records)) {
          const source = await folder.read(entry.file);
          sources.push(source);
          const of = await linesOf(source, entry.count);
          if (!of) break;
          lines.set(id, of);
        }
        if (lines.size === Object.keys(result.records).length) {
          const undated = result.coverage.reduce((n, c) => n + c.undated, 0);
          return { records: inTimeOrder(index, lines), undated, close };
        }
      }
    } catch {
      // No index, or one that nobody can read: it can be deleted and rebuilt, and so nothing hangs on it.
    }
    await close();
  }
  return { records: inReadingOrder(folder, result), undated: 0, close };
}
