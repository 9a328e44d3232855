/** A result that lives in memory until the person saves it: opening the page stores nothing. @module */
import { byCodeUnit, ContraluzError, type RandomAccess, type ResultFolder } from "@contraluz/core";

export interface MemoryFolder extends ResultFolder {
  readonly committed: boolean;
  /** In code-unit order. */
  names(): string[];
  /** A file to save. */
  blob(name: string): Blob;
}

/** A file of which only the end grows. */
class Growing {
  readonly parts: Uint8Array<ArrayBuffer>[] = [];
  /** Where each part begins. */
  readonly #starts: number[] = [];
  size = 0;

  append(bytes: Uint8Array): void {
    this.#starts.push(this.size);
    this.parts.push(new Uint8Array(bytes));
    this.size += bytes.length;
  }

  read(offset: number, end: number): Uint8Array {
    const out = new Uint8Array(end - offset);
    let [i, above] = [0, this.parts.length];
    while (i + 1 < above) {
      const middle = (i + above) >>> 1;
      if (this.#starts[middle]! <= offset) i = middle;
      else above = middle;
    }
    for (let at = offset; at < end; i++) {
      const part = this.parts[i]!.subarray(at - this.#starts[i]!, end - this.#starts[i]!);
      out.set(part, at - offset);
      at += part.length;
    }
    return out;
  }
}

/** A folder in the memory of this thread. Nothing goes to Blobs before it is saved: browsers may put those on disk. */
export function memoryFolder(): MemoryFolder {
  const files = new Map<string, Growing>();
  let state: "open" | "committed" | "discarded" = "open";
  const of = (name: string): Growing => {
    const file = files.get(name);
    if (!file) throw new ContraluzError("usage", `nothing was written to ${name}`);
    return file;
  };
  return {
    get committed() {
      return state === "committed";
    },
    names: () => [...files.keys()].sort(byCodeUnit),
    blob: (name) => new Blob(of(name).parts),
    async append(name, bytes) {
      if (state !== "open") throw new ContraluzError("usage", "the result is closed");
      let file = files.get(name);
      if (!file) files.set(name, (file = new Growing()));
      file.append(bytes);
    },
    async read(name): Promise<RandomAccess> {
      const file = of(name);
      const { size } = file;
      return {
        size,
        read: async (offset, length) => {
          const end = Math.min(offset + length, size);
          return offset >= 0 && offset < end ? file.read(offset, end) : new Uint8Array(0);
        },
      };
    },
    async remove(name) {
      files.delete(name);
    },
    async commit() {
      state = "committed";
    },
    async discard() {
      state = "discarded";
      files.clear();
    },
  };
}
