/**
 * Fields of HTTP/3 as QPACK packs them: numbers of a table that both sides know, of one that grows by a stream of its own, and texts. A head
 * may name fields that have not come yet; then it waits.
 * Source: RFC 9204.
 * @module
 */

import { unhuff } from "../http2/huffman.ts";
import type { Field } from "../http2/index.ts";
import { STATIC } from "./static.ts";

/** What a field weighs besides its letters. */
const WEIGHT = 32;
/** Bytes of the growing table; letters of one text, and of all fields of one head; fields. */
const MAX_SIZE = 65_536;
const MAX_TEXT = 32_768;
const MAX_ALL = 65_536;
const MAX_FIELDS = 500;
/** Bytes of instructions that wait for those behind them. */
const MAX_HELD = 2 * MAX_TEXT;
/** Pieces in which one instruction comes: each is joined with what waits. */
const MAX_PIECES = 512;

const NOTHING: Uint8Array = new Uint8Array(0);

/** Reads from the start of its bytes on; once they end too early it is `short`. */
class Bits {
  readonly b: Uint8Array;
  at = 0;
  short = false;
  /** What cannot be right. */
  wrong = false;

  constructor(b: Uint8Array) {
    this.b = b;
  }

  /** A number whose first bits stand at the end of this byte. */
  number(bits: number): number {
    const most = (1 << bits) - 1;
    let value = this.#byte() & most;
    if (value < most) return value;
    for (let shift = 0; shift <= 21; shift += 7) {
      const next = this.#byte();
      value += (next & 0x7f) * 2 ** shift;
      if ((next & 0x80) === 0) return value;
    }
    this.wrong = true;
    return 0;
  }

  #byte(): number {
    const v = this.b[this.at++];
    if (v === undefined) this.short = true;
    return v ?? 0;
  }

  /** A text whose length begins with so many bits; the bit before them says that it is packed. */
  text(bits: number): string {
    const packed = (((this.b[this.at] ?? 0) >> bits) & 1) === 1;
    const length = this.number(bits);
    if (length > MAX_TEXT) this.wrong = true;
    if (this.wrong || this.short || this.at + length > this.b.length) {
      this.short = true;
      return "";
    }
    const start = this.at;
    this.at += length;
    if (packed) {
      const text = unhuff(this.b, start, this.at, MAX_TEXT);
      if (text === undefined) this.wrong = true;
      return text ?? "";
    }
    let out = "";
    for (let i = start; i < this.at; i++) out += String.fromCharCode(this.b[i]!);
    return out;
  }
}

/** What one side packs: its growing table, and its heads. After what is damaged nothing more of it can be read. */
export class Qpack {
  /** Entries that are still there, the oldest first; how many were put in and are gone. */
  #table: Field[] = [];
  #gone = 0;
  #size = 0;
  #limit = 0;
  #held: Uint8Array = NOTHING;
  #pieces = 0;
  /** Bytes of its table that the other side allows: numbers of heads go round by it. Until that is known, what its own first word says. */
  allowed = 0;
  broken = false;

  get held(): number {
    return this.#held.length;
  }

