/** Opens the index of a check, if it is whole and belongs to it. @module */
import type { Platform, RandomAccess, Result } from "@contraluz/core";
import type { StoredFolder } from "@contraluz/store";
import { ChunkReader, IndexDamaged } from "./chunks.ts";
import { FILES, fingerprintOf, type Head, readHead, readTables, type Tables, tablesSize } from "./head.ts";

/** More artifacts, kinds and places than any check has. */
const MAX_HEAD = 64 << 20;
/** Bytes of each file that stay in memory. */
const KEEP = { entries: 16 << 20, text: 8 << 20, short: 2 << 20, values: 4 << 20 } as const;

export interface CheckIndex {
  readonly check: string;
  readonly head: Head;
  readonly tables: Tables;
  readonly fingerprint: string;
  readonly entries: ChunkReader;
  readonly text: ChunkReader;
  readonly short: ChunkReader;
  readonly values: ChunkReader;
  close(): Promise<void>;
}

async function whole(check: string, folder: StoredFolder, name: string, most: number): Promise<Uint8Array> {
  let source: RandomAccess | undefined;
  try {
    source = await folder.read(name);
    if (source.size > most) throw new IndexDamaged(check, `${name} has ${source.size} bytes`);
    return await source.read(0, source.size);
  } catch (e) {
    if (e instanceof IndexDamaged) throw e;
    throw new IndexDamaged(check, `${name} cannot be read`);
  } finally {
    await source?.close?.();
  }
}

/**
 * Throws IndexDamaged where the index is not there, not whole, of another version or of other records: it is built anew then.
 * `fingerprint`: what the index must be, where somebody kept it.
 */
export async function openIndex(
  check: string,
  folder: StoredFolder,
  result: Pick<Result, "records">,
  platform: Pick<Platform, "sha256">,
  fingerprint?: string,
): Promise<CheckIndex> {
  const bytes = await whole(check, folder, "head.json", MAX_HEAD);
  const found = fingerprintOf(platform, bytes);
  if (fingerprint !== undefined && found !== fingerprint) throw new IndexDamaged(check, "not the one that was made");
  const head = readHead(check, new TextDecoder().decode(bytes));
  const ids = Object.keys(result.records).sort();
  if (ids.length !== head.artifacts.length) throw new IndexDamaged(check, "of another result");
  for (const [i, a] of head.artifacts.entries())
    if (a.id !== ids[i] || a.sha256 !== String(result.records[a.id]!.sha256))
      throw new IndexDamaged(check, `of other records of ${a.id}`);
  const tables = readTables(check, head, await whole(check, folder, "tables.bin", tablesSize(head)), platform);
  const readers: ChunkReader[] = [];
  const close = async (): Promise<void> => {
    for (const r of readers) await r.close();
  };
  try {
    for (const f of FILES) {
      const source = await folder.read(`${f}.bin`).catch(() => undefined);
      if (!source) throw new IndexDamaged(check, `${f}.bin cannot be read`);
      readers.push(new ChunkReader(check, source, tables.files[f], platform, KEEP[f]));
      if (source.size !== tables.files[f].size) throw new IndexDamaged(check, `${f}.bin has ${source.size} bytes`);
    }
  } catch (e) {
    await close();
    throw e;
  }
  const [entries, text, short, values] = readers as [ChunkReader, ChunkReader, ChunkReader, ChunkReader];
  return { check, head, tables, fingerprint: found, entries, text, short, values, close };
}
