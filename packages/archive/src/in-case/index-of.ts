/**
 * The index of a case's archives: SQLite in memory, kept sealed in the vault, so that no text of a page lies on a disk in plain.
 * @module
 */
import { archiveIndex, type Vault } from "@contraluz/case/vault/index.ts";
import type { Sql } from "@contraluz/core";
import { ArchiveIndex } from "../index/index.ts";
import { type Filled, type FillOptions, fillIndex } from "../open/fill.ts";
import { partsOfCase } from "./parts.ts";
import { allowDocuments } from "./read.ts";

/** Where a database is kept while nobody works on it (`SqlShelf` of `platform/web`). */
export interface Shelf {
  read(name: string): Promise<Uint8Array | undefined>;
  write(name: string, bytes: Uint8Array): Promise<void>;
}

export interface CaseIndex extends Filled {
  readonly index: ArchiveIndex;
}

/**
 * Opens it, and puts in what came since. `sql` makes an SQLite whose databases lie in memory and on the shelf. Where somebody else writes to
 * the case, what was put in is not kept, and put in again the next time. Throws Refused where the consent does not hold.
 */
export async function openCaseIndex(
  vault: Vault,
  sql: (shelf: Shelf) => Promise<Sql>,
  o: FillOptions,
): Promise<CaseIndex | undefined> {
  allowDocuments(vault);
  const name = `${archiveIndex(vault.state)}/pages.sqlite`;
  const state = { keep: false };
  const shelf: Shelf = {
    async read() {
      try {
        const source = await vault.files.read(name);
        const bytes = source && (await source.read(0, source.size)).slice();
        await source?.close?.();
        return bytes;
      } catch {
        // A sealed file that was changed: made anew from the pages.
        return undefined;
      }
    },
    async write(_, bytes) {
      if (!state.keep) return;
      const unlock = await vault.files.lock();
      if (!unlock) return;
      try {
        await vault.files.replace(
          name,
          (async function* () {
            yield bytes;
          })(),
        );
      } finally {
        await unlock();
      }
    },
  };
  const first = await sql(shelf);
  // One of another version, or damaged, is none: then an empty one is begun.
  const index =
    (await ArchiveIndex.open(first, name, { write: true })) ??
    (await ArchiveIndex.open(await sql({ ...shelf, read: async () => undefined }), name, { write: true }));
  if (!index) return undefined;
  try {
    const filled = await fillIndex(index, await partsOfCase(vault), o);
    state.keep = filled.changed;
    return { ...filled, index };
  } catch (e) {
    await index.close();
    throw e;
  }
}
