/** The hunt: signs against the records of many cases, and cases against each other. @module */
export * from "./engine/types.ts";
export * from "./keys/stored.ts";
export * from "./lab/types.ts";
export * from "./run/types.ts";
