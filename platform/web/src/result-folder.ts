/** A result that lives in memory until the person saves it: opening the page stores nothing. @module */
import type { RandomAccess, ResultFolder } from "@contraluz/core";

export interface MemoryFolder extends ResultFolder {
  readonly committed: boolean;
  names(): string[];
  blob(name: string): Blob;
}

/** A folder of Blobs: the browser may keep their bytes outside the page's memory. */
export function memoryFolder(): MemoryFolder {
  const parts = new Map<string, Uint8Array<ArrayBuffer>[]>();
  let committed = false;
  const blob = (name: string): Blob => new Blob(parts.get(name) ?? []);
  return {
    get committed() {
      return committed;
    },
    names: () => [...parts.keys()].sort(),
    blob,
    async append(name, bytes) {
      const list = parts.get(name);
      const copy = new Uint8Array(bytes);
      if (list) list.push(copy);
      else parts.set(name, [copy]);
    },
    async read(name): Promise<RandomAccess> {
      const b = blob(name);
      return {
        size: b.size,
        read: async (offset, length) => new Uint8Array(await b.slice(offset, offset + length).arrayBuffer()),
      };
    },
    async remove(name) {
      parts.delete(name);
    },
    async commit() {
      committed = true;
    },
    async discard() {
      parts.clear();
    },
  };
}
