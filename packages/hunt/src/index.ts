/** The hunt: signs against the records of many cases, and cases against each other. @module */
export * from "./engine/types.ts";
export * from "./keys/stored.ts";
export * from "./lab/leftovers.ts";
export * from "./lab/name.ts";
export * from "./lab/open.ts";
export * from "./lab/secret.ts";
export * from "./lab/types.ts";
export * from "./lab/write.ts";
export * from "./run/diff.ts";
export * from "./run/hunt.ts";
export * from "./run/search.ts";
export { keysOfSign, signKeys } from "./run/signs.ts";
export * from "./run/stored.ts";
export * from "./run/types.ts";
export * from "./store/take.ts";
export * from "./store/types.ts";
