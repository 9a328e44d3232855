/** Of a row that MVT wrote: its time, and the values that say what it is about. @module */
import { type Moment, own, parseIso } from "@contraluz/core";

export type Row = { readonly [name: string]: unknown };

/** True for an object that is no list. */
export function isRow(v: unknown): v is Row {
  return typeof v === "object" && v !== null && !Array.isArray(v);
}

/** A text of a row, cut; undefined for what is none or empty. */
export function textOf(row: Row, name: string, max = 1000): string | undefined {
  const v = Object.hasOwn(row, name) ? row[name] : undefined;
  if (typeof v !== "string" || v === "") return undefined;
  if (v.length <= max) return v;
  const last = v.charCodeAt(max - 1);
  return own(v.slice(0, last >= 0xd800 && last < 0xdc00 ? max - 1 : max));
}

/** Times of rows, the one that says most first. */
const TIMES = [
  "event_time",
  "isodate",
  "live_isodate",
  "last_seen_isodate",
  "last_viewed_timestamp",
  "start_date",
  "install_date",
  "timestamp",
  "modified",
  "last_modified",
  "modified_time",
  "modified_date",
  "ts",
  "last_updated",
  "pair_timestamp",
  "LocationTimeStopped",
  "first_install_time",
  "Last Backup Date",
];

const TIME = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?$/;
/** 1970 to 2200: what lies outside is no date of a phone. */
const LAST = 7_258_118_400_000_000_000n;

/** A time as MVT writes it. It is an instant only where the text, or the head of the timeline (`utc`), says so. */
export function momentOf(seen: string | undefined, utc: boolean): Moment | undefined {
  const m = seen === undefined || seen.length > 40 ? null : TIME.exec(seen);
  if (!m || seen === undefined) return undefined;
  const at = parseIso(seen);
  if (at === undefined || at <= 0n || at >= LAST) return undefined;
  const zone = m[3] !== undefined;
  const precision = seen.includes(".") ? "us" : "s";
  return zone || utc ? { utc: at, seen, precision } : { wall: `${m[1]}T${m[2]}`, seen, precision };
}

/** The time of a row. */
export function timeOf(row: Row, utc: boolean): Moment | undefined {
  for (const name of TIMES) {
    const at = momentOf(textOf(row, name, 40), utc);
    if (at) return at;
  }
  return undefined;
}

/** Names of values that say what a row is about; no text of messages, no names of people. */
const MAIN = [
  "url",
  "tab_url",
  "page_url",
  "icon_url",
  "registrable_domain",
  "origin",
  "hostname",
  "ip_address",
  "package",
  "package_name",
  "proc_name",
  "process_name",
  "process",
  "bundle_id",
  "client",
  "service",
  "auth_value",
  "user",
  "profile_id",
  "operation",
  "direction",
  "phone_number",
  "number",
  "ZFROMJID",
  "ZTOJID",
  "links",
  "filename",
  "file_path",
  "path",
  "relative_path",
  "domain",
  "name",
  "entry",
  "action",
  "permission",
  "softwareVersionBundleId",
  "sourceApp",
  "Product Type",
  "Product Version",
  "Build Version",
] as const;
/** Message text and titles: kept only with consent. */
const CONTENT = ["text", "ZTEXT", "title", "tab_title", "summary", "description", "body"] as const;

/** Of a list or text so much is kept. */
const VALUE = 200;
const WHAT = 1000;
const LIST = 5;

function plain(v: unknown): string | undefined {
  if (typeof v === "string") return v.slice(0, VALUE);
  if (typeof v === "number" || typeof v === "boolean") return String(v);
  if (!Array.isArray(v)) return undefined;
  const texts = v.slice(0, LIST).filter((x) => typeof x === "string");
  return texts.length === 0 ? undefined : texts.map((x) => x.slice(0, VALUE)).join(" ");
}

function joined(row: Row, names: readonly string[]): string | undefined {
  let out = "";
  for (const name of names) {
    const v = Object.hasOwn(row, name) ? plain(row[name]) : undefined;
    if (v === undefined || v === "") continue;
    out += `${out === "" ? "" : "; "}${name}: ${v}`;
    if (out.length > WHAT) break;
  }
  return out === "" ? undefined : own(out.slice(0, WHAT).replace(/[\ud800-\udbff]$/, ""));
}

/** `url: https://…; direction: received`: the main values of a row, under MVT's names. */
export function whatOf(row: Row): string | undefined {
  return joined(row, MAIN);
}

/** The text of a row, for whoever consented. */
export function contentOf(row: Row): string | undefined {
  return joined(row, CONTENT);
}
