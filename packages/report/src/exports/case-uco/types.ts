/** What the export of custody takes: the lines of a case's log, and nothing of what is withheld behind their hashes. @module */
import type { Lang, Sha256 } from "@contraluz/core";

/** One line of the log of a case. What it was about is only there as a hash. */
export interface CustodyEntry {
  readonly seq: number;
  /** SHA-256 of the line before. */
  readonly prev: Sha256;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** A short label; who stands behind it is not told. */
  readonly actor: string;
  readonly action: string;
  readonly input: readonly Sha256[];
  readonly output: readonly Sha256[];
  /** SHA-256 of what was noted. */
  readonly data: Sha256;
}

export interface CaseOptions {
  /** What tells this case from others: its ids come from it. Not given: the evidence of the result. */
  readonly id?: string;
  readonly title?: string;
  readonly by?: { readonly name: string; readonly id?: string };
  readonly custody?: readonly CustodyEntry[];
  /** SHA-256 and bytes of `result.json`, where they are known. */
  readonly result?: { readonly sha256: Sha256; readonly size?: number };
  /** Of the few words that are ours; English if not given. */
  readonly lang?: Lang;
}
