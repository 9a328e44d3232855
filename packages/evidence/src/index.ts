/** Opens what was handed in: containers, trees, files, and hashes what is read. @module */
export {
  type AndroidKind,
  type FoundAndroid,
  findAndroid,
  type OpenAndroidOptions,
  openAndroid,
} from "./android/index.ts";
export { stopIfCancelled } from "./cancel.ts";
export { type Beside, besideOf, type FoundCapture, findCapture, openCapture } from "./capture/index.ts";
export { CbcSource } from "./cbc.ts";
export { type FoundCrashes, findCrashFolder, openCrashFolder } from "./crash-folder/index.ts";
export { evidenceId, type Listed, sumsText } from "./file-list.ts";
export { HashingSource } from "./hashing.ts";
export { type FoundBackup, findBackup, type IosBackup, openIosBackup } from "./ios-backup/index.ts";
export { type FoundTree, findIosTree, type OpenTreeOptions, openIosTree, type TreeKind } from "./ios-tree/index.ts";
export { type FoundMvt, findMvtResult, openMvtResult } from "./mvt-result/index.ts";
export { type Container, containerOf, nothingKnown, type Opened, type OpenInputOptions, openInput } from "./open.ts";
export { chunksOf, type OpenOptions, openRef } from "./open-ref.ts";
export { type FoundReport, findPrivacyReport, openPrivacyReport } from "./privacy-report/index.ts";
export { type FoundRadio, findRadio, openRadio } from "./radio-capture/index.ts";
export type { ArchiveBody, Body, ReadableEvidence } from "./readable.ts";
export { type FoundSaf, findSafResult, openSafResult } from "./saf-result/index.ts";
export { type Shelf, shelve } from "./shelf.ts";
export { Spool } from "./spool.ts";
export { type TarOptions, tarTree } from "./tar-tree.ts";
export { type FoundTrace, findTraceReport, openTraceReport } from "./trace-report/index.ts";
export { describeTree, hostRead, isJunk, rebase, unknownEvidence } from "./tree.ts";
export { unpacked } from "./unpacked.ts";
export { zipTree } from "./zip-tree.ts";
