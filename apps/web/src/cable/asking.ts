/** Questions to the thread that keeps a copy, and their answers. @module */
import type { RandomAccess, WorkerPort } from "@contraluz/core";
import type { FromShelf, ShelfAsk } from "./protocol.ts";

export interface Asking {
  ask<T>(what: ShelfAsk, transfer?: readonly ArrayBuffer[]): Promise<T>;
  /** Nobody answers any more. */
  end(): void;
}

export function asking(line: WorkerPort): Asking {
  const open = new Map<number, { resolve(v: never): void; reject(e: Error): void }>();
  let next = 0;
  let ended = false;
  line.onMessage((raw) => {
    const data = raw as FromShelf;
    const q = open.get(data.id);
    open.delete(data.id);
    if ("failed" in data) q?.reject(new Error(data.failed));
    else q?.resolve(data.answer as never);
  });
  return {
    ask: (what, transfer = []) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(new Error("the copy is gone"));
        const id = next++;
        open.set(id, { resolve, reject });
        line.post({ id, ask: what }, transfer);
      }),
    end() {
      ended = true;
      for (const { reject } of open.values()) reject(new Error("the copy is gone"));
      open.clear();
    },
  };
}

/** Reads smaller than this come from blocks of this size: each question wakes another thread. */
const BLOCK = 1 << 17;
const BLOCKS = 16;

/** Bytes of one file of a copy, in another thread than the one that keeps it. */
export function copiedFile(line: Asking, name: string, size: number): RandomAccess {
  const blocks = new Map<number, Promise<Uint8Array>>();
  const bytes = (offset: number, length: number): Promise<Uint8Array> =>
    line.ask<Uint8Array>({ op: "bytes", name, offset, length });
  const block = (start: number): Promise<Uint8Array> => {
    let found = blocks.get(start);
    if (!found) {
      found = bytes(start, Math.min(BLOCK, size - start));
      found.catch(() => blocks.delete(start));
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
      if (!(offset >= 0 && offset < end)) return new Uint8Array(0);
      const out = into?.subarray(0, end - offset) ?? new Uint8Array(end - offset);
      for (let at = offset; at < end; ) {
        const start = at - (at % BLOCK);
        const part = (await block(start)).subarray(at - start, Math.min(end, start + BLOCK) - start);
        if (part.length === 0) throw new Error(`${name} ends at ${at}`);
        out.set(part, at - offset);
        at += part.length;
      }
      return out;
    },
  };
}
