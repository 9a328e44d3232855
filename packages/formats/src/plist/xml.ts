/**
 * XML property lists: a pull parser for the small language of `plist(5)`. No DTD is read and no entity but the five of XML
 * and numbers is known, so nothing can expand. Every search moves forward: the time is linear in the size of the file.
 * @module
 */
import { LIMITS, own, type Report } from "@contraluz/core";
import { DATA_COST } from "./binary.ts";
import { xmlDate } from "./dates.ts";
import { Pieces } from "./pieces.ts";
import type { PlistValue } from "./types.ts";
import { base64Bytes, unescapeXml, xmlInteger, xmlReal } from "./xml-scalars.ts";

/** Problems told of one file. */
const MAX_TOLD = 20;
/** Characters of a file that nobody minds to keep. */
const LARGE = 65_536;

interface Frame {
  readonly dict: Map<string, PlistValue> | undefined;
  readonly list: PlistValue[];
  key: string | undefined;
}

const isLetter = (c: number): boolean => (c > 64 && c < 91) || (c > 96 && c < 123);

class XmlReader {
  readonly #s: string;
  readonly #report: Report;
  readonly #stack: Frame[] = [];
  #top: PlistValue | undefined;
  #at = 0;
  #items = 0;
  #told = 0;
  #limited = false;
  // The tag that #tag found.
  #name = "";
  #close = false;
  #empty = false;

  constructor(text: string, report: Report) {
    this.#s = text;
    this.#report = report;
  }

  #bad(found: string, expected: string): void {
    if (this.#told++ < MAX_TOLD)
      this.#report({ code: "plist-damaged", offset: this.#at, found: found.slice(0, 80), expected, lost: "bytes" });
  }

  #limit(found: string): void {
    if (!this.#limited) this.#report({ code: "plist-limit", offset: this.#at, found, lost: "bytes" });
    this.#limited = true;
  }

  readonly #unknown = (entity: string): void => this.#bad(entity, "&amp; &lt; &gt; &quot; &apos; or a number");

  /** The next tag, past comments, instructions and the DOCTYPE; false at the end. */
  #tag(): boolean {
    const s = this.#s;
    for (;;) {
      const lt = s.indexOf("<", this.#at);
      if (lt < 0) return false;
      const next = s.charCodeAt(lt + 1);
      if (next === 33 || next === 63) {
        const end = this.#aside(lt);
        if (end < 0) return false;
        this.#at = end;
        continue;
      }
      const gt = s.indexOf(">", lt);
      if (gt < 0) return false;
      this.#at = gt + 1;
      this.#close = next === 47;
      const from = this.#close ? lt + 2 : lt + 1;
      let to = from;
      while (to < gt && to - from < 32 && isLetter(s.charCodeAt(to))) to++;
      if (to > from) {
        this.#name = s.slice(from, to);
        this.#empty = s.charCodeAt(gt - 1) === 47;
        return true;
      }
      this.#bad(s.slice(lt, Math.min(gt + 1, lt + 80)), "a tag of a property list");
    }
  }

