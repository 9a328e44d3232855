/** Where the indexes of a case lie in its vault: sealed as all the rest, and never spoken of by the log. @module */
import type { RandomAccess, VaultFolder } from "@contraluz/core";
import { ContraluzError } from "@contraluz/core";
import type { StoredFolder } from "@contraluz/store";
import type { IndexStore } from "./timeline.ts";

type Files = Pick<VaultFolder, "read" | "stage" | "remove">;

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

/**
 * Indexes in `index/` of a case.
 * @example const t = await Timeline.open({ checks, indexes: indexesIn(vault.files), platform });
 */
export function indexesIn(files: Files): IndexStore {
  const of = (check: string): string => `index/timeline-${check}`;
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
    write: (check) => files.stage(of(check)),
    remove: (check) => files.remove(of(check)),
  };
}
