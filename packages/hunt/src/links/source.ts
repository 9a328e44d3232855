/**
 * What linking asks of a lab: which keys several cases have, which records have them. `sql.ts` asks an engine; a test can hold cases in memory.
 * @module
 */
import type { ArtifactRecord } from "@contraluz/core";
import type { Place } from "../engine/types.ts";
import type { Keying } from "../lab/secret.ts";

/** A key that several cases have. */
export interface SharedKey {
  readonly h: bigint;
  readonly letter: string;
  /** Their ids, by code unit. */
  readonly cases: readonly string[];
}

/** A key in one check. */
export interface KeyRow extends Place {
  readonly h: bigint;
  readonly letter: string;
  readonly n: number;
  /** Ascending. */
  readonly rows: readonly number[];
  /** Milliseconds since 1970. */
  readonly first: number | null;
  readonly last: number | null;
}

export interface SourceRecord {
  readonly row: number;
  readonly artifact: string;
  readonly ordinal: number;
  readonly record: ArtifactRecord;
}

export interface LinkSource {
  /** Keys of these letters that at least two and at most `most` cases have. */
  shared(letters: readonly string[], most: number): AsyncIterable<SharedKey>;
  /** These keys (ascending, each once) wherever they occur. */
  rows(keys: BigInt64Array): AsyncIterable<KeyRow>;
  /** Records of one check, rows ascending. Undefined where the check cannot be read. */
  records(place: Place, rows: readonly number[]): Promise<readonly SourceRecord[] | undefined>;
  /** Makes stored keys under the lab's secret, if it has one. */
  readonly keying: Keying;
}
