/**
 * The match keys of one check while its records pass: which rows have each, and when. Kept in typed arrays, since a phone has a million records
 * and more keys; what the same values give again is remembered for a while.
 * @module
 */
import { ContraluzError, type Observable } from "@contraluz/core";
import { key64 } from "@contraluz/detection/indicators/key64.ts";
import { keyTexts } from "../keys/stored.ts";
import type { Keying } from "../lab/secret.ts";
import { encodeRows } from "./rows.ts";
import type { ColumnBatch } from "./types.ts";

/** Pairs of a key and a row: a hostile phone must not fill the memory of a lab. A gigabyte. */
const MAX_PAIRS = 1 << 27;
/** Values, and texts of keys, that are remembered. */
const VALUES = 1 << 15;
const TEXTS = 1 << 16;
/** Pairs of one block. */
const BLOCK = 1 << 20;
/** Rows of a batch: what a vector of the engine holds. */
const BATCH = 2048;

/** A list of numbers in blocks: nothing is copied when it grows. */
class Pairs {
  readonly keys: Uint32Array[] = [];
  readonly rows: Uint32Array[] = [];
  length = 0;

  add(key: number, row: number): void {
    const at = this.length & (BLOCK - 1);
    if (at === 0) {
      if (this.length >= MAX_PAIRS) throw new ContraluzError("usage", `more than ${MAX_PAIRS} keys in one check`);
      this.keys.push(new Uint32Array(BLOCK));
      this.rows.push(new Uint32Array(BLOCK));
    }
    this.keys.at(-1)![at] = key;
    this.rows.at(-1)![at] = row;
    this.length++;
  }
}

const grown = <A extends Uint32Array | Uint8Array | Float64Array>(a: A): A => {
  const b = new (a.constructor as new (n: number) => A)(a.length * 2);
  b.set(a);
  return b;
};

export class KeyTable {
  #hi: Uint32Array = new Uint32Array(1024);
  #lo: Uint32Array = new Uint32Array(1024);
  #letter: Uint8Array = new Uint8Array(1024);
  /** Records that have it. */
  #n: Uint32Array = new Uint32Array(1024);
  /** The last row that has it, and 1: each record counts once. */
  #last: Uint32Array = new Uint32Array(1024);
  #first: Float64Array = new Float64Array(1024);
  #until: Float64Array = new Float64Array(1024);
  /** Numbers of keys, and 1, by the low half of their hash. */
  #slots: Int32Array = new Int32Array(4096);
  #size = 0;
  readonly #pairs = new Pairs();
  readonly #values = new Map<string, readonly number[]>();
  readonly #texts = new Map<string, number>();

  /** Keys that occur. */
  get size(): number {
    return this.#size;
  }

  #grow(): void {
    this.#hi = grown(this.#hi);
    this.#lo = grown(this.#lo);
    this.#letter = grown(this.#letter);
    this.#n = grown(this.#n);
    this.#last = grown(this.#last);
    this.#first = grown(this.#first);
    this.#until = grown(this.#until);
    const slots = new Int32Array(this.#slots.length * 2);
    for (let k = 0; k < this.#size; k++) {
      let at = this.#lo[k]! & (slots.length - 1);
      while (slots[at] !== 0) at = (at + 1) & (slots.length - 1);
      slots[at] = k + 1;
    }
    this.#slots = slots;
  }

