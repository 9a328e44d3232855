/**
 * The folder of a case in the browser: a folder that the person picked (WICG File System Access), or one in the browser's own file
 * system (WHATWG File System). Both are the same handles.
 *
 * A file is written as `NAME.new` and renamed where the browser can rename (`move`); elsewhere `createWritable` swaps the whole file on
 * `close`, and what it leaves when it is interrupted is an empty file: an empty file is none. A folder that is written piece by piece has
 * `NAME.partial` beside it until it is whole: browsers cannot rename folders. Whether bytes are on the disk when a promise is kept, a
 * page cannot know; they are with the browser.
 * @module
 */
import { ContraluzError, type RandomAccess, type ResultFolder, type VaultFolder } from "@contraluz/core";
import { blobAccess } from "./blob.ts";

/** What not every browser has. */
type FileHandle = Omit<FileSystemFileHandle, "createWritable"> & {
  createWritable?: FileSystemFileHandle["createWritable"];
  move?(name: string): Promise<void>;
};
type Folder = FileSystemDirectoryHandle;

/** Bytes that are written at once: each write costs a message to another process. */
const BLOCK = 1 << 16;
/** Our own names; whatever else lies in a picked folder is not ours. */
const NAME = /^[a-z0-9._-]+$/;
/** Half of a file: of ours, and of Chromium. */
const HALF = /\.crswap$/;

const gone = (e: unknown): boolean =>
  e instanceof DOMException && (e.name === "NotFoundError" || e.name === "TypeMismatchError");

async function ifThere<T>(f: () => Promise<T>): Promise<T | undefined> {
  try {
    return await f();
  } catch (e) {
    if (gone(e)) return undefined;
    throw e;
  }
}

function partsOf(name: string): string[] {
  const parts = name.split("/");
  if (!parts.every((p) => NAME.test(p) && p !== "." && p !== ".."))
    throw new ContraluzError("usage", `not a name of a case: ${name}`);
  return parts;
}

interface Out {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}

/** Writes in blocks, by whichever of its two ways the browser has. `from`: where to go on. */
async function openOut(file: FileHandle, from = 0): Promise<Out> {
  let at = from;
  const pending = new Uint8Array(BLOCK);
  let filled = 0;
  const sink = file.createWritable
    ? await file.createWritable({ keepExistingData: from > 0 })
    : await file.createSyncAccessHandle();
  const sync = "flush" in sink ? sink : undefined;
  if (sync && from === 0) sync.truncate(0);
  const put = async (bytes: Uint8Array): Promise<void> => {
    if (bytes.length === 0) return;
    const data = bytes as Uint8Array<ArrayBuffer>;
    if (!("flush" in sink)) await sink.write({ type: "write", position: at, data });
    else if (sink.write(data, { at }) < bytes.length) throw new DOMException("no room", "QuotaExceededError");
    at += bytes.length;
  };
  const flush = async (): Promise<void> => {
    const n = filled;
    filled = 0;
    await put(pending.slice(0, n));
  };
  return {
    async write(bytes) {
      if (filled + bytes.length > BLOCK) await flush();
      if (bytes.length >= BLOCK) return put(bytes.slice());
      pending.set(bytes, filled);
      filled += bytes.length;
    },
    async close() {
      await flush();
      sync?.flush();
      await sink.close();
    },
    abort: async () => ("flush" in sink ? sink.close() : sink.abort()),
  };
}

async function writeAll(file: FileHandle, content: AsyncIterable<Uint8Array>): Promise<void> {
  const out = await openOut(file);
  try {
    for await (const piece of content) await out.write(piece);
    await out.close();
  } catch (e) {
    await out.abort().catch(() => {});
    throw e;
  }
}

async function* piecesOf(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < blob.size; at += 1 << 20)
    yield new Uint8Array(await blob.slice(at, at + (1 << 20)).arrayBuffer());
}

/** Locks of pages that have no `navigator.locks`: a file from a stick. */
const held = new Set<string>();

