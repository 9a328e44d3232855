/** The timeline of a case: what is asked and what is shown. @module */
import type { ArtifactRecord, FileEntry, Finding, Level, Moment, ObservableType, Result } from "@contraluz/core";
import type { StoredFolder } from "@contraluz/store";
import type { RecordCite } from "../log/actions.ts";
import type { Undated } from "./line.ts";

/** One check of a case, as it is read. */
export interface TimelineCheck {
  /** Name of its folder in `checks/`. */
  readonly check: string;
  readonly folder: StoredFolder;
  readonly result: Result;
}

/** What stands in the timeline beside records: an incident, a note, an entry of the log. */
export interface ExtraRow {
  readonly at?: Moment;
  readonly kind: string;
  readonly id: string;
  readonly text: string;
}

/** A clock was wrong: what is added to the times of a source. The records stay as they are. */
export interface ClockCorrection {
  readonly check: string;
  /** Left out: all of the check. That of an artifact counts before that of its check. */
  readonly artifact?: string;
  readonly seconds: number;
  readonly why: string;
}

export interface TagMark {
  readonly cite: RecordCite;
  readonly tag: string;
}

/** What is asked for. All that is named must hold. */
export interface TimelineFilter {
  /** Nanoseconds since 1970, the first one too; with the clocks as they were corrected. */
  readonly from?: bigint;
  /** The first one that does not belong. */
  readonly to?: bigint;
  readonly checks?: readonly string[];
  /** `case/incident`, `case/note`, `case/log` for what is no record. */
  readonly artifacts?: readonly string[];
  readonly kinds?: readonly string[];
  /** Rows that a finding of one of these levels cites (it cites its first 100). */
  readonly levels?: readonly Level[];
  readonly finding?: { readonly check: string; readonly finding: string };
  readonly tag?: string;
  /** The same match as detection: a domain finds the addresses under it. */
  readonly observable?: { readonly type: ObservableType; readonly value: string };
  /** Words that all must be there, "phrases" in quotes; case and accents do not count. */
  readonly text?: string;
}

/** A place in the order, between rows. */
export interface TimelineCursor {
  readonly ns: bigint;
  readonly check: string;
  readonly artifact: string;
  readonly ordinal: number;
}

export interface CitingFinding {
  readonly finding: Finding["id"];
  readonly level: Level;
}

export interface TimelineRow {
  /** "" for what is no record. */
  readonly check: string;
  readonly artifact: string;
  readonly ordinal: number;
  readonly kind: string;
  /** Where it stands, with the clock as corrected; undefined for the undated. */
  readonly ns?: bigint;
  /** What was added to the record's own time. */
  readonly corrected?: ClockCorrection;
  /** Why it has no place in the order. */
  readonly undated?: Undated;
  /** Left out of a line that is no record, and of what is none. */
  readonly record?: ArtifactRecord;
  readonly file?: FileEntry;
  readonly extra?: ExtraRow;
  readonly findings: readonly CitingFinding[];
  readonly tags: readonly string[];
}

export interface TimelinePage {
  readonly rows: readonly TimelineRow[];
  /** Of the first and last row, to go on from; undefined on an empty page. */
  readonly first?: TimelineCursor;
  readonly last?: TimelineCursor;
  /** There is no further row in this direction. */
  readonly end: boolean;
}

/** How many; `exact: false` is "at least". */
export interface TimelineCount {
  readonly n: number;
  readonly exact: boolean;
}

/** One bar: rows from `ns` for the width of the bin. */
export interface TimelineBar {
  readonly ns: bigint;
  readonly n: number;
}

/** Something of the case that could not be put into the timeline. */
export interface TimelineTrouble {
  readonly check: string;
  readonly artifact?: string;
  readonly found: string;
}