  /** The number of a key. */
  #of(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const { hi, lo } = key64(text);
    let at = lo & (this.#slots.length - 1);
    let k = -1;
    for (let s = this.#slots[at]!; s !== 0; s = this.#slots[(at = (at + 1) & (this.#slots.length - 1))]!)
      if (this.#lo[s - 1] === lo && this.#hi[s - 1] === hi) {
        k = s - 1;
        break;
      }
    if (k < 0) {
      if (this.#size === this.#hi.length) {
        this.#grow();
        at = lo & (this.#slots.length - 1);
        while (this.#slots[at] !== 0) at = (at + 1) & (this.#slots.length - 1);
      }
      k = this.#size++;
      this.#hi[k] = hi;
      this.#lo[k] = lo;
      this.#letter[k] = text.charCodeAt(0);
      this.#first[k] = Number.NaN;
      this.#until[k] = Number.NaN;
      this.#slots[at] = k + 1;
    }
    if (this.#texts.size >= TEXTS) this.#texts.clear();
    this.#texts.set(text, k);
    return k;
  }

  #keysOf(o: Pick<Observable, "type" | "value">): readonly number[] {
    const id = `${o.type} ${o.value}`;
    let keys = this.#values.get(id);
    if (!keys) {
      keys = [...new Set(keyTexts(o).map((t) => this.#of(t)))];
      if (this.#values.size >= VALUES) this.#values.clear();
      // Long values are seldom the same, and would hold much.
      if (id.length < 512) this.#values.set(id, keys);
    }
    return keys;
  }

  /** One record: its values, and its time in ms since 1970. Rows ascend. */
  add(row: number, observables: readonly Pick<Observable, "type" | "value">[], at: number | undefined): void {
    for (let i = 0; i < observables.length; i++) {
      const keys = this.#keysOf(observables[i]!);
      for (let j = 0; j < keys.length; j++) {
        const k = keys[j]!;
        if (this.#last[k] === row + 1) continue;
        this.#last[k] = row + 1;
        this.#n[k] = this.#n[k]! + 1;
        this.#pairs.add(k, row);
        if (at === undefined) continue;
        // Of NaN no comparison holds.
        if (!(this.#first[k]! <= at)) this.#first[k] = at;
        if (!(this.#until[k]! >= at)) this.#until[k] = at;
      }
    }
  }

  /** Numbers of the keys by the stored key, which is signed: four passes, each of 16 bits. */
  #sorted(): Uint32Array {
    const size = this.#size;
    let order = new Uint32Array(size);
    for (let i = 0; i < size; i++) order[i] = i;
    let next = new Uint32Array(size);
    const passes: readonly (readonly [Uint32Array, number, number])[] = [
      [this.#lo, 0, 0],
      [this.#lo, 16, 0],
      [this.#hi, 0, 0],
      [this.#hi, 16, 0x8000],
    ];
    const starts = new Uint32Array(65_537);
    for (const [half, shift, flip] of passes) {
      starts.fill(0);
      for (let i = 0; i < size; i++) starts[(((half[i]! >>> shift) & 0xffff) ^ flip) + 1]!++;
      for (let d = 0; d < 65_536; d++) starts[d + 1]! += starts[d]!;
      for (let i = 0; i < size; i++) {
        const k = order[i]!;
        next[starts[((half[k]! >>> shift) & 0xffff) ^ flip]!++] = k;
      }
      [order, next] = [next, order];
    }
    return order;
  }

  /** The rows of all keys, those of one key beside each other, ascending; and where each key's begin. */
  #rows(): { readonly rows: Uint32Array; readonly starts: Uint32Array } {
    const starts = new Uint32Array(this.#size + 1);
    for (let k = 0; k < this.#size; k++) starts[k + 1] = starts[k]! + this.#n[k]!;
    const ends = starts.slice();
    const rows = new Uint32Array(this.#pairs.length);
    for (let i = 0; i < this.#pairs.length; i++) {
      const [block, at] = [i >>> 20, i & (BLOCK - 1)];
      rows[ends[this.#pairs.keys[block]![at]!]!++] = this.#pairs.rows[block]![at]!;
    }
    return { rows, starts };
  }

  /** The columns of `keys.parquet`, in order of `h`. Nothing can be added any more. */
  *batches(keying: Keying): Generator<ColumnBatch> {
    this.#values.clear();
    this.#texts.clear();
    const stored = (k: number): bigint =>
      keying(BigInt.asIntN(64, (BigInt(this.#hi[k]!) << 32n) | BigInt(this.#lo[k]!)));
    for (let k = 0; k < this.#size; k++) {
      const h = stored(k);
      this.#hi[k] = Number((h >> 32n) & 0xffff_ffffn);
      this.#lo[k] = Number(h & 0xffff_ffffn);
    }
    const order = this.#sorted();
    const { rows, starts } = this.#rows();
    const moment = (ms: number): bigint | null => (Number.isNaN(ms) ? null : BigInt(ms));
    for (let from = 0; from < order.length; from += BATCH) {
      const part = order.subarray(from, from + BATCH);
      const [h, letter, n, list, first, last]: [
        bigint[],
        string[],
        number[],
        Uint8Array[],
        (bigint | null)[],
        (bigint | null)[],
      ] = [[], [], [], [], [], []];
      for (const k of part) {
        h.push(BigInt.asIntN(64, (BigInt(this.#hi[k]!) << 32n) | BigInt(this.#lo[k]!)));
        letter.push(String.fromCharCode(this.#letter[k]!));
        n.push(this.#n[k]!);
        list.push(encodeRows(rows.subarray(starts[k]!, starts[k + 1]!)));
        first.push(moment(this.#first[k]!));
        last.push(moment(this.#until[k]!));
      }
      yield [h, letter, n, list, first, last];
    }
  }
}
