/** The table of types, and what values look like. @module */

/** Name and number of a type; a group of additions has no name. */
export type Named = readonly [name: string, type: number];
export type Part = readonly [name: string, type: number, optional: 0 | 1];

/** What a line of the table says: `tools/radio/make_rrc_tables.py`. */
export type Type =
  | readonly ["b"]
  | readonly ["n"]
  | readonly ["i", low: number | null, high: number | null, ext: 0 | 1]
  | readonly ["e", names: readonly string[], more: readonly string[] | null]
  | readonly ["s", low: number, high: number | null, ext: 0 | 1, inner: number | null]
  | readonly ["o", low: number, high: number | null, ext: 0 | 1, inner: number | null]
  | readonly ["l", low: number, high: number | null, ext: 0 | 1, item: number]
  | readonly ["c", names: readonly Named[], more: readonly Named[] | null]
  | readonly ["q", parts: readonly Part[], more: readonly (Named | readonly [null, number])[] | null];

export interface TypeTable {
  readonly count: number;
  readonly lines: readonly string[];
  /** Those that were needed so far. */
  readonly at: (Type | undefined)[];
}

/** One of several; its value is filled in while it is read. */
export class Choice {
  readonly name: string;
  value: UperValue;
  constructor(name: string, value: UperValue) {
    this.name = name;
    this.value = value;
  }
}

/**
 * Integers as numbers, names of enumerations as texts, bits as `0110`, bytes as they are, lists as arrays, a choice with its
 * name, a sequence by the names of what is there.
 */
export type UperValue =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | readonly UperValue[]
  | Choice
  | { readonly [name: string]: UperValue };
