/** Bounds on what an attacker's bytes can make us do. Every parser takes its own from here. @module */
export const LIMITS = {
  /** Nesting of property lists, archives, JSON. */
  depth: 64,
  /** Values in one property list (4,000,000 values take about 300 MB). */
  items: 1_000_000,
  /** Bytes of a property list that is held whole. */
  plistBytes: 67_108_864,
  /** Bytes of one value of a database row that a reader joins together. */
  valueBytes: 16_777_216,
  /** Length in characters of one text that goes into a record. */
  text: 4096,
  /** Bytes of one file that are held in memory before scratch is used. */
  memory: 33_554_432,
  /** Archives inside archives. */
  nesting: 3,
  /** Expansion of one compressed file, as a ratio and with a floor in bytes. */
  expansion: 1100,
  expansionFloor: 67_108_864,
  /** Problems kept for one file. */
  problems: 100,
} as const;
