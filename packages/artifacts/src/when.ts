/** Times as Apple's property lists keep them. @module */
import { type Moment, macSeconds, parseIso, plistMoment, utcNs } from "@contraluz/core";
import { isDate } from "@contraluz/formats/plist/get.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";

/** The instant of a date or of a count of seconds since 2001; undefined for the rest. */
export function whenOf(v: PlistValue | undefined): Moment | undefined {
  if (isDate(v)) return plistMoment(v);
  return typeof v === "number" || typeof v === "bigint" ? macSeconds(v) : undefined;
}

/** The instant of a text such as `2022-03-04T05:06:07Z` that names its zone, or of a date. */
export function whenSaid(v: PlistValue | undefined): Moment | undefined {
  if (typeof v !== "string" || v.length > 40 || !/(?:Z|[+-]\d\d:?\d\d)$/.test(v)) return whenOf(v);
  const utc = parseIso(v);
  return utc === undefined ? undefined : utcNs(utc, v, utc % 1_000_000_000n === 0n ? "s" : "us");
}
