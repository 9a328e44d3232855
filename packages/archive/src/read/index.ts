/** Reads documents into pages. @module */
export type { Coverage, DocumentCoverage, ListedFinding } from "./coverage.ts";
export { openDocument, type Reading } from "./document.ts";
export { ARCHIVE_SCHEMA, type ArchiveFolder } from "./output.ts";
export { type ArchiveProgress, type ArchiveRead, type ReadArchiveOptions, readArchive } from "./run.ts";
export { serveDocuments } from "./thread.ts";
export { type PageFinding, READ_LIMITS, type ReadOptions, type ReadPage } from "./types.ts";
