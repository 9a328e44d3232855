/** What a module of MVT's layout is made of. @module */
import type { FileEntry, Json } from "@contraluz/core";
import type { RecordObject, StoredRecord } from "../record.ts";

/** One object of a module's file, under MVT's names. */
export type MvtRow = { readonly [name: string]: Json | undefined };

/** One line of timeline.csv. `at` is an instant in nanoseconds. */
export interface MvtEvent {
  readonly at: bigint;
  readonly event: string;
  readonly text: string;
}

/** A record on its way into a row: its fields, and where it was read. */
export interface Source {
  readonly artifact: string;
  readonly ordinal: number;
  readonly record: RecordObject;
  readonly file: FileEntry | undefined;
}

/** Gathered before the rows are made: a table that rows are joined with. Bounded by whoever fills it. */
export interface MvtState {
  readonly [name: string]: unknown;
}

/** One module: which records are its rows, and what of them stands on the timeline. */
export interface MvtModule {
  /** Its file is `slug.json`, its alerts `slug_detected.json`; alerts call it by this. */
  readonly slug: string;
  /** Its name on the timeline. */
  readonly plugin: string;
  readonly artifact: string;
  readonly kinds: readonly string[];
  /** `object`: the only row is the file; `by-file`: lists of rows under the name of the file that they were read from. */
  readonly shape?: "object" | "by-file";
  /** What rows are joined with, made anew for every export; `gather` sees every record of the artifact first. */
  readonly open?: () => MvtState;
  readonly gather?: (s: Source, state: MvtState) => void;
  row(s: Source, state: MvtState): MvtRow | undefined;
  events(s: Source, state: MvtState): readonly MvtEvent[];
}

export type { StoredRecord };
