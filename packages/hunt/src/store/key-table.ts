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
const TEXTS = 1 << 17;
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

/**
 * Of one key, in one line of the processor's memory: two halves of its hash, records that have it, the last row that has it and 1; first and
 * last time as doubles in the second half.
 */
const WORDS = 8;
const [HI, LO, N, LAST] = [0, 1, 2, 3];
const DOUBLES = 4;
const [FIRST, UNTIL] = [2, 3];

export class KeyTable {
  #words: Uint32Array = new Uint32Array(1024 * WORDS);
  #times: Float64Array = new Float64Array(this.#words.buffer as ArrayBuffer);
  #letter: Uint8Array = new Uint8Array(1024);
  /** Numbers of keys, and 1, by the low half of their hash. */
  #slots: Int32Array = new Int32Array(4096);
  #size = 0;
  readonly #pairs = new Pairs();
  readonly #values = new Map<string, Map<string, readonly number[]>>();
  #remembered = 0;
  readonly #texts = new Map<string, number>();

  /** Keys that occur. */
  get size(): number {
    return this.#size;
  }

  #grow(): void {
    const words = new Uint32Array(this.#words.length * 2);
    words.set(this.#words);
    this.#words = words;
    this.#times = new Float64Array(words.buffer);
    const letter = new Uint8Array(this.#letter.length * 2);
    letter.set(this.#letter);
    this.#letter = letter;
    const slots = new Int32Array(this.#slots.length * 2);
    for (let k = 0; k < this.#size; k++) {
      let at = words[k * WORDS + LO]! & (slots.length - 1);
      while (slots[at] !== 0) at = (at + 1) & (slots.length - 1);
      slots[at] = k + 1;
    }
    this.#slots = slots;
  }

  /** Where a key stands in the slots, or where it would. */
  #slotOf(hi: number, lo: number): number {
    const slots = this.#slots;
    const words = this.#words;
    let at = lo & (slots.length - 1);
    for (let s = slots[at]!; s !== 0; s = slots[(at = (at + 1) & (slots.length - 1))]!)
      if (words[(s - 1) * WORDS + LO] === lo && words[(s - 1) * WORDS + HI] === hi) break;
    return at;
  }

  /** The number of a key. */
  #of(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const { hi, lo } = key64(text);
    let at = this.#slotOf(hi, lo);
    let k = this.#slots[at]! - 1;
    if (k < 0) {
      if (this.#size === this.#letter.length) {
        this.#grow();
        at = this.#slotOf(hi, lo);
      }
      k = this.#size++;
      this.#words[k * WORDS + HI] = hi;
      this.#words[k * WORDS + LO] = lo;
      this.#letter[k] = text.charCodeAt(0);
      this.#times[k * DOUBLES + FIRST] = Number.NaN;
      this.#times[k * DOUBLES + UNTIL] = Number.NaN;
      this.#slots[at] = k + 1;
    }
    if (this.#texts.size >= TEXTS) this.#texts.clear();
    this.#texts.set(text, k);
    return k;
  }

  #keysOf(o: Pick<Observable, "type" | "value">): readonly number[] {
    let of = this.#values.get(o.type);
    if (!of) this.#values.set(o.type, (of = new Map()));
    let keys = of.get(o.value);
    if (!keys) {
      keys = keyTexts(o).map((t) => this.#of(t));
      // Long values are seldom the same, and would hold much.
      if (o.value.length < 512) {
        if (++this.#remembered > VALUES) {
          for (const m of this.#values.values()) m.clear();
          this.#remembered = 1;
        }
        of.set(o.value, keys);
      }
    }
    return keys;
  }

  /** One record: its values, and its time in ms since 1970. Rows ascend. */
  add(row: number, observables: readonly Pick<Observable, "type" | "value">[], at: number | undefined): void {
    for (let i = 0; i < observables.length; i++) {
      const keys = this.#keysOf(observables[i]!);
      const words = this.#words;
      const times = this.#times;
      for (let j = 0; j < keys.length; j++) {
        const k = keys[j]!;
        const w = k * WORDS;
        if (words[w + LAST] === row + 1) continue;
        words[w + LAST] = row + 1;
        words[w + N] = words[w + N]! + 1;
        this.#pairs.add(k, row);
        if (at === undefined) continue;
        const t = k * DOUBLES;
        // Of NaN no comparison holds.
        if (!(times[t + FIRST]! <= at)) times[t + FIRST] = at;
        if (!(times[t + UNTIL]! >= at)) times[t + UNTIL] = at;
      }
    }
  }

  /** Numbers of the keys by the stored key, which is signed: four passes, each of 16 bits. */
  #sorted(): Uint32Array {
    const size = this.#size;
    let order = new Uint32Array(size);
    for (let i = 0; i < size; i++) order[i] = i;
    let next = new Uint32Array(size);
    const words = this.#words;
    const passes: readonly (readonly [half: number, shift: number, flip: number])[] = [
      [LO, 0, 0],
      [LO, 16, 0],
      [HI, 0, 0],
      [HI, 16, 0x8000],
    ];
    const starts = new Uint32Array(65_537);
    for (const [half, shift, flip] of passes) {
      starts.fill(0);
      for (let i = 0; i < size; i++) starts[(((words[i * WORDS + half]! >>> shift) & 0xffff) ^ flip) + 1]!++;
      for (let d = 0; d < 65_536; d++) starts[d + 1]! += starts[d]!;
      for (let i = 0; i < size; i++) {
        const k = order[i]!;
        next[starts[((words[k * WORDS + half]! >>> shift) & 0xffff) ^ flip]!++] = k;
      }
      [order, next] = [next, order];
    }
    return order;
  }

  /** The rows of all keys, those of one key beside each other, ascending; and where each key's begin. */
  #rows(): { readonly rows: Uint32Array; readonly starts: Uint32Array } {
    const starts = new Uint32Array(this.#size + 1);
    for (let k = 0; k < this.#size; k++) starts[k + 1] = starts[k]! + this.#words[k * WORDS + N]!;
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
    const words = this.#words;
    const stored = (k: number): bigint =>
      BigInt.asIntN(64, (BigInt(words[k * WORDS + HI]!) << 32n) | BigInt(words[k * WORDS + LO]!));
    for (let k = 0; k < this.#size; k++) {
      const h = keying(stored(k));
      words[k * WORDS + HI] = Number((h >> 32n) & 0xffff_ffffn);
      words[k * WORDS + LO] = Number(h & 0xffff_ffffn);
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
        h.push(stored(k));
        letter.push(String.fromCharCode(this.#letter[k]!));
        n.push(words[k * WORDS + N]!);
        list.push(encodeRows(rows.subarray(starts[k]!, starts[k + 1]!)));
        first.push(moment(this.#times[k * DOUBLES + FIRST]!));
        last.push(moment(this.#times[k * DOUBLES + UNTIL]!));
      }
      yield [h, letter, n, list, first, last];
    }
  }
}
