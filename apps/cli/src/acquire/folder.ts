/** A Shelf that is a folder of this computer, for this user alone. A file has its name only when it is whole and on the disk. @module */
import { constants } from "node:fs";
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Shelf } from "@contraluz/acquire";

const SUFFIX = ".partial";
/** Small files are read whole: the state, the log, the list of packages. */
const SMALL = 256 << 20;

/** Names are made by the room; this is the second lock. */
function pathOf(folder: string, name: string): string {
  const parts = name.split("/");
  if (!parts.every((p) => /^[A-Za-z0-9._+-]{1,200}$/.test(p) && !/^\.+$/.test(p)))
    throw new Error(`not a name of ours: ${name}`);
  return join(folder, ...parts);
}

const absent = (e: unknown): undefined => {
  if ((e as NodeJS.ErrnoException).code === "ENOENT") return undefined;
  throw e;
};

async function all(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let n = 0; n < bytes.length; ) n += (await file.write(bytes, n, bytes.length - n)).bytesWritten;
}

export function folderShelf(folder: string): Shelf {
  const above = (path: string): Promise<unknown> => mkdir(dirname(path), { recursive: true, mode: 0o700 });
  return {
    async create(name) {
      const path = pathOf(folder, name);
      await above(path);
      const partial = `${path}${SUFFIX}`;
      // What an interrupted run left. Whoever put a link there instead gets nothing written through it.
      await rm(partial, { force: true });
      const file = await open(partial, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
      return {
        write: (bytes) => all(file, bytes),
        async done() {
          await file.sync();
          await file.close();
          await rename(partial, path);
        },
        async discard() {
          await file.close();
          await rm(partial, { force: true });
        },
      };
    },
    async append(name, bytes) {
      const path = pathOf(folder, name);
      await above(path);
      const noLink = constants.O_NOFOLLOW ?? 0;
      const file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | noLink, 0o600);
      try {
        await all(file, bytes);
      } finally {
        await file.close();
      }
    },
    async read(name) {
      const path = pathOf(folder, name);
      const found = await stat(path).catch(absent);
      return found && found.size <= SMALL ? new Uint8Array(await readFile(path)) : undefined;
    },
    size: async (name) => (await stat(pathOf(folder, name)).catch(absent))?.size,
    remove: (name) => rm(pathOf(folder, name), { force: true }),
  };
}
