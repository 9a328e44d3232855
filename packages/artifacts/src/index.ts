/** The artifacts and the feeds that drive them. @module */
export * from "./artifact.ts";
export { ARTIFACTS } from "./catalogue.ts";
export { type ApkRun, runApk } from "./feeds/apk.ts";
export { runBytes } from "./feeds/bytes.ts";
export { type CaptureRun, type CaptureSub, KeyLog, runCapture } from "./feeds/capture/index.ts";
export { type DumpstateRun, runDumpstate, type SectionsRead, type SectionsSub } from "./feeds/dumpstate.ts";
export { type JsonRun, runJson } from "./feeds/json.ts";
export { type LinesRun, runLines } from "./feeds/lines.ts";
export { type NdjsonRun, runNdjson, SeenObjects } from "./feeds/ndjson.ts";
export { runPlist } from "./feeds/plist.ts";
export { runSqlite, type SqliteRun, type SqliteSub } from "./feeds/sqlite.ts";
export { LogState, runTracev3, type Tracev3Run } from "./feeds/tracev3/index.ts";
export type * from "./feeds/tracev3/types.ts";