  /** Where a comment, an instruction or a declaration that starts at `lt` ends; negative if it does not. */
  #aside(lt: number): number {
    const s = this.#s;
    if (s.startsWith("<!--", lt)) return after(s, "-->", lt + 4);
    if (s.charCodeAt(lt + 1) === 63) return after(s, "?>", lt + 2);
    // A DOCTYPE: quoted names, and between brackets declarations that are stepped over, never read.
    let inner = 0;
    for (let i = lt + 2; i < s.length; i++) {
      const c = s.charCodeAt(i);
      if (c === 34 || c === 39) {
        i = s.indexOf(c === 34 ? '"' : "'", i + 1);
        if (i < 0) return -1;
      } else if (c === 91) inner++;
      else if (c === 93) inner--;
      else if (c === 62 && inner <= 0) return i + 1;
      else if (c === 60 && (s.startsWith("<!--", i) || s.startsWith("<?", i))) {
        i = s[i + 1] === "?" ? after(s, "?>", i) : after(s, "-->", i);
        if (i < 0) return -1;
        i--;
      }
    }
    return -1;
  }

  /** Text up to the closing tag of `name`, with CDATA as it stands. */
  #text(name: string): string {
    const s = this.#s;
    const out = new Pieces();
    for (;;) {
      const lt = s.indexOf("<", this.#at);
      const end = lt < 0 ? s.length : lt;
      if (end > this.#at) out.add(unescapeXml(s.slice(this.#at, end), this.#unknown));
      this.#at = end;
      if (lt >= 0 && s.startsWith("<![CDATA[", lt)) {
        const close = s.indexOf("]]>", lt + 9);
        out.add(s.slice(lt + 9, close < 0 ? s.length : close));
        this.#at = close < 0 ? s.length : close + 3;
        continue;
      }
      const next = lt < 0 ? 0 : s.charCodeAt(lt + 1);
      if (next === 33 || next === 63) {
        if (next === 33 && !s.startsWith("<!--", lt)) this.#bad("<!", `</${name}>`);
        const close = this.#aside(lt);
        this.#at = close < 0 ? s.length : close;
        continue;
      }
      if (lt < 0 || !this.#tag()) {
        this.#bad("end of file", `</${name}>`);
        this.#at = s.length;
      } else if (!this.#close || this.#name !== name) {
        this.#bad(`<${this.#close ? "/" : ""}${this.#name}>`, `</${name}>`);
        // The tag belongs to what comes next: give it back.
        this.#at = lt;
      }
      // Whoever keeps one value must not keep all of a large file.
      return s.length > LARGE ? own(out.text()) : out.text();
    }
  }

  /** The value of a tag that is no container; undefined if the tag is unknown. */
  #scalar(name: string): PlistValue | undefined {
    const known = name === "string" || name === "integer" || name === "real" || name === "data" || name === "date";
    if (!known && name !== "true" && name !== "false") return undefined;
    const text = this.#empty ? "" : this.#text(name);
    if (!known) return name === "true";
    if (name === "string") return text;
    if (name === "data") this.#items += DATA_COST - 1;
    const v =
      name === "integer"
        ? xmlInteger(text)
        : name === "real"
          ? xmlReal(text)
          : name === "data"
            ? base64Bytes(text)
            : xmlDate(text);
    if (v === undefined) this.#bad(`<${name}>${text}`, `the text of a ${name}`);
    return v ?? null;
  }

  /** Puts a value where the innermost open container wants it. */
  #put(v: PlistValue): void {
    const f = this.#stack[this.#stack.length - 1];
    if (!f) this.#top ??= v;
    else if (!f.dict) f.list.push(v);
    else if (f.key === undefined) this.#bad("a value without a key", "<key>");
    else {
      f.dict.set(f.key, v);
      f.key = undefined;
    }
  }

  #key(): void {
    const key = this.#empty ? "" : this.#text("key");
    const f = this.#stack[this.#stack.length - 1];
    if (!f?.dict) {
      this.#bad("<key>", "inside a dictionary");
      return;
    }
    this.#valueMissing(f);
    f.key = key;
  }

  #valueMissing(f: Frame): void {
    if (f.key === undefined) return;
    this.#bad(`key ${f.key} without a value`, "a value");
    if (++this.#items <= LIMITS.items) f.dict?.set(f.key, null);
    else {
      this.#limit(`> ${LIMITS.items} values`);
      this.#at = this.#s.length;
    }
    f.key = undefined;
  }

  #open(dict: boolean): void {
    const full = ++this.#items > LIMITS.items;
    if (full || this.#stack.length >= LIMITS.depth) {
      this.#limit(full ? `> ${LIMITS.items} values` : `> ${LIMITS.depth} levels`);
      this.#put(null);
      if (!this.#empty) this.#skip();
      return;
    }
    const f: Frame = { dict: dict ? new Map() : undefined, list: [], key: undefined };
    this.#put(f.dict ?? f.list);
    if (!this.#empty) this.#stack.push(f);
  }

  /** Steps over a container of which only the opening tag was read. */
  #skip(): void {
    for (let level = 1; level > 0 && this.#tag(); ) {
      if ((this.#name === "dict" || this.#name === "array") && !this.#empty) level += this.#close ? -1 : 1;
    }
  }

  #end(dict: boolean): void {
    const stack = this.#stack;
    let at = stack.length - 1;
    while (at >= 0 && (stack[at]!.dict !== undefined) !== dict) at--;
    if (at !== stack.length - 1) this.#bad(dict ? "</dict>" : "</array>", "the end of what was opened");
    if (at < 0) return;
    for (let i = stack.length - 1; i >= at; i--) this.#valueMissing(stack[i]!);
    stack.length = at;
  }

  read(): PlistValue | undefined {
    while (this.#tag()) {
      const name = this.#name;
      if (name === "plist") {
        if (this.#close) break;
        continue;
      }
      const container = name === "dict" || name === "array";
      if (this.#close && container) this.#end(name === "dict");
      else if (this.#close) this.#bad(`</${name}>`, "the end of what was opened");
      else if (container) this.#open(name === "dict");
      else if (name === "key") this.#key();
      else if (++this.#items > LIMITS.items) {
        this.#limit(`> ${LIMITS.items} values`);
        break;
      } else {
        const v = this.#scalar(name);
        if (v === undefined) this.#bad(`<${name}>`, "a tag of a property list");
        else this.#put(v);
      }
      if (this.#stack.length === 0 && this.#top !== undefined) return this.#top;
    }
    for (const f of this.#stack) this.#valueMissing(f);
    if (this.#stack.length > 0 && this.#told === 0 && !this.#limited)
      this.#bad("end of file", "the end of what was opened");
    return this.#top;
  }
}

/** Where `what` ends after `from`, or -1. */
function after(s: string, what: string, from: number): number {
  const at = s.indexOf(what, from);
  return at < 0 ? -1 : at + what.length;
}

/** UTF-8, or UTF-16 by its mark or by the zero beside the first `<`. */
export function xmlEncoding(b: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if ((b[0] === 0xff && b[1] === 0xfe) || (b[0] === 0x3c && b[1] === 0)) return "utf-16le";
  return (b[0] === 0xfe && b[1] === 0xff) || (b[0] === 0 && b[1] === 0x3c) ? "utf-16be" : "utf-8";
}

/**
 * Reads an XML property list (UTF-8 or UTF-16); a truncated one gives what was read, with a Problem. Undefined if it holds no
 * value at all. Offsets in Problems count characters.
 */
export function parseXmlPlist(b: Uint8Array, report: Report): PlistValue | undefined {
  if (b.length > LIMITS.plistBytes) {
    report({ code: "plist-limit", found: `${b.length} bytes`, expected: `<= ${LIMITS.plistBytes}`, lost: "file" });
    return undefined;
  }
  const value = new XmlReader(new TextDecoder(xmlEncoding(b)).decode(b), report).read();
  if (value === undefined)
    report({ code: "plist-damaged", offset: 0, found: "no value", expected: "<plist> with a value", lost: "file" });
  return value;
}
