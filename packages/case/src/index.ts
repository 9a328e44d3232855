/** Several results of one phone: what differs between two checks. @module */
export { type CompareOptions, compareResults } from "./compare/compare.ts";
export { compareFindings } from "./compare/findings.ts";
export { compareText, findingsText } from "./compare/text.ts";
export type {
  ArtifactDifference,
  Comparison,
  FindingDifference,
  FindingsDifference,
  KindDifference,
  Warning,
} from "./compare/types.ts";
