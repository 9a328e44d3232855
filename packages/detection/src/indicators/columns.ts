/** Columns that grow by blocks: a million rows without ever copying what is there, and shared between threads as they are. @module */
import { allocate8, allocate32 } from "./filter.ts";

const BITS = 15;
const BLOCK = 1 << BITS;
const MASK = BLOCK - 1;

/** A column as plain data, for another thread. */
export interface ColumnData {
  readonly blocks: readonly (Uint32Array | undefined)[];
  /** The number that fills a block that is left out. */
  readonly same: readonly number[];
  readonly length: number;
}

/** Unsigned 32-bit numbers. A block of equal numbers takes no memory: most sets have one campaign, one date. */
export class Column {
  readonly #blocks: (Uint32Array | undefined)[];
  readonly #same: number[];
  length: number;

  constructor(data: ColumnData = { blocks: [], same: [], length: 0 }) {
    this.#blocks = [...data.blocks];
    this.#same = [...data.same];
    this.length = data.length;
  }

  get data(): ColumnData {
    return { blocks: this.#blocks, same: this.#same, length: this.length };
  }

  push(v: number): void {
    const block = this.length >> BITS;
    if (block === this.#blocks.length) {
      this.#blocks.push(undefined);
      this.#same.push(v);
    }
    const i = this.length++;
    if (this.#blocks[block] !== undefined || this.#same[block] !== v) this.set(i, v);
  }

  get(i: number): number {
    const block = this.#blocks[i >> BITS];
    return block === undefined ? this.#same[i >> BITS]! : block[i & MASK]!;
  }

  set(i: number, v: number): void {
    const b = i >> BITS;
    let block = this.#blocks[b];
    if (block === undefined) {
      if (this.#same[b] === v) return;
      block = allocate32(BLOCK).fill(this.#same[b]!);
      this.#blocks[b] = block;
    }
    block[i & MASK] = v;
  }
}

const PAGE = 1 << 20;

/** Short texts as UTF-8, addressed by where they begin. */
export class Texts {
  readonly #pages: Uint8Array[];
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();
  readonly #scratch = new Uint8Array(1 << 15);
  #used = PAGE;

  constructor(pages: readonly Uint8Array[] = []) {
    this.#pages = [...pages];
  }

  get pages(): readonly Uint8Array[] {
    return this.#pages;
  }

  /** Bytes that the pages take. */
  get size(): number {
    return this.#pages.length * PAGE;
  }

  /** Position of the text; its length in bytes is `lastLength`. Texts have at most 10,922 UTF-16 units (32 KiB). */
  push(text: string): number {
    if (this.#used + 3 * text.length > PAGE) {
      this.#pages.push(allocate8(PAGE));
      this.#used = 0;
    }
    const page = this.#pages.length - 1;
    const at = this.#used;
    // By way of memory of our own: some hosts neither encode into shared memory nor decode it.
    this.lastLength = this.#encoder.encodeInto(text, this.#scratch).written;
    this.#pages[page]!.set(this.#scratch.subarray(0, this.lastLength), at);
    this.#used += this.lastLength;
    return page * PAGE + at;
  }

  lastLength = 0;

  bytes(at: number, length: number): Uint8Array {
    const from = at % PAGE;
    return this.#pages[Math.floor(at / PAGE)]!.subarray(from, from + length);
  }

  text(at: number, length: number): string {
    return this.#decoder.decode(new Uint8Array(this.bytes(at, length)));
  }
}
