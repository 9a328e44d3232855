/** The folder of an archive on this computer: lines are added to its files, and what is not whole is cut off. @module */
import { type FileHandle, mkdir, open, truncate } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { ContraluzError, type RandomAccess } from "@contraluz/core";
import { vaultFolder } from "./vault-folder.ts";

/** As `packages/archive` wants it; and a lock, since two programs must not add to one file. */
export interface HostArchiveFolder {
  list(folder: string): Promise<readonly string[]>;
  read(name: string): Promise<RandomAccess | undefined>;
  append(name: string, bytes: Uint8Array): Promise<void>;
  cut(name: string, size: number): Promise<void>;
  replace(name: string, bytes: Uint8Array): Promise<void>;
  lock(): Promise<(() => Promise<void>) | undefined>;
  /** Puts what was added on the disk. */
  close(): Promise<void>;
}

export function archiveFolder(path: string): HostArchiveFolder {
  const root = resolve(path);
  const vault = vaultFolder(root);
  let current: { readonly name: string; readonly file: FileHandle } | undefined;
  const pathOf = (name: string): string => {
    if (!/^pages\/\d{6}\.jsonl$/.test(name)) throw new ContraluzError("usage", `not a name of an archive: ${name}`);
    return join(root, name);
  };
  const close = async (): Promise<void> => {
    const was = current;
    current = undefined;
    if (!was) return;
    await was.file.sync();
    await was.file.close();
  };
  return {
    list: (folder) => vault.list(folder),
    read: (name) => vault.read(name),
    async append(name, bytes) {
      if (current?.name !== name) {
        await close();
        await mkdir(dirname(pathOf(name)), { recursive: true, mode: 0o700 });
        current = { name, file: await open(pathOf(name), "a", 0o600) };
      }
      for (let n = 0; n < bytes.length; ) n += (await current.file.write(bytes, n, bytes.length - n)).bytesWritten;
    },
    async cut(name, size) {
      await close();
      await truncate(pathOf(name), size);
    },
    async replace(name, bytes) {
      await vault.replace(
        name,
        (async function* () {
          yield bytes;
        })(),
      );
    },
    lock: () => vault.lock(),
    close,
  };
}
