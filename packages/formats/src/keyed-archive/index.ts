/**
 * NSKeyedArchiver archives: `$archiver`, `$version`, `$top`, `$objects` with UIDs between them, as plain values.
 *
 * Class layouts are those that Foundation writes (observed in archives, and the public source of swift-corelibs-foundation): keys
 * `NS.objects`, `NS.keys`, `NS.object.0`, `NS.key.0`, `NS.data`, `NS.time`, `NS.string`, `NS.bytes`, `NS.uuidbytes`, `NS.base`,
 * `NS.relative`, `NS.boolval`, `NS.intval`, `NS.dblval`.
 * @module
 */
import { hex, LIMITS, type Report } from "@contraluz/core";
import { macDate } from "../plist/dates.ts";
import { asArray, asBytes, asDict, asNumber, asString, get, isDate, isUid } from "../plist/get.ts";
import type { PlistDict, PlistValue } from "../plist/types.ts";
import { resolveUrl } from "./url.ts";

/** Problems told of one archive. */
const MAX_TOLD = 10;
/** Longest URL that is put together from parts; the parts of an archive may be shared any number of times. */
const MAX_URL = 65_536;
/** Characters of all texts that are made here and stand in no archive: resolved URLs, keys that were data. */
const MAX_MADE = 1 << 24;

const ALIKE: Readonly<Record<string, string>> = {
  NSMutableDictionary: "NSDictionary",
  NSArray: "list",
  NSMutableArray: "list",
  NSSet: "list",
  NSMutableSet: "list",
  NSOrderedSet: "list",
  NSMutableOrderedSet: "list",
  NSMutableData: "NSData",
  NSMutableString: "NSString",
  NSMutableAttributedString: "NSAttributedString",
};

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

class Unarchiver {
  readonly #objects: readonly PlistValue[];
  readonly #report: Report;
  readonly #most: number;
  /** UIDs that are being read: a reference to one of them is a cycle. */
  readonly #open = new Set<number>();
  /** Objects that are a text (strings, UUIDs, URLs), by UID: made once, shared from then on. */
  readonly #texts = new Map<number, string>();
  #made = 0;
  #items = 0;
  #told = 0;
  #limited = false;

  constructor(objects: readonly PlistValue[], report: Report, most: number) {
    this.#objects = objects;
    this.#most = most;
    this.#report = report;
  }

  #bad(found: string, expected: string): null {
    if (this.#told++ < MAX_TOLD) this.#report({ code: "archive-damaged", found, expected, lost: "bytes" });
    return null;
  }

  #limit(found: string): null {
    if (!this.#limited) this.#report({ code: "plist-limit", found, lost: "bytes" });
    this.#limited = true;
    return null;
  }

