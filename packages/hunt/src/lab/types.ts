/**
 * A lab: what cases handed over to be compared with later signs and with each other, in Parquet that any engine reads.
 *
 *     lab.json                                        LabHead
 *     cases/<case>.json                               LabCase: written last when a case is taken in, removed first when it goes
 *     records/case_id=<case>/check_id=<check>/records.parquet
 *     keys/case_id=<case>/check_id=<check>/keys.parquet
 *     packed/…                                        the same keys of many cases in large files, case and check as columns
 *     hunts/<number>/hunt.json                        HuntReport
 *     lock
 *
 * A file that no `cases/<case>.json` names is what a crash left, and goes. The lab's disk should be encrypted: what lies here is in clear.
 * @module
 */
import type { Context, EvidenceEntry, Sha256 } from "@contraluz/core";

export const LAB_SCHEMA = "contraluz/lab@1";
export const LAB_CASE_SCHEMA = "contraluz/lab-case@1";
/** Version of the columns below. */
export const LAYOUT = 1;

export interface LabHead {
  readonly schema: typeof LAB_SCHEMA;
  /** 16 hexadecimal digits. */
  readonly id: string;
  /** Day on which it was made. */
  readonly created: string;
  readonly layout: number;
  /** `KEYS_VERSION` of the matcher when the keys were made; others are made again from the records. */
  readonly keysVersion: number;
  /** Where match keys are hashed with the lab's secret: what that secret makes of a fixed text, so that a wrong one is noticed. */
  readonly keyed?: { readonly check: string };
}

/** A check of a case, as it lies in the lab. */
export interface LabCheck {
  /** Its name in the case, `0002`. */
  readonly check: string;
  readonly resultSha256: Sha256;
  /** Day of the check (`asOf`), and the last day that its records speak of, both `2026-11-26`; "" where none is known. */
  readonly asOf: string;
  readonly until: string;
  /** Without what the device is called and its numbers: nothing that is compared needs them. */
  readonly evidence: readonly Pick<EvidenceEntry, "id" | "acquisition">[];
  readonly context: Context;
  readonly records: number;
  readonly keys: number;
  readonly keysVersion: number;
}

/** What may be told outside of what was met in a case, of its consent. Recipients are hashes of their names (`recipientOf`), 16 hexadecimal digits. */
export interface LabLeave {
  /** Without the person's name, to everybody. */
  readonly public: boolean;
  /** Who may know which published signs were seen, and who may have the records. */
  readonly indicators: readonly string[];
  readonly records: readonly string[];
}

/** What the lab knows of a case. */
export interface LabCase {
  readonly schema: typeof LAB_CASE_SCHEMA;
  /** The name of the case in this lab alone (`labName`): 16 hexadecimal digits, nothing of the person. */
  readonly id: string;
  /** Where the case lies on this machine; left out on shared storage. */
  readonly path?: string;
  /** Day on which it was taken in. */
  readonly added: string;
  /** Entries that the log of the case had when it was last looked at: where it has no more, nothing was taken back. */
  readonly entries?: number;
  /** Last day on which it may be here, of its consent. */
  readonly keepUntil?: string;
  /** Left out: nothing of it leaves. */
  readonly leave?: LabLeave;
  readonly checks: readonly LabCheck[];
}

/**
 * Columns of `records.parquet`, in order of `row`: one line of the check's `records/*.jsonl` each, artifacts in the order of the catalogue.
 * `row` INTEGER from 0, `artifact` VARCHAR, `ordinal` INTEGER (line in the artifact's file), `evidence` INTEGER, `at` BIGINT (ms since
 * 1970, null for none), `line` VARCHAR (the record as it is stored).
 */
export const RECORD_COLUMNS = ["row", "artifact", "ordinal", "evidence", "at", "line"] as const;

/**
 * Columns of `keys.parquet`, in order of `h`: one row for each match key that occurs. `h` BIGINT (`storedKey`), `letter` VARCHAR (of the
 * key: `d`, `u`, `i` …), `n` INTEGER (records that have it), `rows` BLOB (their rows, ascending: unsigned LEB128 of the first and of each
 * step), `first_at` and `last_at` BIGINT (ms since 1970, null for none).
 */
export const KEY_COLUMNS = ["h", "letter", "n", "rows", "first_at", "last_at"] as const;
