/** One pass over evidence, within what was allowed: `check()` and `recheck()`. @module */
export * from "./catalogue.ts";
export * from "./check.ts";
export * from "./recheck.ts";
export * from "./stored.ts";
export { serve } from "./worker.ts";
