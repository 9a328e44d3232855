/** Where the lines of a file of records begin, and of which kind each is: nine bytes a record in memory. @module */
import type { RandomAccess } from "@contraluz/core";

/** Bytes that are looked through in one step. */
export const BLOCK = 1 << 20;
/** A line begins `{"kind":`. Longer names are not told apart. */
const HEAD = 64;
/** Kinds of one place that are told apart; a place of ours has a handful. */
const OTHER = 255;

/** Lines of one place. Line `i` lies between `starts[i]` and `starts[i + 1]`, its line feed included. */
export class Lines {
  readonly source: RandomAccess;
  total = 0;
  starts: Float64Array;
  kinds: Uint8Array;
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();
  #last = { bytes: new Uint8Array(0), number: 0 };
  #at = 0;

  /** `guess`: how many lines the result says there are. */
  constructor(source: RandomAccess, guess: number) {
    this.source = source;
    const room = Math.max(1, Math.min(guess, Math.floor(source.size / 2) + 1));
    this.starts = new Float64Array(room + 1);
    this.kinds = new Uint8Array(room);
  }

  get scanned(): number {
    return this.#at;
  }

  /** Looks through the next block. False if there is none. */
  async step(): Promise<boolean> {
    if (this.#at >= this.source.size) return false;
    const block = await this.source.read(this.#at, BLOCK + HEAD);
    const end = Math.min(block.length, BLOCK);
    if (end === 0) {
      this.#at = this.source.size;
      return false;
    }
    if (this.#at === 0) this.#begin(block, 0);
    for (let i = block.indexOf(10); i >= 0 && i < end; i = block.indexOf(10, i + 1)) {
      const next = this.#at + i + 1;
      this.starts[this.total] = next;
      if (next < this.source.size) this.#begin(block, i + 1);
    }
    this.#at += end;
    if (this.#at >= this.source.size) this.starts[this.total] = this.source.size;
    return true;
  }

  #begin(block: Uint8Array, from: number): void {
    const n = this.total++;
    if (n >= this.kinds.length) this.#grow();
    this.starts[n] = this.#at + from;
    this.kinds[n] = this.#kind(block, from + 2);
  }

  #grow(): void {
    const room = this.kinds.length * 2;
    const [starts, kinds] = [new Float64Array(room + 1), new Uint8Array(room)];
    starts.set(this.starts);
    kinds.set(this.kinds);
    this.starts = starts;
    this.kinds = kinds;
  }

  #kind(block: Uint8Array, from: number): number {
    const { bytes, number } = this.#last;
    let same = bytes.length > 0;
    for (let i = 0; same && i < bytes.length; i++) same = bytes[i] === block[from + i];
    if (same) return number;
    const end = block.indexOf(0x22, from);
    if (end < 0 || end - from > HEAD - 3) return OTHER;
    // With the quote that ends it: no kind is the beginning of another.
    const head = block.slice(from, end + 1);
    const name = new TextDecoder().decode(head.subarray(0, -1));
    let found = this.#numbers.get(name);
    if (found === undefined) {
      found = Math.min(this.names.length, OTHER);
      if (found < OTHER) this.names.push(name);
      this.#numbers.set(name, found);
    }
    this.#last = { bytes: head, number: found };
    return found;
  }
}
