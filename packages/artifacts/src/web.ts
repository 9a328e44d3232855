/** What the places of browsers and web views share. @module */
import { type Contact, type Moment, macSeconds, type Observable, unixSeconds, utcNs } from "@contraluz/core";
import { ownerOf } from "./phone-paths.ts";

/** What an address shows; nothing for an empty one. */
export function seenUrl(url: string | undefined, contact: Contact): Observable[] {
  return url === undefined || url === "" ? [] : [{ type: "url", value: url, contact }];
}

/** What the name of a site shows. */
export function seenSite(site: string | undefined, contact: Contact): Observable[] {
  return site === undefined || site === "" ? [] : [{ type: "domain", value: site, contact }];
}

/**
 * The app whose files these are, from the path of one: `com.google.Gmail` of `AppDomain-com.google.Gmail/Library/x`; of other
 * domains their name. In a dump of the phone: the name of its container, which is an identifier.
 */
export function appOf(path: string): string {
  if (path.startsWith("private/")) return ownerOf(path) ?? "";
  const end = path.indexOf("/");
  const domain = end < 0 ? path : path.slice(0, end);
  return /^AppDomain(?:Group|Plugin)?-(.+)$/s.exec(domain)?.[1] ?? domain;
}

const MICROS_FROM = 100_000_000_000_000;
const YEAR_2200_MS = 7_258_118_400_000;

/**
 * Unix milliseconds or microseconds, told apart by size: as milliseconds 10^14 would lie in the year 5138. Undefined for what is
 * no date of a phone.
 */
export function unixFine(v: number | bigint | undefined): Moment | undefined {
  if (v === undefined) return undefined;
  const n = Number(v);
  if (n >= 1 && n < YEAR_2200_MS) return utcNs(BigInt(Math.trunc(n)) * 1_000_000n, String(v), "ms");
  if (n >= MICROS_FROM && n < YEAR_2200_MS * 1000) return utcNs(BigInt(Math.trunc(n)) * 1000n, String(v), "us");
  return undefined;
}

/** Between 2001 and 2001, counted from each: a date of Safari after 1 January 2032 would be taken for one of 2001. */
const MAC_END = 978_307_200;

/**
 * A time of an open tab: Apple's seconds, from iOS 26 on Unix seconds. Apple's stay below 978,307,200 until 2032, Unix ones passed it in
 * 2001.
 */
export function tabTime(v: number | bigint | undefined): Moment | undefined {
  return v !== undefined && Number(v) > MAC_END ? unixSeconds(v) : macSeconds(v);
}
