/**
 * One pass over an archive that cannot seek: files that somebody may want are kept together, in memory up to a limit and else
 * in one piece of scratch; all others are a line in a list. What is kept can then be opened in any order.
 * @module
 */
import {
  type Cancel,
  ContraluzError,
  type EvidenceFile,
  type EvidenceTree,
  type Platform,
  type Report,
} from "@contraluz/core";
import { stopIfCancelled } from "./cancel.ts";
import { Spool } from "./spool.ts";

export interface ShelfOptions {
  readonly platform: Platform;
  readonly report: Report;
  readonly cancel?: Cancel | undefined;
}

/** A seekable tree; refs open in this thread only, until `close()`. */
export interface Shelf extends EvidenceTree {
  readonly access: "seekable";
  close(): Promise<void>;
}

/** Bytes kept of one archive. A sysdiagnose opens to one or two gigabytes, most of them unified logs. */
const MAX_KEPT = 2 ** 33;
/** Entries of one archive. A whole file system has 800,000. */
const MAX_ENTRIES = 2_000_000;
const BATCH = 1024;

/** False where there is no room for a file: it is left out, what was kept before stays. */
async function fill(spool: Spool, bytes: AsyncIterable<Uint8Array>, path: string, o: ShelfOptions): Promise<boolean> {
  const from = spool.size;
  try {
    for await (const chunk of bytes) {
      stopIfCancelled(o.cancel);
      await spool.write(chunk);
    }
    return true;
  } catch (e) {
    if (!(e instanceof ContraluzError) || !e.problem) throw e;
    o.report({ ...e.problem, path });
    spool.cut(from);
    return false;
  }
}

/**
 * Reads `tree` once and keeps the files for which `keep` says so. What finds no room is reported. Throws `cancelled`.
 * @example
 * const shelf = await shelve(tree, (path) => path.endsWith("/ps.txt"), { platform, report });
 * const file = await shelf.find("sysdiagnose_x/ps.txt");
 * await shelf.close();
 */
export async function shelve(tree: EvidenceTree, keep: (path: string) => boolean, o: ShelfOptions): Promise<Shelf> {
  const spool = new Spool(o.platform);
  const entries: EvidenceFile[] = [];
  const kept: { readonly entry: number; readonly offset: number; readonly length: number }[] = [];
  try {
    pass: for await (const batch of tree.files(o.cancel)) {
      stopIfCancelled(o.cancel);
      for (const { stream, ...file } of batch) {
        if (entries.length >= MAX_ENTRIES) {
          o.report({ code: "too-many-files", found: `> ${MAX_ENTRIES}`, expected: `<= ${MAX_ENTRIES}`, lost: "file" });
          break pass;
        }
        entries.push(file);
        if (!stream || !keep(file.path)) continue;
        if (spool.size + (file.size ?? 0) > MAX_KEPT) {
          o.report({
            code: "too-large",
            path: file.path,
            found: `${file.size} B`,
            expected: `${MAX_KEPT} B in all`,
            lost: "file",
          });
          continue;
        }
        const offset = spool.size;
        if (await fill(spool, stream.call(file), file.path, o))
          kept.push({ entry: entries.length - 1, offset, length: spool.size - offset });
      }
    }
    stopIfCancelled(o.cancel);
  } catch (e) {
    await spool.close();
    throw e;
  }
  const of = { kind: "host", handle: spool.open(), size: spool.size } as const;
  for (const { entry, offset, length } of kept)
    entries[entry] = { ...entries[entry]!, size: length, ref: { kind: "slice", of, offset, length } };
  const byPath = new Map(kept.map(({ entry }) => [entries[entry]!.path, entries[entry]!]));
  return {
    kind: tree.kind,
    access: "seekable",
    async *files() {
      for (let i = 0; i < entries.length; i += BATCH) yield entries.slice(i, i + BATCH);
    },
    find: async (path) => byPath.get(path),
    close: () => spool.close(),
  };
}
