/** Opens one evidence, and says at the end what it was: its id, and the hash of each file that was read. @module */
import {
  type Cancel,
  ContraluzError,
  type EvidenceEntry,
  type EvidenceFile,
  type FileEntry,
  hostCode,
  type Input,
  type Platform,
  type Problem,
  type Report,
} from "@contraluz/core";
import {
  chunksOf,
  evidenceId,
  findAndroid,
  findBackup,
  findCapture,
  findCrashFolder,
  findIosTree,
  findMvtResult,
  findPrivacyReport,
  findRadio,
  findSafResult,
  findTraceReport,
  type HashingSource,
  type Listed,
  nothingKnown,
  type Opened,
  openAndroid,
  openCapture,
  openCrashFolder,
  openInput,
  openIosBackup,
  openIosTree,
  openMvtResult,
  openPrivacyReport,
  openRadio,
  openRef,
  openSafResult,
  openTraceReport,
  type ReadableEvidence,
  stopIfCancelled,
  sumsText,
} from "@contraluz/evidence";
import type { FileTable } from "./files.ts";

export interface OpenEvidenceOptions {
  readonly platform: Platform;
  readonly report: Report;
  readonly cancel: Cancel;
  readonly files: FileTable;
  readonly secret?: (why: Problem) => Promise<Uint8Array | undefined>;
  /** Of a kind of acquisition: which paths will be read. */
  readonly wanted: (kind: string) => (path: string) => boolean;
}

