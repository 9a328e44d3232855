/**
 * JSON text written straight as UTF-8. A line of records that is put together from strings first leaves two kilobytes of
 * garbage behind; a phone has a million lines.
 * @module
 */

import { encodeJson, type Json } from "@contraluz/core";

const encoder = new TextEncoder();

/** Where text goes: `bytes[0, length)` is written. `bytes` is replaced by a larger array where it does not suffice. */
export class JsonBytes {
  bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes;
  }

  /** Makes room for `more` bytes. */
  ensure(more: number): void {
    const need = this.length + more;
    if (need <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(need, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  /** One ASCII character. */
  byte(code: number): void {
    this.ensure(1);
    this.bytes[this.length++] = code;
  }

  /** Text of ASCII alone that needs no escape, from one letter on. */
  ascii(text: string, from = 0): void {
    const n = text.length;
    this.ensure(n);
    const { bytes } = this;
    let at = this.length;
    for (let i = from; i < n; i++) bytes[at++] = text.charCodeAt(i);
    this.length = at;
  }

  /** Text that is JSON already, or part of it. */
  text(json: string): void {
    // A UTF-16 code unit becomes three bytes at most (Unicode 15, section 3.9, table 3-6).
    this.ensure(json.length * 3);
    this.length += encoder.encodeInto(json, this.bytes.subarray(this.length)).written;
  }

  /** A string, as `JSON.stringify` writes it. */
  string(value: string): void {
    const n = value.length;
    this.ensure(n + 2);
    const { bytes, length } = this;
    bytes[length] = 0x22;
    let at = length + 1;
    for (let i = 0; i < n; i++) {
      const c = value.charCodeAt(i);
      if (c < 0x20 || c > 0x7e) {
        this.text(JSON.stringify(value));
        return;
      }
      // What is escaped stands in many names of DNS, and in little else.
      if (c === 0x22 || c === 0x5c) {
        if (at + n - i + 2 > bytes.length) {
          this.text(JSON.stringify(value));
          return;
        }
        bytes[at++] = 0x5c;
      }
      bytes[at++] = c;
    }
    bytes[at] = 0x22;
    this.length = at + 1;
  }

  /** A number that JSON can carry: whole ones digit by digit. */
  number(value: number): void {
    if (!(value >= 0 && value <= 0x7fff_ffff && value === (value | 0))) {
      this.ascii(String(value));
      return;
    }
    let digits = 1;
    for (let limit = 10; value >= limit && digits < 10; limit *= 10) digits++;
    this.digits(value, digits);
  }

  /** The last `count` decimal digits of a whole number below 2^31, with leading zeros. */
  digits(value: number, count: number): void {
    this.ensure(count);
    let rest = value | 0;
    for (let i = this.length + count - 1; i >= this.length; i--) {
      const tens = (rest / 10) | 0;
      this.bytes[i] = 0x30 + rest - tens * 10;
      rest = tens;
    }
    this.length += count;
  }

  /** A value, as `encodeJson` writes it. Lists and objects of texts, whole numbers and their like are put together here. */
  json(v: Json | undefined): void {
    if (typeof v === "string") this.string(v);
    else if (typeof v === "number") {
      if (v >= 0 && v === (v | 0) && !Object.is(v, -0)) this.number(v);
      else this.ascii(encodeJson(v));
    } else if (v === true) this.ascii("true");
    else if (v === false) this.ascii("false");
    else if (Array.isArray(v)) {
      this.byte(0x5b);
      for (let i = 0; i < v.length; i++) {
        if (i > 0) this.byte(0x2c);
        this.json(v[i] as Json);
      }
      this.byte(0x5d);
    } else if (typeof v === "object" && v !== null && !(v instanceof Uint8Array))
      this.#object(v as { [k: string]: Json });
    else this.text(encodeJson(v));
  }

  #object(v: { readonly [k: string]: Json | undefined }): void {
    this.byte(0x7b);
    let first = true;
    for (const k of Object.keys(v)) {
      const x = v[k];
      if (x === undefined) continue;
      if (!first) this.byte(0x2c);
      first = false;
      this.string(k);
      this.byte(0x3a);
      this.json(x);
    }
    this.byte(0x7d);
  }
}
