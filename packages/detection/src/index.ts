/** Published signs and rules over records, and the verdict. @module */
export * from "./catalogue.ts";
export * from "./collector.ts";
export * from "./findings.ts";
export * from "./indicators/index.ts";
export * from "./levels.ts";
export * from "./local-context.ts";
export * from "./rule.ts";
export * from "./verdict.ts";
