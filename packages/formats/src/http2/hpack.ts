/**
 * Fields of HTTP/2 as HPACK packs them: numbers of a table that both sides know, of one that grows as they speak, and texts.
 * Source: RFC 7541.
 * @module
 */
import { unhuff } from "./huffman.ts";

export type Field = readonly [name: string, value: string];

/** Appendix A. A name alone, or with a value behind `=`. */
const STATIC: readonly Field[] =
  `:authority :method=GET :method=POST :path=/ :path=/index.html :scheme=http :scheme=https :status=200 :status=204 :status=206 :status=304
:status=400 :status=404 :status=500 accept-charset accept-encoding=gzip,_deflate accept-language accept-ranges accept
access-control-allow-origin age allow authorization cache-control content-disposition content-encoding content-language content-length
content-location content-range content-type cookie date etag expect expires from host if-match if-modified-since if-none-match if-range
if-unmodified-since last-modified link location max-forwards proxy-authenticate proxy-authorization range referer refresh retry-after server
set-cookie strict-transport-security transfer-encoding user-agent vary via www-authenticate`
    .split(/\s+/)
    .map((f) => {
      const at = f.indexOf("=");
      return at < 0 ? [f, ""] : [f.slice(0, at), f.slice(at + 1).replace("_", " ")];
    });

/** What a field weighs besides its letters. */
const WEIGHT = 32;
/** Bytes of the growing table, at first and at most; letters of one text, and of all fields of one head. */
const FIRST_SIZE = 4096;
const MAX_SIZE = 65_536;
const MAX_TEXT = 32_768;
const MAX_ALL = 65_536;
const MAX_FIELDS = 500;

/** One side of a connection. After a block that is damaged nothing more can be read of it. */
export class Hpack {
  #table: Field[] = [];
  #size = 0;
  #limit = FIRST_SIZE;
  // The block that is being read.
  #b: Uint8Array = new Uint8Array(0);
  #at = 0;

  /** All fields of a block in their order; undefined where it is damaged or too large. */
  read(block: Uint8Array): Field[] | undefined {
    this.#b = block;
    this.#at = 0;
    const out: Field[] = [];
    let letters = 0;
    while (this.#at < block.length) {
      const first = block[this.#at]!;
      if ((first & 0xe0) === 0x20) {
        const limit = this.#number(5);
        if (limit === undefined || limit > MAX_SIZE) return undefined;
        this.#limit = limit;
        this.#fit(0);
        continue;
      }
      const field = (first & 0x80) !== 0 ? this.#field(this.#number(7)) : this.#literal(first);
      if (!field || out.length >= MAX_FIELDS) return undefined;
      letters += field[0].length + field[1].length;
      if (letters > MAX_ALL) return undefined;
      out.push(field);
    }
    return out;
  }

  /** A number whose first bits, `bits` of them, stand at the end of this byte. */
  #number(bits: number): number | undefined {
    const b = this.#b;
    const most = (1 << bits) - 1;
    let value = b[this.#at++]! & most;
    if (value < most) return value;
    for (let shift = 0; shift <= 21; shift += 7) {
      const next = b[this.#at++];
      if (next === undefined) return undefined;
      value += (next & 0x7f) * 2 ** shift;
      if ((next & 0x80) === 0) return value;
    }
    return undefined;
  }

  #text(): string | undefined {
    const packed = ((this.#b[this.#at] ?? 0) & 0x80) !== 0;
    if (this.#at >= this.#b.length) return undefined;
    const length = this.#number(7);
    const start = this.#at;
    if (length === undefined || length > MAX_TEXT || start + length > this.#b.length) return undefined;
    this.#at += length;
    if (packed) return unhuff(this.#b, start, this.#at, MAX_TEXT);
    let out = "";
    for (let i = start; i < this.#at; i++) out += String.fromCharCode(this.#b[i]!);
    return out;
  }

  #field(index: number | undefined): Field | undefined {
    if (index === undefined || index === 0) return undefined;
    return index <= STATIC.length ? STATIC[index - 1] : this.#table[index - STATIC.length - 1];
  }

  #literal(first: number): Field | undefined {
    const grows = (first & 0xc0) === 0x40;
    const index = this.#number(grows ? 6 : 4);
    const name = index === 0 ? this.#text() : this.#field(index)?.[0];
    const value = name === undefined ? undefined : this.#text();
    if (name === undefined || value === undefined) return undefined;
    const field: Field = [name, value];
    if (grows) {
      const weight = name.length + value.length + WEIGHT;
      this.#fit(weight);
      if (weight <= this.#limit) {
        this.#table.unshift(field);
        this.#size += weight;
      }
    }
    return field;
  }

  /** Makes room: the oldest give way. */
  #fit(weight: number): void {
    while (this.#table.length > 0 && this.#size + weight > this.#limit) {
      const [name, value] = this.#table.pop()!;
      this.#size -= name.length + value.length + WEIGHT;
    }
  }
}
