/** The timeline of a case. @module */
export { type BuildOptions, type Built, buildIndex } from "./build.ts";
export type { IndexStore, TimelineInput } from "./check-indexes.ts";
export { IndexDamaged, type IndexFolder } from "./chunks.ts";
export { citeText, cursorText, readCite, readCursor } from "./cursor.ts";
export { fold, highlight, terms } from "./fold.ts";
export { type CaseRows, rowsOfCase } from "./from-case.ts";
export type { Undated } from "./line.ts";
export { folderIn, indexesIn } from "./store.ts";
export { countText, type TimelineTextOptions, timelineText } from "./text.ts";
export { type Facet, type PageOptions, Timeline } from "./timeline.ts";
export type * from "./types.ts";
