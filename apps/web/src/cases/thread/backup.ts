/**
 * A case as a zip, sealed as it lies there: a browser may throw away its own files when it needs room, so whoever keeps a case in it
 * keeps a copy elsewhere. Unpacked, the zip is the folder that `contraluz case` opens. The way back is `restore.ts`.
 * @module
 */
import type { StoredEntry } from "@contraluz/formats/zip/index.ts";
import { zipOf } from "./bag-zip.ts";
import { isOurs } from "./restore.ts";

const CHUNK = 1 << 20;

async function* entriesOf(folder: FileSystemDirectoryHandle, path: string): AsyncGenerator<StoredEntry> {
  const names: string[] = [];
  for await (const n of folder.keys()) names.push(n);
  for (const n of names.sort()) {
    const at = path === "" ? n : `${path}/${n}`;
    const below = await folder.getDirectoryHandle(n).catch(() => undefined);
    if (below) yield* entriesOf(below, at);
    else if (isOurs(at)) {
      const file = await (await folder.getFileHandle(n)).getFile();
      yield {
        name: at,
        size: file.size,
        async *chunks() {
          for (let from = 0; from < file.size; from += CHUNK)
            yield new Uint8Array(await file.slice(from, from + CHUNK).arrayBuffer());
        },
      };
    }
  }
}

export async function backupZip(folder: FileSystemDirectoryHandle, name: string): Promise<Blob> {
  const entries: StoredEntry[] = [];
  const top = name === "." ? "case" : name;
  for await (const e of entriesOf(folder, "")) entries.push({ ...e, name: `${top}/${e.name}` });
  return zipOf(entries);
}
