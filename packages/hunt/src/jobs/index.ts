/** Jobs of a lab. @module */
export * from "./id.ts";
export * from "./in-process.ts";
export { type Ingest, type Item, inTurn } from "./ingest.ts";
export * from "./judge.ts";
export { KnownCases } from "./known.ts";
export * from "./records.ts";
export * from "./types.ts";
export { type Worker, workOn, workQueue } from "./work.ts";