function lockNamed(name: string): Promise<(() => Promise<void>) | undefined> {
  const here = (): (() => Promise<void>) | undefined => {
    if (held.has(name)) return undefined;
    held.add(name);
    return async () => void held.delete(name);
  };
  const { locks } = navigator as { readonly locks?: LockManager };
  if (!locks) return Promise.resolve(here());
  return new Promise((resolve, reject) => {
    let release = (): void => {};
    const done = locks.request(name, { ifAvailable: true }, (lock) => {
      if (!lock) return resolve(undefined);
      return new Promise<void>((free) => {
        release = free;
        resolve(async () => {
          release();
          await done;
        });
      });
    });
    done.catch((e: unknown) =>
      e instanceof DOMException && e.name === "SecurityError" ? resolve(here()) : reject(e as Error),
    );
  });
}

/** Removes what is called so, whatever it is. */
async function removeIn(folder: Folder | undefined, name: string): Promise<void> {
  await ifThere(async () => folder?.removeEntry(name, { recursive: true }));
}

/**
 * A case in `root`, which is made when something is first written. `lock`: a name that no other case of this origin has.
 * `destroy` overwrites where the browser lets a page write in place (its own file system), else it removes: what a disk keeps of it, no
 * page can reach.
 * @example const folder = vaultFolder((create) => cases.getDirectoryHandle("0001", { create }), "contraluz-case/0001");
 */
