/**
 * The store of installed sets: `index.json`, and the bytes of every version as `files/SHA256`. Names of others never become
 * paths. What is written is written beside and renamed: who looks sees the old or the new, never half of one.
 * @module
 */
import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { byCodeUnit } from "@contraluz/core";
import type { StoredSet, StoredVersion, StoreIndex } from "./types.ts";

const INDEX = "index.json";
const FILES = "files";
/** Beyond any index of ours. */
const MAX_INDEX = 16 * 1024 * 1024;
const SHA = /^[0-9a-f]{64}$/;
/** Names of sets: of the public index, or of a file that was handed in. */
export const SET_NAME: RegExp = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** The index is there and is none of ours, or damaged; else a file of the store is not what it was. */
export class StoreDamaged extends Error {
  readonly index: boolean;
  constructor(path: string, index = false) {
    super(path);
    this.index = index;
  }
}

export const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The id of a version: see `StoredVersion`. */
export function versionId(
  files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[],
): string {
  if (files.length === 1) return files[0]!.sha256;
  return sha256Of(Buffer.from(files.map((f) => `${f.sha256} ${f.size} ${f.name}\n`).join("")));
}

const ASIDES: ReadonlySet<string> = new Set(["empty", "shrunk", "damaged"]);
const isText = (v: unknown): v is string => typeof v === "string" && v.length < 4096;

function isVersion(v: unknown): v is StoredVersion {
  const x = v as StoredVersion | null;
  return (
    typeof x === "object" &&
    x !== null &&
    SHA.test(String(x.id)) &&
    [x.fetched, x.asked, x.date].every(isText) &&
    (x.modified === undefined || isText(x.modified)) &&
    (x.from === "network" || x.from === "file") &&
    (x.aside === undefined || ASIDES.has(x.aside)) &&
    Number.isSafeInteger(x.signs) &&
    typeof x.types === "object" &&
    x.types !== null &&
    Object.values(x.types).every((n) => Number.isSafeInteger(n)) &&
    Array.isArray(x.files) &&
    x.files.every(
      (f) =>
        SHA.test(String(f?.sha256)) &&
        isText(f.name) &&
        (f.url === undefined || isText(f.url)) &&
        Number.isSafeInteger(f.size),
    )
  );
}

function isSet(v: unknown): v is StoredSet {
  const x = v as StoredSet | null;
  return (
    typeof x === "object" &&
    x !== null &&
    SET_NAME.test(String(x.name)) &&
    [x.licence, x.publisher].every(isText) &&
    Array.isArray(x.versions) &&
    x.versions.every(isVersion) &&
    (x.inUse === null || x.versions.some((y) => y.id === x.inUse))
  );
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
}

/** Bytes under a name, whole or not at all. */
async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const beside = join(folder, `${name}.${randomBytes(6).toString("hex")}.partial`);
  const file = await open(beside, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
    await rename(beside, join(folder, name));
  } catch (e) {
    await file.close().catch(() => {});
    await rm(beside, { force: true });
    throw e;
  }
}

export interface Store {
  readonly path: string;
  /** The index; an empty one where there is none. Throws StoreDamaged. */
  read(): Promise<StoreIndex>;
  /** Bytes of a file, if they are still what they were. Throws StoreDamaged. */
  bytes(sha256: string): Promise<Uint8Array>;
  keep(bytes: Uint8Array): Promise<string>;
  /** Puts a set in the place of the one of its name; undefined takes it away. */
  put(name: string, change: (set: StoredSet | undefined) => StoredSet | undefined): Promise<void>;
  /** Removes the files that no version names any more. */
  clear(): Promise<void>;
}

export function openStore(path: string): Store {
  const read = async (): Promise<StoreIndex> => {
    const file = join(path, INDEX);
    const found = await stat(file).catch((e: NodeJS.ErrnoException) => {
      if (e.code === "ENOENT" || e.code === "ENOTDIR") return undefined;
      throw e;
    });
    if (!found) return { schema: "contraluz/signs@1", sets: [] };
    if (!found.isFile() || found.size > MAX_INDEX) throw new StoreDamaged(file, true);
    let parsed: Partial<StoreIndex> | null;
    try {
      parsed = JSON.parse(await readFile(file, "utf8"));
    } catch (e) {
      if (e instanceof SyntaxError) throw new StoreDamaged(file, true);
      throw e;
    }
    if (parsed?.schema !== "contraluz/signs@1" || !Array.isArray(parsed.sets) || !parsed.sets.every(isSet))
      throw new StoreDamaged(file, true);
    return { schema: parsed.schema, sets: parsed.sets };
  };
  const clear = async (): Promise<void> => {
    const named = new Set((await read()).sets.flatMap((s) => s.versions.flatMap((v) => v.files.map((f) => f.sha256))));
    for (const name of await readdir(join(path, FILES)).catch(() => []))
      if (SHA.test(name) && !named.has(name)) await rm(join(path, FILES, name), { force: true });
  };
  return {
    path,
    read,
    async bytes(sha256) {
      const file = join(path, FILES, sha256);
      const bytes = await readFile(file).catch((e: NodeJS.ErrnoException) => {
        if (e.code === "ENOENT") throw new StoreDamaged(file);
        throw e;
      });
      if (sha256Of(bytes) !== sha256) throw new StoreDamaged(file);
      return bytes;
    },
    async keep(bytes) {
      const sha256 = sha256Of(bytes);
      await makeFolder(join(path, FILES));
      await writeWhole(join(path, FILES), sha256, bytes);
      return sha256;
    },
    async put(name, change) {
      // Read again at once before: another run may have added a set of its own.
      const before = await read();
      const set = change(before.sets.find((s) => s.name === name));
      const others = before.sets.filter((s) => s.name !== name);
      const sets = (set ? [...others, set] : others).sort((a, b) => byCodeUnit(a.name, b.name));
      const index: StoreIndex = { schema: "contraluz/signs@1", sets };
      await makeFolder(path);
      await writeWhole(path, INDEX, Buffer.from(`${JSON.stringify(index, null, 1)}\n`));
    },
    clear,
  };
}
