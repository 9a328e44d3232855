/** Where parts of a pack go, and where arrivals and cases lie on this computer. @module */
import { existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Arrivals, CaseShelf } from "@contraluz/case/inbox/index.ts";
import type { PartFolder } from "@contraluz/case/pack/index.ts";
import { byCodeUnit } from "@contraluz/core";
import { inputOf, nodePlatform, vaultFolder } from "@contraluz/platform-node";

const gone = (e: unknown): boolean => (e as NodeJS.ErrnoException).code === "ENOENT";

/** Files of ours in a folder of the person; each is whole or not there. */
export async function partFolder(path: string): Promise<PartFolder> {
  await mkdir(path, { recursive: true });
  return {
    async read(name) {
      return readFile(join(path, name)).catch((e: unknown) => {
        if (gone(e)) return undefined;
        throw e;
      });
    },
    async put(name, bytes) {
      const half = join(path, `${name}.new`);
      const file = await open(half, "w", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(half, join(path, name));
    },
    remove: (name) => rm(join(path, name), { force: true }),
  };
}

/** Names that file managers and half-written copies leave are no arrivals. */
const PASSED = /^\.|\.(new|part|partial|crdownload|tmp)$|^(Thumbs\.db|desktop\.ini)$/;

export function arrivalsOf(path: string): Arrivals {
  const { open: openFile } = nodePlatform();
  return {
    async list(folder) {
      const found = await readdir(join(path, folder), { withFileTypes: true });
      return found
        .filter((e) => !PASSED.test(e.name) && (e.isFile() || e.isDirectory()))
        .map((e) => ({ name: e.name, kind: e.isFile() ? ("file" as const) : ("folder" as const) }))
        .sort((a, b) => byCodeUnit(a.name, b.name));
    },
    open: (name) => openFile(join(path, name)),
    input: (name) => inputOf(join(path, name)),
  };
}

/** All cases in a folder. */
export function shelfOf(path: string): CaseShelf {
  return {
    async list() {
      const found = await readdir(path, { withFileTypes: true }).catch((e: unknown) => {
        if (gone(e)) return [];
        throw e;
      });
      return found
        .filter((e) => e.isDirectory() && existsSync(join(path, e.name, "case.json")))
        .map((e) => e.name)
        .sort(byCodeUnit);
    },
    lock: () => vaultFolder(path).lock(),
    folder: (name) => vaultFolder(join(path, name)),
  };
}
