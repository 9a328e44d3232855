/** Folders on the disk. @module */
import { constants } from "node:fs";
import { open } from "node:fs/promises";

/** Writes a folder's own entries to the disk, where the system has a way to say so (Windows has none). */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY).catch(() => undefined);
  if (!handle) return;
  try {
    await handle.sync().catch(() => {});
  } finally {
    await handle.close();
  }
}
