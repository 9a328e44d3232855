/**
 * What the bench asks of the engine's thread. Work that takes longer than a moment comes in slices: the page asks for the
 * next one until it is done, so whoever stops asking has cancelled, and every answer says how far it is.
 * @module
 */
import type { ArtifactRecord, FileEntry, Level } from "@contraluz/core";
import type { Said } from "../engine/protocol.ts";

/** `time`: all dated records by instant; `undated`: all others; `place`: those of one place, in reading order. */
export type ListId = "time" | "undated" | "place";

export interface Spec {
  readonly list: ListId;
  /** Of the list `place`. */
  readonly artifact: string;
  /** Text that a value holds, whatever the case. */
  readonly query: string;
  /** Left out: `ios/sms`, or one kind of record `ios/sms#message`. */
  readonly without: readonly string[];
  /** Levels left out; `none`: records that no finding names. */
  readonly levels: readonly (Level | "none")[];
  /** Days begin at midnight of this zone. */
  readonly zone: string;
}

export interface FieldInfo {
  readonly name: string;
  readonly label: Said;
  readonly unit?: string;
}

export interface KindInfo {
  readonly kind: string;
  readonly records: number;
  readonly dated: number;
  readonly fields: readonly FieldInfo[];
}

export interface PlaceInfo {
  readonly id: string;
  readonly records: number;
  readonly dated: number;
  readonly kinds: readonly KindInfo[];
}

export interface BenchInfo {
  /** Places with records, in the order of the result. */
  readonly places: readonly PlaceInfo[];
  /** Dated records, and those that did not fit into the index or contradict it. */
  readonly timed: number;
  readonly left: number;
  /** First and last instant, milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** Records a day (UTC) and place (its number in `places`), by day: as much as coverage needs. */
  readonly days: { readonly day: Int32Array; readonly place: Uint16Array; readonly count: Uint32Array };
}

/** A list that stands ready. Rows are records, and in `time` also days and gaps between them. */
export interface View {
  readonly id: number;
  readonly spec: Spec;
  readonly rows: number;
  readonly records: number;
  /** Rows of records that findings name, and their level as a number in `LEVELS`. */
  readonly marks: { readonly row: Uint32Array; readonly level: Uint8Array };
  /** Lines longer than can be searched. */
  readonly unsearched: number;
}

export interface RecordRow {
  readonly type: "record";
  readonly artifact: string;
  readonly ordinal: number;
  readonly record: ArtifactRecord;
  readonly file: FileEntry | undefined;
  readonly level?: Level;
}

export type BenchRow =
  | RecordRow
  /** A line that is no record. */
  | { readonly type: "damaged"; readonly artifact: string; readonly ordinal: number }
  | { readonly type: "day"; readonly ms: number; readonly records: number }
  | { readonly type: "gap"; readonly from: number; readonly to: number };

export interface Sliced {
  readonly done: boolean;
  /** Bytes, or records: whatever `of` counts. */
  readonly part: number;
  readonly of: number;
}

export interface BenchQuestions {
  /** Where lines and instants are. Once for a result. */
  readonly prepare: { readonly ask: Record<string, never>; readonly answer: Sliced & { readonly info?: BenchInfo } };
  /** Makes a list; another `spec` gives up the one before. */
  readonly show: { readonly ask: Spec; readonly answer: Sliced & { readonly view?: View } };
  /** At most `MAX_ROWS` rows of a list. Nothing if the list is gone. */
  readonly window: {
    readonly ask: { readonly view: number; readonly from: number; readonly count: number };
    readonly answer: readonly BenchRow[];
  };
  /** One record, whole: rows of a list hold the beginning of long values. */
  readonly record: {
    readonly ask: { readonly artifact: string; readonly ordinal: number };
    readonly answer: BenchRow | undefined;
  };
  /** Records of a list between two instants, in parts of equal length. */
  readonly bins: {
    readonly ask: { readonly view: number; readonly from: number; readonly to: number; readonly count: number };
    readonly answer: Uint32Array;
  };
  /** The row of a record, or of the first record at or after an instant; -1 if there is none. */
  readonly rowOf: {
    readonly ask: { readonly view: number; readonly at: { artifact: string; ordinal: number } | { ms: number } };
    readonly answer: number;
  };
}

/** Rows that come at once. */
export const MAX_ROWS = 500;
