/** A map from text ids to numbers without keeping the texts: open addressing on 64 bits of a cheap hash. @module */
import { Column } from "./columns.ts";

/** Two 32-bit hashes of a text in one walk: FNV-1a and a multiplicative one. Not for secrets: a collision mixes names. */
export function hashId(text: string): readonly [number, number] {
  let a = 0x811c9dc5 | 0;
  let b = 0x9747b28c | 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b, 31) + c;
    b ^= b >>> 15;
  }
  return [a >>> 0, b >>> 0];
}

/** Numbers ids from 0 in the order in which they are added. About 16 bytes an id, and no copying of them when it grows. */
export class IdTable {
  readonly #a = new Column();
  readonly #b = new Column();
  /** Number + 1; 0 is a free place. */
  #slots = new Uint32Array(1 << 10);

  get size(): number {
    return this.#a.length;
  }

  find(a: number, b: number): number | undefined {
    const v = this.#slots[this.#place(a, b)]!;
    return v === 0 ? undefined : v - 1;
  }

  /** The number of an id that is not there yet. */
  add(a: number, b: number): number {
    this.#a.push(a);
    this.#b.push(b);
    if (2 * this.size > this.#slots.length) {
      this.#slots = new Uint32Array(2 * this.#slots.length);
      for (let i = 0; i < this.size; i++) this.#slots[this.#place(this.#a.get(i), this.#b.get(i))] = i + 1;
    } else this.#slots[this.#place(a, b)] = this.size;
    return this.size - 1;
  }

  #place(a: number, b: number): number {
    const mask = this.#slots.length - 1;
    for (let i = (a ^ (b >>> 7)) & mask; ; i = (i + 1) & mask) {
      const v = this.#slots[i]!;
      if (v === 0 || (this.#a.get(v - 1) === a && this.#b.get(v - 1) === b)) return i;
    }
  }
}
