/** What an open backup offers. @module */
import type { Acquisition, Cancel, EvidenceFile, FileRef, Platform, Report } from "@contraluz/core";
import type { HashingSource } from "../hashing.ts";
import type { ArchiveBody, Body, ReadableEvidence } from "../readable.ts";
import type { Secret } from "./open-keys.ts";

export type { ArchiveBody, Body } from "../readable.ts";

export interface OpenBackupOptions {
  readonly platform: Platform;
  readonly report: Report;
  /** Asked up to three times while the backup is encrypted. */
  readonly secret?: Secret | undefined;
  /** Gives a stored file its index in `Result.files`: refs are then `hashed` directly around the stored bytes. */
  readonly hashed?: ((file: EvidenceFile) => number) | undefined;
  /** Where those hashes go, as for `openRef`: the caller finishes them. */
  readonly hashes?: Map<number, HashingSource> | undefined;
  readonly cancel?: Cancel | undefined;
}

export interface IosBackup extends ReadableEvidence {
  readonly kind: "ios-backup";
  readonly listing: "Manifest.db";
  /** `encrypted`: as it was made, also if this is a decrypted copy. */
  readonly acquisition: Acquisition;
  /** Info.plist, Manifest.plist, Status.plist, Manifest.db (its `ref` decrypts), as far as they are there, under those names. */
  readonly meta: readonly EvidenceFile[];
  /**
   * Rows of Manifest.db in the order of its pages, one scan a call. `path` is `domain/relativePath`, `stored` the place
   * of the body in the base tree, `listing.values` the row: fileID, domain, relativePath, flags, mode, userId, groupId,
   * inode, protectionClass, target, encryptionKey, and `read` (1: the archive of the row could be read).
   * Problems of rows are reported by the first call only.
   */
  files(cancel?: Cancel): AsyncIterable<readonly EvidenceFile[]>;
  /** Scans until the path comes: for many files go through `files()` once. */
  find(path: string): Promise<EvidenceFile | undefined>;
  /**
   * Seekable base trees: the body of a file. `wrap` goes around the stored bytes (default: `hashed` of the options).
   * Undefined, and a Problem, if it is not stored (`backup-body-missing`) or its key does not open
   * (`backup-body-key`); a wrong size is reported (`backup-body-size`) and what is there is given.
   */
  bodyOf(file: EvidenceFile, wrap?: (base: FileRef) => FileRef): Promise<Body | undefined>;
  /**
   * Sequential base trees: one pass that gives the wanted bodies (keys are their `stored`) in archive order. Each is
   * read once and kept until its `close()`. What does not come is reported at the end. Problems as in `bodyOf`.
   */
  bodies(wanted: ReadonlyMap<string, EvidenceFile>, cancel?: Cancel): AsyncIterable<ArchiveBody>;
  /** Lets go of Manifest.db and of what was kept of an archive. */
  close(): Promise<void>;
}
