/** The installed sets as a check uses them: the version in use of each, its bytes compared with its hash. @module */
import type { Problem } from "@contraluz/core";
import type { IndicatorSource } from "@contraluz/detection";
import { sourceOf } from "./read.ts";
import { type Store, StoreDamaged } from "./store.ts";
import { filesOf, inUse } from "./take.ts";
import type { StoredVersion } from "./types.ts";

export interface Installed {
  readonly name: string;
  readonly version: StoredVersion;
  readonly source: IndicatorSource;
}

/** Names of sets that are damaged, beside the others. A store that is damaged as a whole is named `index.json`. */
export async function installedSets(
  store: Store,
  report: (p: Problem) => void,
): Promise<{ readonly sets: readonly Installed[]; readonly damaged: readonly string[] }> {
  const sets: Installed[] = [];
  const damaged: string[] = [];
  const lose = (name: string): void => {
    damaged.push(name);
    report({
      code: "indicator-file",
      path: name,
      found: "other bytes",
      expected: "those that were stored",
      lost: "file",
    });
  };
  const index = await store.read().catch((e) => {
    if (!(e instanceof StoreDamaged)) throw e;
    lose("index.json");
    return undefined;
  });
  for (const set of index?.sets ?? []) {
    const version = inUse(set);
    if (!version) continue;
    try {
      const files = await filesOf(store, version);
      sets.push({ name: set.name, version, source: sourceOf(set.name, files, report, version.modified) });
    } catch (e) {
      if (!(e instanceof StoreDamaged)) throw e;
      lose(set.name);
    }
  }
  return { sets, damaged };
}
