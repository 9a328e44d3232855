/**
 * What the evidence of a phone with Android says of itself: when it was made, by which clock, of which device.
 *
 * A bug report begins with the wall clock of the phone; its zone stands in the system property `persist.sys.timezone`, somewhere in
 * the text. AndroidQF writes the same properties into getprop.txt, and into acquisition.json when it began and ended, in UTC.
 * Least data: serial numbers, IMEI and the key of the computer stand there, too, and are not taken over.
 * Sources: android.md 1.1, 1.2; the names of properties are those of AOSP (`build/make`, `frameworks/base`).
 * @module
 */
import {
  type Acquisition,
  LIMITS,
  type Moment,
  type Params,
  type Platform,
  parseIso,
  type RandomAccess,
  type ZoneOffset,
} from "@contraluz/core";
import { offsetsOf } from "../zone.ts";

/** System properties that are taken over, by their names. */
export type Properties = ReadonlyMap<string, string>;

const WANTED: ReadonlySet<string> = new Set([
  "persist.sys.timezone",
  "ro.build.display.id",
  "ro.build.id",
  "ro.build.version.release",
  "ro.build.version.security_patch",
  "ro.product.brand",
  "ro.product.manufacturer",
  "ro.product.model",
]);

const BLOCK = 1 << 20;
/** Bytes of the list of properties: a phone has some thousand of 100 bytes. */
const LIST = 1 << 19;
const HEAD = 16_384;
/** Bytes of getprop.txt and of acquisition.json that are read. */
export const ABOUT_BYTES = 1_048_576;
const MAX_TEXT = 200;
const MINUTE = 60_000_000_000n;

const SECTION = "\n------ SYSTEM PROPERTIES";
const PROPERTY = /^\[([A-Za-z0-9_.-]{1,100})\]: \[([^\r\n]{0,200})\]\r?$/;
const HEADER = /^== dumpstate: (\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)/m;
const FINGERPRINT = /^Build fingerprint: '([^'\r\n]{1,200})'/m;
/** `brand/product/device:release/id/incremental:type/keys` */
const PARTS = /^([^/]{1,60})\/[^/]{1,100}\/[^:]{1,100}:([^/]{1,20})\/([^/]{1,60})\//;
const VERSION = /^\d{1,3}(?:\.\d{1,3}){0,3}$/;
const PATCH = /^\d{4}-\d\d-\d\d$/;
const ZONE = /^[A-Za-z][A-Za-z0-9_+-]{0,40}(?:\/[A-Za-z0-9_+-]{1,40}){0,2}$/;

const utf8 = new TextDecoder();

/** Properties in a text of lines `[name]: [value]`; ends at the head of the next section. */
export function propertiesOf(text: string): Properties {
  const out = new Map<string, string>();
  for (const line of text.split("\n")) {
    if (line.startsWith("------")) break;
    const m = line.length <= LIMITS.text ? PROPERTY.exec(line) : null;
    if (m && WANTED.has(m[1]!) && !out.has(m[1]!)) out.set(m[1]!, m[2]!);
  }
  return out;
}

/** The properties in the text of a bug report; reads no further than where they stand. */
export async function propertiesIn(text: RandomAccess): Promise<Properties> {
  let tail = "";
  for (let at = 0; at < text.size; at += BLOCK) {
    const block = tail + utf8.decode(await text.read(at, BLOCK));
    const found = block.indexOf(SECTION);
    if (found >= 0) {
      // Where letters of several bytes stand before it, it begins up to that much later.
      const from = at - tail.length + found;
      const list = utf8.decode(await text.read(Math.max(0, from), LIST + BLOCK));
      const begin = list.indexOf(SECTION);
      if (begin >= 0) return propertiesOf(list.slice(list.indexOf("\n", begin + 1) + 1));
    }
    tail = block.slice(-SECTION.length);
  }
  return new Map();
}

/** What stands at the beginning of a bug report. */
export interface Beginning {
  /** The wall clock, and the text that it is. */
  readonly wall?: string;
  readonly seen?: string;
  readonly brand?: string;
  readonly version?: string;
  readonly build?: string;
}

export async function beginningOf(text: RandomAccess): Promise<Beginning> {
  const head = utf8.decode(await text.read(0, Math.min(HEAD, text.size)));
  const time = HEADER.exec(head);
  const parts = PARTS.exec(FINGERPRINT.exec(head)?.[1] ?? "");
  return {
    ...(time ? { wall: `${time[1]}T${time[2]}`, seen: `${time[1]} ${time[2]}` } : {}),
    ...(parts ? { brand: parts[1]!, version: parts[2]!, build: parts[3]! } : {}),
  };
}

