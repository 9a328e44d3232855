/** Several results of one phone: what differs between two checks. @module */
export { type CompareOptions, compareResults } from "./compare.ts";
export { compareFindings } from "./findings.ts";
export { compareText, findingsText } from "./text.ts";
export type {
  ArtifactDifference,
  Comparison,
  FindingDifference,
  FindingsDifference,
  KindDifference,
  Warning,
} from "./types.ts";
