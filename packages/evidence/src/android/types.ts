/** What opening a phone with Android takes. @module */
import type { EvidenceFile } from "@contraluz/core";
import type { HashingSource } from "../hashing.ts";
import type { MetaOptions } from "../ios-backup/meta.ts";
import type { Secret } from "../ios-backup/open-keys.ts";

export interface OpenAndroidOptions extends MetaOptions {
  /** Of a kind of acquisition: which paths will be read. An archive that cannot seek keeps no others. */
  readonly wanted: (kind: string) => (path: string) => boolean;
  /** Asked for the password of a backup. */
  readonly secret?: Secret | undefined;
  /** Gives a stored file its index in `Result.files`. */
  readonly hashed?: ((file: EvidenceFile) => number) | undefined;
  readonly hashes?: Map<number, HashingSource> | undefined;
}
