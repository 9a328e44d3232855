/**
 * The tree of a phone: a sysdiagnose, or a dump of its file system. Paths are those of the phone, without what lies above.
 * @module
 */
import type { EvidenceFile, EvidenceTree, FileRef } from "@contraluz/core";
import type { HashingSource } from "../hashing.ts";
import { type MetaOptions, openOr } from "../ios-backup/meta.ts";
import { openRef } from "../open-ref.ts";
import { PlainFiles } from "../plain-files.ts";
import type { ReadableEvidence } from "../readable.ts";
import { type Shelf, shelve } from "../shelf.ts";
import { ABOUT_BYTES, acquisitionOf, DESCRIBING } from "./about.ts";
import type { FoundTree } from "./find.ts";

export { type FoundTree, findIosTree, namesSysdiagnose, type TreeKind } from "./find.ts";

export interface OpenTreeOptions extends MetaOptions {
  /** Of what was handed in: it may carry the time where nothing else does. */
  readonly name: string;
  /** Paths that will be read: an archive that cannot seek keeps no others. */
  readonly wanted: (path: string) => boolean;
  /** Gives a stored file its index in `Result.files`. */
  readonly hashed?: ((file: EvidenceFile) => number) | undefined;
  readonly hashes?: Map<number, HashingSource> | undefined;
}

/** Takes the prefix off a path and puts the base before it; undefined for what lies elsewhere. */
function inside(found: FoundTree, path: string): string | undefined {
  return path.startsWith(found.prefix) ? found.base + path.slice(found.prefix.length) : undefined;
}

/** The describing files of a tree, under their own names. */
async function describing(tree: EvidenceTree, found: FoundTree, o: OpenTreeOptions): Promise<EvidenceFile[]> {
  const out: EvidenceFile[] = [];
  for (const name of DESCRIBING[found.kind]) {
    const inData = name.startsWith(found.base);
    if (!inData && found.system === undefined) continue;
    const file = await tree.find(inData ? found.prefix + name.slice(found.base.length) : found.system + name);
    if (file?.kind !== "file" || !file.ref) continue;
    const stored = file.stored ?? file.path;
    const ref: FileRef = o.hashed ? { kind: "hashed", of: file.ref, file: o.hashed(file) } : file.ref;
    out.push({ ...file, path: name, ...(stored === name ? {} : { stored }), ref });
  }
  return out;
}

async function head(file: EvidenceFile, o: OpenTreeOptions): Promise<Uint8Array | undefined> {
  return openOr(
    async () => {
      const source = await openRef(file.ref!, { platform: o.platform, ...(o.hashes ? { hashes: o.hashes } : {}) });
      try {
        return await source.read(0, ABOUT_BYTES);
      } finally {
        await source.close?.();
      }
    },
    file.path,
    o.report,
  );
}

/**
 * Opens the tree that was found. An archive that cannot seek is read here, once: what is wanted is kept until `close()`, and nothing
 * else. Throws `cancelled`, and what the archive throws.
 * @example
 * const found = await findIosTree(tree, {});
 * const evidence = await openIosTree(tree, found!, { platform, report, name, wanted: (path) => path === "ps.txt" });
 */
export async function openIosTree(tree: EvidenceTree, found: FoundTree, o: OpenTreeOptions): Promise<ReadableEvidence> {
  const names: ReadonlySet<string> = new Set(DESCRIBING[found.kind]);
  let shelf: Shelf | undefined;
  if (tree.access === "sequential")
    shelf = await shelve(
      tree,
      (path) => {
        const own = inside(found, path);
        if (own !== undefined) return names.has(own) || o.wanted(own);
        return (
          found.system !== undefined && path.startsWith(found.system) && names.has(path.slice(found.system.length))
        );
      },
      o,
    );
  try {
    const seekable = shelf ?? tree;
    const meta = await describing(seekable, found, o);
    const about = new Map<string, Uint8Array>();
    for (const file of meta) {
      const bytes = await head(file, o);
      if (bytes) about.set(file.path, bytes);
    }
    return new PlainFiles(seekable, found.prefix, acquisitionOf(found, about, o.name), o, {
      base: found.base,
      meta,
      local: shelf !== undefined,
      close: async () => shelf?.close(),
    });
  } catch (e) {
    await shelf?.close();
    throw e;
  }
}
