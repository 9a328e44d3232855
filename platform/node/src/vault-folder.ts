/** The folder of a case on this computer: files that are whole or not there, and one writer at a time. @module */
import { constants, readFileSync } from "node:fs";
import { type FileHandle, lstat, mkdir, open, readdir, rename, rm, stat, unlink, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join, resolve } from "node:path";
import { ContraluzError, type VaultFolder } from "@contraluz/core";
import { openFile } from "./file.ts";
import { resultFolder } from "./result-folder.ts";

/** Our own names, as in a result. */
function pathOf(root: string, name: string): string {
  const parts = name.split("/");
  if (!parts.every((p) => /^[a-z0-9._-]+$/.test(p) && p !== "." && p !== ".."))
    throw new ContraluzError("usage", `not a name of a case: ${name}`);
  return join(root, ...parts);
}

const gone = (e: unknown): boolean =>
  ["ENOENT", "ENOTDIR"].includes(String((e as { readonly code?: unknown } | undefined)?.code));

/** A folder's own entry on the disk, where the system has a way to say so (Windows has none). */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY).catch(() => undefined);
  if (!handle) return;
  try {
    await handle.sync().catch(() => {});
  } finally {
    await handle.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (e) => {
      if (gone(e)) return false;
      throw e;
    },
  );
}

async function writeAll(file: FileHandle, content: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const piece of content)
    for (let n = 0; n < piece.length; ) n += (await file.write(piece, n, piece.length - n)).bytesWritten;
  await file.sync();
}

/** True if the process that left a lock still runs here. What cannot be known counts as running. */
function alive(lock: string): boolean {
  let text: string;
  try {
    text = readFileSync(lock, "utf8");
  } catch (e) {
    return !gone(e);
  }
  const m = /^(\d{1,10}) (.*)\n$/.exec(text);
  // A lock whose writer died before it wrote its number.
  if (!m) return text !== "";
  if (m[2] !== hostname()) return true;
  try {
    process.kill(Number(m[1]), 0);
    return true;
  } catch (e) {
    return (e as { readonly code?: unknown }).code === "EPERM";
  }
}

/**
 * The folder of a case at `path`. It is made, for this user alone, when the first file is written. What a crash left half written
 * has a name that ends in `.new` or `.partial`, which no reader looks at.
 */
export function vaultFolder(path: string): VaultFolder {
  const root = resolve(path);
  const LOCK = join(root, "lock");

  const put = async (target: string, content: AsyncIterable<Uint8Array>): Promise<void> => {
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    const half = `${target}.new`;
    const file = await open(half, "w", 0o600);
    try {
      await writeAll(file, content);
    } catch (e) {
      await file.close();
      await unlink(half).catch(() => {});
      throw e;
    }
    await file.close();
    await rename(half, target);
    await flush(dirname(target));
  };

  return {
    async list(folder) {
      const names = await readdir(folder === "" ? root : pathOf(root, folder)).catch((e) => {
        if (gone(e)) return [];
        throw e;
      });
      return names.filter((n) => /^[a-z0-9._-]+$/.test(n)).sort();
    },
    async read(name) {
      try {
        return await openFile(pathOf(root, name));
      } catch (e) {
        if (gone(e)) return undefined;
        throw e;
      }
    },
    async ref(name) {
      const full = pathOf(root, name);
      const found = await stat(full).catch((e) => {
        if (gone(e)) return undefined;
        throw e;
      });
      return found && { kind: "host", handle: full, size: found.size };
    },
    async create(name, content) {
      const target = pathOf(root, name);
      if (await exists(target)) return false;
      await put(target, content);
      return true;
    },
    replace: (name, content) => put(pathOf(root, name), content),
    async stage(name) {
      const target = pathOf(root, name);
      // What a crash left.
      await rm(`${target}.partial`, { recursive: true, force: true });
      const inner = await resultFolder(target);
      return {
        ...inner,
        async commit() {
          await inner.commit();
          await flush(dirname(target));
        },
      };
    },
    async remove(name) {
      const target = pathOf(root, name);
      await rm(target, { recursive: true, force: true });
      await flush(dirname(target));
    },
    async destroy(name) {
      const target = pathOf(root, name);
      const file = await open(target, "r+").catch((e) => {
        if (gone(e)) return undefined;
        throw e;
      });
      if (!file) return;
      try {
        const { size } = await file.stat();
        for (let at = 0; at < size; )
          at += (await file.write(new Uint8Array(Math.min(65_536, size - at)), 0, undefined, at)).bytesWritten;
        await file.sync();
      } finally {
        await file.close();
      }
      await unlink(target);
      await flush(dirname(target));
    },
    async lock() {
      await mkdir(root, { recursive: true, mode: 0o700 });
      for (let tries = 0; tries < 3; tries++) {
        try {
          await writeFile(LOCK, `${process.pid} ${hostname()}\n`, { flag: "wx", mode: 0o600 });
          return async () => {
            await unlink(LOCK).catch(() => {});
          };
        } catch (e) {
          if ((e as { readonly code?: unknown }).code !== "EEXIST") throw e;
          if (alive(LOCK)) return undefined;
          await unlink(LOCK).catch(() => {});
        }
      }
      return undefined;
    },
  };
}
