/**
 * STIX 2.0 and 2.1: the pattern language of published signs, as it is found in the wild. Objects are plain JSON; what a
 * comparison means for a device is decided in `detection/`.
 *
 * Source: OASIS STIX Version 2.1, section 9 (STIX Patterning), and the public sets of Amnesty Tech, the MVT project and
 * AssoEchap, whose `app:id`, `app:cert.sha1`, `android-property:name` and `configuration-profile:id` are in no standard.
 * @module
 * @example
 * const p = parsePattern("[file:hashes.'SHA-256' = 'ab…' OR domain-name:value IN ('a.example', 'b.example')]");
 * if ("root" in p) for (const a of alternatives(p.root) ?? []) console.log(a.comparisons);
 */
export { type Alternative, alternatives } from "./alternatives.ts";
export { parsePattern } from "./parse.ts";
export type { StixComparison, StixGroup, StixNode, StixPattern, StixPatternError } from "./types.ts";
