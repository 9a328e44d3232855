/**
 * What an artifact is: it names the files and what it wants of a feed, turns items into records, and says what its
 * fields mean. It opens nothing. Coverage, reference docs and exports follow from this object.
 * @module
 */
import type {
  Acquisition,
  ArtifactRecord,
  Contact,
  EvidenceFile,
  ObservableType,
  Origin,
  Report,
  Words,
} from "@contraluz/core";
import type { Scheme } from "@contraluz/formats/apk-signing/index.ts";
import type { AxmlElement } from "@contraluz/formats/axml/index.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import type { Row } from "@contraluz/formats/sqlite/index.ts";
import type { CaptureItem, CaptureWant } from "./feeds/capture/types.ts";
import type { LogItem } from "./feeds/tracev3/types.ts";

export type Emit = (r: ArtifactRecord) => void;

/** What an artifact is told while it parses one file. */
export interface ParseRun {
  readonly acquisition: Acquisition;
  /** Index into `Result.files`; feeds put it into every origin. */
  readonly file: number;
  /** Path of the file in its tree: `HomeDomain/Library/SMS/sms.db`. */
  readonly path: string;
  /** The person allowed message content to be kept. */
  readonly content: boolean;
  /** Reports a problem of this file (the path is added). */
  readonly problem: Report;
}

/**
 * Parses one file: items in the order of the file, then `end`. Rows that do not stand in their tables any more come after
 * `end`, as items of the same tables: joins are with what stands, and what is counted is what stands.
 */
export interface Parser<Item> {
  take(item: Item, emit: Emit): void;
  end?(emit: Emit): void;
}

// ---- feeds: what one can ask for, and what comes -------------------------------------------------------

/** A table and its columns. `lookup`: it comes before all other tables; the artifact bounds what it holds of it. */
export interface TableWant {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns without which the table says nothing: where one is missing, that is a problem. */
  readonly needs?: readonly string[];
  readonly lookup?: true;
  /** Not there in every version of the app: its absence is no problem. */
  readonly optional?: boolean;
  /**
   * Whether rows that do not stand in it any more come, too: of a lookup only if it says so (its rows are records of their
   * own), of any other table unless it says false. Their `cell` is negative.
   */
  readonly deleted?: boolean;
}
export interface SqliteWant {
  readonly tables: readonly TableWant[];
}
/** Where a row stands, without its values. */
export type RowPlace = Pick<Row, "rowid" | "page" | "cell" | "wal">;
/**
 * Rows of one table, at most one page at a time. `column` gives the index into `row.values`, -1 if it does not exist. Of a
 * deleted row the rowid may be undefined at run time: it was overwritten, and so a field or a join of it stays empty.
 */
export interface SqliteItem {
  readonly table: string;
  readonly rows: readonly Row[];
  column(name: string): number;
  /** False if damage cost rows of a table of this file that was already read: its absences prove nothing. */
  complete(table: string): boolean;
  /** Of a row of this table, also after its batch has passed; says also that the row was deleted, where it was. */
  origin(row: RowPlace): Origin;
}

/** The whole property list of a file, binary or XML, at most `LIMITS.plistBytes`. */
export interface PlistItem {
  readonly value: PlistValue;
  readonly origin: (key: string) => Origin;
}
/** Entries of the tree itself: Manifest.db rows of an iOS backup. */
export interface ListingItem {
  readonly files: readonly EvidenceFile[];
  origin(file: EvidenceFile): Origin;
}

/**
 * Elements of the list that a JSON file is, in batches; or (`list` false) the one value that it is. Values are as
 * `JSON.parse` gives them: of any type and depth up to `LIMITS.depth`.
 */
export interface JsonItem {
  readonly elements: readonly unknown[];
  /** Number of the first one, from 0, among those that could be read. */
  readonly first: number;
  readonly list: boolean;
  readonly origin: (key: string) => Origin;
}

/** A line of a text file, without its end. */
export interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** Of its first byte, in the file or in what a `.gz` opens to. */
  readonly offset: number;
}
/** Lines of a text file in their order, in batches. A line longer than `MAX_LINE` bytes comes as its first part. */
export interface LinesItem {
  readonly lines: readonly Line[];
  readonly origin: (line: Line) => Origin;
}

/** The whole of a small file, for a format of its own. */
export interface BytesItem {
  readonly bytes: Uint8Array;
  readonly origin: (offset: number, length: number) => Origin;
}

/** How a JSON file is stored: `zlib`, as Android's backup of messages is; `lines`: a list may have one element a line. */
export interface JsonWant {
  readonly packed?: "zlib";
  readonly lines?: true;
}

/** An object of a file with one JSON object a line. */
export interface NdjsonObject {
  readonly value: unknown;
  readonly line: Line;
}
/** Objects in their order, in batches; without those that stood before in a file of the same artifact. */
export interface NdjsonItem {
  readonly objects: readonly NdjsonObject[];
  readonly origin: (line: Line) => Origin;
}