export interface OpenedEvidence {
  /** What was opened: a backup, or another kind of evidence. */
  readonly backup: ReadableEvidence;
  /** Hashes of files that this thread reads by themselves: by number. */
  readonly hashes: Map<number, HashingSource>;
  /** Its files can be opened in other threads. */
  readonly shared: boolean;
  /** The archive was damaged where files are listed: what is not there may have been. */
  readonly cut: boolean;
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

const EXPECTED =
  "an iPhone backup: a folder with Manifest.db, or a zip or tar.gz of it; a sysdiagnose; the files of an iPhone; an App Privacy Report; a bug report, a backup or intrusion logs of an Android phone; what AndroidQF collected; captures of a network; recordings of a mobile network; or what MVT, Trace or SAF wrote";

/** Problems that cost entries of an archive, or of a folder. */
const CUT: ReadonlySet<string> = new Set([
  "bomb",
  "gzip-damaged",
  "host-read",
  "tar-header",
  "too-many-files",
  "zip-directory",
]);

function tellInside(paths: readonly string[] | undefined, report: Report): void {
  for (const path of paths ?? []) report({ code: "evidence-inside", path, lost: "nothing" });
}

/** The kind of evidence that is in there, opened. */
async function openKnown(
  opened: Opened,
  hashes: Map<number, HashingSource>,
  o: OpenEvidenceOptions,
): Promise<ReadableEvidence> {
  const look = { platform: o.platform, report: o.report, cancel: o.cancel };
  const { tree, name } = opened;
  const hashed = (file: EvidenceFile): number => o.files.add(file.stored ?? file.path);
  const ask = o.secret ? { secret: o.secret } : {};
  /** `mvt`: where MVT wrote a result, perhaps into the very folder that it checked; what lies in there is none of the phone's. */
  const openPhone = async (mvt?: string): Promise<ReadableEvidence | undefined> => {
    const android = { ...look, ...ask, wanted: o.wanted, hashed, hashes };
    const found = await findAndroid(tree, opened.layers, android).catch((e: unknown) => {
      if (mvt !== undefined && e instanceof ContraluzError && e.code === "evidence-several") return undefined;
      throw e;
    });
    if (!found) return undefined;
    if (mvt === undefined || found.parts.rules.every((r) => !r.from.startsWith(mvt)))
      return openAndroid(found, android);
    await found.close();
    return undefined;
  };
  // Of a backup of adb the container says what it is.
  if (opened.layers.at(-1) === "ab") return (await openPhone())!;
  const openTree = async (): Promise<ReadableEvidence | undefined> => {
    const found = await findIosTree(tree, look);
    tellInside(found?.inside, o.report);
    return found && openIosTree(tree, found, { ...look, name, wanted: o.wanted(found.kind), hashed, hashes });
  };
  // What cannot seek is not read to its end for one question after another.
  const early = tree.access === "sequential" ? await openTree() : undefined;
  if (early) return early;
  const backup = await findBackup(opened.tree, look);
  if (backup)
    return openIosBackup(backup, {
      ...look,
      hashes,
      hashed: (file) => o.files.add(file.path),
      ...ask,
    });
  const late = tree.access === "seekable" ? await openTree() : undefined;
  if (late) return late;
  const mvt = await findMvtResult(opened.tree, look);
  const android = mvt?.prefix === "" ? undefined : await openPhone(mvt?.prefix);
  if (android) return android;
  if (mvt) return openMvtResult(mvt, look);
  const trace = await findTraceReport(opened.tree, look);
  if (trace) return openTraceReport(trace, look);
  const saf = await findSafResult(opened.tree, look);
  if (saf) return openSafResult(saf, look);
  const privacy = await findPrivacyReport(opened.tree, look);
  if (privacy) return openPrivacyReport(privacy, look);
  const crashes = await findCrashFolder(opened.tree, look);
  tellInside(crashes?.inside, o.report);
  if (crashes) return openCrashFolder(crashes, look);
  const radio = await findRadio(opened.tree, look);
  if (radio) return openRadio(radio, look);
  const capture = await findCapture(opened.tree, look);
  if (capture) return openCapture(capture, look);
  throw await nothingKnown(opened, EXPECTED);
}

/** Throws ContraluzError if there is nothing in it that we know, or it cannot be opened. */
export async function openEvidence(input: Input, o: OpenEvidenceOptions): Promise<OpenedEvidence> {
  let cut = false;
  const firstFile = o.files.entries().length;
  const report: Report = (p) => {
    if (CUT.has(p.code) && p.path === undefined) cut = true;
    o.report(p);
  };
  const opened = await openInput(input, {
    platform: o.platform,
    report,
    hashAll: true,
    cancel: o.cancel,
    secret: o.secret,
  });
  const hashes = new Map<number, HashingSource>();
  try {
    const backup = await openKnown(opened, hashes, { ...o, report });
    return {
      backup,
      hashes,
      shared: !opened.local && !backup.local,
      get cut() {
        return cut || (backup.cut ?? false);
      },
      async finish() {
        // What describes the backup counts as read, whoever asked for it.
        for (const f of backup.meta) {
          const source = f.ref && (await openRef(f.ref, { platform: o.platform, hashes }).catch(() => undefined));
          await source?.close?.();
        }
        for (const [file, h] of hashes) {
          const { sha256, size } = await h.finish(o.cancel);
          o.files.hashed(file, sha256, size);
        }
        const read = o.files.entries().slice(firstFile);
        await backup.verify?.(new Map(read.filter((e) => e.sha256 !== "").map((e) => [e.path, e.sha256])), o.cancel);
      },
      async identify(entries, hash, list) {
        // What lies in an archive is told by the hash of that.
        const archives = (backup.archives ?? []).map((a) => `${a}!/`);
        const read = entries.filter((e) => e.sha256 !== "" && !archives.some((a) => e.path.startsWith(a)));
        const { alone } = opened;
        const own = entries.find((e) => e.path === opened.name && e.sha256 !== "" && e.size === alone);
        const whole = own ?? (await opened.hash());
        if (whole) return { id: whole.sha256, hashed: "all", bytes: whole.size };
        const all = hash === "all" ? await hashAll(opened.tree.files(o.cancel), read, o) : read;
        if (hash === "all") await list(sumsText(all));
        return { id: evidenceId(all, o.platform).sha256, hashed: hash, bytes: all.reduce((n, e) => n + e.size, 0) };
      },
      async close() {
        await backup.close();
        for (const h of hashes.values()) await h.close();
        await opened.close();
      },
    };
  } catch (e) {
    for (const h of hashes.values()) await h.close();
    await opened.close();
    throw e;
  }
}

/** Every file of a tree, with those that were read already. */
async function hashAll(
  files: AsyncIterable<readonly EvidenceFile[]>,
  read: readonly FileEntry[],
  o: OpenEvidenceOptions,
): Promise<Listed[]> {
  const done = new Map<string, Listed>(read.map((e) => [e.path, e]));
  for await (const batch of files) {
    for (const f of batch) {
      stopIfCancelled(o.cancel);
      if (f.kind !== "file" || !f.ref || done.has(f.path)) continue;
      try {
        const source = await openRef(f.ref, { platform: o.platform, report: o.report });
        const sha = o.platform.sha256();
        let size = 0;
        try {
          for await (const chunk of chunksOf(source)) {
            stopIfCancelled(o.cancel);
            sha.update(chunk);
            size += chunk.length;
          }
        } finally {
          await source.close?.();
        }
        done.set(f.path, { path: f.path, size, sha256: sha.hex() });
      } catch (e) {
        stopIfCancelled(o.cancel);
        o.report({
          code: "host-read",
          path: f.path,
          found: hostCode(e),
          lost: "file",
        });
      }
    }
  }
  return [...done.values()];
}
