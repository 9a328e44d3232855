/**
 * The files of an archive while a page works on it: the newest in memory, older ones in encrypted scratch whose key dies with the page. Nothing
 * stays that anybody could read, unless the person asks for it (`kept.ts`).
 * @module
 */
import type { ArchiveFolder } from "@contraluz/archive/read/index.ts";
import { byCodeUnit, type RandomAccess, type Scratch } from "@contraluz/core";

/** Bytes of files that stay in memory; what is more goes to scratch, the oldest first. */
const MEMORY = 48 << 20;

interface Held {
  parts: Uint8Array[];
  size: number;
  scratch?: Scratch | undefined;
}

export interface PageFolder extends ArchiveFolder {
  names(): readonly string[];
  size(name: string): number;
  stream(name: string): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

const BLOCK = 1 << 20;

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}

/** `heard` is told of every piece that is put behind `pages/…`. */
export function pageFolder(
  scratch: () => Promise<Scratch>,
  heard: (name: string, bytes: Uint8Array) => Promise<void>,
): PageFolder {
  const files = new Map<string, Held>();
  let memory = 0;
  /** Without working space everything stays in memory. */
  let none = false;
  const drop = async (name: string): Promise<void> => {
    const f = files.get(name);
    if (!f) return;
    files.delete(name);
    if (f.scratch) await f.scratch.close();
    else memory -= f.size;
  };
  const bytesOf = async (f: Held): Promise<Uint8Array> =>
    f.scratch ? (await f.scratch.open().read(0, f.size)).slice() : joined(f.parts);
  const spill = async (newest: string): Promise<void> => {
    for (const [name, f] of files) {
      if (memory <= MEMORY || none) return;
      if (name === newest || f.scratch || f.size < BLOCK) continue;
      try {
        const s = await scratch();
        for (const p of f.parts) await s.write(p);
        f.scratch = s;
        f.parts = [];
        memory -= f.size;
      } catch {
        none = true;
      }
    }
  };
  const put = (name: string, bytes: Uint8Array): void => {
    files.set(name, { parts: [bytes], size: bytes.length });
    memory += bytes.length;
  };
  return {
    names: () => [...files.keys()].sort(byCodeUnit),
    size: (name) => files.get(name)?.size ?? 0,
    async list(folder) {
      const below = folder === "" ? "" : `${folder}/`;
      return [...files.keys()].flatMap((k) => (k.startsWith(below) ? [k.slice(below.length)] : [])).sort(byCodeUnit);
    },
    async read(name): Promise<RandomAccess | undefined> {
      const f = files.get(name);
      if (!f) return undefined;
      if (f.scratch) return f.scratch.open();
      const bytes = joined(f.parts);
      f.parts = [bytes];
      return { size: f.size, read: async (at, n) => bytes.slice(at, at + n) };
    },
    async append(name, bytes) {
      const copy = bytes.slice();
      const f = files.get(name);
      if (!f) put(name, copy);
      else if (f.scratch) {
        // A file that was put away is only added to after it was opened again.
        const all = joined([await bytesOf(f), copy]);
        await drop(name);
        put(name, all);
      } else {
        f.parts.push(copy);
        f.size += copy.length;
        memory += copy.length;
      }
      await spill(name);
      if (name.startsWith("pages/")) await heard(name, copy);
    },
    async cut(name, size) {
      const f = files.get(name);
      if (!f) return;
      const bytes = (await bytesOf(f)).slice(0, size);
      await drop(name);
      put(name, bytes);
    },
    async replace(name, bytes) {
      await drop(name);
      put(name, bytes.slice());
    },
    async *stream(name) {
      const f = files.get(name);
      if (!f) return;
      if (!f.scratch) {
        yield* [...f.parts];
        return;
      }
      const source = f.scratch.open();
      for (let at = 0; at < f.size; at += BLOCK) yield (await source.read(at, Math.min(BLOCK, f.size - at))).slice();
    },
    async close() {
      for (const name of [...files.keys()]) await drop(name);
    },
  };
}