/** When AndroidQF began and ended, as acquisition.json says it. */
export interface Span {
  readonly started?: Moment;
  readonly completed?: Moment;
}

function stated(v: unknown): Moment | undefined {
  const seen = typeof v === "string" && v.length <= 40 ? v : "";
  const utc = parseIso(seen);
  // Go's zero time is the year 1: the acquisition did not end.
  if (utc === undefined || utc <= 0n) return undefined;
  return { utc, seen, zone: { name: "UTC", from: "stated" }, precision: /\.\d/.test(seen) ? "ns" : "s" };
}

export function spanOf(bytes: Uint8Array | undefined): Span {
  let v: unknown;
  try {
    v = bytes && JSON.parse(utf8.decode(bytes));
  } catch {
    return {};
  }
  const of = (key: string): unknown =>
    typeof v === "object" && v !== null && Object.hasOwn(v, key) ? (v as Record<string, unknown>)[key] : undefined;
  const [started, completed] = [stated(of("started")), stated(of("completed"))];
  return { ...(started ? { started } : {}), ...(completed ? { completed } : {}) };
}

/** The instant of a wall clock. Of an hour that comes twice the first; of one that does not exist, that after it. */
function instantOf(wall: bigint, offsets: readonly ZoneOffset[]): bigint {
  for (const [i, { minutes }] of offsets.entries()) {
    const next = offsets[i + 1];
    const until = next && parseIso(next.from);
    const utc = wall - BigInt(minutes) * MINUTE;
    if (until === undefined || utc < until) return utc;
  }
  return wall;
}

/** The wall clock at the head of a report as a moment: an instant where the zone is known. */
function takenOf(b: Beginning, zone: string | undefined, offsets: readonly ZoneOffset[]): Moment | undefined {
  const wall = b.wall === undefined ? undefined : parseIso(`${b.wall}Z`);
  if (wall === undefined || wall <= 0n || b.wall! >= "2200") return undefined;
  if (zone === undefined) return { wall: b.wall!, seen: b.seen!, precision: "s" };
  return { utc: instantOf(wall, offsets), seen: b.seen!, zone: { name: zone, from: "device" }, precision: "s" };
}

export interface AboutPhone {
  readonly properties: Properties;
  readonly beginning: Beginning;
  readonly span: Span;
  /** The newest event, where nothing else tells the time. */
  readonly newest?: Moment | undefined;
}

const MS = 1_000_000n;
/** Until when offsets are looked up where nothing tells the time of the evidence. */
const LATE = Date.UTC(2037, 0, 1);

/** The first of these that is a text of that form. */
function first(form: RegExp, ...texts: readonly (string | undefined)[]): string | undefined {
  return texts.find((t) => t !== undefined && t.length <= MAX_TEXT && form.test(t));
}

export function acquisitionOf(
  kind: string,
  { properties, beginning, span, newest }: AboutPhone,
  platform: Pick<Platform, "zoneOffset">,
): Acquisition {
  const named = first(ZONE, properties.get("persist.sys.timezone"));
  const rough = beginning.wall === undefined ? undefined : parseIso(`${beginning.wall}Z`);
  const until = rough ?? span.completed?.utc ?? span.started?.utc;
  // Without the offsets of the zone a wall clock stands alone.
  const offsets =
    named === undefined ? undefined : offsetsOf(named, until === undefined ? LATE : Number(until / MS), platform);
  const zone = offsets && named;
  const taken = takenOf(beginning, zone, offsets ?? []) ?? span.completed ?? span.started ?? newest;
  const any = /^[^\r\n]+$/;
  const brand = first(
    any,
    properties.get("ro.product.brand"),
    beginning.brand,
    properties.get("ro.product.manufacturer"),
  );
  const model = first(any, properties.get("ro.product.model"));
  const version = first(VERSION, properties.get("ro.build.version.release"), beginning.version);
  const build = first(any, properties.get("ro.build.display.id"), properties.get("ro.build.id"), beginning.build);
  const patch = first(PATCH, properties.get("ro.build.version.security_patch"));
  const device: Params = { ...(brand ? { brand } : {}), ...(model ? { model } : {}) };
  return {
    kind,
    ...(taken ? { taken } : {}),
    ...(brand || model ? { device } : {}),
    ...(version ? { os: { name: "android", version, ...(build ? { build } : {}), ...(patch ? { patch } : {}) } } : {}),
    ...(zone ? { zone } : {}),
    ...(zone && offsets ? { offsets } : {}),
    ...span,
  };
}
