/** The inbox of a helpline: arrivals become cases, and all cases in one table. @module */
export { takeIn } from "./intake.ts";
export { byUrgency } from "./next.ts";
export { type CaseRow, caseRows, tableText } from "./table.ts";
export type { Arrival, Arrivals, AsideReason, CaseShelf, IntakeOptions, Outcome } from "./types.ts";
export { ASIDE, NEXT, OUTCOME, TABLE } from "./words.ts";
