/**
 * An archive that the person asked to keep in this browser: its files, as they are, in the page's own folder (OPFS). Whoever uses this browser can
 * read them. It is written as reading goes on, so that a page that was closed loses nothing.
 * @module
 */
import { byCodeUnit } from "@contraluz/core";
import type { Kept } from "./open.ts";

/** Removed by nobody but the person. */
export const KEPT = "contraluz-archive";
const DOTS = /^(?:[a-z]+\.jsonl?|pages\/\d{6}\.jsonl)$/;

/** Whether something is kept; asking stores nothing. */
export async function isKept(): Promise<boolean> {
  const root = await navigator.storage.getDirectory();
  return root
    .getDirectoryHandle(KEPT)
    .then(
      (d) => d.getFileHandle("archive.json").then(() => true),
      () => false,
    )
    .catch(() => false);
}

export async function dropKept(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(KEPT, { recursive: true }).catch((e: unknown) => {
    if (!(e instanceof DOMException && e.name === "NotFoundError")) throw e;
  });
}

export async function openKept(): Promise<Kept> {
  const root = await navigator.storage.getDirectory();
  const top = await root.getDirectoryHandle(KEPT, { create: true });
  const pages = await top.getDirectoryHandle("pages", { create: true });
  const handle = (name: string, create: boolean): Promise<FileSystemFileHandle> => {
    if (!DOTS.test(name)) throw new RangeError("not a name of an archive");
    return name.startsWith("pages/")
      ? pages.getFileHandle(name.slice(6), { create })
      : top.getFileHandle(name, { create });
  };
  const write = async (name: string, f: (file: FileSystemSyncAccessHandle) => void): Promise<void> => {
    const file = await (await handle(name, true)).createSyncAccessHandle();
    try {
      f(file);
      file.flush();
    } finally {
      file.close();
    }
  };
  const all = (file: FileSystemSyncAccessHandle, bytes: Uint8Array, at: number): void => {
    const n = file.write(bytes, { at });
    if (n < bytes.length) throw new RangeError(`${n} of ${bytes.length} bytes were written`);
  };
  return {
    async names() {
      const found: string[] = [];
      for await (const name of top.keys()) if (DOTS.test(name)) found.push(name);
      for await (const name of pages.keys()) if (DOTS.test(`pages/${name}`)) found.push(`pages/${name}`);
      return found.sort(byCodeUnit);
    },
    read: async (name) => (await handle(name, false)).getFile(),
    append: (name, bytes) => write(name, (file) => all(file, bytes, file.getSize())),
    replace: (name, bytes) =>
      write(name, (file) => {
        file.truncate(0);
        all(file, bytes, 0);
      }),
    cut: (name, size) => write(name, (file) => file.truncate(size)),
  };
}
