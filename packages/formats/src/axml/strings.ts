/** The texts of binary XML: read when they are asked for. ResourceTypes.h: ResStringPool_header. @module */
import { LIMITS } from "@contraluz/core";

const HEAD = 28;
const UTF8 = 1 << 8;
/** Characters of all texts together: entries of a hostile pool share their bytes, and each could be the longest. */
const MAX_CHARACTERS = 16_777_216;

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });

export class Strings {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #damaged: (offset: number, found: string) => void;
  readonly #end: number;
  readonly #index: number;
  readonly #count: number;
  readonly #start: number;
  readonly #wide: boolean;
  readonly #read = new Map<number, string>();
  #characters = 0;
  #told = false;

  /** A chunk of `size` bytes that lies whole in `bytes`, with a head of `head`. */
  constructor(
    bytes: Uint8Array,
    at: number,
    head: number,
    size: number,
    damaged: (offset: number, found: string) => void,
  ) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#damaged = damaged;
    this.#end = at + size;
    this.#index = at + head;
    const whole = size >= HEAD;
    if (!whole) damaged(at, `a pool of texts of ${size} B`);
    const said = whole ? this.#view.getUint32(at + 8, true) : 0;
    this.#count = Math.min(said, Math.floor((size - head) / 4));
    if (this.#count < said) damaged(at, `${said} texts in ${size} B`);
    this.#wide = whole && (this.#view.getUint32(at + 16, true) & UTF8) === 0;
    this.#start = whole ? at + this.#view.getUint32(at + 20, true) : this.#end;
  }

  /** The text of that index, at most `LIMITS.text` characters; empty where there is none. */
  at(index: number): string {
    const known = this.#read.get(index);
    if (known !== undefined) return known;
    const made = index < this.#count ? this.#text(index) : undefined;
    if (made === undefined) this.#tell(index);
    const text = made ?? "";
    this.#characters += text.length;
    if (index < this.#count) this.#read.set(index, text);
    return text;
  }

  #tell(index: number): void {
    if (this.#told) return;
    this.#told = true;
    this.#damaged(this.#index, `text ${index} of ${this.#count}`);
  }

  #text(index: number): string | undefined {
    if (this.#characters > MAX_CHARACTERS) return undefined;
    const at = this.#start + this.#view.getUint32(this.#index + 4 * index, true);
    return this.#wide ? this.#utf16(at) : this.#utf8(at);
  }

  #utf16(at: number): string | undefined {
    if (at + 4 > this.#end) return undefined;
    const first = this.#view.getUint16(at, true);
    const long = first >= 0x8000;
    const length = long ? (first & 0x7fff) * 65_536 + this.#view.getUint16(at + 2, true) : first;
    const from = at + (long ? 4 : 2);
    if (from + length * 2 > this.#end) return undefined;
    return utf16.decode(this.#bytes.subarray(from, from + 2 * Math.min(length, LIMITS.text)));
  }

  /** The count of UTF-16 units, then that of bytes: one byte each, or two where the first has its highest bit. */
  #utf8(at: number): string | undefined {
    const units = this.#length(at);
    const size = units && this.#length(units.next);
    if (!size || size.next + size.value > this.#end) return undefined;
    const text = utf8.decode(this.#bytes.subarray(size.next, size.next + Math.min(size.value, 3 * LIMITS.text)));
    return text.slice(0, LIMITS.text);
  }

  #length(at: number): { readonly value: number; readonly next: number } | undefined {
    if (at + 2 > this.#end) return undefined;
    const first = this.#bytes[at]!;
    return first < 0x80
      ? { value: first, next: at + 1 }
      : { value: (first & 0x7f) * 256 + this.#bytes[at + 1]!, next: at + 2 };
  }
}
