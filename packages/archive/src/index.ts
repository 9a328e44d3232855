/** The opened archive: pages that were read from documents, found again by words and by names. @module */
export * from "./index/index.ts";
export * from "./pages/index.ts";
export * from "./search/index.ts";
