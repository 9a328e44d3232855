/** A folder of a case in memory, for tests: it can also stop working at any write, as a computer does whose power is cut. */
import type { RandomAccess, ResultFolder, VaultFolder } from "@contraluz/core";

export interface MemoryFolder extends VaultFolder {
  readonly files: Map<string, Uint8Array>;
  /** Writes that are still done; then everything throws. */
  left: number;
}

export class PowerCut extends Error {}

const access = (bytes: Uint8Array): RandomAccess => ({
  size: bytes.length,
  read: async (at, n) => bytes.slice(at, Math.min(bytes.length, at + n)),
});

async function collect(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const p of content) parts.push(p.slice());
  return new Uint8Array(Buffer.concat(parts));
}

export function memoryFolder(files: Map<string, Uint8Array> = new Map()): MemoryFolder {
  let locked = false;
  const folder: MemoryFolder = {
    files,
    left: Number.POSITIVE_INFINITY,
    async list(name) {
      const head = name === "" ? "" : `${name}/`;
      const names = [...files.keys()].filter((f) => f.startsWith(head)).map((f) => f.slice(head.length).split("/")[0]!);
      return [...new Set(names)].sort();
    },
    async read(name) {
      const bytes = files.get(name);
      return bytes && access(bytes);
    },
    async ref(name) {
      const bytes = files.get(name);
      return bytes && { kind: "host", handle: access(bytes), size: bytes.length };
    },
    async create(name, content) {
      if (files.has(name)) return false;
      const bytes = await collect(content);
      step();
      files.set(name, bytes);
      return true;
    },
    async replace(name, content) {
      const bytes = await collect(content);
      step();
      files.set(name, bytes);
    },
    async stage(name) {
      for (const f of [...files.keys()]) if (f.startsWith(`${name}.partial/`)) files.delete(f);
      const open = new Map<string, Uint8Array>();
      const stage: ResultFolder = {
        async append(file, bytes) {
          step();
          const full = new Uint8Array(Buffer.concat([open.get(file) ?? new Uint8Array(0), bytes]));
          open.set(file, full);
          files.set(`${name}.partial/${file}`, full);
        },
        async read(file) {
          return access(open.get(file)!);
        },
        async remove(file) {
          open.delete(file);
          files.delete(`${name}.partial/${file}`);
        },
        async commit() {
          step();
          for (const [file, bytes] of open) {
            files.delete(`${name}.partial/${file}`);
            files.set(`${name}/${file}`, bytes);
          }
        },
        async discard() {
          if (folder.left < 0) return;
          for (const file of open.keys()) files.delete(`${name}.partial/${file}`);
        },
      };
      return stage;
    },
    async remove(name) {
      step();
      for (const f of [...files.keys()]) if (f === name || f.startsWith(`${name}/`)) files.delete(f);
    },
    async destroy(name) {
      step();
      files.delete(name);
    },
    async lock() {
      if (locked) return undefined;
      locked = true;
      return async () => {
        locked = false;
      };
    },
  };
  function step(): void {
    if (folder.left-- <= 0) throw new PowerCut("the power was cut");
  }
  return folder;
}
