/**
 * Scratch in the browser: the origin-private file system, encrypted with a key that lives only in memory. The file is
 * removed on close. What a crash leaves behind cannot be read without the key, and goes when scratch is next used.
 * @module
 */
import { ContraluzError, type Scratch } from "@contraluz/core";
import { release } from "./release.ts";

/** A folder of our own below the origin's root. */
const FOLDER = "contraluz-scratch";
/** Bytes that are encrypted and written at once. */
const BLOCK = 1 << 20;
const AES = 16;

/** AES-CTR at byte `at` of the file, a multiple of 16: the counter is the number of the AES block. The key is of this file alone. */
function ctr(at: number): AesCtrParams {
  const counter = new Uint8Array(AES);
  new DataView(counter.buffer).setBigUint64(8, BigInt(at / AES));
  return { name: "AES-CTR", counter, length: 64 };
}

function unavailable(error: unknown): ContraluzError {
  const found = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const problem = { code: "scratch-unavailable", found, lost: "file" } as const;
  return new ContraluzError("scratch-unavailable", `no working space: ${found}`, problem);
}

let swept = false;
/** Removes what an earlier page left. What is in use is locked, and stays. */
async function sweep(folder: FileSystemDirectoryHandle): Promise<void> {
  if (swept) return;
  swept = true;
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  for (const name of names) await folder.removeEntry(name).catch(() => {});
}

interface Opened {
  readonly file: FileSystemSyncAccessHandle;
  remove(): Promise<void>;
}

async function openFile(): Promise<Opened> {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
  await sweep(folder);
  const name = [...crypto.getRandomValues(new Uint8Array(12))].map((b) => b.toString(16).padStart(2, "0")).join("");
  const handle = await folder.getFileHandle(name, { create: true });
  const remove = (): Promise<void> => folder.removeEntry(name).catch(() => {});
  try {
    return { file: await handle.createSyncAccessHandle(), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/**
 * Works in a dedicated worker of a secure context. Elsewhere, and in private windows that have no such file system, throws
 * `ContraluzError("scratch-unavailable")`; so does a write when the browser gives no more room.
 */
export async function opfsScratch(): Promise<Scratch> {
  // Once more: another thread may have swept the file away before it was locked.
  const { file, remove } = await openFile()
    .catch(openFile)
    .catch((error: unknown) => {
      throw unavailable(error);
    });
  const key = await crypto.subtle.generateKey({ name: "AES-CTR", length: 256 }, false, ["encrypt", "decrypt"]);
  /** The last bytes, not yet written, and where they begin. */
  const pending = new Uint8Array(BLOCK);
  let start = 0;
  let filled = 0;
  let closed = false;

  const flush = async (): Promise<void> => {
    const sealed = new Uint8Array(await crypto.subtle.encrypt(ctr(start), key, pending));
    try {
      const n = file.write(sealed, { at: start });
      if (n < BLOCK) throw new Error(`${n} of ${BLOCK} bytes were written`);
    } catch (error) {
      throw unavailable(error);
    } finally {
      release(sealed);
    }
    start += BLOCK;
    filled = 0;
  };

  /** Bytes `[from, to)` that have been written to the file, in `into` if it is given. */
  const written = async (from: number, to: number, into?: Uint8Array): Promise<Uint8Array> => {
    const aligned = from - (from % AES);
    const sealed = new Uint8Array(to - aligned);
    const n = file.read(sealed, { at: aligned });
    if (n < sealed.length) throw new Error(`the scratch file ends at ${aligned + n}, not at ${to}`);
    const opened = new Uint8Array(await crypto.subtle.decrypt(ctr(aligned), key, sealed));
    release(sealed);
    const bytes = opened.subarray(from - aligned);
    if (!into) return bytes;
    into.set(bytes);
    release(opened);
    return into.subarray(0, to - from);
  };

  return {
    async write(bytes) {
      for (let at = 0; at < bytes.length; ) {
        const part = bytes.subarray(at, at + BLOCK - filled);
        pending.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled === BLOCK) await flush();
      }
    },
    open() {
      const size = start + filled;
      return {
        size,
        async read(offset, length, into) {
          const end = Math.min(offset + length, size);
          if (!(offset >= 0 && offset < end)) return new Uint8Array(0);
          if (end <= start) return written(offset, end, into);
          const out = into?.subarray(0, end - offset) ?? new Uint8Array(end - offset);
          // What is pending moves on while the rest is read.
          const edge = Math.max(offset, start);
          out.set(pending.subarray(edge - start, end - start), edge - offset);
          if (offset < edge) await written(offset, edge, out);
          return out;
        },
      };
    },
    async close() {
      if (closed) return;
      closed = true;
      pending.fill(0);
      file.close();
      await remove();
    },
  };
}
