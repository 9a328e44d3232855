/** From what the person chose or dropped to what the engine takes. Nothing is read here. @module */
import type { Picked } from "../flow.ts";

/** A folder of so many files goes to the engine whole; of a larger one the engine asks for files by name. */
const SMALL = 300;
/** Files that are listed before the page may draw again. */
const SLICE = 1000;
const MAX_FILES = 2_000_000;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Chromium registers every chosen file in a process of its own, in order; meanwhile whatever asks that process and waits (the slice
 * of a file, a file on its way to a thread) stops the page. The beginning of a stream comes after all that, and stops nothing.
 */
async function settled(file: File): Promise<void> {
  const reader = file.stream().getReader();
  await reader.read().catch(() => undefined);
  await reader.cancel().catch(() => undefined);
}

function folderOf(name: string, paths: readonly string[], fileAt: (i: number) => Promise<File | undefined>): Picked {
  return { name, chosen: { kind: "paths", name, paths }, fileOf: fileAt };
}

/** One file, or a folder from `<input webkitdirectory>`: every path begins with the name of the folder. */
export async function pickedFrom(list: FileList): Promise<Picked | undefined> {
  const first = list[0];
  if (!first) return undefined;
  if (first.webkitRelativePath === "")
    return { name: first.name, chosen: { kind: "file", file: first }, fileOf: async () => undefined };
  const name = first.webkitRelativePath.split("/", 1)[0] ?? "";
  const paths: string[] = [];
  const n = Math.min(list.length, MAX_FILES);
  for (let i = 0; i < n; i++) {
    paths.push(list[i]!.webkitRelativePath.slice(name.length + 1));
    if (i % SLICE === SLICE - 1) await pause();
  }
  if (n <= SMALL) {
    const files = paths.map((path, i) => ({ path, file: list[i]! }));
    return { name, chosen: { kind: "folder", name, files }, fileOf: async () => undefined };
  }
  await settled(first);
  return folderOf(name, paths, async (i) => list[i]);
}

const entriesOf = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject));

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** Files below a folder, put behind `found`. */
async function walked(
  top: FileSystemDirectoryEntry,
  below: string,
  found: { path: string; entry: FileSystemFileEntry }[],
): Promise<void> {
  const folders: { path: string; entry: FileSystemDirectoryEntry }[] = [{ path: below, entry: top }];
  for (let folder = folders.pop(); folder && found.length < MAX_FILES; folder = folders.pop()) {
    const reader = folder.entry.createReader();
    for (let batch = await entriesOf(reader); batch.length > 0; batch = await entriesOf(reader)) {
      for (const e of batch) {
        const path = folder.path + e.name;
        if (e.isFile) found.push({ path, entry: e as FileSystemFileEntry });
        else folders.push({ path: `${path}/`, entry: e as FileSystemDirectoryEntry });
      }
    }
  }
}

/** What was dropped: the first file or folder of it. */
export async function pickedDrop(data: DataTransfer): Promise<Picked | undefined> {
  const entry = data.items[0]?.webkitGetAsEntry();
  if (!entry) return data.files.length > 0 ? pickedFrom(data.files) : undefined;
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry);
    return { name: file.name, chosen: { kind: "file", file }, fileOf: async () => undefined };
  }
  const found: { path: string; entry: FileSystemFileEntry }[] = [];
  await walked(entry as FileSystemDirectoryEntry, "", found);
  if (found.length === 0) return undefined;
  return folderOf(
    entry.name,
    found.map((f) => f.path),
    (i) => fileOf(found[i]!.entry),
  );
}

/** Names of files that stand side by side, each once: two of one name may come from two folders. */
function apart(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const n = (seen.get(name) ?? 0) + 1;
    seen.set(name, n);
    return n === 1 ? name : `${n}/${name}`;
  });
}

/** One file as itself, several as a folder of them. */
export function pickedFiles(files: readonly File[]): Picked | undefined {
  const [first] = files;
  if (!first) return undefined;
  if (files.length === 1)
    return { name: first.name, chosen: { kind: "file", file: first }, fileOf: async () => undefined };
  return folderOf(first.name, apart(files.map((f) => f.name)), async (i) => files[i]);
}

/** Everything that was dropped: one folder or file as itself, several things as a folder of them. */
export async function pickedMany(data: DataTransfer): Promise<Picked | undefined> {
  const entries = [...data.items].flatMap((i) => i.webkitGetAsEntry() ?? []);
  if (entries.length <= 1) return pickedDrop(data);
  const names = apart(entries.map((e) => e.name));
  const found: { path: string; entry: FileSystemFileEntry }[] = [];
  for (const [i, e] of entries.entries()) {
    if (e.isFile) found.push({ path: names[i]!, entry: e as FileSystemFileEntry });
    else await walked(e as FileSystemDirectoryEntry, `${names[i]!}/`, found);
  }
  return found.length === 0
    ? undefined
    : folderOf(
        entries[0]!.name,
        found.map((f) => f.path),
        (i) => fileOf(found[i]!.entry),
      );
}
