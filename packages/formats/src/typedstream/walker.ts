/**
 * Typedstream, the archive format of NeXTSTEP's NSArchiver: a reader of its groups, objects, classes and shared strings.
 *
 * After the header come groups: a type string, and one value for each type in it. An integer is one signed byte, or 0x81 and 16
 * bits, or 0x82 and 32 bits. Where an object, class or shared string can stand, 0x84 announces a new one, 0x85 is nil, and any other
 * integer is a reference: its value plus 110, counted from 0 in order of appearance (so 0x92 is the first). 0x86 ends an object.
 * Strings that name types, classes and selectors are counted apart from objects, classes and C strings. Facts: observed bytes of
 * Messages (plaso's imessage_chat.db) and the public descriptions of the format by D. Gelessus and C. Sardegna.
 * @module
 */
import { LIMITS } from "@contraluz/core";
import { resolveUrl } from "../keyed-archive/url.ts";

/** Values of one stream. A text of 10,000 differently marked runs has about 60,000. */
const MAX_VALUES = 100_000;
const MAX_TYPE = 1024;
const MAX_LINKS = 64;
const MAX_URL = 8192;

const WORD = 0x81;
const LONG = 0x82;
const FLOAT = 0x83;
const NEW = 0x84;
const NIL = 0x85;
const END = 0x86;
const FIRST_REFERENCE = 110;

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

export class Damaged extends Error {}
/** One for all: making a stack trace for each of 250,000 damaged messages would cost seconds. */
const DAMAGED = new Damaged("typedstream");

export interface TypedClass {
  readonly name: string;
  readonly parent: TypedClass | undefined;
}

interface TypedObject {
  cls: TypedClass | undefined;
  readonly values: Value[];
  /** The text of a string, the resolved text of a URL. */
  text: string | undefined;
}

type Value = number | string | Uint8Array | TypedObject | undefined;

/** A class of the class list, a C string, or an object: they share one count. */
type Shared =
  | { readonly is: "class"; readonly cls: { name: string; parent: TypedClass | undefined } }
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "object"; readonly object: TypedObject };

function inherits(cls: TypedClass | undefined, name: string): boolean {
  let c = cls;
  for (let i = 0; c && i < LIMITS.depth; i++) {
    if (c.name === name) return true;
    c = c.parent;
  }
  return false;
}

const isObject = (v: Value): v is TypedObject => typeof v === "object" && !(v instanceof Uint8Array);
const textOf = (v: Value): string | undefined => (isObject(v) ? v.text : undefined);

/** Reads a stream from `at` on. `run` throws `Damaged` where it cannot go on; what was found until then stays. */
export class Walker {
  /** The first string object that was read whole. */
  text: string | undefined;
  /** Texts of URL objects, and strings under a key that ends in `LinkAttributeName`; each once. */
  readonly links: Set<string> = new Set<string>();
  readonly #b: Uint8Array;
  readonly #little: boolean;
  readonly #strings: string[] = [];
  readonly #shared: Shared[] = [];
  #at: number;
  #left = MAX_VALUES;

  constructor(b: Uint8Array, at: number, little: boolean) {
    this.#b = b;
    this.#at = at;
    this.#little = little;
  }

  run(): void {
    while (this.#at < this.#b.length) this.#group([], 0);
  }

  #spend(n: number): void {
    this.#left -= n;
    if (this.#left < 0) throw DAMAGED;
  }

  #byte(): number {
    const v = this.#b[this.#at++];
    if (v === undefined) throw DAMAGED;
    return v;
  }

  #bytes(n: number): Uint8Array {
    const at = this.#at;
    if (n < 0 || n > this.#b.length - at) throw DAMAGED;
    this.#at = at + n;
    return this.#b.subarray(at, at + n);
  }

  #unsigned(n: number): number {
    const b = this.#bytes(n);
    let v = 0;
    for (let i = 0; i < n; i++) v = v * 256 + b[this.#little ? n - 1 - i : i]!;
    return v;
  }

  /** A signed integer, given its first byte. */
  #integer(head: number): number {
    if (head === WORD) return (this.#unsigned(2) << 16) >> 16;
    if (head === LONG) return this.#unsigned(4) | 0;
    if (head >= FLOAT && head <= END) throw DAMAGED;
    return (head << 24) >> 24;
  }

