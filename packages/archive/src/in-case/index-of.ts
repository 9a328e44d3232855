/**
 * The index of a case's archives: SQLite in memory, kept sealed in the vault, so that no text of a page lies on a disk in plain.
 * @module
 */
import { archiveIndex, type Vault } from "@contraluz/case/vault/index.ts";
import type { Sql } from "@contraluz/core";
import { isBeyond, isFull } from "../index/full.ts";
import { ArchiveIndex } from "../index/index.ts";
import { type Filled, type FillOptions, fillIndex, stateOf } from "../open/fill.ts";
import { opened, partsOfCase } from "./parts.ts";
import { allowDocuments } from "./read.ts";

interface Stored {
  readonly size: number;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** Where a database is kept while nobody works on it (`SqlShelf` of `platform/web`). */
export interface Shelf {
  read(name: string): Promise<Stored | undefined>;
  write(name: string, bytes: Uint8Array): Promise<void>;
  store(name: string, stored: Stored): Promise<void>;
  keeps(name: string): boolean;
}

/** The pages of a case make an index that does not fit into memory: they can be read one by one, and not searched. */
export class IndexTooLarge extends Error {
  constructor() {
    super("the index does not fit into memory");
    this.name = "IndexTooLarge";
  }
}

/**
 * Bytes of the files of pages beyond which nobody tries. An index has half the bytes of pages whose words have boxes (measured: 62 scanned
 * pages, 20 kB a page and 9.6), more of those without, and SQLite holds a gigabyte in memory.
 */
const MOST_BYTES = 3_000_000_000;

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

export interface CaseIndex extends Filled {
  readonly index: ArchiveIndex;
}

/**
 * Opens it, and puts in what came since. `sql` makes an SQLite whose databases lie in memory and on the shelf. Where somebody else writes to
 * the case, what was put in is not kept, and put in again the next time. Throws Refused where the consent does not hold, and IndexTooLarge
 * where the pages are too many: for every machine, then that is kept, so that nobody waits twice for it; or for the memory of this one.
 */
export async function openCaseIndex(
  vault: Vault,
  sql: (shelf: Shelf) => Promise<Sql>,
  o: FillOptions,
): Promise<CaseIndex | undefined> {
  allowDocuments(vault);
  const parts = await partsOfCase(vault);
  if (parts.pages.reduce((n, p) => n + p.size, 0) > MOST_BYTES) throw new IndexTooLarge();
  const name = `${archiveIndex(vault.state)}/pages.sqlite`;
  const state = { keep: false };
  const store: Shelf["store"] = async (_, { pieces }) => {
    const unlock = await vault.files.lock();
    if (!unlock) return;
    try {
      // Where the pages went meanwhile, with the consent or their document, their index is not kept.
      const there = new Set((await partsOfCase(vault)).pages.map((p) => p.name));
      if (parts.pages.every((p) => there.has(p.name))) await vault.files.replace(name, pieces);
    } finally {
      await unlock();
    }
  };
  const shelf: Shelf = {
    async read() {
      try {
        const ref = await vault.files.ref(name);
        return ref && { size: ref.size, pieces: opened(vault, name) };
      } catch {
        return undefined;
      }
    },
    keeps: () => state.keep,
    store,
    write: (_, bytes) => store(name, { size: bytes.length, pieces: once(bytes) }),
  };
  const empty = async (): Promise<ArchiveIndex | undefined> =>
    ArchiveIndex.open(await sql({ ...shelf, read: async () => undefined }), name, { write: true });
  let index: ArchiveIndex | undefined;
  try {
    index = await ArchiveIndex.open(await sql(shelf), name, { write: true });
  } catch {
    // A sealed file that was changed, or is too large: made anew from the pages.
  }
  // One of another version, or damaged, is none: then an empty one is begun.
  index ??= await empty();
  if (!index) return undefined;
  if (index.noted("beyond") === stateOf(parts)) {
    await index.close();
    throw new IndexTooLarge();
  }
  try {
    const filled = await fillIndex(index, parts, o);
    state.keep = filled.changed;
    return { ...filled, index };
  } catch (e) {
    await index.close();
    if (!isFull(e)) throw e;
    // What this machine has no memory for, the next one that opens the case may have.
    const none = isBeyond(e) ? await empty() : undefined;
    none?.note("beyond", stateOf(parts));
    state.keep = none !== undefined;
    await none?.close();
    throw new IndexTooLarge();
  }
}
