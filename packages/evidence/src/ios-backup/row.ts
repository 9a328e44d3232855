/**
 * A row of Manifest.db `Files` as a file of the tree.
 *
 * Schema: `Files(fileID TEXT PRIMARY KEY, domain TEXT, relativePath TEXT, flags INTEGER, file BLOB)`; `file` is a keyed
 * archive of MBFile. `fileID` is SHA-1 of `domain-relativePath` and names the stored body. Source: ios.md 1.1, 1.2.
 * @module
 */
import { type EvidenceFile, LIMITS, type Problem, type Report, unixSeconds } from "@contraluz/core";
import { type MBFile, readMBFile } from "@contraluz/formats/keyed-archive/mbfile.ts";
import type { Row } from "@contraluz/formats/sqlite/index.ts";

/** Columns that are read, in the order of `Row.values`. */
export const COLUMNS: readonly string[] = ["fileID", "domain", "relativePath", "flags", "file"];
export const TABLE = "Files";

const FILE_ID = /^[0-9a-f]{40}$/;
const KINDS: { readonly [flags: number]: EvidenceFile["kind"] } = { 1: "file", 2: "dir", 4: "link" };
/** Longest path that is kept; iOS allows 1024 bytes. */
const MAX_PATH = LIMITS.text;

/** True for a body's name. Anything else could leave the folder, and is no SHA-1. */
export function isFileId(id: unknown): id is string {
  return typeof id === "string" && FILE_ID.test(id);
}

/** Where a body lies in its backup: `3d/3d0d7e5f…`. */
export function storedPath(fileId: string): string {
  return `${fileId.slice(0, 2)}/${fileId}`;
}

/** Parts that would lead out of the tree become `%2E%2E`: the row stays visible, its name leads nowhere. */
function harmless(path: string): string {
  return path
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .map((part) => (part === ".." ? "%2E%2E" : part.replaceAll("\0", "%00")))
    .join("/");
}

/** Cheap sieve before the careful look: nearly no real path has any of these. */
const SUSPECT = /\.\.|\/\/|^\/|\/$|\/\.\/|\0|^\.\/|\/\.$/;

/** Reads rows of one scan. Problems of rows are joined past `LIMITS.problems`: `finish` says how many there were. */
export class RowReader {
  readonly #prefix: string;
  readonly #report: Report;
  readonly #file: number | undefined;
  #row: Row | undefined;
  #blobDamage: Problem | undefined;
  #problems = 0;

  /** `prefix`: of the backup's folder in its base tree. `file`: index of Manifest.db in the result's files. */
  constructor(prefix: string, report: Report, file: number | undefined) {
    this.#prefix = prefix;
    this.#report = report;
    this.#file = file;
  }

  readonly #onBlob = (p: Problem): void => {
    this.#blobDamage ??= p;
  };

  #bad(code: "backup-manifest-row" | "path-unsafe", found: string, expected: string, lost: Problem["lost"]): void {
    if (++this.#problems > LIMITS.problems) return;
    const row = this.#row!;
    const at = {
      table: TABLE,
      row: row.rowid,
      page: row.page,
      cell: row.cell,
      ...(row.wal ? { in: "wal" as const } : {}),
    };
    const where = this.#file === undefined ? {} : { origin: { file: this.#file, at } };
    this.#report({
      code,
      path: "Manifest.db",
      ...where,
      found: `row ${row.rowid}: ${found.slice(0, 200)}`,
      expected,
      lost,
    });
  }

  /** Undefined only if the row names no file at all. Whatever else is damaged is left out. */
  read(row: Row): EvidenceFile | undefined {
    this.#row = row;
    const [fileID, domain, relativePath, flags, blob] = row.values;
    if (typeof domain !== "string" || typeof relativePath !== "string") {
      this.#bad("backup-manifest-row", "domain, relativePath", "text", "row");
      return undefined;
    }
    let path = relativePath === "" ? domain : `${domain}/${relativePath}`;
    if (path.length > MAX_PATH) {
      this.#bad("backup-manifest-row", `path of ${path.length}`, `<= ${MAX_PATH}`, "row");
      return undefined;
    }
    if (SUSPECT.test(path)) {
      const safe = harmless(path);
      if (path.includes("\0") || safe.includes("%2E%2E")) this.#bad("path-unsafe", path, "", "nothing");
      path = safe;
    }
    const flag = Number(flags);
    const kind = KINDS[flag] ?? "other";
    if (kind === "other") this.#bad("backup-manifest-row", `flags ${String(flags)}`, "1, 2, 4", "nothing");
    const named = isFileId(fileID);
    if (!named)
      this.#bad(
        "backup-manifest-row",
        `fileID ${String(fileID)}`,
        "40 hexadecimal digits",
        kind === "file" ? "file" : "nothing",
      );
    const mb = this.#archive(blob);
    const listing = {
      row: row.rowid,
      page: row.page,
      cell: row.cell,
      values: {
        fileID: named ? fileID : undefined,
        domain,
        relativePath,
        flags: flag,
        mode: mb?.mode,
        userId: mb?.userId,
        groupId: mb?.groupId,
        inode: mb?.inode,
        protectionClass: mb?.protectionClass,
        target: mb?.target,
        encryptionKey: mb?.encryptionKey,
        /** 1: the archive of the row could be read. */
        read: mb ? 1 : 0,
      },
    };
    return this.#assemble(
      path,
      kind,
      kind === "file" && named ? this.#prefix + storedPath(fileID) : undefined,
      listing,
      mb,
    );
  }

  #archive(blob: unknown): MBFile | undefined {
    if (!(blob instanceof Uint8Array)) {
      this.#bad("backup-manifest-row", "file", "MBFile", "bytes");
      return undefined;
    }
    this.#blobDamage = undefined;
    const mb = readMBFile(blob, this.#onBlob);
    const damage = this.#blobDamage as Problem | undefined;
    if (damage || !mb) {
      const found = `file: ${damage?.found ?? damage?.code ?? "?"}`;
      this.#bad("backup-manifest-row", found, damage?.expected ?? "MBFile", "bytes");
    }
    return mb;
  }

  #assemble(
    path: string,
    kind: EvidenceFile["kind"],
    stored: string | undefined,
    listing: NonNullable<EvidenceFile["listing"]>,
    mb: MBFile | undefined,
  ): EvidenceFile {
    const file: { -readonly [K in keyof EvidenceFile]: EvidenceFile[K] } = { path, kind, listing };
    if (stored !== undefined) file.stored = stored;
    if (mb) {
      if (mb.size !== undefined && mb.size >= 0) file.size = mb.size;
      file.times = timesOf(mb);
    }
    return file;
  }

  /** Says how many problems were not told one by one. */
  finish(): void {
    const more = this.#problems - LIMITS.problems;
    if (more > 0) this.#report({ code: "backup-manifest-row", path: "Manifest.db", count: more, lost: "row" });
  }
}

function timesOf(mb: MBFile): NonNullable<EvidenceFile["times"]> {
  const modified = unixSeconds(mb.modified);
  const changed = unixSeconds(mb.changed);
  const born = unixSeconds(mb.born);
  return { ...(modified ? { modified } : {}), ...(changed ? { changed } : {}), ...(born ? { born } : {}) };
}