  #reference(head: number): number {
    return this.#integer(head) + FIRST_REFERENCE;
  }

  #counted(head: number): Uint8Array {
    if (head > 0x7f && head !== WORD && head !== LONG) throw DAMAGED;
    return this.#bytes(head === WORD ? this.#unsigned(2) : head === LONG ? this.#unsigned(4) : head);
  }

  /** A string of the shared list. */
  #name(): string | undefined {
    this.#spend(1);
    const head = this.#byte();
    if (head === NIL) return undefined;
    if (head === NEW) {
      const s = utf8.decode(this.#counted(this.#byte()));
      this.#strings.push(s);
      return s;
    }
    const s = this.#strings[this.#reference(head)];
    if (s === undefined) throw DAMAGED;
    return s;
  }

  #class(): TypedClass | undefined {
    let first: TypedClass | undefined;
    let below: { name: string; parent: TypedClass | undefined } | undefined;
    for (let depth = 0; depth < LIMITS.depth; depth++) {
      const head = this.#byte();
      let cls: { name: string; parent: TypedClass | undefined } | undefined;
      if (head === NEW) {
        const name = this.#name();
        if (name === undefined) throw DAMAGED;
        // The version of the class.
        this.#integer(this.#byte());
        cls = { name, parent: undefined };
        this.#shared.push({ is: "class", cls });
      } else if (head !== NIL) {
        const known = this.#shared[this.#reference(head)];
        if (known?.is !== "class") throw DAMAGED;
        cls = known.cls;
      }
      if (below) below.parent = cls;
      first ??= cls;
      if (head !== NEW) return first;
      below = cls;
    }
    throw DAMAGED;
  }

  #object(depth: number): TypedObject | undefined {
    if (depth > LIMITS.depth) throw DAMAGED;
    const head = this.#byte();
    if (head === NIL) return undefined;
    if (head !== NEW) {
      const known = this.#shared[this.#reference(head)];
      if (known?.is !== "object") throw DAMAGED;
      return known.object;
    }
    const object: TypedObject = { cls: undefined, values: [], text: undefined };
    // It is counted before its class is.
    this.#shared.push({ is: "object", object });
    object.cls = this.#class();
    while (this.#b[this.#at] !== END) this.#group(object.values, depth);
    this.#at++;
    this.#note(object);
    return object;
  }

  #note(o: TypedObject): void {
    const v = o.values;
    if (inherits(o.cls, "NSString")) {
      const bytes = v[0];
      if (!(bytes instanceof Uint8Array)) return;
      o.text = utf8.decode(bytes);
      this.text ??= o.text;
    } else if (inherits(o.cls, "NSURL")) {
      // A flag, the base if the flag is set, the relative text.
      const relative = textOf(v.at(-1));
      if (relative === undefined) return;
      const base = v.length > 2 ? (textOf(v[1]) ?? "") : "";
      this.#spend((base.length + relative.length) >> 6);
      o.text = base !== "" && base.length + relative.length <= MAX_URL ? resolveUrl(base, relative) : relative;
      this.#link(o.text);
    } else if (inherits(o.cls, "NSDictionary")) {
      // A count, then key and value in turn.
      for (let i = 1; i + 1 < v.length; i += 2) {
        if (textOf(v[i])?.endsWith("LinkAttributeName")) this.#link(textOf(v[i + 1]));
      }
    }
  }

  #link(text: string | undefined): void {
    if (text !== undefined && text !== "" && this.links.size < MAX_LINKS) this.links.add(text);
  }

  /** One type string and its values. */
  #group(out: Value[], depth: number): void {
    const types = this.#name();
    if (types === undefined || types === "" || types.length > MAX_TYPE) throw DAMAGED;
    for (let i = 0; i < types.length; ) i = this.#value(types, i, out, depth);
  }

  /** Reads the value of the type at `i`; where the next type starts. */
  #value(types: string, i: number, out: Value[], depth: number): number {
    this.#spend(1);
    if (depth > LIMITS.depth) throw DAMAGED;
    switch (types[i]) {
      case "@":
        out.push(this.#object(depth + 1));
        return i + 1;
      case "+": {
        const head = this.#byte();
        out.push(head === NIL ? undefined : this.#counted(head));
        return i + 1;
      }
      case "*":
        out.push(this.#cString());
        return i + 1;
      case "#":
        out.push(this.#class()?.name);
        return i + 1;
      case ":":
      case "%":
        out.push(this.#name());
        return i + 1;
      case "c":
      case "C":
      case "B":
        out.push(this.#byte());
        return i + 1;
      case "s":
      case "S":
      case "i":
      case "I":
      case "l":
      case "L":
      case "q":
      case "Q":
        out.push(this.#integer(this.#byte()));
        return i + 1;
      case "f":
      case "d": {
        const head = this.#byte();
        if (head === FLOAT) this.#bytes(types[i] === "f" ? 4 : 8);
        else this.#integer(head);
        out.push(0);
        return i + 1;
      }
      case "!":
        return i + 1;
      case "[":
        return this.#array(types, i, out, depth + 1);
      case "{": {
        const close = closing(types, i, "{", "}");
        // {CGPoint=dd}: the name of the structure, then its members.
        const equals = types.indexOf("=", i);
        for (let k = equals > 0 && equals < close ? equals + 1 : i + 1; k < close; )
          k = this.#value(types, k, out, depth + 1);
        return close + 1;
      }
    }
    throw DAMAGED;
  }

  #cString(): string | undefined {
    const head = this.#byte();
    if (head === NIL) return undefined;
    if (head === NEW) {
      const text = this.#name() ?? "";
      this.#shared.push({ is: "text", text });
      return text;
    }
    const known = this.#shared[this.#reference(head)];
    if (known?.is !== "text") throw DAMAGED;
    return known.text;
  }

  /** `[12c]` is 12 bytes, `[3@]` three objects. */
  #array(types: string, i: number, out: Value[], depth: number): number {
    const close = closing(types, i, "[", "]");
    let at = i + 1;
    let n = 0;
    for (let c = types.charCodeAt(at); c > 47 && c < 58 && at - i < 12; c = types.charCodeAt(++at)) n = n * 10 + c - 48;
    const inner = types.slice(at, close);
    if (inner === "c" || inner === "C") out.push(this.#bytes(n));
    else {
      for (let k = 0; k < n; k++) {
        this.#spend(1);
        for (let j = at; j < close; ) j = this.#value(types, j, out, depth);
      }
    }
    return close + 1;
  }
}

function closing(types: string, from: number, open: string, close: string): number {
  let level = 0;
  for (let i = from; i < types.length; i++) {
    if (types[i] === open) level++;
    else if (types[i] === close && --level === 0) return i;
  }
  throw DAMAGED;
}
