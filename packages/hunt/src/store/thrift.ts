/**
 * Thrift's compact protocol, read and written without knowing what it says: the last part of a Parquet file is written so. Only files that our
 * own engine wrote a moment ago are read, yet every length is checked.
 * Source: https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
 * @module
 */

/** Kinds of values, by the numbers of the protocol. */
export const T = {
  true: 1,
  false: 2,
  byte: 3,
  i16: 4,
  i32: 5,
  i64: 6,
  double: 7,
  binary: 8,
  list: 9,
  set: 10,
  map: 11,
  struct: 12,
} as const;

export interface ThriftList {
  readonly of: number;
  readonly items: readonly ThriftValue[];
}

/** Booleans stand in the kind of a field; in a list they are 1 and 2. */
export type ThriftValue = number | Uint8Array | ThriftList | ThriftStruct;

export interface ThriftField {
  readonly id: number;
  readonly kind: number;
  readonly value: ThriftValue;
}

export interface ThriftStruct {
  readonly fields: readonly ThriftField[];
}

const DEEP = 20;

export class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  #byte(): number {
    const b = this.#bytes[this.#at++];
    if (b === undefined) throw new SyntaxError("thrift: cut short");
    return b;
  }

  #take(n: number): Uint8Array {
    if (n > this.#bytes.length - this.#at) throw new SyntaxError("thrift: cut short");
    this.#at += n;
    return this.#bytes.subarray(this.#at - n, this.#at);
  }

  /** Unsigned, 2^53 at most. */
  #varint(): number {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const b = this.#byte();
      value += (b & 127) * unit;
      if (!Number.isSafeInteger(value)) throw new SyntaxError("thrift: a number beyond 2^53");
      if (b < 128) return value;
    }
  }

  #zigzag(): number {
    const n = this.#varint();
    return n % 2 === 0 ? n / 2 : -(n + 1) / 2;
  }

  #list(depth: number): ThriftList {
    const head = this.#byte();
    const of = head & 15;
    const size = head >> 4 === 15 ? this.#varint() : head >> 4;
    // An item takes a byte at least.
    if (size > this.#bytes.length - this.#at) throw new SyntaxError("thrift: cut short");
    const items: ThriftValue[] = [];
    for (let i = 0; i < size; i++)
      items.push(of === T.true || of === T.false ? this.#byte() : this.#value(of, depth + 1));
    return { of, items };
  }

  #value(kind: number, depth: number): ThriftValue {
    if (depth > DEEP) throw new SyntaxError("thrift: nested too deep");
    switch (kind) {
      case T.true:
      case T.false:
        return kind;
      case T.byte:
        return this.#byte();
      case T.i16:
      case T.i32:
      case T.i64:
        return this.#zigzag();
      case T.double:
        return this.#take(8);
      case T.binary:
        return this.#take(this.#varint());
      case T.list:
      case T.set:
        return this.#list(depth);
      case T.struct:
        return this.struct(depth + 1);
      default:
        // Parquet has no maps.
        throw new SyntaxError(`thrift: kind ${kind}`);
    }
  }

  struct(depth = 0): ThriftStruct {
    const fields: ThriftField[] = [];
    for (let id = 0; ; ) {
      const head = this.#byte();
      if (head === 0) return { fields };
      const kind = head & 15;
      id = head >> 4 === 0 ? this.#zigzag() : id + (head >> 4);
      fields.push({ id, kind, value: this.#value(kind, depth) });
    }
  }

  /** True if all bytes were read. */
  get ended(): boolean {
    return this.#at === this.#bytes.length;
  }
}

export class Writer {
  #bytes: Uint8Array = new Uint8Array(1 << 16);
  #at = 0;

  #room(n: number): void {
    if (this.#at + n <= this.#bytes.length) return;
    const more = new Uint8Array(Math.max(this.#bytes.length * 2, this.#at + n));
    more.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = more;
  }

  #byte(b: number): void {
    this.#room(1);
    this.#bytes[this.#at++] = b;
  }

  #put(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  #varint(n: number): void {
    let left = n;
    while (left > 127) {
      this.#byte((left % 128) + 128);
      left = Math.floor(left / 128);
    }
    this.#byte(left);
  }

  #zigzag(n: number): void {
    this.#varint(n >= 0 ? n * 2 : -n * 2 - 1);
  }

  #value(kind: number, value: ThriftValue): void {
    if (kind === T.true || kind === T.false) return;
    if (typeof value === "number") {
      if (kind === T.byte) this.#byte(value);
      else this.#zigzag(value);
    } else if (value instanceof Uint8Array) {
      if (kind === T.binary) this.#varint(value.length);
      this.#put(value);
    } else if ("fields" in value) this.struct(value);
    else {
      const { of, items } = value;
      if (items.length < 15) this.#byte((items.length << 4) | of);
      else {
        this.#byte(0xf0 | of);
        this.#varint(items.length);
      }
      for (const item of items) {
        if (of === T.true || of === T.false) this.#byte(item as number);
        else this.#value(of, item);
      }
    }
  }

  struct({ fields }: ThriftStruct): void {
    let last = 0;
    for (const { id, kind, value } of fields) {
      const step = id - last;
      if (step > 0 && step < 16) this.#byte((step << 4) | kind);
      else {
        this.#byte(kind);
        this.#zigzag(id);
      }
      last = id;
      this.#value(kind, value);
    }
    this.#byte(0);
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#at);
  }
}
