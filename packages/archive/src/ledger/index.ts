/** The ledger: what was promised, what was done, and what a named person says of both. @module */
export * from "./check.ts";
export { type ReadLedger, readLedger } from "./read.ts";
export * from "./state.ts";
export * from "./texts.ts";
export type * from "./types.ts";
