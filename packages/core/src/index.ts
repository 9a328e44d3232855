/** Plain types and small pure functions that every room shares. @module */

export * from "./evidence.ts";
export * from "./json.ts";
export * from "./limits.ts";
export * from "./own.ts";
export * from "./platform.ts";
export * from "./problem.ts";
export * from "./record.ts";
export * from "./result.ts";
export * from "./time.ts";
export * from "./words.ts";
