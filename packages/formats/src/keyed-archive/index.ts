/**
 * NSKeyedArchiver archives: `$archiver`, `$version`, `$top`, `$objects` with UIDs between them, as plain values.
 *
 * Class layouts are those that Foundation writes (observed in archives; keys `NS.objects`, `NS.keys`, `NS.data`, `NS.time`,
 * `NS.string`, `NS.bytes`, `NS.uuidbytes`, `NS.base`, `NS.relative`).
 * @module
 */
import { hex, LIMITS, type Report } from "@contraluz/core";
import { plistDate } from "../plist/binary.ts";
import { asArray, asBytes, asDict, asNumber, asString, get, isDate, isUid } from "../plist/get.ts";
import type { PlistDict, PlistValue } from "../plist/types.ts";

class Unarchiver {
  readonly #objects: readonly PlistValue[];
  readonly #report: Report;
  readonly #open = new Set<number>();
  #items = 0;
  #told = false;

  constructor(objects: readonly PlistValue[], report: Report) {
    this.#objects = objects;
    this.#report = report;
  }

  #bad(found: string, expected: string): null {
    if (!this.#told) this.#report({ code: "archive-damaged", found, expected, lost: "bytes" });
    this.#told = true;
    return null;
  }

  /** A value as it stands in an object: UIDs are followed. */
  value(v: PlistValue | undefined, depth: number): PlistValue {
    if (v === undefined) return null;
    if (++this.#items > LIMITS.items || depth > LIMITS.depth) return this.#bad(depth > LIMITS.depth ? "too deep" : "too many values", "an archive within our limits");
    if (isUid(v)) {
      if (v.uid === 0) return null;
      if (v.uid >= this.#objects.length) return this.#bad(`UID ${v.uid}`, `below ${this.#objects.length}`);
      if (this.#open.has(v.uid)) return this.#bad(`object ${v.uid} inside itself`, "no cycle");
      this.#open.add(v.uid);
      const out = this.#object(this.#objects[v.uid]!, depth);
      this.#open.delete(v.uid);
      return out;
    }
    if (Array.isArray(v)) return this.#list(v, depth);
    return v;
  }

  #list(list: readonly PlistValue[], depth: number): PlistValue[] {
    const out: PlistValue[] = [];
    for (const x of list) {
      if (this.#items > LIMITS.items) break;
      out.push(this.value(x, depth + 1));
    }
    return out;
  }

  #object(o: PlistValue, depth: number): PlistValue {
    const d = asDict(o);
    if (!d || !d.has("$class")) return o;
    const name = className(this.#objects, d);
    switch (name) {
      case "NSDictionary":
      case "NSMutableDictionary":
        return this.#dictionary(d, depth);
      case "NSArray":
      case "NSMutableArray":
      case "NSSet":
      case "NSMutableSet":
      case "NSOrderedSet":
      case "NSMutableOrderedSet":
        return this.#list(asArray(d.get("NS.objects")) ?? [], depth);
      case "NSData":
      case "NSMutableData":
        return asBytes(d.get("NS.data")) ?? this.value(d.get("NS.data"), depth + 1);
      case "NSDate": {
        const t = asNumber(d.get("NS.time"));
        return t === undefined ? this.#bad("NSDate without NS.time", "a number") : plistDate(t);
      }
      case "NSString":
      case "NSMutableString": {
        const bytes = asBytes(d.get("NS.bytes"));
        return asString(d.get("NS.string")) ?? (bytes ? new TextDecoder().decode(bytes) : this.value(d.get("NS.string"), depth + 1));
      }
      case "NSUUID": {
        const b = asBytes(d.get("NS.uuidbytes"));
        if (b?.length !== 16) return this.#bad("NSUUID", "16 bytes");
        const h = hex(b).toUpperCase();
        return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
      }
      case "NSURL": {
        const base = this.value(d.get("NS.base"), depth + 1);
        const relative = asString(this.value(d.get("NS.relative"), depth + 1)) ?? "";
        return typeof base === "string" && !/^[a-z][a-z0-9+.-]*:/i.test(relative) ? base + relative : relative;
      }
      case "NSNull":
        return null;
      case "NSAttributedString":
      case "NSMutableAttributedString":
        return this.value(d.get("NSString"), depth + 1);
    }
    const out = new Map<string, PlistValue>([["$class", name ?? ""]]);
    for (const [k, v] of d) if (k !== "$class") out.set(k, this.value(v, depth + 1));
    return out;
  }

  #dictionary(d: PlistDict, depth: number): PlistValue {
    const keys = asArray(d.get("NS.keys")) ?? [];
    const values = asArray(d.get("NS.objects")) ?? [];
    const out = new Map<string, PlistValue>();
    if (keys.length !== values.length) this.#bad(`${keys.length} keys, ${values.length} values`, "as many of each");
    for (let i = 0; i < keys.length && i < values.length && this.#items <= LIMITS.items; i++) {
      const key = this.value(keys[i], depth + 1);
      const text = typeof key === "string" ? key : typeof key === "number" || typeof key === "bigint" ? String(key) : isDate(key) ? key.seen : undefined;
      if (text === undefined) this.#bad("a key that is no text", "text");
      else out.set(text, this.value(values[i], depth + 1));
    }
    return out;
  }
}

/** `$classname` of an object, through its class reference. */
export function className(objects: readonly PlistValue[], o: PlistDict): string | undefined {
  const c = o.get("$class");
  return isUid(c) ? asString(get(objects[c.uid], "$classname")) : undefined;
}

/** The objects of an archive and where it starts; undefined if it is none. */
export function archiveOf(plist: PlistValue | undefined): { objects: readonly PlistValue[]; top: PlistDict } | undefined {
  const objects = asArray(get(plist, "$objects"));
  const top = asDict(get(plist, "$top"));
  return objects && top ? { objects, top } : undefined;
}

/**
 * Plain values of an archive: what `$top.root` holds, or all of `$top` where there is no root. Undefined if it is no archive.
 * @example unarchive(parsePlist(blob, report), report)
 */
export function unarchive(plist: PlistValue | undefined, report: Report): PlistValue | undefined {
  const a = archiveOf(plist);
  if (!a) {
    report({ code: "archive-damaged", found: "no $objects and $top", expected: "an NSKeyedArchiver property list", lost: "file" });
    return undefined;
  }
  const u = new Unarchiver(a.objects, report);
  if (a.top.has("root")) return u.value(a.top.get("root"), 0);
  const out = new Map<string, PlistValue>();
  for (const [k, v] of a.top) out.set(k, u.value(v, 0));
  return out;
}
