/**
 * XML property lists: a pull parser for the small language of `plist(5)`. No DTD is read and no entity but the five of XML
 * and numbers is known, so nothing can expand.
 * @module
 */
import { LIMITS, parseIso, type Report } from "@contraluz/core";
import type { PlistValue } from "./types.ts";

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescape(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]{2,4});/g, (whole, name: string) => {
    if (name[0] !== "#") return NAMED[name] ?? whole;
    const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : "\ufffd";
  });
}

function fromBase64(text: string): Uint8Array | undefined {
  const clean = text.replace(/[\s=]+/g, "");
  if (/[^A-Za-z0-9+/]/.test(clean) || clean.length % 4 === 1) return undefined;
  const out = new Uint8Array((clean.length * 3) >> 2);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < clean.length; i++) {
    const c = clean.charCodeAt(i);
    const v = c === 43 ? 62 : c === 47 ? 63 : c < 58 ? c + 4 : c < 91 ? c - 65 : c - 71;
    bits = (bits << 6) | v;
    held += 6;
    if (held >= 8) {
      held -= 8;
      out[at++] = (bits >> held) & 255;
    }
  }
  return out;
}

function integer(text: string): PlistValue | undefined {
  const t = text.trim();
  const m = /^([+-]?)(0x[0-9a-f]{1,32}|[0-9]{1,39})$/i.exec(t);
  if (!m) return undefined;
  const v = m[1] === "-" ? -BigInt(m[2]!) : BigInt(m[2]!);
  return v >= -9_007_199_254_740_991n && v <= 9_007_199_254_740_991n ? Number(v) : v;
}

function real(text: string): PlistValue | undefined {
  const t = text.trim().toLowerCase();
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(t)) return Number(t);
  if (t === "nan") return Number.NaN;
  const inf = /^([+-]?)inf(inity)?$/.exec(t);
  return inf ? (inf[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY) : undefined;
}

interface Frame {
  readonly dict: Map<string, PlistValue> | undefined;
  readonly list: PlistValue[];
  key: string | undefined;
}

class XmlReader {
  readonly #s: string;
  readonly #report: Report;
  #at = 0;
  #items = 0;
  #told = 0;

  constructor(text: string, report: Report) {
    this.#s = text;
    this.#report = report;
  }

  #bad(found: string, expected: string): void {
    if (this.#told++ < 20) this.#report({ code: "plist-damaged", offset: this.#at, found: found.slice(0, 80), expected, lost: "bytes" });
  }

  /** The next tag, past comments, instructions and the DOCTYPE; undefined at the end. */
  #tag(): { name: string; close: boolean; empty: boolean } | undefined {
    const s = this.#s;
    for (;;) {
      const lt = s.indexOf("<", this.#at);
      if (lt < 0) return undefined;
      let end: number;
      if (s.startsWith("<!--", lt)) end = s.indexOf("-->", lt + 4) + 2;
      else if (s.startsWith("<?", lt)) end = s.indexOf("?>", lt + 2) + 1;
      else if (s.startsWith("<!", lt)) end = this.#doctypeEnd(lt);
      else {
        const gt = s.indexOf(">", lt);
        if (gt < 0) return undefined;
        this.#at = gt + 1;
        const inner = s.slice(lt + 1, Math.min(gt, lt + 200));
        const m = /^(\/?)([A-Za-z]+)/.exec(inner);
        if (!m) {
          this.#bad(`<${inner}>`, "a tag of a property list");
          continue;
        }
        return { name: m[2]!, close: m[1] === "/", empty: s[gt - 1] === "/" };
      }
      if (end < lt + 2) return undefined;
      this.#at = end + 1;
    }
  }

