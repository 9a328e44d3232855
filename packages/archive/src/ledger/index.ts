/** The ledger: what was promised, what was done, and what a named person says of both. @module */
export * from "./check.ts";
export * from "./claim-review.ts";
export * from "./exports.ts";
export { type LedgerPageOptions, ledgerCss, ledgerHtml, ledgerPart } from "./page.ts";
export { type LineFault, type ReadLedger, readLedger } from "./read.ts";
export * from "./rows.ts";
export * from "./state.ts";
export { checkLines, ledgerText } from "./text.ts";
export * from "./texts.ts";
export type * from "./types.ts";
export * from "./view.ts";
