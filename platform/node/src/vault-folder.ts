/**
 * The folder of a case on this computer: files that are whole or not there, and one writer at a time. Somebody else may have made the
 * folder: a link in it is never followed, whatever is read, written or removed.
 * @module
 */
import { constants } from "node:fs";
import { type FileHandle, lstat, mkdir, open, readdir, rename, rm, unlink } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { ContraluzError, type VaultFolder } from "@contraluz/core";
import { openFile } from "./file.ts";
import { flushFolder } from "./flush.ts";
import { takeLock } from "./lock.ts";
import { resultFolder } from "./result-folder.ts";

/** Our own names, as in a result; a lab has `case_id=0123456789abcdef`, as engines read it. */
const NAME = /^[a-z0-9._=-]+$/;

function pathOf(root: string, name: string): string {
  const parts = name.split("/");
  if (!parts.every((p) => NAME.test(p) && p !== "." && p !== ".."))
    throw new ContraluzError("usage", `not a name of a case: ${name}`);
  return join(root, ...parts);
}

const gone = (e: unknown): boolean =>
  ["ENOENT", "ENOTDIR"].includes(String((e as { readonly code?: unknown } | undefined)?.code));

/** Throws ContraluzError ("case-damaged") if something on the way from `root` to `target`, or `target` itself, is a link. */
async function noLinks(root: string, target: string): Promise<void> {
  let at = root;
  for (const part of relative(root, target).split(sep)) {
    if (part === "") return;
    at = join(at, part);
    const found = await lstat(at).catch((e) => {
      if (gone(e)) return undefined;
      throw e;
    });
    if (!found) return;
    if (found.isSymbolicLink()) {
      const name = relative(root, at).split(sep).join("/");
      throw new ContraluzError("case-damaged", `${name} is a link: a case holds none`);
    }
  }
}

/** Makes a folder, for this user alone, and says so to the disk all the way up. */
async function make(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let at = folder; at.length >= first.length; at = dirname(at)) await flushFolder(dirname(at));
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

async function overwrite(target: string): Promise<void> {
  const file = await open(target, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
  try {
    const { size } = await file.stat();
    for (let at = 0; at < size; )
      at += (await file.write(new Uint8Array(Math.min(65_536, size - at)), 0, undefined, at)).bytesWritten;
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * The folder of a case at `path`. It is made, for this user alone, when the first file is written. What a crash left half written
 * has a name that ends in `.new` or `.partial`, which no reader looks at.
 */
export function vaultFolder(path: string): VaultFolder {
  const root = resolve(path);

  /** Where a file or folder of ours lies, once it is known that no link leads there. */
  const at = async (name: string): Promise<string> => {
    const target = pathOf(root, name);
    await noLinks(root, target);
    return target;
  };

  const put = async (target: string, content: AsyncIterable<Uint8Array>): Promise<void> => {
    await make(dirname(target));
    const half = `${target}.new`;
    // What a crash left, or what somebody put there to lead elsewhere.
    await rm(half, { recursive: true, force: true });
    const file = await open(half, "wx", 0o600);
    try {
      await writeAll(file, content);
    } catch (e) {
      await file.close();
      await unlink(half).catch(() => {});
      throw e;
    }
    await file.close();
    await rename(half, target);
    await flushFolder(dirname(target));
  };

  return {
    async list(folder) {
      const names = await readdir(folder === "" ? root : await at(folder)).catch((e) => {
        if (gone(e)) return [];
        throw e;
      });
      return names.filter((n) => NAME.test(n)).sort();
    },
    async read(name) {
      try {
        return await openFile(await at(name));
      } catch (e) {
        if (gone(e)) return undefined;
        throw e;
      }
    },
    async ref(name) {
      const full = await at(name);
      const found = await lstat(full).catch((e) => {
        if (gone(e)) return undefined;
        throw e;
      });
      return found && { kind: "host", handle: full, size: found.size };
    },
    async create(name, content) {
      const target = await at(name);
      if (await exists(target)) return false;
      await put(target, content);
      return true;
    },
    replace: async (name, content) => put(await at(name), content),
    async stage(name) {
      const target = await at(name);
      await make(dirname(target));
      // What a crash left.
      await rm(`${target}.partial`, { recursive: true, force: true });
      const inner = await resultFolder(target);
      return {
        ...inner,
        async commit() {
          await inner.commit();
          await flushFolder(dirname(target));
        },
      };
    },
    async remove(name) {
      const target = pathOf(root, name);
      // A link itself may go: what it leads to stays.
      await noLinks(root, dirname(target));
      await rm(target, { recursive: true, force: true });
      await flushFolder(dirname(target));
    },
    async destroy(name) {
      const target = pathOf(root, name);
      await noLinks(root, dirname(target));
      const found = await lstat(target).catch((e) => {
        if (gone(e)) return undefined;
        throw e;
      });
      if (!found) return;
      // Only a file of one name is ours to overwrite: what else stands there belongs to somebody, or would wait for ever.
      if (found.isFile() && found.nlink <= 1) await overwrite(target);
      await rm(target, { recursive: true, force: true });
      await flushFolder(dirname(target));
    },
    async lock() {
      await make(root);
      return takeLock(join(root, "lock"));
    },
  };
}
