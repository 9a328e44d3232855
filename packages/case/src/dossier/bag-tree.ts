/** A dossier that somebody handed over: files by their path below the bag. A folder or a zip of one; whoever made it may be hostile. @module */
import type { EvidenceTree, Hasher, Platform, RandomAccess, Sha256 } from "@contraluz/core";
import { openRef } from "@contraluz/evidence";

/** Files of one bag. */
const MOST_FILES = 200_000;
const CHUNK = 1 << 20;

export interface BagTree {
  /** Paths with their sizes, in the order of the tree. */
  readonly files: ReadonlyMap<string, number>;
  /** What is no file (links, devices), or stands twice. */
  readonly others: readonly string[];
  open(path: string): Promise<RandomAccess>;
}

/** Where the bag begins: at the root, or in the one folder in which a `bagit.txt` stands. */
function prefixOf(paths: Iterable<string>): string | undefined {
  const found = [...paths].filter((p) => p === "bagit.txt" || /^[^/]+\/bagit\.txt$/.test(p));
  if (found.includes("bagit.txt")) return "";
  return found.length === 1 ? found[0]!.slice(0, -"bagit.txt".length) : undefined;
}

/** The bag in a tree that can be read at any place; undefined if there is none, or it has more files than are looked at. */
export async function bagTree(tree: EvidenceTree, platform: Platform): Promise<BagTree | undefined> {
  const files = new Map<string, number>();
  const others: string[] = [];
  let seen = 0;
  for await (const batch of tree.files()) {
    if ((seen += batch.length) > MOST_FILES) return undefined;
    for (const f of batch) {
      if (f.kind === "dir") continue;
      if (f.kind === "file" && f.size !== undefined && !files.has(f.path)) files.set(f.path, f.size);
      else others.push(f.path);
    }
  }
  const prefix = prefixOf(files.keys());
  if (prefix === undefined) return undefined;
  const inside = [...files].filter(([p]) => p.startsWith(prefix));
  return {
    files: new Map(inside.map(([p, size]) => [p.slice(prefix.length), size])),
    others: others.filter((p) => p.startsWith(prefix)).map((p) => p.slice(prefix.length)),
    async open(path) {
      const file = await tree.find(prefix + path);
      if (file?.kind !== "file" || !file.ref) throw new Error(`no file: ${path}`);
      return openRef(file.ref, { platform });
    },
  };
}

/** A whole file of at most `most` bytes; undefined if it is not there, larger, or cannot be read. */
export async function bytesIn(bag: BagTree, path: string, most: number): Promise<Uint8Array | undefined> {
  const size = bag.files.get(path);
  if (size === undefined || size > most) return undefined;
  let source: RandomAccess | undefined;
  try {
    source = await bag.open(path);
    const bytes = await source.read(0, size);
    return bytes.length === size ? bytes.slice() : undefined;
  } catch {
    return undefined;
  } finally {
    await source?.close?.();
  }
}

/** Hash of a file, or undefined if it cannot be read. */
export async function hashIn(bag: BagTree, path: string, hasher: Hasher): Promise<Sha256 | undefined> {
  let source: RandomAccess | undefined;
  try {
    source = await bag.open(path);
    for (let at = 0; ; ) {
      const bytes = await source.read(at, CHUNK);
      if (bytes.length === 0) return at === source.size ? hasher.hex() : undefined;
      hasher.update(bytes);
      at += bytes.length;
    }
  } catch {
    return undefined;
  } finally {
    await source?.close?.();
  }
}
