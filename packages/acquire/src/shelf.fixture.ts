/** A shelf in memory. */
import { createHash } from "node:crypto";
import type { Shelf } from "./shelf.ts";

export interface MemoryShelf extends Shelf {
  readonly files: Map<string, Buffer>;
  text(name: string): string;
  sha256(name: string): string;
}

export function memoryShelf(o: { readonly onWrite?: (name: string, bytes: number) => void } = {}): MemoryShelf {
  const files = new Map<string, Buffer>();
  return {
    files,
    text: (name) => files.get(name)?.toString() ?? "",
    sha256: (name) => createHash("sha256").update(files.get(name)!).digest("hex"),
    async create(name) {
      const parts: Buffer[] = [];
      return {
        async write(bytes) {
          parts.push(Buffer.from(bytes));
          o.onWrite?.(name, bytes.length);
        },
        done: async () => void files.set(name, Buffer.concat(parts)),
        discard: async () => void (parts.length = 0),
      };
    },
    append: async (name, bytes) => void files.set(name, Buffer.concat([files.get(name) ?? Buffer.alloc(0), bytes])),
    read: async (name) => files.get(name),
    size: async (name) => files.get(name)?.length,
    remove: async (name) => void files.delete(name),
  };
}
