/** The folder that a check leaves, and what is done with stored ones. @module */
import { constants, existsSync } from "node:fs";
import { type FileHandle, lstat, mkdir, open, readdir, rename, rm, rmdir, unlink } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { ContraluzError, type RandomAccess, type ResultFolder } from "@contraluz/core";
import { openFile, pread } from "./file.ts";
import { flushFolder } from "./flush.ts";

/** Our own names: never one of the evidence. */
function checkName(name: string): void {
  const parts = name.split("/");
  if (!parts.every((p) => /^[A-Za-z0-9._-]+$/.test(p) && p !== "." && p !== "..")) {
    throw new ContraluzError("usage", `not a name of a result: ${name}`);
  }
}

/**
 * A new result at `path`, written as `PATH.partial` until `commit()`. Both must not exist: nothing is ever overwritten.
 * Folders are made for this user alone. `discard()` removes what was made here.
 */
export async function resultFolder(path: string): Promise<ResultFolder> {
  const target = resolve(path);
  const partial = `${target}.partial`;
  for (const p of [target, partial]) if (existsSync(p)) throw new ContraluzError("usage", `${p} exists already`);
  /** The topmost folder that had to be made above it. */
  const above = await mkdir(dirname(target), { recursive: true });
  await mkdir(partial, { mode: 0o700 });
  const open_ = new Map<string, Promise<FileHandle>>();
  const folders = new Set<string>();
  let done = false;

  const handleOf = (name: string): Promise<FileHandle> => {
    checkName(name);
    if (done) throw new ContraluzError("usage", "the result is closed");
    let handle = open_.get(name);
    if (!handle) {
      const flags = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | constants.O_EXCL;
      const make = async (): Promise<FileHandle> => {
        for (let at = name.indexOf("/"); at > 0; at = name.indexOf("/", at + 1)) {
          const folder = name.slice(0, at);
          if (!folders.has(folder)) await mkdir(join(partial, folder), { mode: 0o700, recursive: true });
          folders.add(folder);
        }
        return open(join(partial, name), flags, 0o600);
      };
      open_.set(name, (handle = make()));
    }
    return handle;
  };
  const closeAll = async (sync: boolean): Promise<void> => {
    done = true;
    for (const handle of open_.values()) {
      const file = await handle.catch(() => undefined);
      if (sync) await file?.sync();
      await file?.close();
    }
    open_.clear();
  };
  /** Appends wait for one another: two chunks of a file must not mix. */
  const tails = new Map<string, Promise<void>>();

  return {
    append(name, bytes) {
      const write = async (): Promise<void> => {
        const file = await handleOf(name);
        for (let n = 0; n < bytes.length; ) n += (await file.write(bytes, n, bytes.length - n)).bytesWritten;
      };
      const run = (tails.get(name) ?? Promise.resolve()).then(write);
      tails.set(
        name,
        run.catch(() => {}),
      );
      return run;
    },
    async read(name) {
      checkName(name);
      await tails.get(name);
      const handle = open_.get(name);
      if (!handle) throw new ContraluzError("usage", `nothing was written to ${name}`);
      const file = await handle;
      const { size } = await file.stat();
      const source: RandomAccess = {
        size,
        read: async (offset, length) => {
          const end = Math.min(offset + length, size);
          return offset >= 0 && offset < end ? pread(file, offset, end - offset) : new Uint8Array(0);
        },
      };
      return source;
    },
    async remove(name) {
      checkName(name);
      await tails.get(name);
      const handle = open_.get(name);
      if (!handle) return;
      open_.delete(name);
      await (await handle).close();
      await unlink(join(partial, name));
    },
    async commit() {
      await Promise.all(tails.values());
      await closeAll(true);
      for (const folder of folders) await flushFolder(join(partial, folder));
      await flushFolder(partial);
      if (existsSync(target)) throw new ContraluzError("usage", `${target} exists already`);
      await rename(partial, target);
    },
    async discard() {
      await Promise.all(tails.values());
      await closeAll(false);
      await rm(partial, { recursive: true, force: true });
      if (above === undefined) return;
      for (let folder = dirname(target); folder.length >= above.length; folder = dirname(folder)) {
        // Somebody else may have put something there.
        if (
          !(await rmdir(folder).then(
            () => true,
            () => false,
          ))
        )
          return;
      }
    },
  };
}

/** A finished result, for reading. */
export function storedFolder(path: string): { read(name: string): Promise<RandomAccess> } {
  return {
    async read(name) {
      checkName(name);
      return openFile(join(path, name));
    },
  };
}

/** Copies files of a stored result into a new one; names that are not there are passed over. */
export async function copyStored(path: string, target: ResultFolder, names: readonly string[]): Promise<void> {
  for (const name of names) {
    checkName(name);
    if (!existsSync(join(path, name))) continue;
    const source = await openFile(join(path, name));
    for (let at = 0; at < source.size; ) {
      const bytes = await source.read(at, 1 << 20);
      if (bytes.length === 0) break;
      await target.append(name, bytes);
      at += bytes.length;
    }
    await source.close?.();
  }
}

/** What a check writes. Anything else in the folder is the person's own. */
const OURS =
  /^(result\.json|run\.json|report\.html|files\.sha256|records\/[a-z0-9._-]+\.jsonl|index\/[a-z0-9._-]+\.bin)$/;

/** Removes a result: our own files, then the folders that are empty. How many things of others are left. */
export async function forgetResult(path: string): Promise<number> {
  let left = 0;
  const clear = async (folder: string, prefix: string): Promise<boolean> => {
    let empty = true;
    for (const name of await readdir(folder)) {
      const full = join(folder, name);
      const found = await lstat(full);
      if (found.isDirectory() && prefix === "" && (name === "records" || name === "index")) {
        if (!(await clear(full, `${name}/`))) empty = false;
      } else if (found.isFile() && OURS.test(prefix + name)) await unlink(full);
      else {
        left++;
        empty = false;
      }
    }
    if (empty) await rmdir(folder);
    return empty;
  };
  await clear(resolve(path), "");
  return left;
}
