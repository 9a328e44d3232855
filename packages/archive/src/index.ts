/** The opened archive: pages that were read from documents, found again by words and by names. @module */
export * from "./pages/index.ts";
