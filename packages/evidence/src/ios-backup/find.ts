/** Finds the one backup in what was handed in: itself, or in a folder or two below. @module */
import { byCodeUnit, ContraluzError, type EvidenceTree } from "@contraluz/core";
import { get } from "@contraluz/formats/plist/get.ts";
import { tooOld } from "./info.ts";
import { type KeptFile, keepMeta, listMeta, type MetaOptions, metaPath, readPlist } from "./meta.ts";

/** Where a backup lies. */
export interface FoundBackup {
  readonly tree: EvidenceTree;
  /** `""`, or its folder with a slash at the end: `00008030-000A1B2C3D4E002E/`. */
  readonly prefix: string;
  /** Archives: the describing files of `prefix`, from the pass that found it. By path in `tree`. */
  readonly kept?: ReadonlyMap<string, KeptFile>;
}

/** Folders that hold an Info.plist alone and are looked into: apps have one too. */
const MAX_LOOKS = 16;

/** Characters of one folder's name in an error. */
const MAX_SHOWN = 120;

interface Folder {
  db: boolean;
  mbdb: boolean;
  info: string | undefined;
}

/**
 * The folder that holds Manifest.db (or what should be one). Undefined if there is none.
 *
 * Throws ContraluzError: `evidence-several` naming them; `backup-manifest-missing` where an Info.plist of a backup
 * stands alone; `backup-too-old` for Manifest.mbdb. An archive that is no backup is read once, to its end.
 *
 * @example
 * ```ts
 * const found = await findBackup(tree, { platform, report });
 * const backup = found && (await openIosBackup(found, { platform, report, secret }));
 * ```
 */
export async function findBackup(tree: EvidenceTree, o: MetaOptions): Promise<FoundBackup | undefined> {
  if (tree.access === "sequential") return findKept(tree, o);
  const isBackup = async (path: string): Promise<boolean> => {
    const file = await tree.find(path);
    return file !== undefined && describesBackup(await readPlist(file, { platform: o.platform, report: () => {} }));
  };
  const top: string[] = [];
  for (const name of ["Manifest.db", "Manifest.mbdb", "Info.plist"]) {
    if ((await tree.find(name))?.kind === "file") top.push(name);
  }
  const prefix = (await choose(top, isBackup)) ?? (await choose(await listMeta(tree, o.cancel), isBackup));
  return prefix === undefined ? undefined : { tree, prefix };
}

async function findKept(tree: EvidenceTree, o: MetaOptions): Promise<FoundBackup | undefined> {
  const kept = await keepMeta(tree, o);
  let prefix: string | undefined;
  try {
    prefix = await choose([...kept.keys()], async (path) =>
      describesBackup(await readPlist(kept.get(path)!.file, { ...o, report: () => {} })),
    );
  } finally {
    for (const [path, k] of kept) {
      if (prefix !== undefined && metaPath(path)?.prefix === prefix) continue;
      await k.close();
      kept.delete(path);
    }
  }
  return prefix === undefined ? undefined : { tree, prefix, kept };
}

/** Keys that only the Info.plist of a backup has. */
function describesBackup(v: Parameters<typeof get>[0]): boolean {
  return get(v, "Last Backup Date") !== undefined || get(v, "Target Identifier") !== undefined;
}

async function choose(
  paths: readonly string[],
  isBackup: (infoPlist: string) => Promise<boolean>,
): Promise<string | undefined> {
  const folders = new Map<string, Folder>();
  for (const path of paths) {
    const at = metaPath(path);
    if (!at) continue;
    let f = folders.get(at.prefix);
    if (!f) folders.set(at.prefix, (f = { db: false, mbdb: false, info: undefined }));
    if (at.name === "Manifest.db") f.db = true;
    else if (at.name === "Manifest.mbdb") f.mbdb = true;
    else if (at.name === "Info.plist") f.info = path;
  }
  // At the root it is the backup, whatever lies deeper (iOS keeps an unfinished one in `Snapshot`).
  const top = folders.get("");
  if (top?.db) return "";
  const backups: [string, Folder][] = [];
  let looks = 0;
  for (const [prefix, f] of [...folders].sort(([a], [b]) => byCodeUnit(a, b))) {
    // Inside a backup that we have already: its own `Snapshot`. What lies below a folder sorts right behind it.
    const above = backups[backups.length - 1];
    if (above && prefix.startsWith(above[0])) continue;
    if (f.db || f.mbdb || (f.info !== undefined && looks++ < MAX_LOOKS && (await isBackup(f.info))))
      backups.push([prefix, f]);
  }
  if (backups.length > 1) {
    const found = backups
      .slice(0, 12)
      .map(([prefix]) => prefix.slice(0, -1).slice(0, MAX_SHOWN))
      .join(", ");
    const problem = { code: "evidence-several", found, expected: "1", lost: "evidence" } as const;
    throw new ContraluzError("evidence-several", `several backups: ${found}`, problem);
  }
  const one = backups[0];
  if (!one) return undefined;
  const [prefix, f] = one;
  if (f.db) return prefix;
  if (f.mbdb) throw tooOld("Manifest.mbdb", `${prefix}Manifest.mbdb`);
  const problem = { code: "backup-manifest-missing", path: `${prefix}Manifest.db`, lost: "evidence" } as const;
  throw new ContraluzError("backup-manifest-missing", "Manifest.db is missing", problem);
}
