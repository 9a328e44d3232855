/** Pages of documents: what reading a document leaves, one line of JSON a page. @module */
export * from "./correction.ts";
export * from "./read.ts";
export * from "./types.ts";
