/** Types of indicator sets: what a source gives, and what is compiled from it. @module */

import type { Grade, Indicator, IndicatorSet, ObservableType, Sha256 } from "@contraluz/core";
import type { ColumnData } from "./columns.ts";

/** Where a set comes from. */
export interface SetMeta {
  readonly name: string;
  /** Who published it. */
  readonly source: string;
  readonly licence: string;
  /** Newest date stated, `2026-04-08`, or "". */
  readonly date: string;
}

export type Role = Indicator["role"];

/** One sign as a source states it; the value in whatever form. */
export interface RawIndicator {
  readonly type: ObservableType;
  readonly value: string;
  readonly campaign?: string;
  readonly grade?: Grade;
  /** Left out: what the type is a sign of (`roleOf`). */
  readonly role?: Role;
  /** A name that others use too, beyond what `isCommon` knows. */
  readonly common?: true;
  /** `indicator--` and a UUID: the id that the publisher gave. */
  readonly id?: string;
  /** Seconds since 1970; 0 or left out for no end. */
  readonly validUntil?: number;
  readonly tlp?: string;
  /** What the same record must show beside it. */
  readonly also?: readonly { readonly type: ObservableType; readonly value: string }[];
}

/** Takes the signs of one source. Rows are numbered from 0 in the order of the calls. */
export interface IndicatorSink {
  /** The row of the sign, or -1 if its value is not valid (the caller reports). */
  add(i: RawIndicator): number;
  /** What later objects say of rows: a campaign and grade; an end (the sign was revoked or replaced). */
  setCampaign(row: number, campaign: string, grade: Grade): void;
  drop(row: number): void;
}

/** A set of signs, read when it is compiled. `read` gives what the source itself says of the set. */
export interface IndicatorSource {
  readonly meta: SetMeta;
  read(sink: IndicatorSink): Promise<Partial<SetMeta> | undefined>;
}

/** What the matcher found: an indicator, and whether only the cut form of a process name was seen. */
export interface MatchedIndicator extends Indicator {
  /** The observed name has 15 or 16 characters, where systems cut: the indicator is longer and begins with it. */
  readonly truncated?: true;
  /** Match keys that the same record must show too (`joint.ts`). */
  readonly also?: readonly string[];
}

/** Columns of rows, in the order in which they were read. */
export interface RowData {
  /** Where the value begins in the pages, and its bytes. */
  readonly at: ColumnData;
  readonly length: ColumnData;
  /** Type, role, grade, flags (`packed.ts`). */
  readonly packed: ColumnData;
  /** Index into `campaigns`; 2^32 - 1 for none. */
  readonly campaign: ColumnData;
  readonly set: ColumnData;
  /** Seconds since 1970; 0 for no end. */
  readonly validUntil: ColumnData;
  /** Where the keys begin that the same record must show too, and their bytes; 0 bytes for none. */
  readonly alsoAt: ColumnData;
  readonly alsoLength: ColumnData;
  /** The UUID of the publisher's id as four words. */
  readonly id: readonly ColumnData[];
}

/**
 * Sets made ready for matching: plain data that crosses threads (structured clone; without copying where the host
 * has SharedArrayBuffer).
 */
export interface CompiledIndicators {
  readonly keysVersion: number;
  /** Of all sets in their order: equal for equal content. */
  readonly sha256: Sha256;
  readonly sets: readonly IndicatorSet[];
  /** Campaign (else name of the set) → type (of paths `file-path:/private/var/tmp`) → number of different signs. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly campaigns: readonly string[];
  /** Sorted halves of 64-bit keys, and the row of each. */
  readonly keyHi: Uint32Array;
  readonly keyLo: Uint32Array;
  readonly keyRow: Uint32Array;
  /** What is known of each row; rows that no key names were dropped or joined with others. */
  readonly rows: RowData;
  /** UTF-8 of all values, in pages of 1 MiB. */
  readonly pages: readonly Uint8Array[];
  /** A bloom filter (two bits a key) over cheap hashes; its length in bits is a power of two. */
  readonly filter: Uint32Array;
  /** Letters of the kinds of keys that occur. */
  readonly letters: string;
  /** Prefix lengths of IP ranges that occur. */
  readonly ranges4: readonly number[];
  readonly ranges6: readonly number[];
}
