/** Pages of documents: what reading a document leaves, one line of JSON a page. @module */
export * from "./types.ts";
