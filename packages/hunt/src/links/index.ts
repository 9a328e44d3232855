/** Which cases of a lab are linked, by what, and since when. @module */
export * from "./build.ts";
export { ACTIVE_DAYS, activityOf, telling } from "./campaigns.ts";
export type { KeyRow, LinkSource, SharedKey, SourceRecord } from "./source.ts";
export { type SqlSourceOptions, sqlSource } from "./sql.ts";
export { campaignText, type LinkTextOptions } from "./text.ts";
export * from "./types.ts";
export { CASES_LEAST, JOIN, LINK } from "./weights.ts";
