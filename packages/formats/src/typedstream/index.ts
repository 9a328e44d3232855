/**
 * Typedstream, the archive format of NeXTSTEP that Messages still uses for `attributedBody`.
 *
 * Format: the header is byte 4 (version), a counted string `streamtyped` (or `typedstream` from big-endian machines) and
 * the system version as an integer. Then groups: a type string, and values of these types. Integers: one signed byte, or 0x81 and
 * 16 bits, or 0x82 and 32 bits, or 0x83 and a float. 0x84 starts something new, 0x85 is nil, 0x86 ends an object; other
 * negative bytes refer to what was seen before, counted from 0x92. Strings that name types and classes are shared the same way.
 * Observed in archives written by macOS and iOS; order of fields as NSArchiver writes them.
 * @module
 */
import { LIMITS } from "@contraluz/core";

export interface AttributedText {
  readonly text: string;
  /** Targets of link attributes, which may differ from the words that show them. */
  readonly links: readonly string[];
}

const MAX_LENGTH = 16 * 1024 * 1024;
const MAX_VALUES = 100_000;
const utf8 = new TextDecoder();

const NEW = 0x84;
const NIL = 0x85;
const END = 0x86;
const FIRST_REFERENCE = 0x92;

/** Bytes of "NSURL": where they are missing no link can be hidden, and the walk is spared. */
const URL_MARK = [0x4e, 0x53, 0x55, 0x52, 0x4c];

class Damaged extends Error {}

interface Obj {
  readonly cls: string;
  readonly values: unknown[];
}

class Walker {
  readonly #b: Uint8Array;
  readonly #little: boolean;
  #at: number;
  #left = MAX_VALUES;
  /** Shared strings, and shared objects and classes: two numberings, as NSArchiver keeps them. */
  readonly #strings: string[] = [];
  readonly #objects: (Obj | { readonly name: string; readonly parent: unknown } | string)[] = [];
  readonly strings: string[] = [];
  readonly urls: string[] = [];

  constructor(b: Uint8Array, at: number, little: boolean) {
    this.#b = b;
    this.#at = at;
    this.#little = little;
  }

  get done(): boolean {
    return this.#at >= this.#b.length;
  }

