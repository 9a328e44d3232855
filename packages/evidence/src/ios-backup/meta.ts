/**
 * The four files that describe a backup, wherever they lie: opened in place, or kept from one pass over an archive.
 * @module
 */
import {
  type Cancel,
  ContraluzError,
  type EvidenceFile,
  type EvidenceTree,
  LIMITS,
  type Platform,
  type RandomAccess,
  type Report,
  type Sha256,
} from "@contraluz/core";
import { parsePlist } from "@contraluz/formats/plist/index.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import { type Spooled, spool } from "./spooled.ts";

export const META_NAMES = ["Info.plist", "Manifest.plist", "Status.plist", "Manifest.db"] as const;
export type MetaName = (typeof META_NAMES)[number] | "Manifest.db-wal" | "Manifest.mbdb";
const WANTED: ReadonlySet<string> = new Set<MetaName>([...META_NAMES, "Manifest.db-wal", "Manifest.mbdb"]);

/** Folders above the backup that we look into: `MobileSync/Backup/<id>` handed in as `MobileSync`. */
const MAX_ABOVE = 2;
/** Folders of an archive whose description is kept while it is not yet known which one is the backup. */
const MAX_FOLDERS = 64;

/** A describing file that was kept from a pass over an archive. */
export interface KeptFile {
  /** As in its base tree. */
  readonly file: EvidenceFile;
  readonly bytes: Spooled;
  readonly sha256: Sha256;
}

/** Splits `a/b/Manifest.db` into `a/b/` and its name; undefined if it is none of ours or lies too deep. */
export function metaPath(path: string): { prefix: string; name: MetaName } | undefined {
  const cut = path.lastIndexOf("/") + 1;
  const name = path.slice(cut);
  if (!WANTED.has(name)) return undefined;
  let above = 0;
  for (let i = 0; i < cut; i++) if (path.charCodeAt(i) === 0x2f) above++;
  return above > MAX_ABOVE ? undefined : { prefix: path.slice(0, cut), name: name as MetaName };
}

/** Paths of describing files in a seekable tree, in its order. */
export async function listMeta(tree: EvidenceTree, cancel?: Cancel): Promise<EvidenceFile[]> {
  const out: EvidenceFile[] = [];
  for await (const batch of tree.files(cancel)) {
    if (cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
    for (const file of batch) if (file.kind === "file" && metaPath(file.path)) out.push(file);
  }
  return out;
}

/** One pass over an archive: keeps describing files, skips all else. Later entries of the same name replace earlier ones, as tar does. */
export async function keepMeta(tree: EvidenceTree, o: { platform: Platform; report: Report; cancel?: Cancel }): Promise<Map<string, KeptFile>> {
  const kept = new Map<string, KeptFile>();
  const folders = new Set<string>();
  for await (const batch of tree.files(o.cancel)) {
    if (o.cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
    for (const file of batch) {
      const at = file.kind === "file" && file.stream ? metaPath(file.path) : undefined;
      if (!at || (folders.size >= MAX_FOLDERS && !folders.has(at.prefix))) continue;
      if (at.name !== "Manifest.db" && at.name !== "Manifest.db-wal" && (file.size ?? 0) > LIMITS.plistBytes) continue;
      folders.add(at.prefix);
      const sha = o.platform.sha256();
      const bytes = await spool(file, o, (chunk) => sha.update(chunk));
      if (!bytes) continue;
      await kept.get(file.path)?.bytes.close();
      kept.set(file.path, { file, bytes, sha256: sha.hex() });
    }
  }
  return kept;
}

/** A whole property list. Undefined if it is too large, cannot be read or is damaged: that is reported. */
export async function readPlist(source: RandomAccess, path: string, report: Report): Promise<PlistValue | undefined> {
  if (source.size > LIMITS.plistBytes) {
    report({ code: "plist-limit", path, found: `${source.size} B`, expected: `<= ${LIMITS.plistBytes} B`, lost: "file" });
    return undefined;
  }
  const bytes = await readOr(source, 0, source.size, path, report);
  return bytes && parsePlist(bytes, (p) => report({ ...p, path }));
}

/** Bytes, or undefined with a Problem where the host cannot read. */
export async function readOr(source: RandomAccess, offset: number, length: number, path: string, report: Report): Promise<Uint8Array | undefined> {
  try {
    return await source.read(offset, length);
  } catch (e) {
    if (e instanceof ContraluzError && e.code === "cancelled") throw e;
    report({ code: "host-read", path, offset, found: e instanceof Error ? e.name : "", lost: "file" });
    return undefined;
  }
}
