/** The case: evidence under consent, a log that cannot be rewritten, results side by side, and what leaves it. @module */
export * from "./compare/index.ts";
export * from "./dossier/index.ts";
export * from "./sign/index.ts";
export * from "./timestamp/index.ts";
export * from "./vault/index.ts";
