/** A check done again by a second reviewer, against what the first one handed over. @module */
export { differencesOf, type Outcome, type Reproduced, type Setup } from "./differences.ts";
export { differenceNotes, reproducedText } from "./text.ts";