  #byte(): number {
    const v = this.#b[this.#at++];
    if (v === undefined) throw new Damaged();
    return v;
  }

  #sized(n: number): number {
    let v = 0;
    for (let i = 0; i < n; i++) v += this.#byte() * 2 ** (8 * (this.#little ? i : n - 1 - i));
    return v;
  }

  /** A signed integer, given its first byte. */
  #integer(head: number): number {
    if (head === 0x81) {
      const v = this.#sized(2);
      return v > 0x7fff ? v - 0x10000 : v;
    }
    if (head === 0x82) return this.#sized(4) | 0;
    return head > 127 ? head - 256 : head;
  }

  #length(): number {
    const head = this.#byte();
    const n = head === 0x81 ? this.#sized(2) : head === 0x82 ? this.#sized(4) : head;
    if (n > MAX_LENGTH || n > this.#b.length - this.#at) throw new Damaged();
    return n;
  }

  #bytes(n: number): Uint8Array {
    if (n > this.#b.length - this.#at) throw new Damaged();
    this.#at += n;
    return this.#b.subarray(this.#at - n, this.#at);
  }

  #shared(head = this.#byte()): string | undefined {
    if (head === NIL) return undefined;
    if (head === NEW) {
      const s = utf8.decode(this.#bytes(this.#length()));
      this.#strings.push(s);
      return s;
    }
    const s = this.#strings[this.#reference(head)];
    if (s === undefined) throw new Damaged();
    return s;
  }

  #reference(head: number): number {
    return head === 0x81 || head === 0x82 ? this.#integer(head) + 110 : head - FIRST_REFERENCE;
  }

  #class(depth: number): { name: string; parent: unknown } | undefined {
    if (depth > LIMITS.depth) throw new Damaged();
    const head = this.#byte();
    if (head === NIL) return undefined;
    if (head !== NEW) return this.#objects[this.#reference(head)] as { name: string; parent: unknown };
    const name = this.#shared();
    if (name === undefined) throw new Damaged();
    this.#integer(this.#byte());
    const c: { name: string; parent: unknown } = { name, parent: undefined };
    this.#objects.push(c);
    c.parent = this.#class(depth + 1);
    return c;
  }

  #object(depth: number): unknown {
    if (depth > LIMITS.depth || --this.#left < 0) throw new Damaged();
    const head = this.#byte();
    if (head === NIL) return undefined;
    if (head !== NEW) return this.#objects[this.#reference(head)];
    const slot = this.#objects.length;
    const o: { cls: string; values: unknown[] } = { cls: "", values: [] };
    this.#objects.push(o);
    // The class comes after the object's own number was taken.
    const c = this.#class(depth + 1);
    o.cls = c?.name ?? "";
    while (this.#b[this.#at] !== END) for (const v of this.group(depth + 1)) o.values.push(v);
    this.#at++;
    this.#noteObject(o);
    return this.#objects[slot];
  }

  #noteObject(o: Obj): void {
    if (o.cls === "NSString" || o.cls === "NSMutableString") {
      const s = o.values.find((v) => typeof v === "string");
      if (typeof s === "string") this.strings.push(s);
    } else if (o.cls === "NSURL") {
      const parts = o.values.map((v) => (typeof v === "object" && v !== null && "values" in v ? (v as Obj).values.find((x) => typeof x === "string") : v));
      const s = parts.filter((v): v is string => typeof v === "string").at(-1);
      if (s !== undefined) this.urls.push(s);
    }
  }

  /** One type string and its values. */
  group(depth = 0): unknown[] {
    const types = this.#shared();
    if (types === undefined) throw new Damaged();
    const out: unknown[] = [];
    this.#values(types, out, depth);
    return out;
  }

  #values(types: string, out: unknown[], depth: number): void {
    if (depth > LIMITS.depth) throw new Damaged();
    for (let i = 0; i < types.length; i++) {
      if (--this.#left < 0) throw new Damaged();
      const t = types[i]!;
      switch (t) {
        case "@":
          out.push(this.#object(depth + 1));
          break;
        case "+":
          out.push(utf8.decode(this.#bytes(this.#length())));
          break;
        case "*": {
          // A C string is an object of its own numbering among the objects.
          const head = this.#byte();
          if (head === NIL) out.push(undefined);
          else if (head === NEW) {
            const s = this.#shared() ?? "";
            this.#objects.push(s);
            out.push(s);
          } else out.push(this.#objects[this.#reference(head)]);
          break;
        }
        case "#":
          out.push(this.#class(depth + 1)?.name);
          break;
        case ":":
        case "%":
          out.push(this.#shared());
          break;
        case "c":
        case "C":
          out.push(this.#byte());
          break;
        case "f":
        case "d": {
          const head = this.#byte();
          if (head === 0x83) this.#bytes(t === "f" ? 4 : 8);
          else this.#integer(head);
          out.push(0);
          break;
        }
        case "[": {
          // [12c] is 12 bytes, [3@] three objects.
          const m = /^\[(\d{1,9})/.exec(types.slice(i));
          const close = types.lastIndexOf("]");
          if (!m || close < i) throw new Damaged();
          const inner = types.slice(i + m[0].length, close);
          const n = Number(m[1]);
          if (inner === "c" || inner === "C") out.push(this.#bytes(n));
          else for (let k = 0; k < n; k++) this.#values(inner, out, depth + 1);
          i = close;
          break;
        }
        case "{": {
          const eq = types.indexOf("=", i);
          const close = types.lastIndexOf("}");
          if (close < i) throw new Damaged();
          this.#values(types.slice((eq < 0 ? i : eq) + 1, close), out, depth + 1);
          i = close;
          break;
        }
        case "s":
        case "S":
        case "i":
        case "I":
        case "l":
        case "L":
        case "q":
        case "Q":
          out.push(this.#integer(this.#byte()));
          break;
        default:
          throw new Damaged();
      }
    }
  }
}

function header(b: Uint8Array): { at: number; little: boolean } | undefined {
  if (b.length < 16 || b[0] !== 4 || b[1] !== 11) return undefined;
  const little = b[2] === 0x73 && b[3] === 0x74;
  if (!little && !(b[2] === 0x74 && b[3] === 0x79)) return undefined;
  // The system version: 0x81 and 16 bits (1000), or one byte.
  return { at: b[13] === 0x81 ? 16 : b[13] === 0x82 ? 18 : 14, little };
}

function mentionsUrl(b: Uint8Array): boolean {
  for (let i = b.indexOf(URL_MARK[0]!, 16); i >= 0; i = b.indexOf(URL_MARK[0]!, i + 1)) {
    if (b[i + 1] === URL_MARK[1] && b[i + 2] === URL_MARK[2] && b[i + 3] === URL_MARK[3] && b[i + 4] === URL_MARK[4]) return true;
  }
  return false;
}

/**
 * The first counted byte string (`+`) of the stream: in an archived NSAttributedString that is its text. The marker is the type
 * string `\x01+` behind 0x84, or a reference to it; the first one is always spelled out.
 */
function firstText(b: Uint8Array, start: number, little: boolean): { text: string } | undefined {
  for (let i = b.indexOf(0x2b, start); i >= 0; i = b.indexOf(0x2b, i + 1)) {
    if (b[i - 1] !== 1 || b[i - 2] !== NEW) continue;
    let at = i + 1;
    const head = b[at++];
    if (head === undefined) return undefined;
    let n = head;
    const wide = head === 0x81 ? 2 : head === 0x82 ? 4 : 0;
    if (wide > 0) {
      n = 0;
      for (let k = 0; k < wide; k++) n += (b[at + k] ?? 0) * 2 ** (8 * (little ? k : wide - 1 - k));
      at += wide;
    } else if (head > 0x82) return undefined;
    if (at >= b.length && n > 0) return undefined;
    return { text: utf8.decode(b.subarray(at, Math.min(b.length, at + Math.min(n, MAX_LENGTH)))) };
  }
  return undefined;
}

/**
 * The text of an archived attributed string, and the links in its attributes. Undefined if no text could be found.
 * A stream that breaks off after the text still gives the text.
 */
export function attributedText(b: Uint8Array): AttributedText | undefined {
  const h = header(b);
  if (!h) return undefined;
  const first = firstText(b, h.at, h.little);
  if (!first) return undefined;
  if (!mentionsUrl(b)) return { text: first.text, links: [] };
  const w = new Walker(b, h.at, h.little);
  try {
    while (!w.done) w.group();
  } catch (e) {
    if (!(e instanceof Damaged)) throw e;
  }
  return { text: first.text, links: w.urls.slice(0, 64) };
}
