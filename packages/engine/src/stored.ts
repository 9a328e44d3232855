/** A saved result inside an archive or a folder of the host: its files by name. @module */
import { ContraluzError, type EvidenceTree, type Input, type Platform } from "@contraluz/core";
import { openInput, openRef } from "@contraluz/evidence";
import type { StoredFolder } from "@contraluz/store";

export interface OpenedResult {
  readonly folder: StoredFolder;
  /** Names of all files, as they stand below `result.json`. */
  names(): Promise<string[]>;
  close(): Promise<void>;
}

/** Entries of an archive that are looked through for a result. */
const LOOKS = 10_000;

/** The folder of the one `result.json` at the root or in a folder of the root; undefined if there is none. */
async function prefixOf(tree: EvidenceTree): Promise<string | undefined> {
  if ((await tree.find("result.json"))?.kind === "file") return "";
  let looked = 0;
  for await (const batch of tree.files()) {
    for (const f of batch) {
      const found = /^([^/]+\/)result\.json$/.exec(f.path);
      if (found && f.kind === "file") return found[1];
    }
    if ((looked += batch.length) > LOOKS) return undefined;
  }
  return undefined;
}

/**
 * Opens a saved result: a zip of its folder, or the folder. Undefined where there is no `result.json`, and for what cannot be
 * read at any place (a tar).
 * @example
 * const stored = await openStored(input, { platform });
 * const result = stored && (await readResult(stored.folder));
 */
export async function openStored(
  input: Input,
  { platform }: { readonly platform: Platform },
): Promise<OpenedResult | undefined> {
  const report = (): void => {};
  const opened = await openInput(input, { platform, report }).catch(() => undefined);
  if (!opened) return undefined;
  const { tree } = opened;
  const prefix = tree.access === "seekable" ? await prefixOf(tree) : undefined;
  if (prefix === undefined) {
    await opened.close();
    return undefined;
  }
  return {
    folder: {
      async read(name) {
        const file = await tree.find(prefix + name);
        if (file?.kind !== "file" || !file.ref) throw new ContraluzError("usage", `the result has no ${name}`);
        return openRef(file.ref, { platform });
      },
    },
    async names() {
      const names: string[] = [];
      for await (const batch of tree.files())
        for (const f of batch)
          if (f.kind === "file" && f.path.startsWith(prefix)) names.push(f.path.slice(prefix.length));
      return names;
    },
    close: () => opened.close(),
  };
}