  /** A value as it stands in an object: UIDs are followed. */
  value(v: PlistValue | undefined, depth: number): PlistValue {
    if (v === undefined) return null;
    if (++this.#items > this.#most) return this.#limit(`> ${this.#most} values`);
    const uid = uidOf(v);
    if (uid !== undefined) return this.#follow(uid, depth);
    if (typeof v !== "object" || v === null || v instanceof Uint8Array || isDate(v)) return v;
    if (depth >= LIMITS.depth) return this.#limit(`> ${LIMITS.depth} levels`);
    if (Array.isArray(v)) return this.#list(v, depth);
    return this.#object(v as PlistDict, depth);
  }

  #follow(uid: number, depth: number): PlistValue {
    const objects = this.#objects;
    // Object 0 is the text "$null".
    if (uid === 0) return null;
    if (uid >= objects.length) return this.#bad(`UID ${uid}`, `below ${objects.length}`);
    const o = objects[uid]!;
    if (typeof o !== "object" || o === null || o instanceof Uint8Array || isDate(o)) return o;
    if (uidOf(o) !== undefined) return this.#bad(`object ${uid} is a UID`, "an object");
    const text = this.#texts.get(uid);
    if (text !== undefined) return text;
    if (this.#open.has(uid)) return this.#bad(`object ${uid} inside itself`, "no cycle");
    if (depth >= LIMITS.depth) return this.#limit(`> ${LIMITS.depth} levels`);
    this.#open.add(uid);
    const out = Array.isArray(o) ? this.#list(o, depth) : this.#object(o as PlistDict, depth);
    this.#open.delete(uid);
    if (typeof out === "string") this.#texts.set(uid, out);
    return out;
  }

  #list(list: readonly PlistValue[], depth: number): PlistValue[] {
    const out: PlistValue[] = [];
    for (const x of list) {
      if (this.#items > this.#most) break;
      out.push(this.value(x, depth + 1));
    }
    return out;
  }

  #object(d: PlistDict, depth: number): PlistValue {
    const name = className(this.#objects, d);
    const known = name !== undefined && Object.hasOwn(ALIKE, name) ? ALIKE[name] : name;
    switch (known) {
      case "NSDictionary":
        return this.#dictionary(d, depth);
      case "list":
        return this.#list(asArray(d.get("NS.objects")) ?? numbered(d, "NS.object."), depth);
      case "NSData":
        return asBytes(d.get("NS.data")) ?? asBytes(d.get("NS.bytes")) ?? this.value(d.get("NS.data"), depth + 1);
      case "NSDate": {
        const t = asNumber(this.value(d.get("NS.time"), depth + 1));
        return (t === undefined ? undefined : macDate(t)) ?? this.#bad(`NSDate of ${t}`, "seconds since 2001");
      }
      case "NSString": {
        const bytes = asBytes(d.get("NS.bytes"));
        return bytes ? utf8.decode(bytes) : this.value(d.get("NS.string"), depth + 1);
      }
      case "NSUUID":
        return uuidText(asBytes(d.get("NS.uuidbytes"))) ?? this.#bad("NSUUID", "16 bytes");
      case "NSURL":
        return this.#url(d, depth);
      case "NSNumber": {
        const bool = d.get("NS.boolval");
        return bool !== undefined
          ? bool === true || bool === 1
          : this.value(d.get("NS.number") ?? d.get("NS.intval") ?? d.get("NS.dblval"), depth + 1);
      }
      case "NSNull":
        return null;
      case "NSAttributedString":
        return this.value(d.get("NSString"), depth + 1);
    }
    const out = new Map<string, PlistValue>();
    if (d.has("$class")) out.set("$class", name ?? "");
    for (const [k, v] of d) {
      if (this.#items > this.#most) break;
      if (k !== "$class") out.set(k, this.value(v, depth + 1));
    }
    return out;
  }

  /** Whether so many characters more may be made. */
  #make(characters: number): boolean {
    this.#made += characters;
    return this.#made <= MAX_MADE;
  }

  #url(d: PlistDict, depth: number): PlistValue {
    const base = this.value(d.get("NS.base"), depth + 1);
    const relative = this.value(d.get("NS.relative"), depth + 1);
    if (typeof relative !== "string") return this.#bad("NSURL without NS.relative", "text");
    if (typeof base !== "string") return relative;
    const length = base.length + relative.length;
    if (length > MAX_URL || !this.#make(length)) return this.#limit(`URL of ${length}`);
    return resolveUrl(base, relative);
  }

  #dictionary(d: PlistDict, depth: number): PlistValue {
    const keys = asArray(d.get("NS.keys")) ?? numbered(d, "NS.key.");
    const values = asArray(d.get("NS.objects")) ?? numbered(d, "NS.object.");
    const out = new Map<string, PlistValue>();
    if (keys.length !== values.length) this.#bad(`${keys.length} keys, ${values.length} values`, "as many of each");
    for (let i = 0; i < keys.length && i < values.length && this.#items <= this.#most; i++) {
      const key = this.value(keys[i], depth + 1);
      const made = key instanceof Uint8Array ? 2 * key.length : 0;
      const text = this.#make(made) ? keyText(key) : undefined;
      if (text === undefined && this.#made > MAX_MADE) this.#limit("keys that are data");
      else if (text === undefined) this.#bad("a key that is no text", "text");
      else out.set(text, this.value(values[i], depth + 1));
    }
    return out;
  }
}

/** A reference: a UID, or in an XML property list a dictionary of one entry `CF$UID`. */
function uidOf(v: PlistValue): number | undefined {
  if (isUid(v)) return v.uid;
  const d = asDict(v);
  const uid = d?.size === 1 ? d.get("CF$UID") : undefined;
  return typeof uid === "number" && uid >= 0 && Number.isInteger(uid) ? uid : undefined;
}

/** `NS.object.0`, `NS.object.1` …: how archivers without shared lists write them. */
function numbered(d: PlistDict, prefix: string): PlistValue[] {
  const out: PlistValue[] = [];
  for (let v = d.get(`${prefix}0`); v !== undefined; v = d.get(prefix + out.length)) out.push(v);
  return out;
}

function keyText(key: PlistValue): string | undefined {
  if (typeof key === "string") return key;
  if (typeof key === "number" || typeof key === "bigint" || typeof key === "boolean") return String(key);
  if (isDate(key)) return key.seen;
  return key instanceof Uint8Array && key.length <= LIMITS.text ? hex(key) : undefined;
}

function uuidText(b: Uint8Array | undefined): string | undefined {
  if (b?.length !== 16) return undefined;
  const h = hex(b).toUpperCase();
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
}

/** `$classname` of an object, through its class reference. */
export function className(objects: readonly PlistValue[], o: PlistDict): string | undefined {
  const c = o.get("$class");
  const uid = c === undefined ? undefined : uidOf(c);
  return uid === undefined ? undefined : asString(get(objects[uid], "$classname"));
}

/** The objects of an archive and where it starts; undefined if it is none. */
export function archiveOf(
  plist: PlistValue | undefined,
): { objects: readonly PlistValue[]; top: PlistDict } | undefined {
  const objects = asArray(get(plist, "$objects"));
  const top = asDict(get(plist, "$top"));
  return objects && top ? { objects, top } : undefined;
}

/**
 * Plain values of an archive: what `$top.root` holds, or all of `$top` where there is no root. Dictionaries are Maps (keys that are
 * no text become it: numbers, dates as seen, data in hex); arrays and sets are arrays; NSUUID and NSURL are text; an object of a class
 * without a plain form is a Map of its fields and `$class`. What is damaged is null, with a Problem. Undefined if it is no archive.
 * `most`: values, where an archive is small and there are many of them: objects that name each other unfold without end.
 * @example unarchive(parsePlist(blob, report), report)
 */
export function unarchive(
  plist: PlistValue | undefined,
  report: Report,
  most: number = LIMITS.items,
): PlistValue | undefined {
  const a = archiveOf(plist);
  if (!a) {
    report({
      code: "archive-damaged",
      found: "no $objects and $top",
      expected: "an NSKeyedArchiver property list",
      lost: "file",
    });
    return undefined;
  }
  const u = new Unarchiver(a.objects, report, most);
  if (a.top.has("root")) return u.value(a.top.get("root"), 0);
  const out = new Map<string, PlistValue>();
  for (const [k, v] of a.top) out.set(k, u.value(v, 0));
  return out;
}
