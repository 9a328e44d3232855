/** Bits of a message, first the highest of each byte. Reading past the end throws `Short`. @module */

/** The message is shorter than its types say. */
export class Short extends Error {}

/** Bytes that one length of a message may name: no message of a radio has as many. */
const MAX_LENGTH = 1 << 20;

export class Bits {
  readonly #b: Uint8Array;
  /** Of the bits that may be read. */
  readonly end: number;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#b = bytes;
    this.end = bytes.length * 8;
  }

  get left(): number {
    return this.end - this.at;
  }

  bit(): boolean {
    if (this.at >= this.end) throw new Short("bits");
    const on = (this.#b[this.at >> 3]! >> (7 - (this.at & 7))) & 1;
    this.at++;
    return on === 1;
  }

  /** A number of up to 53 bits. */
  number(bits: number): number {
    if (bits > 53 || bits > this.left) throw new Short("bits");
    let v = 0;
    for (let todo = bits; todo > 0; ) {
      const free = 8 - (this.at & 7);
      const take = Math.min(free, todo);
      const part = (this.#b[this.at >> 3]! >> (free - take)) & ((1 << take) - 1);
      v = v * 2 ** take + part;
      this.at += take;
      todo -= take;
    }
    return v;
  }

  /** Whole bytes, wherever they begin; a copy. */
  bytes(length: number): Uint8Array {
    if (length * 8 > this.left) throw new Short("bytes");
    const from = this.at >> 3;
    if ((this.at & 7) === 0) {
      this.at += length * 8;
      return this.#b.slice(from, from + length);
    }
    const out = new Uint8Array(length);
    for (let i = 0; i < length; i++) out[i] = this.number(8);
    return out;
  }

  /** `0110`. */
  text(length: number): string {
    if (length > this.left) throw new Short("bits");
    let out = "";
    for (let i = 0; i < length; i++) out += this.bit() ? "1" : "0";
    return out;
  }

  /** A length without an upper bound (X.691, 11.9.4): up to 16,383; a larger one comes in parts, `more` tells of another. */
  length(): { readonly count: number; readonly more: boolean } {
    if (!this.bit()) return { count: this.number(7), more: false };
    if (!this.bit()) return { count: this.number(14), more: false };
    return { count: this.number(6) * 16_384, more: true };
  }

  /** Items of an unbounded length, `take` called for each part. */
  parts(take: (count: number) => void): void {
    for (let sum = 0; ; ) {
      const { count, more } = this.length();
      sum += count;
      if (sum > MAX_LENGTH || (more && count === 0)) throw new Short("length");
      take(count);
      if (!more) return;
    }
  }

  /** What stands in its own bytes, with their length before it (X.691, 11.2). */
  open(): Uint8Array {
    let whole = new Uint8Array(0);
    this.parts((count) => {
      const part = this.bytes(count);
      if (whole.length === 0) whole = new Uint8Array(part);
      else {
        const both = new Uint8Array(whole.length + part.length);
        both.set(whole);
        both.set(part, whole.length);
        whole = both;
      }
    });
    return whole;
  }

  /** A number that is nearly always below 64 (X.691, 11.6). */
  small(): number {
    if (!this.bit()) return this.number(6);
    const { count, more } = this.length();
    if (more || count > 4) throw new Short("number");
    return this.number(count * 8);
  }
}
