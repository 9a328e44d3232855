/** Bytes in memory as everything that readers ask for: sources, streams, folders, a result folder. @module */
import {
  byCodeUnit,
  type EvidenceFile,
  type EvidenceTree,
  type RandomAccess,
  type ResultFolder,
} from "@contraluz/core";

/** A source that is strict about what it is asked. */
export function sourceOf(bytes: Uint8Array): RandomAccess {
  return {
    size: bytes.length,
    read(offset, length) {
      if (!(Number.isSafeInteger(offset) && offset >= 0 && Number.isSafeInteger(length) && length >= 0))
        throw new Error(`read(${offset}, ${length})`);
      return Promise.resolve(bytes.subarray(offset, offset + length));
    },
  };
}

/** The bytes in pieces of `size`. */
export async function* piecesOf(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Files by path as a tree, with the folders above them. */
export function folderOf(files: ReadonlyMap<string, Uint8Array>): EvidenceTree {
  const all = new Map<string, EvidenceFile>();
  for (const [path, bytes] of files) {
    const parts = path.split("/");
    for (let n = 1; n < parts.length; n++) {
      const folder = parts.slice(0, n).join("/");
      all.set(folder, { path: folder, kind: "dir" });
    }
    const ref = { kind: "host", handle: sourceOf(bytes), size: bytes.length } as const;
    all.set(path, { path, kind: "file", size: bytes.length, ref });
  }
  const sorted = [...all.values()].sort((a, b) => byCodeUnit(a.path, b.path));
  return {
    kind: "folder",
    access: "seekable",
    async *files() {
      yield sorted;
    },
    find: (path) => Promise.resolve(all.get(path)),
  };
}

/** A result folder that ends with the case. */
export function memoryFolder(): ResultFolder {
  const files = new Map<string, Uint8Array[]>();
  return {
    append(name, bytes) {
      const parts = files.get(name);
      if (parts) parts.push(bytes);
      else files.set(name, [bytes]);
      return Promise.resolve();
    },
    read: (name) => Promise.resolve(sourceOf(new Uint8Array(Buffer.concat(files.get(name) ?? [])))),
    remove: (name) => Promise.resolve(void files.delete(name)),
    commit: () => Promise.resolve(),
    discard: () => Promise.resolve(files.clear()),
  };
}
