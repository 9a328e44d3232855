/** The table of files that were read: what origins point into. Numbers are given in a fixed order, before anything runs. @module */
import type { FileEntry } from "@contraluz/core";

export interface FileTable {
  /** Number of a file; the same path of the same evidence keeps its number. */
  add(path: string, name?: string): number;
  /** Path of a number: for sorting problems and jobs. */
  path(file: number): string;
  /** Where the bytes really lie, once that is known (copies with flat names). */
  moved(file: number, path: string): void;
  hashed(file: number, sha256: string, size: number): void;
  /** All entries, in number order. A file that could not be read has an empty hash. */
  entries(): FileEntry[];
}

/** `evidence` is the index of the evidence that the files belong to. */
export function createFileTable(): FileTable & { evidence: number } {
  const entries: { -readonly [K in keyof FileEntry]: FileEntry[K] }[] = [];
  const numbers = new Map<string, number>();
  return {
    evidence: 0,
    add(path, name) {
      const key = `${this.evidence}\n${path}`;
      let n = numbers.get(key);
      if (n === undefined) {
        n = entries.length;
        numbers.set(key, n);
        entries.push({ evidence: this.evidence, path, size: 0, sha256: "" });
      }
      const entry = entries[n]!;
      if (name !== undefined && name !== path && entry.name === undefined) entry.name = name;
      return n;
    },
    path: (file) => entries[file]!.path,
    moved(file, path) {
      entries[file]!.path = path;
    },
    hashed(file, sha256, size) {
      const e = entries[file]!;
      e.sha256 = sha256;
      e.size = size;
    },
    entries: () =>
      entries.map(({ evidence, path, name, size, sha256 }) => ({
        evidence,
        path,
        ...(name === undefined ? {} : { name }),
        size,
        sha256,
      })),
  };
}
