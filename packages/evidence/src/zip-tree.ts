/** The tree of a zip archive. @module */
import type { Cancel, EvidenceFile, EvidenceTree, FileRef, RandomAccess, Report } from "@contraluz/core";
import { dataStart, readZip, type ZipEntry } from "@contraluz/formats/zip/index.ts";
import { hostRead, onceOver } from "./tree.ts";
import { ZipIndex } from "./zip-index.ts";

/** Entries that `find` remembers. */
const INDEX = 5_000_000;
/** Entries without a local header that are remembered as told. */
const TOLD = 10_000;
const LOCAL_HEADER = 30;
/** Local headers that lie this close are read together. */
const NEAR = 1 << 12;
const WINDOW = 1 << 17;
const AT_ONCE = 16;

/**
 * A seekable tree over the zip that `source` reads and `ref` opens again. Stored entries become slices of it, deflated ones
 * are inflated when opened; encrypted ones and other methods have no `ref`. A Problem is told once,
 * whatever the number of passes.
 * @example
 * const tree = zipTree(ref, await openRef(ref, { platform }), report);
 * const file = await tree.find("UDID/Manifest.db");
 */
export function zipTree(ref: FileRef, source: RandomAccess, report: Report): EvidenceTree {
  const pass = onceOver(report);
  const headless = new Set<number>();
  let index: Promise<ZipIndex> | undefined;

  /** An entry whose local header is not there: told once, in whichever way it was met. */
  const noHeader = (entry: ZipEntry): void => {
    if (headless.has(entry.headerOffset)) return;
    if (headless.size < TOLD) headless.add(entry.headerOffset);
    report({ code: "zip-entry", path: entry.name, offset: entry.headerOffset, found: "no local header", lost: "file" });
  };

  async function makeIndex(): Promise<ZipIndex> {
    const made = new ZipIndex(source);
    const to = pass();
    for await (const batch of readZip(source, to)) {
      for (const entry of batch) {
        if (made.size === INDEX) {
          to({ code: "too-large", found: `more than ${INDEX} entries`, lost: "file" });
          return made;
        }
        made.add(entry);
      }
    }
    return made;
  }

  return {
    kind: "zip",
    access: "seekable",
    async *files(signal?: Cancel) {
      const to = pass();
      try {
        for await (const batch of readZip(source, to)) {
          if (signal?.aborted) return;
          yield await toFiles(batch, ref, source, noHeader);
        }
      } catch (error) {
        to(hostRead(error));
      }
    },
    async find(path) {
      try {
        const entry = await (await (index ??= makeIndex())).find(path);
        return entry && (await toFiles([entry], ref, source, noHeader))[0];
      } catch (error) {
        report(hostRead(error));
        return undefined;
      }
    },
  };
}

async function toFiles(
  batch: readonly ZipEntry[],
  ref: FileRef,
  source: RandomAccess,
  noHeader: (entry: ZipEntry) => void,
): Promise<EvidenceFile[]> {
  const offsets = await dataOffsets(batch, source);
  return batch.map((entry, i): EvidenceFile => {
    const { name, kind, method, modified, compressedSize, headerOffset } = entry;
    const file = {
      path: name,
      kind,
      ...(modified && { times: { modified } }),
      listing: { row: headerOffset, values: { method, compressedSize, crc32: entry.crc32, headerOffset } },
    };
    if (kind === "dir") return file;
    const offset = offsets[i];
    if (entry.encrypted || (method !== 0 && method !== 8)) return { ...file, size: entry.size };
    if (offset === undefined || Number.isNaN(offset)) {
      noHeader(entry);
      return { ...file, size: entry.size };
    }
    const stored: FileRef = { kind: "slice", of: ref, offset, length: compressedSize };
    if (method === 0) return { ...file, size: entry.size, ref: stored };
    return { ...file, size: entry.size, ref: { kind: "inflate", of: stored, size: entry.size, crc32: entry.crc32 } };
  });
}

/**
 * Where the bytes of each entry begin (NaN: nowhere). A directory does not say, its entries' local headers do; they are
 * read in runs, so that neither a read nor a wait is spent on every small file.
 */
async function dataOffsets(batch: readonly ZipEntry[], source: RandomAccess): Promise<Float64Array> {
  const out = new Float64Array(batch.length).fill(Number.NaN);
  const order = [...batch.keys()].filter((i) => batch[i]!.kind !== "dir");
  order.sort((a, b) => batch[a]!.headerOffset - batch[b]!.headerOffset);
  const runs: number[][] = [];
  for (const i of order) {
    const at = batch[i]!.headerOffset;
    const run = runs.at(-1);
    const start = run && batch[run[0]!]!.headerOffset;
    const last = run && batch[run.at(-1)!]!.headerOffset;
    if (run && at - last! <= NEAR && at - start! <= WINDOW) run.push(i);
    else runs.push([i]);
  }
  const readRun = async (run: readonly number[]): Promise<void> => {
    const start = batch[run[0]!]!.headerOffset;
    const bytes = await source.read(start, batch[run.at(-1)!]!.headerOffset + LOCAL_HEADER - start);
    for (const i of run) {
      const at = batch[i]!.headerOffset - start;
      out[i] = dataStart(bytes.subarray(at, at + LOCAL_HEADER), batch[i]!, source.size) ?? Number.NaN;
    }
  };
  for (let i = 0; i < runs.length; i += AT_ONCE) await Promise.all(runs.slice(i, i + AT_ONCE).map(readRun));
  return out;
}
