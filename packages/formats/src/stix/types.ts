/** What a STIX pattern says, as plain data. @module */

/** One comparison: `file:hashes.'SHA-256' = '…'`, `domain-name:value IN ('a', 'b')`. */
export interface StixComparison {
  readonly kind: "comparison";
  /** Object type: `file`, `domain-name`, `app`. */
  readonly object: string;
  /** Property path, quotes removed: `["hashes", "SHA-256"]`. A list index is its text: `[*]` is `*`. */
  readonly path: readonly string[];
  /** `=` and `IN` carry values to compare for equality; every other operator is `unsupported`. */
  readonly op: "=" | "IN" | "unsupported";
  /** The operator as written: `LIKE`, `!=`, `NOT MATCHES`. */
  readonly written: string;
  /** String values, escapes undone; numbers and booleans as their text. */
  readonly values: readonly string[];
}

/** Several parts. `observation`: each part may be another event; `comparison`: all parts speak of one. */
export interface StixGroup {
  readonly kind: "and" | "or";
  readonly level: "comparison" | "observation";
  readonly of: readonly StixNode[];
}

export type StixNode = StixComparison | StixGroup;

export interface StixPattern {
  readonly root: StixNode;
  /** Qualifiers that were read and left aside: `WITHIN`, `START`, `REPEATS`. */
  readonly qualifiers: readonly string[];
}

/** Where a pattern stops being one. Offsets are UTF-16 code units. */
export interface StixPatternError {
  readonly offset: number;
  readonly expected: string;
}
