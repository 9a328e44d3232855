/** Opens one evidence, and says at the end what it was: its id, and the hash of each file that was read. @module */
import {
  type Cancel,
  ContraluzError,
  type EvidenceEntry,
  type EvidenceFile,
  type FileEntry,
  type Input,
  type Platform,
  type Problem,
  type Report,
} from "@contraluz/core";
import {
  chunksOf,
  evidenceId,
  findBackup,
  type HashingSource,
  type IosBackup,
  openInput,
  openIosBackup,
  openRef,
  unknownEvidence,
} from "@contraluz/evidence";
import type { FileTable } from "./files.ts";

export interface OpenEvidenceOptions {
  readonly platform: Platform;
  readonly report: Report;
  readonly cancel: Cancel;
  readonly files: FileTable;
  readonly secret?: (why: Problem) => Promise<Uint8Array | undefined>;
}

export interface OpenedEvidence {
  readonly backup: IosBackup;
  /** Hashes of files that this thread reads by themselves: by number. */
  readonly hashes: Map<number, HashingSource>;
  /** Its files can be opened in other threads. */
  readonly shared: boolean;
  /** Hashes the rest of what was read here, and lets go of everything. */
  finish(): Promise<void>;
  /** Id and size. `all`: every file is hashed, also what no artifact names; `list` takes the lines of the file list. */
  identify(
    entries: readonly FileEntry[],
    hash: "read" | "all",
    list: (text: string) => Promise<void>,
  ): Promise<Omit<EvidenceEntry, "name" | "acquisition">>;
  close(): Promise<void>;
}

const EXPECTED = "an iPhone backup: a folder with Manifest.db, or a zip or tar.gz of it";

/** Throws ContraluzError if there is no backup in it, or it cannot be opened. */
export async function openEvidence(input: Input, o: OpenEvidenceOptions): Promise<OpenedEvidence> {
  const opened = await openInput(input, { platform: o.platform, report: o.report, hashAll: true });
  const hashes = new Map<number, HashingSource>();
  try {
    const found = await findBackup(opened.tree, { platform: o.platform, report: o.report, cancel: o.cancel });
    if (!found) throw unknownEvidence(input.name, await namesOf(opened.tree.files(o.cancel)), EXPECTED);
    const backup = await openIosBackup(found, {
      platform: o.platform,
      report: o.report,
      hashes,
      hashed: (file) => o.files.add(file.path),
      cancel: o.cancel,
      ...(o.secret ? { secret: o.secret } : {}),
    });
    return {
      backup,
      hashes,
      shared: !opened.local,
      async finish() {
        for (const [file, h] of hashes) {
          const { sha256, size } = await h.finish();
          o.files.hashed(file, sha256, size);
        }
      },
      async identify(entries, hash, list) {
        const read = entries.filter((e) => e.sha256 !== "");
        const whole = await opened.hash();
        if (whole) return { id: whole.sha256, hashed: "all", bytes: whole.size };
        const all = hash === "all" ? await hashAll(opened.tree.files(o.cancel), read, o) : read;
        const { text, sha256 } = evidenceId(all, o.platform);
        if (hash === "all") await list(text.replace(/^(\S+) \d+ /gm, "$1  "));
        return { id: sha256, hashed: hash, bytes: all.reduce((n, e) => n + e.size, 0) };
      },
      async close() {
        await backup.close();
        await opened.close();
      },
    };
  } catch (e) {
    await opened.close();
    throw e;
  }
}

async function namesOf(files: AsyncIterable<readonly EvidenceFile[]>): Promise<string> {
  const names: string[] = [];
  for await (const batch of files) {
    for (const f of batch) if (names.length < 8 && f.kind !== "dir") names.push(f.path.slice(0, 60));
    if (names.length >= 8) break;
  }
  return names.length === 0 ? "nothing" : names.join(", ");
}

/** Every file of a tree, with those that were read already. */
async function hashAll(
  files: AsyncIterable<readonly EvidenceFile[]>,
  read: readonly FileEntry[],
  o: OpenEvidenceOptions,
): Promise<Pick<FileEntry, "path" | "size" | "sha256">[]> {
  const done = new Map<string, Pick<FileEntry, "path" | "size" | "sha256">>(read.map((e) => [e.path, e]));
  for await (const batch of files) {
    for (const f of batch) {
      if (o.cancel.aborted) throw new ContraluzError("cancelled", "cancelled");
      if (f.kind !== "file" || !f.ref || done.has(f.path)) continue;
      try {
        const source = await openRef(f.ref, { platform: o.platform, report: o.report });
        const sha = o.platform.sha256();
        let size = 0;
        for await (const chunk of chunksOf(source)) {
          sha.update(chunk);
          size += chunk.length;
        }
        await source.close?.();
        done.set(f.path, { path: f.path, size, sha256: sha.hex() });
      } catch (e) {
        o.report({
          code: "host-read",
          path: f.path,
          found: e instanceof Error ? e.message.slice(0, 200) : "",
          lost: "file",
        });
      }
    }
  }
  return [...done.values()];
}