  /** A DOCTYPE may hold an internal subset in brackets: it is stepped over, never read. */
  #doctypeEnd(lt: number): number {
    const bracket = this.#s.indexOf("[", lt);
    const gt = this.#s.indexOf(">", lt);
    if (bracket < 0 || gt < bracket) return gt;
    const close = this.#s.indexOf("]", bracket);
    return close < 0 ? -1 : this.#s.indexOf(">", close);
  }

  /** Text up to the closing tag of `name`, with CDATA as it stands. */
  #text(name: string): string {
    const s = this.#s;
    let out = "";
    for (;;) {
      const lt = s.indexOf("<", this.#at);
      if (lt < 0) {
        this.#bad("end of file", `</${name}>`);
        out += unescape(s.slice(this.#at));
        this.#at = s.length;
        return out;
      }
      out += unescape(s.slice(this.#at, lt));
      this.#at = lt;
      if (s.startsWith("<![CDATA[", lt)) {
        const end = s.indexOf("]]>", lt);
        out += s.slice(lt + 9, end < 0 ? s.length : end);
        this.#at = end < 0 ? s.length : end + 3;
      } else if (s.startsWith("<!--", lt)) {
        const end = s.indexOf("-->", lt);
        this.#at = end < 0 ? s.length : end + 3;
      } else {
        const tag = this.#tag();
        if (!tag || !tag.close || tag.name !== name) {
          this.#bad(tag ? `<${tag.close ? "/" : ""}${tag.name}>` : "end of file", `</${name}>`);
          // The tag belongs to what comes next: give it back.
          if (tag) this.#at = lt;
        }
        return out;
      }
    }
  }

  #scalar(name: string, empty: boolean): PlistValue | undefined {
    const text = empty ? "" : this.#text(name);
    switch (name) {
      case "string":
        return text;
      case "true":
        return true;
      case "false":
        return false;
      case "integer":
        return integer(text) ?? this.#null(text, "an integer");
      case "real":
        return real(text) ?? this.#null(text, "a number");
      case "data":
        return fromBase64(text) ?? this.#null(text, "base64");
      case "date": {
        const date = parseIso(text.trim());
        return date === undefined ? this.#null(text, "a date") : { date, seen: text.trim() };
      }
    }
    return undefined;
  }

  #null(found: string, expected: string): null {
    this.#bad(found, expected);
    return null;
  }

  read(): PlistValue | undefined {
    const stack: Frame[] = [];
    let top: PlistValue | undefined;
    const put = (v: PlistValue): void => {
      const f = stack[stack.length - 1];
      if (!f) top ??= v;
      else if (!f.dict) f.list.push(v);
      else if (f.key === undefined) this.#bad("a value without a key", "<key>");
      else {
        f.dict.set(f.key, v);
        f.key = undefined;
      }
    };
    for (let tag = this.#tag(); tag; tag = this.#tag()) {
      const { name, close, empty } = tag;
      if (name === "plist") {
        if (close) break;
        continue;
      }
      if (name === "dict" || name === "array") {
        if (close) {
          const f = stack.pop();
          if (!f || (f.dict !== undefined) !== (name === "dict")) this.#bad(`</${name}>`, "the end of what was opened");
          if (stack.length === 0) break;
          continue;
        }
        if (stack.length >= LIMITS.depth || ++this.#items > LIMITS.items) {
          this.#report({ code: "plist-limit", offset: this.#at, found: stack.length >= LIMITS.depth ? `> ${LIMITS.depth} levels` : `> ${LIMITS.items} values`, lost: "bytes" });
          break;
        }
        const dict = name === "dict" ? new Map<string, PlistValue>() : undefined;
        const list: PlistValue[] = [];
        put(dict ?? list);
        if (!empty) stack.push({ dict, list, key: undefined });
        else if (stack.length === 0) break;
        continue;
      }
      if (close) {
        this.#bad(`</${name}>`, "the end of what was opened");
        continue;
      }
      if (name === "key") {
        const key = empty ? "" : this.#text("key");
        const f = stack[stack.length - 1];
        if (f?.dict) f.key = key;
        else this.#bad("<key>", "inside a dictionary");
        continue;
      }
      if (++this.#items > LIMITS.items) {
        this.#report({ code: "plist-limit", offset: this.#at, found: `> ${LIMITS.items} values`, lost: "bytes" });
        break;
      }
      const v = this.#scalar(name, empty);
      if (v === undefined) {
        this.#bad(`<${name}>`, "a tag of a property list");
        continue;
      }
      put(v);
      if (stack.length === 0) break;
    }
    if (stack.length > 0 && this.#told === 0) this.#bad("end of file", "the end of what was opened");
    return top;
  }
}

/** Reads an XML property list; a truncated one gives what was read. Undefined if it holds no value at all. */
export function parseXmlPlist(b: Uint8Array, report: Report): PlistValue | undefined {
  const label = b[0] === 0xfe && b[1] === 0xff ? "utf-16be" : b[0] === 0xff && b[1] === 0xfe ? "utf-16le" : "utf-8";
  const value = new XmlReader(new TextDecoder(label).decode(b), report).read();
  if (value === undefined) report({ code: "plist-damaged", offset: 0, found: "no value", expected: "<plist> with a value", lost: "file" });
  return value;
}
