/**
 * Published signs: readers, normal forms and match keys, the compiled set and its matcher.
 * @module
 * @example
 * const compiled = await compileIndicators([BUILTIN_SET, readIndicators(stream, "pegasus.stix2", report)]);
 * const hits = createMatcher(compiled).match({ type: "process", value: "bh", contact: "ran" });
 */

export { BUILTIN_SET, BUILTIN_SIGNS, type BuiltinSign } from "./builtin.ts";
export { aside, type SignChange, signChange } from "./change.ts";
export { compileIndicators } from "./compile.ts";
export { type Key64, key64 } from "./key64.ts";
export { indicatorKey, KEYS_VERSION, keys, type NormalIndicator, normalIndicator } from "./keys.ts";
export { type KeyVector, VECTORS } from "./keys.vectors.ts";
export { KNOWN_GROUPS, KNOWN_HOSTS, KNOWN_SETS, type KnownFile, type KnownSet } from "./known/index.ts";
export { createMatcher, type Matcher } from "./matcher.ts";
export { NOT_COVERED, type NotCovered } from "./not-covered.ts";
export { readPlainList } from "./plain.ts";
export { readIndicators } from "./readers.ts";
export { readStix } from "./stix.ts";
export type {
  CompiledIndicators,
  IndicatorSink,
  IndicatorSource,
  MatchedIndicator,
  RawIndicator,
  SetMeta,
} from "./types.ts";
export { readStalkerwareYaml } from "./yaml.ts";
