/** The case: evidence under consent, a log that cannot be rewritten, results side by side, and what leaves it. @module */
export * from "./compare/index.ts";
export * from "./vault/index.ts";
