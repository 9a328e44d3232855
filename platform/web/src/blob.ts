/** Files of the browser as RandomAccess and as evidence. @module */
import {
  byCodeUnit,
  type EvidenceFile,
  type EvidenceTree,
  type Input,
  type RandomAccess,
  utcNs,
} from "@contraluz/core";
import { release } from "./release.ts";

/** Reads smaller than this come from blocks of this size: a read costs about 1 ms of CPU, whatever its length (Chromium 153). */
const BLOCK = 1 << 16;
const BLOCKS = 16;

/** Bytes of a File or Blob at any place. Rejects where the browser cannot read (moved, changed since it was chosen). */
export function blobAccess(blob: Blob): RandomAccess {
  const { size } = blob;
  /** The blocks read last, by where they begin. */
  const blocks = new Map<number, Promise<Uint8Array>>();
  const bytes = async (from: number, to: number): Promise<Uint8Array> =>
    new Uint8Array(await blob.slice(from, to).arrayBuffer());
  const block = (start: number): Promise<Uint8Array> => {
    let found = blocks.get(start);
    if (!found) {
      found = bytes(start, Math.min(start + BLOCK, size));
      found.catch(() => blocks.delete(start)); // asked again it may be there
      blocks.set(start, found);
      const oldest = blocks.keys().next();
      if (blocks.size > BLOCKS && !oldest.done) blocks.delete(oldest.value);
    }
    return found;
  };
  return {
    size,
    async read(offset, length, into) {
      const end = Math.min(offset + length, size);
      // A negative place would count from the end.
      if (!(offset >= 0 && offset < end)) return new Uint8Array(0);
      if (end - offset >= BLOCK) {
        const own = await bytes(offset, end);
        if (!into) return own;
        into.set(own);
        const filled = into.subarray(0, own.length);
        release(own);
        return filled;
      }
      const start = offset - (offset % BLOCK);
      const first = await block(start);
      if (end <= start + BLOCK) return first.slice(offset - start, end - start);
      const out = new Uint8Array(end - offset);
      out.set(first.subarray(offset - start));
      out.set((await block(start + BLOCK)).subarray(0, end - start - BLOCK), start + BLOCK - offset);
      return out;
    },
    async close() {
      blocks.clear();
    },
  };
}

const BATCH = 1000;

/** A file and its path inside the folder that was chosen, `/` between names. */
export interface FileAt {
  readonly path: string;
  readonly file: Blob & { readonly lastModified?: number };
}

function entryOf({ path, file }: FileAt): EvidenceFile {
  const { size, lastModified } = file;
  return {
    path,
    kind: "file",
    size,
    ...(lastModified === undefined
      ? {}
      : { times: { modified: utcNs(BigInt(lastModified) * 1_000_000n, String(lastModified), "ms") } }),
    ref: { kind: "host", handle: file, size },
  };
}

/** A folder that the person chose: its files in code-unit order. */
export function filesInput(name: string, files: readonly FileAt[]): Input {
  const entries = files.map(entryOf).sort((a, b) => byCodeUnit(a.path, b.path));
  const byPath = new Map(entries.map((e) => [e.path, e]));
  const tree: EvidenceTree = {
    kind: "folder",
    access: "seekable",
    async *files(signal) {
      for (let i = 0; i < entries.length && !signal?.aborted; i += BATCH) yield entries.slice(i, i + BATCH);
    },
    find: async (path) => byPath.get(path),
  };
  return { name, tree };
}

/**
 * What `<input type="file" webkitdirectory>` gives: every path begins with the name of the folder itself.
 * @example const input = folderInput([...element.files]);
 */
export function folderInput(files: readonly (Blob & { readonly webkitRelativePath: string })[]): Input {
  const top = files[0]?.webkitRelativePath.split("/", 1)[0] ?? "";
  return filesInput(
    top,
    files.map((file) => ({ path: file.webkitRelativePath.slice(top.length + 1), file })),
  );
}

/** One file that the person chose: an archive. */
export function fileInput(name: string, file: Blob): Input {
  return { name, file: { kind: "host", handle: file, size: file.size } };
}