  /** Entries that were ever put in. */
  get #inserted(): number {
    return this.#gone + this.#table.length;
  }

  /** Bytes of the stream of instructions, in their order. */
  instructions(bytes: Uint8Array): void {
    if (this.broken) return;
    let b = bytes;
    if (this.#held.length > 0) {
      b = new Uint8Array(this.#held.length + bytes.length);
      b.set(this.#held);
      b.set(bytes, this.#held.length);
    }
    const r = new Bits(b);
    let at = 0;
    while (at < b.length && !this.broken) {
      this.#instruction(r, b[at]!);
      if (r.wrong) this.broken = true;
      if (r.wrong || r.short) break;
      at = r.at;
    }
    this.#held = this.broken ? NOTHING : b.slice(at);
    this.#pieces = at === 0 ? this.#pieces + 1 : 0;
    if (this.#held.length > MAX_HELD || this.#pieces > MAX_PIECES) this.broken = true;
  }

  #instruction(r: Bits, first: number): void {
    if ((first & 0xe0) === 0x20) {
      const limit = r.number(5);
      if (r.short) return;
      if (limit > MAX_SIZE) r.wrong = true;
      else this.#resize(limit);
      return;
    }
    let field: Field | undefined;
    if ((first & 0x80) !== 0) {
      const index = r.number(6);
      const name = ((first & 0x40) !== 0 ? STATIC[index] : this.#entry(this.#inserted - 1 - index))?.[0];
      const value = r.text(7);
      if (name !== undefined) field = [name, value];
    } else if ((first & 0x40) !== 0) {
      const name = r.text(5);
      field = [name, r.text(7)];
    } else field = this.#entry(this.#inserted - 1 - r.number(5));
    if (r.short || r.wrong) return;
    if (!field || !this.#add(field)) r.wrong = true;
  }

  #resize(limit: number): void {
    this.#limit = limit;
    if (this.allowed === 0) this.allowed = limit;
    this.#fit(0);
  }

  #add(field: Field): boolean {
    const weight = field[0].length + field[1].length + WEIGHT;
    if (weight > this.#limit) return false;
    this.#fit(weight);
    this.#table.push(field);
    this.#size += weight;
    return true;
  }

  /** Makes room: the oldest give way. */
  #fit(weight: number): void {
    let go = 0;
    while (go < this.#table.length && this.#size + weight > this.#limit) {
      const [name, value] = this.#table[go++]!;
      this.#size -= name.length + value.length + WEIGHT;
    }
    if (go > 0) this.#table.splice(0, go);
    this.#gone += go;
  }

  #entry(absolute: number): Field | undefined {
    return absolute < this.#gone ? undefined : this.#table[absolute - this.#gone];
  }

  /** How many entries a head needs (RFC 9204, 4.5.1.1); undefined where the number makes no sense. */
  #needs(coded: number): number | undefined {
    if (coded === 0) return 0;
    const entries = Math.floor(this.allowed / WEIGHT);
    const round = 2 * entries;
    if (coded > round) return undefined;
    const most = this.#inserted + entries;
    let needs = Math.floor(most / round) * round + coded - 1;
    if (needs > most) needs -= round;
    return needs > 0 ? needs : undefined;
  }

  /** All fields of a head in their order; `"later"` where it needs what has not come; undefined where it is damaged or too large. */
  head(block: Uint8Array): Field[] | "later" | undefined {
    const r = new Bits(block);
    const coded = r.number(8);
    const below = ((block[r.at] ?? 0) & 0x80) !== 0;
    const delta = r.number(7);
    if (r.short || r.wrong) return undefined;
    if (coded > 0 && this.allowed === 0) return "later";
    const needs = this.#needs(coded);
    if (needs === undefined) return undefined;
    if (needs > this.#inserted) return "later";
    const base = below ? needs - delta - 1 : needs + delta;
    const out: Field[] = [];
    let letters = 0;
    while (r.at < block.length) {
      const field = this.#line(r, block[r.at]!, base);
      if (r.short || r.wrong || !field || out.length >= MAX_FIELDS) return undefined;
      letters += field[0].length + field[1].length;
      if (letters > MAX_ALL) return undefined;
      out.push(field);
    }
    return out;
  }

  #line(r: Bits, first: number, base: number): Field | undefined {
    if ((first & 0x80) !== 0) {
      const index = r.number(6);
      return (first & 0x40) !== 0 ? STATIC[index] : this.#entry(base - 1 - index);
    }
    if ((first & 0xf0) === 0x10) return this.#entry(base + r.number(4));
    let name: string | undefined;
    if ((first & 0xc0) === 0x40) {
      const index = r.number(4);
      name = ((first & 0x10) !== 0 ? STATIC[index] : this.#entry(base - 1 - index))?.[0];
    } else if ((first & 0xe0) === 0x20) name = r.text(3);
    else name = this.#entry(base + r.number(3))?.[0];
    const value = r.text(7);
    return name === undefined ? undefined : [name, value];
  }
}
