/** The describing files of a backup under their own names, whatever the base tree is. @module */
import type { EvidenceFile, FileRef } from "@contraluz/core";
import type { FoundBackup } from "./find.ts";
import { keepMeta, META_NAMES, type MetaOptions } from "./meta.ts";

export interface MetaFile {
  /** `path` is `Manifest.db`, wherever the backup lies; `ref` opens what is stored. */
  readonly file: EvidenceFile & { readonly ref: FileRef };
  /** In `Result.files`, if the caller counts. */
  readonly index: number | undefined;
}

export interface Metas {
  readonly files: ReadonlyMap<string, MetaFile>;
  close(): Promise<void>;
}

/** In the order of `META_NAMES`, then Manifest.db-wal; what is not there is left out. */
export async function metasOf(
  found: FoundBackup,
  o: MetaOptions,
  hashed?: (file: EvidenceFile) => number,
): Promise<Metas> {
  const kept =
    found.tree.access === "sequential" ? (found.kept ?? (await keepMeta(found.tree, o, found.prefix))) : undefined;
  const files = new Map<string, MetaFile>();
  for (const name of [...META_NAMES, "Manifest.db-wal"]) {
    const path = found.prefix + name;
    const base = kept ? kept.get(path)?.file : await found.tree.find(path);
    if (base?.kind !== "file" || !base.ref) continue;
    const index = hashed?.(base);
    const ref: FileRef = index === undefined ? base.ref : { kind: "hashed", of: base.ref, file: index };
    files.set(name, { file: { ...base, path: name, ...(path === name ? {} : { stored: path }), ref }, index });
  }
  return {
    files,
    async close() {
      for (const k of kept?.values() ?? []) await k.close();
    },
  };
}
