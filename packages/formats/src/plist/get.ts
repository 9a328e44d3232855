/** Typed looks into a property list. None of them throws: what is not there is undefined. @module */
import type { PlistDate, PlistDict, PlistUid, PlistValue } from "./types.ts";

type Maybe = PlistValue | undefined;

export function asDict(v: Maybe): PlistDict | undefined {
  return v instanceof Map ? (v as PlistDict) : undefined;
}
export function asArray(v: Maybe): readonly PlistValue[] | undefined {
  return Array.isArray(v) ? v : undefined;
}
export function asString(v: Maybe): string | undefined {
  return typeof v === "string" ? v : undefined;
}
/** Numbers and big integers; big ones lose precision beyond 2^53. */
export function asNumber(v: Maybe): number | undefined {
  return typeof v === "number" ? v : typeof v === "bigint" ? Number(v) : undefined;
}
export function asBytes(v: Maybe): Uint8Array | undefined {
  return v instanceof Uint8Array ? v : undefined;
}
export function isDate(v: Maybe): v is PlistDate {
  return typeof v === "object" && v !== null && "date" in v;
}
export function isUid(v: Maybe): v is PlistUid {
  return typeof v === "object" && v !== null && "uid" in v;
}
/**
 * The value at a path of keys and indexes.
 * @example get(plist, "PayloadContent", 0, "PayloadType")
 */
export function get(v: Maybe, ...path: readonly (string | number)[]): PlistValue | undefined {
  let at: Maybe = v;
  for (const step of path) {
    if (typeof step === "number") at = asArray(at)?.[step];
    else at = asDict(at)?.get(step);
    if (at === undefined) return undefined;
  }
  return at;
}
