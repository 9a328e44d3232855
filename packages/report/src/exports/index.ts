/** Exports on demand, as text in chunks. Nothing here touches the stored result. @module */
import type { FileEntry } from "@contraluz/core";
import { csv } from "./csv.ts";
import { type FolderExport, mvtFolder } from "./mvt/index.ts";
import type { Export, MarksOf, StoredRecords } from "./record.ts";
import { timesketchCsv, timesketchJsonl } from "./timesketch.ts";

/** What a format is for and how its file is named. */
export interface ExportFormat {
  readonly id: "timesketch-jsonl" | "timesketch-csv" | "csv";
  readonly extension: "jsonl" | "csv";
  /** The order in which it wants its records. */
  readonly order: "timeline" | "reading";
  /** `marks`: tags and comments of a case, where the format has room for them. */
  readonly make: (records: StoredRecords, files: readonly FileEntry[], marks?: MarksOf) => Export;
}

export const EXPORTS: readonly ExportFormat[] = [
  { id: "timesketch-jsonl", extension: "jsonl", order: "timeline", make: timesketchJsonl },
  { id: "timesketch-csv", extension: "csv", order: "timeline", make: timesketchCsv },
  { id: "csv", extension: "csv", order: "reading", make: csv },
];

export const FOLDER_EXPORTS: readonly FolderExport[] = [{ id: "mvt", make: mvtFolder }];

export { type CaseOptions, type CustodyEntry, caseUco } from "./case-uco/index.ts";
export { csv, csvCell, csvRow } from "./csv.ts";
export { DOCUMENT_EXPORTS, type DocumentExport } from "./documents.ts";
export { misp } from "./misp/index.ts";
export { type ExportFile, type FolderExport, type FolderOutput, type FolderStats, mvtFolder } from "./mvt/index.ts";
export {
  type Export,
  type ExportStats,
  type MarksOf,
  parseRecord,
  type RecordMarks,
  type RecordObject,
  type StoredRecord,
  type StoredRecords,
} from "./record.ts";
export { type CrateFile, type CrateOptions, roCrate } from "./ro-crate/index.ts";
export {
  type DocumentOutput,
  type ShareNote,
  type ShareOptions,
  TLP_LEVELS,
  type Tlp,
} from "./share/types.ts";
export { stix } from "./stix/index.ts";
export { storedRecords } from "./stored.ts";
export { timesketchCsv, timesketchJsonl } from "./timesketch.ts";
