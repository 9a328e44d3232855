/** Entities in pages: found by rules, joined and parted by people. @module */
export * from "./decisions.ts";
export * from "./find.ts";
export * from "./groups.ts";
export * from "./rows.ts";
export * from "./together.ts";
export * from "./types.ts";