/** A certificate of an APK, lower-case hexadecimal, and the schemes that name it. */
export interface ApkSigner {
  readonly sha256: string;
  readonly sha1: string;
  readonly schemes: readonly Scheme[];
}
/** `others`: files that are no APK come, too, with their hash alone. */
export interface ApkWant {
  readonly others?: true;
}
/** A whole APK. */
export interface ApkItem {
  /** AndroidManifest.xml; undefined if it cannot be read. */
  readonly manifest: AxmlElement | undefined;
  readonly signers: readonly ApkSigner[];
  readonly sha256: string | undefined;
  readonly size: number;
  /** Of the whole file. */
  readonly origin: () => Origin;
}

/** Which parts of the text of a bug report (dumpstate), or of `dumpsys`, are wanted. */
export interface SectionsWant {
  /**
   * Names: of a service (`package`, whatever its priority: `DUMP OF SERVICE HIGH package:`), or of a command (`SYSTEM PROPERTIES`).
   */
  readonly sections: readonly string[];
  /** Files whose whole text is the body of one section, by path: `{ "getprop.txt": "SYSTEM PROPERTIES" }`. */
  readonly files?: { readonly [path: string]: string };
}
/** Lines of one section, in batches, in the order of the file; heads and ends are not among them. A section may come again. */
export interface SectionItem {
  readonly section: string;
  /** What stands in the parentheses behind the name of a command section. */
  readonly command?: string;
  readonly lines: readonly Line[];
  /** The first batch of this section: what was remembered of an earlier one ends. It may have no lines. */
  readonly starts: boolean;
  /** The last batch. It may have no lines. */
  readonly ends: boolean;
  readonly origin: (line: Line) => Origin;
}

export interface FeedItems {
  readonly sqlite: SqliteItem;
  readonly plist: PlistItem;
  readonly listing: ListingItem;
  readonly json: JsonItem;
  readonly lines: LinesItem;
  readonly dumpstate: SectionItem;
  readonly tracev3: LogItem;
  readonly bytes: BytesItem;
  readonly ndjson: NdjsonItem;
  readonly apk: ApkItem;
  readonly capture: CaptureItem;
}
export interface FeedWants {
  readonly sqlite: SqliteWant;
  readonly plist: Record<string, never>;
  readonly listing: Record<string, never>;
  readonly json: JsonWant;
  readonly lines: Record<string, never>;
  readonly dumpstate: SectionsWant;
  readonly tracev3: Record<string, never>;
  readonly bytes: Record<string, never>;
  readonly ndjson: Record<string, never>;
  readonly apk: ApkWant;
  readonly capture: CaptureWant;
}
export type FeedId = keyof FeedItems;

/** Where an artifact lies in one kind of acquisition. `paths` are globs: `*` within a name, `?` one character of it, `**` over any number of folders. */
export interface Place<F extends FeedId = FeedId> {
  readonly paths: readonly string[];
  /** Files among them that are read before all others, which are understood by them: clock records, names of programs. */
  readonly first?: readonly string[];
  readonly want: FeedWants[F];
}

export interface FieldDoc {
  readonly words: Words;
  /** Message content: kept only if the Scope says so. */
  readonly content?: true;
  readonly unit?: string;
}

/** By kind of record, then by name. */
export interface ArtifactFields {
  readonly [kind: string]: { readonly [name: string]: FieldDoc };
}

export interface ArtifactWords {
  readonly name: Words;
  /** What it shows. */
  readonly shows: Words;
  /** What it cannot show. */
  readonly hides: Words;
}

/**
 * A type of value that indicators can meet here, and how. For paths: the folders (of three names, `/private/var/mobile`) in
 * which they can lie; none where a hit is possible but not to be expected.
 */
export type Observes = readonly [type: ObservableType, contact: Contact, folders?: readonly string[]];

/**
 * What tells two records of one kind apart in two backups of one phone: names of fields, by kind, the one that is always there
 * first; none where there is one such record at most. All other fields may change and it is still the same thing. Of a kind
 * that is left out every field counts, and the time: what differs is another record.
 */
export interface ArtifactKey {
  readonly [kind: string]: readonly string[];
}

export interface Artifact<F extends FeedId = FeedId> {
  /** `ios/safari-history` */
  readonly id: `${string}/${string}`;
  /** Bump when records change. */
  readonly version: number;
  readonly feed: F;
  readonly where: { readonly [acquisition: string]: Place<F> };
  readonly fields: ArtifactFields;
  readonly key?: ArtifactKey;
  /** What indicators can meet here, and how: decides the applicability of a campaign. */
  readonly observes: readonly Observes[];
  readonly words: ArtifactWords;
  /** What another tool said, not what the device holds: it is no answer to what was found, and no indicator meets it. */
  readonly secondHand?: true;
  /** Where the format facts come from. */
  readonly sources: readonly string[];
  parse(run: ParseRun): Parser<FeedItems[F]>;
}

/** An artifact whatever its feed: what the catalogue holds. */
export type AnyArtifact =
  | Artifact<"sqlite">
  | Artifact<"plist">
  | Artifact<"listing">
  | Artifact<"json">
  | Artifact<"lines">
  | Artifact<"dumpstate">
  | Artifact<"tracev3">
  | Artifact<"bytes">
  | Artifact<"ndjson">
  | Artifact<"apk">
  | Artifact<"capture">;

export type * from "./feeds/capture/types.ts";
