/** Files of the browser as RandomAccess and as evidence. @module */
import type { EvidenceFile, EvidenceTree, Input, RandomAccess } from "@contraluz/core";

/** Bytes of a File or Blob at any place. */
export function blobAccess(blob: Blob): RandomAccess {
  return {
    size: blob.size,
    read: async (offset, length) =>
      new Uint8Array(await blob.slice(offset, Math.min(blob.size, offset + length)).arrayBuffer()),
  };
}

const BATCH = 1000;

/** A folder that the person chose: files with their path inside it, in code-unit order. */
export function filesInput(name: string, files: readonly { readonly path: string; readonly file: Blob }[]): Input {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const entries: EvidenceFile[] = sorted.map(({ path, file }) => ({
    path,
    size: file.size,
    kind: "file",
    ref: { kind: "host", handle: file, size: file.size },
  }));
  const byPath = new Map(entries.map((e) => [e.path, e]));
  const tree: EvidenceTree = {
    kind: "folder",
    access: "seekable",
    async *files() {
      for (let i = 0; i < entries.length; i += BATCH) yield entries.slice(i, i + BATCH);
    },
    find: async (path) => byPath.get(path),
  };
  return { name, tree };
}

/** One file that the person chose: an archive. */
export function fileInput(name: string, file: Blob): Input {
  return { name, file: { kind: "host", handle: file, size: file.size } };
}
