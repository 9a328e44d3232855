/** Where the indexes of a case lie in its vault: sealed as all the rest, and never spoken of by the log. @module */
import type { RandomAccess, VaultFolder } from "@contraluz/core";
import { ContraluzError } from "@contraluz/core";
import type { StoredFolder } from "@contraluz/store";
import type { IndexStore } from "./check-indexes.ts";

type Files = Pick<VaultFolder, "read" | "stage" | "remove"> & Partial<Pick<VaultFolder, "lock">>;

/** A folder of a case as a stored result or index. */
export function folderIn(files: Pick<VaultFolder, "read">, folder: string): StoredFolder {
  return {
    async read(name): Promise<RandomAccess> {
      const source = await files.read(`${folder}/${name}`);
      if (!source) throw new ContraluzError("usage", `${folder}/${name} is not there`);
      return source;
    },
  };
}

/** Where the index of a check lies in its case. */
export function indexFolder(check: string): string {
  return `index/timeline-${check}`;
}

/**
 * Indexes in `index/` of a case. `alone`: the case is open for writing already; else its lock is held while an index is built.
 * @example const t = await Timeline.open({ checks, indexes: indexesIn(vault.files), platform });
 */
export function indexesIn(files: Files, alone = false): IndexStore {
  const of = indexFolder;
  return {
    async read(check) {
      let head: RandomAccess | undefined;
      try {
        head = await files.read(`${of(check)}/head.json`);
      } catch {
        // A sealed file that was changed: the index goes, as one that is not there.
        return undefined;
      }
      await head?.close?.();
      return head && folderIn(files, of(check));
    },
    async write(check) {
      const unlock = alone || !files.lock ? async () => {} : await files.lock();
      if (!unlock) throw new ContraluzError("case-busy", "somebody else writes to this case");
      try {
        const into = await files.stage(of(check));
        return {
          ...into,
          commit: () => into.commit().finally(unlock),
          discard: () => into.discard().finally(unlock),
        };
      } catch (e) {
        await unlock();
        throw e;
      }
    },
    remove: (check) => files.remove(of(check)),
  };
}
