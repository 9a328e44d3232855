/**
 * Apple's unified logs: tracev3 files, timesync files, and the files of texts that entries name.
 *
 * A phone writes them since iOS 10; a sysdiagnose holds them in `system_logs.logarchive`. Facts: libyal/dtformats, "Apple Unified
 * Logging and Activity Tracing formats". An entry says who logged (process, image, subsystem) and when (ticks since boot); its
 * words stand elsewhere, and a timesync file tells what the wall clock said.
 * @module
 * @example
 * const reader = new LogReader({ entry: (e) => count(e.chunk.process?.pid, e.time) }, report);
 * for await (const piece of file) reader.push(piece);
 * reader.end();
 */
export type { Catalog, CatalogImage, CatalogProcess, Subsystem } from "./catalog.ts";
export { keyOf } from "./catalog.ts";
export * from "./clock.ts";
export { composeMessage } from "./format.ts";
export * from "./images.ts";
export * from "./message.ts";
export { LogReader, MAX_CHUNK } from "./reader.ts";
export * from "./timesync.ts";
export * from "./types.ts";
export * from "./values.ts";