export function vaultFolder(root: (create: boolean) => Promise<Folder>, lock: string): VaultFolder {
  const at = async (parts: readonly string[], create: boolean): Promise<Folder> => {
    let folder = await root(create);
    for (const p of parts) folder = await folder.getDirectoryHandle(p, { create });
    return folder;
  };
  const parentOf = (name: string, create: boolean): Promise<Folder | undefined> => {
    const parts = partsOf(name).slice(0, -1);
    return create ? at(parts, true) : ifThere(() => at(parts, false));
  };
  const last = (name: string): string => name.slice(name.lastIndexOf("/") + 1);
  const find = async (name: string): Promise<{ readonly handle: FileHandle; readonly file: File } | undefined> => {
    const parts = partsOf(name);
    return ifThere(async () => {
      let folder = await root(false);
      for (const p of parts.slice(0, -1)) {
        const above = folder;
        folder = await above.getDirectoryHandle(p);
        // A folder that is not whole yet is not there.
        if (await ifThere(() => above.getDirectoryHandle(`${p}.partial`))) return undefined;
      }
      const handle: FileHandle = await folder.getFileHandle(parts.at(-1)!);
      const file = await handle.getFile();
      return file.size > 0 ? { handle, file } : undefined;
    });
  };
  let moves = true;

  const put = async (name: string, content: AsyncIterable<Uint8Array>): Promise<void> => {
    const folder = (await parentOf(name, true))!;
    const half = `${last(name)}.new`;
    const file: FileHandle = await folder.getFileHandle(half, { create: true });
    try {
      await writeAll(file, content);
      if (moves && file.move)
        try {
          return await file.move(last(name));
        } catch {
          // In some folders a browser cannot, whatever it has.
          moves = false;
        }
      await writeAll(await folder.getFileHandle(last(name), { create: true }), piecesOf(await file.getFile()));
      await removeIn(folder, half);
    } catch (e) {
      await removeIn(folder, half).catch(() => {});
      throw e;
    }
  };

  const stage = async (name: string): Promise<ResultFolder> => {
    const [parent, base] = [(await parentOf(name, true))!, last(name)];
    const marker = `${base}.partial`;
    // What a crash left.
    await removeIn(parent, base);
    await removeIn(parent, marker);
    await parent.getDirectoryHandle(marker, { create: true });
    const outs = new Map<string, Out>();
    const handles = new Map<string, FileHandle>();
    /** One after the other for each file. */
    const tails = new Map<string, Promise<unknown>>();
    const inTurn = <T>(file: string, work: () => Promise<T>): Promise<T> => {
      const run = (tails.get(file) ?? Promise.resolve()).then(work);
      tails.set(
        file,
        run.catch(() => {}),
      );
      return run;
    };
    const close = async (file: string): Promise<void> => {
      const out = outs.get(file);
      outs.delete(file);
      await out?.close();
    };
    const handleOf = async (file: string): Promise<FileHandle> => {
      let handle = handles.get(file);
      if (!handle) {
        const parts = partsOf(file);
        let folder = await parent.getDirectoryHandle(base, { create: true });
        for (const p of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(p, { create: true });
        handle = await folder.getFileHandle(parts.at(-1)!, { create: true });
        handles.set(file, handle);
      }
      return handle;
    };
    let ended = false;
    const end = async (): Promise<void> => {
      ended = true;
      await Promise.all(tails.values());
    };
    return {
      append: (file, bytes) => {
        const own = bytes.slice();
        return inTurn(file, async () => {
          if (ended) throw new ContraluzError("usage", "the folder is closed");
          const handle = await handleOf(file);
          let out = outs.get(file);
          if (!out) outs.set(file, (out = await openOut(handle, (await handle.getFile()).size)));
          await out.write(own);
        });
      },
      read: (file) =>
        inTurn(file, async () => {
          await close(file);
          const handle = handles.get(file);
          if (!handle) throw new ContraluzError("usage", `nothing was written to ${file}`);
          return blobAccess(await handle.getFile());
        }),
      remove: (file) =>
        inTurn(file, async () => {
          await outs.get(file)?.abort();
          outs.delete(file);
          if (!handles.delete(file)) return;
          const parts = [base, ...partsOf(file)];
          let folder = parent;
          for (const p of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(p);
          await removeIn(folder, parts.at(-1)!);
        }),
      async commit() {
        await end();
        for (const file of [...outs.keys()]) await close(file);
        await parent.getDirectoryHandle(base, { create: true });
        await removeIn(parent, marker);
      },
      async discard() {
        await end();
        for (const out of outs.values()) await out.abort().catch(() => {});
        outs.clear();
        await removeIn(parent, base);
        await removeIn(parent, marker);
      },
    };
  };

  return {
    async list(folder) {
      const names = new Set<string>();
      const there = await ifThere(() => at(folder === "" ? [] : partsOf(folder), false));
      for await (const handle of there?.values() ?? []) {
        if (!NAME.test(handle.name) || HALF.test(handle.name)) continue;
        // Half of a file where it cannot be renamed.
        const file = handle.kind === "file" && !moves && (await ifThere(() => (handle as FileHandle).getFile()));
        if (!file || file.size > 0) names.add(handle.name);
      }
      return [...names].filter((n) => !names.has(`${n}.partial`)).sort();
    },
    async read(name): Promise<RandomAccess | undefined> {
      const found = await find(name);
      return found && blobAccess(found.file);
    },
    async ref(name) {
      const found = await find(name);
      return found && { kind: "host", handle: found.file, size: found.file.size };
    },
    async create(name, content) {
      if (await find(name)) return false;
      await put(name, content);
      return true;
    },
    replace: put,
    stage,
    async remove(name) {
      const parent = await parentOf(name, false);
      const base = last(name);
      // The folder that it stands for first: while it is there, that one is not.
      if (base.endsWith(".partial")) await removeIn(parent, base.slice(0, -".partial".length));
      await removeIn(parent, base);
    },
    async destroy(name) {
      const found = await find(name);
      try {
        const sink = await found?.handle.createSyncAccessHandle();
        sink?.write(new Uint8Array(sink.getSize()), { at: 0 });
        sink?.flush();
        sink?.close();
      } catch {
        // In a picked folder a page never writes in place.
      }
      await removeIn(await parentOf(name, false), last(name));
    },
    async lock() {
      // A program on this computer that has no other way to say so.
      if (await find("lock")) return undefined;
      return lockNamed(lock);
    },
  };
}
