/** Values of a property list. Dictionaries are Maps: a key named `__proto__` is a key. @module */
export type PlistValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | PlistDate
  | PlistUid
  | readonly PlistValue[]
  | PlistDict;
export type PlistDict = ReadonlyMap<string, PlistValue>;
/** An instant: ns since 1970, and the number or text as stored. */
export interface PlistDate {
  readonly date: bigint;
  readonly seen: string;
}
/** A reference inside a keyed archive (CF$UID). */
export interface PlistUid {
  readonly uid: number;
}
