/**
 * Packed files: what the files of many checks hold, in a few large ones, for engines on several machines. They are copies: the files of
 * each check stay, and a packed file can be dropped at any time; its checks are then read from their own files.
 *
 *     packed/manifest.json                            PackManifest: which parts count, and what each holds
 *     packed/keys/part=<part>/keys.parquet            KEY_COLUMNS, then `case_id` and `check_id` VARCHAR; by case, check, `h`
 *     packed/records/part=<part>/records.parquet      RECORD_COLUMNS, then the same; by case, check, `row`
 *
 * A part is never written twice: its number is used once. So a reader sees a whole part or none, and one that the manifest does not name
 * is what a crash left.
 * @module
 */
import type { Sha256 } from "@contraluz/core";
import type { LabTable, Place } from "../engine/types.ts";

export const PACK_SCHEMA = "contraluz/lab-pack@1";

/** A check in a part: what it was made from, so that a check that was made again is noticed. */
export interface PackedCheck extends Place {
  readonly resultSha256: Sha256;
  readonly keysVersion: number;
  readonly rows: number;
}

export interface PackPart {
  /** `000001`. */
  readonly part: string;
  readonly bytes: number;
  readonly checks: readonly PackedCheck[];
}

export interface PackManifest {
  readonly schema: typeof PACK_SCHEMA;
  /** Number of the next part. */
  readonly next: number;
  readonly parts: Readonly<Record<LabTable, readonly PackPart[]>>;
}
