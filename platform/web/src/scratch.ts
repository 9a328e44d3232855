/**
 * Scratch in the browser: the origin-private file system, encrypted with a key that lives only in memory. The file is
 * removed on close; what a crash leaves behind cannot be read without the key.
 * @module
 */
import { ContraluzError, type Scratch } from "@contraluz/core";

const BLOCK = 1 << 20;

/** AES-CTR with the block number as counter: any 1 MiB block can be opened alone. */
function counter(block: number): Uint8Array<ArrayBuffer> {
  const c = new Uint8Array(16);
  new DataView(c.buffer).setUint32(8, block, false);
  return c;
}

/** Works in a dedicated worker of a secure context; elsewhere throws "scratch-unavailable". */
export async function opfsScratch(): Promise<Scratch> {
  const storage = (globalThis as { navigator?: { storage?: { getDirectory?(): Promise<FileSystemDirectoryHandle> } } })
    .navigator?.storage;
  if (!storage?.getDirectory) throw new ContraluzError("scratch-unavailable", "no origin-private file system");
  const root = await storage.getDirectory();
  const name = `s${[...crypto.getRandomValues(new Uint8Array(12))].map((b) => b.toString(16).padStart(2, "0")).join("")}`;
  const handle = await root.getFileHandle(name, { create: true });
  const file = await (
    handle as FileSystemFileHandle & { createSyncAccessHandle(): Promise<FileSystemSyncAccessHandle> }
  ).createSyncAccessHandle();
  const key = await crypto.subtle.generateKey({ name: "AES-CTR", length: 256 }, false, ["encrypt", "decrypt"]);
  let pending = new Uint8Array(BLOCK);
  let filled = 0;
  let blocks = 0;
  const flush = async (): Promise<void> => {
    const sealed = new Uint8Array(
      await crypto.subtle.encrypt(
        { name: "AES-CTR", counter: counter(blocks), length: 32 },
        key,
        pending.slice(0, filled),
      ),
    );
    file.write(sealed, { at: blocks * BLOCK });
    blocks++;
    pending = new Uint8Array(BLOCK);
    filled = 0;
  };
  const readBlock = async (n: number): Promise<Uint8Array> => {
    if (n === blocks) return pending.subarray(0, filled);
    const sealed = new Uint8Array(BLOCK);
    const got = file.read(sealed, { at: n * BLOCK });
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: "AES-CTR", counter: counter(n), length: 32 }, key, sealed.slice(0, got)),
    );
  };
  return {
    async write(bytes) {
      for (let at = 0; at < bytes.length; ) {
        const n = Math.min(BLOCK - filled, bytes.length - at);
        pending.set(bytes.subarray(at, at + n), filled);
        filled += n;
        at += n;
        if (filled === BLOCK) await flush();
      }
    },
    open: () => ({
      size: blocks * BLOCK + filled,
      async read(offset, length) {
        const end = Math.min(offset + length, blocks * BLOCK + filled);
        const out = new Uint8Array(Math.max(0, end - offset));
        for (let at = offset; at < end; ) {
          const block = await readBlock(Math.floor(at / BLOCK));
          const from = at % BLOCK;
          const n = Math.min(block.length - from, end - at);
          out.set(block.subarray(from, from + n), at - offset);
          at += n;
        }
        return out;
      },
    }),
    async close() {
      file.close();
      await root.removeEntry(name);
    },
  };
}
