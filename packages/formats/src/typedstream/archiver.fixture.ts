/** A writer of typedstreams as NSArchiver does it: strings, and classes with objects, are written once and then referred to. @module */
export type Piece = number | string | Uint8Array;
const utf8 = new TextEncoder();
export const bytes = (...parts: readonly Piece[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((p) =>
      typeof p === "number" ? [p] : typeof p === "string" ? [...p].map((c) => c.charCodeAt(0)) : [...p],
    ),
  );

export class Archiver {
  readonly #out: number[] = [];
  readonly #strings = new Map<string, number>();
  readonly #objects = new Map<unknown, number>();
  readonly #little: boolean;

  constructor(little = true) {
    this.#little = little;
    this.raw(4, 11, little ? "streamtyped" : "typedstream");
    this.int(1000);
  }

  raw(...parts: readonly Piece[]): this {
    for (const b of bytes(...parts)) this.#out.push(b);
    return this;
  }

  int(v: number): this {
    if (v >= -110 && v <= 127) return this.raw(v & 255);
    const wide = v >= -32_768 && v <= 32_767 ? 2 : 4;
    const b = new Uint8Array(wide);
    for (let i = 0; i < wide; i++) b[this.#little ? i : wide - 1 - i] = (v >> (8 * i)) & 255;
    return this.raw(wide === 2 ? 0x81 : 0x82, b);
  }

  /** A string of the shared list. */
  shared(s: string): this {
    const known = this.#strings.get(s);
    if (known !== undefined) return this.int(known - 110);
    this.#strings.set(s, this.#strings.size);
    return this.raw(0x84).int(s.length).raw(s);
  }

  classes(names: readonly string[]): this {
    for (const name of names) {
      const known = this.#objects.get(name);
      if (known !== undefined) return this.int(known - 110);
      this.#objects.set(name, this.#objects.size);
      this.raw(0x84)
        .shared(name)
        .int(name.endsWith("String") && !name.includes("Attributed") ? 1 : 0);
    }
    return this.raw(0x85);
  }

  object(identity: unknown, names: readonly string[], write: () => void): this {
    this.shared("@");
    const known = this.#objects.get(identity);
    if (known !== undefined) return this.int(known - 110);
    this.#objects.set(identity, this.#objects.size);
    this.raw(0x84).classes(names);
    write();
    return this.raw(0x86);
  }

  string(s: string, names: readonly string[] = ["NSString", "NSObject"]): this {
    const b = utf8.encode(s);
    return this.object(`text ${s}`, names, () => this.shared("+").length(b.length).raw(b));
  }

  /** Lengths are unsigned. */
  length(n: number): this {
    return n > 32_767 && n < 65_536
      ? this.raw(0x81, this.#little ? bytes(n & 255, n >> 8) : bytes(n >> 8, n & 255))
      : this.int(n);
  }

  url(text: string, base?: string): this {
    return this.object(`url ${base} ${text}`, ["NSURL", "NSObject"], () => {
      this.shared("c").raw(base === undefined ? 0 : 1);
      if (base !== undefined) this.url(base);
      this.string(text);
    });
  }

  dictionary(entries: readonly (readonly [string, () => void])[]): this {
    return this.object({}, ["NSDictionary", "NSObject"], () => {
      this.shared("i").int(entries.length);
      for (const [key, value] of entries) {
        this.string(key);
        value();
      }
    });
  }

  number(v: number): this {
    return this.object({}, ["NSNumber", "NSValue", "NSObject"], () => {
      const known = this.#objects.get("char *q");
      this.shared("*");
      if (known === undefined) {
        this.#objects.set("char *q", this.#objects.size);
        this.raw(0x84).shared("q");
      } else this.int(known - 110);
      this.shared("q").int(v);
    });
  }

  data(b: Uint8Array): this {
    return this.object(b, ["NSMutableData", "NSData", "NSObject"], () =>
      this.shared("i").int(b.length).shared(`[${b.length}c]`).raw(b),
    );
  }

  done(): Uint8Array {
    return Uint8Array.from(this.#out);
  }
}
