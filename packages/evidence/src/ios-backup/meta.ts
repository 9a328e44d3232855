/**
 * The files that describe a backup, wherever they lie: opened in place, or kept from one pass over an archive.
 * @module
 */
import {
  type Cancel,
  ContraluzError,
  type EvidenceFile,
  type EvidenceTree,
  hostCode,
  LIMITS,
  type Platform,
  type Report,
} from "@contraluz/core";
import { parsePlist } from "@contraluz/formats/plist/index.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import { stopIfCancelled } from "../cancel.ts";
import { openRef } from "../open-ref.ts";
import { Spool } from "../spool.ts";

export const META_NAMES = ["Info.plist", "Manifest.plist", "Status.plist", "Manifest.db"] as const;
const WANTED: ReadonlySet<string> = new Set<string>([...META_NAMES, "Manifest.db-wal", "Manifest.mbdb"]);

/** Folders above the backup that we look into: `MobileSync/Backup/<id>` handed in as `MobileSync`. */
const MAX_ABOVE = 2;
/** Folders of an archive whose description is kept while it is not yet known which one is the backup. */
const MAX_FOLDERS = 64;
/** A list of 2,000,000 files takes 2 GiB. */
const MAX_MANIFEST = 16 * 2 ** 30;

export interface MetaOptions {
  readonly platform: Platform;
  readonly report: Report;
  readonly cancel?: Cancel | undefined;
}

/** A file of an archive that outlives its turn there: in memory or scratch until `close()`. Its `ref` opens in this thread only. */
export interface KeptFile {
  /** As in its base tree. */
  readonly file: EvidenceFile & { readonly ref: { readonly kind: "host" } };
  close(): Promise<void>;
}

/** Splits `a/b/Manifest.db` into `a/b/` and its name; undefined if it is none of ours or lies too deep. */
export function metaPath(path: string): { prefix: string; name: string } | undefined {
  const cut = path.lastIndexOf("/") + 1;
  const name = path.slice(cut);
  if (!WANTED.has(name)) return undefined;
  let above = 0;
  for (let i = 0; i < cut; i++) if (path.charCodeAt(i) === 0x2f) above++;
  return above > MAX_ABOVE ? undefined : { prefix: path.slice(0, cut), name };
}

/** Paths of describing files in a seekable tree, in its order. */
export async function listMeta(tree: EvidenceTree, cancel: Cancel | undefined): Promise<string[]> {
  const out: string[] = [];
  for await (const batch of tree.files(cancel)) {
    stopIfCancelled(cancel);
    for (const file of batch) if (file.kind === "file" && metaPath(file.path)) out.push(file.path);
  }
  stopIfCancelled(cancel);
  return out;
}

/**
 * One pass over an archive: keeps describing files (of `prefix`, else of any folder that could be a backup), skips all
 * else.
 */
export async function keepMeta(tree: EvidenceTree, o: MetaOptions, prefix?: string): Promise<Map<string, KeptFile>> {
  const kept = new Map<string, KeptFile>();
  try {
    await keepAll(tree, o, prefix, kept);
  } catch (e) {
    for (const k of kept.values()) await k.close();
    throw e;
  }
  return kept;
}

async function keepAll(
  tree: EvidenceTree,
  o: MetaOptions,
  prefix: string | undefined,
  kept: Map<string, KeptFile>,
): Promise<void> {
  const folders = new Set<string>();
  // Shared by all of them: a hostile archive has many.
  let memory: number = LIMITS.memory;
  for await (const batch of tree.files(o.cancel)) {
    stopIfCancelled(o.cancel);
    for (const file of batch) {
      const at = file.kind === "file" ? metaPath(file.path) : undefined;
      if (!at || (prefix !== undefined && at.prefix !== prefix) || kept.has(file.path)) continue;
      if (folders.size >= MAX_FOLDERS && !folders.has(at.prefix)) continue;
      const limit = at.name.endsWith(".plist") ? LIMITS.plistBytes : MAX_MANIFEST;
      if ((file.size ?? 0) > limit) {
        o.report({
          code: "too-large",
          path: file.path,
          found: `${file.size} B`,
          expected: `<= ${limit} B`,
          lost: "file",
        });
        continue;
      }
      const one = await keep(file, o, false, memory);
      if (!one) continue;
      memory -= one.held;
      folders.add(at.prefix);
      kept.set(file.path, one);
    }
  }
  stopIfCancelled(o.cancel);
}

/**
 * Takes the bytes of the current entry of an archive: up to `memory` of them into memory (`held`), else all into scratch.
 * Throws ContraluzError `scratch-unavailable`.
 */
export async function keep(
  file: EvidenceFile,
  o: Pick<MetaOptions, "platform" | "cancel">,
  hash: boolean,
  memory: number = LIMITS.memory,
): Promise<(KeptFile & { readonly held: number; sha256(): string }) | undefined> {
  if (!file.stream) return undefined;
  const spool = new Spool(o.platform, { hash, memory, ...(file.size === undefined ? {} : { size: file.size }) });
  try {
    for await (const chunk of file.stream()) {
      stopIfCancelled(o.cancel);
      await spool.write(chunk);
    }
    stopIfCancelled(o.cancel);
  } catch (e) {
    await spool.close();
    throw e;
  }
  const { stream: _once, ...rest } = file;
  const ref = { kind: "host", handle: spool.open(), size: spool.size } as const;
  return {
    file: { ...rest, size: spool.size, ref },
    held: spool.size <= memory ? spool.size : 0,
    sha256: () => spool.sha256(),
    close: () => spool.close(),
  };
}

/** A whole property list. Undefined if it is too large, cannot be read or is damaged: that is reported. */
export async function readPlist(
  file: EvidenceFile,
  o: Pick<MetaOptions, "platform" | "report">,
): Promise<PlistValue | undefined> {
  const path = file.path;
  const source = file.ref && (await openOr(() => openRef(file.ref!, o), path, o.report));
  if (!source) return undefined;
  try {
    if (source.size > LIMITS.plistBytes) {
      o.report({
        code: "plist-limit",
        path,
        found: `${source.size} B`,
        expected: `<= ${LIMITS.plistBytes} B`,
        lost: "file",
      });
      return undefined;
    }
    const bytes = await openOr(() => source.read(0, source.size), path, o.report);
    return bytes && parsePlist(bytes, (p) => o.report({ ...p, path }));
  } finally {
    await source.close?.();
  }
}

/** What `read` gives, or undefined with a Problem where the host cannot read or the container is damaged. */
export async function openOr<T>(read: () => Promise<T>, path: string, report: Report): Promise<T | undefined> {
  try {
    return await read();
  } catch (e) {
    if (e instanceof ContraluzError && e.code === "cancelled") throw e;
    if (e instanceof ContraluzError && e.problem) report({ ...e.problem, path });
    else report({ code: "host-read", path, found: hostCode(e), lost: "file" });
    return undefined;
  }
}
