/**
 * A case as a zip, sealed as it lies there, and the way back: a browser may throw away its own files when it needs room, so whoever
 * keeps a case in it keeps a copy elsewhere. Unpacked, the zip is the folder that `contraluz case` opens.
 * @module
 */
import { type Lang, type Platform, type RandomAccess, say, type VaultFolder } from "@contraluz/core";
import { chunksOf, openInput, openRef } from "@contraluz/evidence";
import type { StoredEntry } from "@contraluz/formats/zip/index.ts";
import { blobAccess, fileInput } from "@contraluz/platform-web";
import { zipOf } from "./leave.ts";
import { Unsaid } from "./told.ts";
import { DESK } from "./words.ts";

const CHUNK = 1 << 20;
const FILES = 1_000_000;
const HEAD = "case.json";
const HEAD_MOST = 4096;
/** Names of files of a case; what else a zip holds is left out. */
const OURS = /^(case\.json|keys\.age|(log|checks|evidence|index|dossier)(\/[a-z0-9._-]{1,160}){1,4})$/;
const HALF = /\.(new|partial)(\/|$)/;

async function* entriesOf(folder: FileSystemDirectoryHandle, path: string): AsyncGenerator<StoredEntry> {
  const names: string[] = [];
  for await (const n of folder.keys()) names.push(n);
  for (const n of names.sort()) {
    const at = path === "" ? n : `${path}/${n}`;
    const below = await folder.getDirectoryHandle(n).catch(() => undefined);
    if (below) yield* entriesOf(below, at);
    else if (OURS.test(at) && !HALF.test(at)) {
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

async function* pieces(source: RandomAccess): AsyncGenerator<Uint8Array> {
  try {
    for await (const p of chunksOf(source)) yield p.slice();
  } finally {
    await source.close?.();
  }
}

/**
 * Puts a case back. `into`: where it goes, asked with the text of its head, once that was read. The head is written last: until then
 * the folder is no case.
 */
export async function restoreZip(
  file: File,
  into: (head: string) => Promise<VaultFolder>,
  platform: Platform,
  lang: Lang,
): Promise<void> {
  const opened = await openInput(fileInput(file.name, file), { platform, report: () => {} }).catch(() => undefined);
  try {
    const found = new Map<string, () => Promise<RandomAccess>>();
    for await (const batch of opened?.tree.files() ?? [])
      for (const f of batch) {
        if (f.kind !== "file" || !f.ref) continue;
        const path = f.path.replace(
          /^(?:[^/]{1,100}\/)?(?=(?:case\.json|keys\.age)$|(?:log|checks|evidence|index|dossier)\/)/,
          "",
        );
        const { ref } = f;
        if (OURS.test(path) && !HALF.test(path) && found.size < FILES)
          found.set(path, () => openRef(ref, { platform }));
      }
    const head = await found.get(HEAD)?.();
    if (!head || head.size > HEAD_MOST || !found.has("keys.age")) throw new Unsaid(say(DESK.notACase, lang));
    const text = new TextDecoder().decode(await head.read(0, head.size));
    const folder = await into(text);
    for (const [name, openFile] of found) if (name !== HEAD) await folder.create(name, pieces(await openFile()));
    await folder.create(HEAD, pieces(blobAccess(new Blob([text]))));
  } finally {
    await opened?.close();
  }
}
