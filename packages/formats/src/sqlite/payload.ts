/** Payload that goes on in overflow pages ("Database File Format", section 1.6 Cell Payload Overflow Pages). @module */
import { Locality } from "./blocks.ts";
import type { Pager } from "./pager.ts";
import { PageSet } from "./pageset.ts";

/** Bytes of a payload of `total` bytes that stand in its cell, for table leaf or for index pages. */
export function localLength(total: number, usable: number, index: boolean): number {
  const max = index ? Math.floor(((usable - 12) * 64) / 255) - 23 : usable - 35;
  if (total <= max) return total;
  const min = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fit = min + ((total - min) % (usable - 4));
  return fit <= max ? fit : min;
}

/**
 * A cursor over one payload, forwards only. It keeps its place when a page must be loaded, so that a chain longer than the
 * cache ends all the same; no page serves twice in one scan, so that cycles and shared chains end too.
 */
export class PayloadCursor {
  readonly #pager: Pager;
  readonly #used: PageSet = new PageSet();
  readonly #locality: Locality;
  #data: Uint8Array = new Uint8Array(0);
  /** The current part: payload bytes [#from, #to) stand at #data[#at…]. */
  #from = 0;
  #to = 0;
  #at = 0;
  #next = 0;
  #out: Uint8Array = this.#data;
  #outAt = 0;
  #want = 0;
  #wantEnd = 0;
  #total = 0;
  /** The page that `run` waits for. */
  missing = 0;
  /** Read the missing page without its block: chains jump around the file. */
  alone = false;
  /** What is wrong with the chain, once it is. */
  damage: string | undefined;

  constructor(pager: Pager) {
    this.#pager = pager;
    this.#locality = new Locality(pager.main.capacity);
  }

  /** Starts at a cell: `local` payload bytes at `at`, then the number of the first overflow page. */
  start(page: Uint8Array, at: number, local: number, total: number): void {
    this.#data = page;
    this.#at = at;
    this.#from = 0;
    this.#to = local;
    this.#total = total;
    const p = at + local;
    this.#next = ((page[p]! << 24) | (page[p + 1]! << 16) | (page[p + 2]! << 8) | page[p + 3]!) >>> 0;
    this.missing = 0;
    this.damage = undefined;
  }

  /** Asks for `length` bytes from `from` on, at or after what was asked before. */
  ask(from: number, length: number, out: Uint8Array, outAt: number): void {
    this.#want = from;
    this.#wantEnd = from + length;
    this.#out = out;
    this.#outAt = outAt;
  }

  /** Copies what was asked; false if `missing` must be given to `supply` first. With `damage` set it is done for good. */
  run(): boolean {
    while (this.#want < this.#wantEnd) {
      if (this.#want < this.#to) {
        const length = Math.min(this.#to, this.#wantEnd) - this.#want;
        const at = this.#at + this.#want - this.#from;
        this.#out.set(this.#data.subarray(at, at + length), this.#outAt);
        this.#outAt += length;
        this.#want += length;
        continue;
      }
      const page = this.#next;
      if (page < 1 || page > this.#pager.pageCount) return this.#fail(`overflow page ${page}`);
      if (!this.#used.add(page)) return this.#fail(`overflow page ${page} a second time`);
      const block = this.#pager.block(page);
      if (block >= 0) this.alone = this.#locality.visit(block);
      const data = this.#pager.get(page);
      if (data === undefined) {
        this.missing = page;
        return false;
      }
      this.#enter(data, page);
      if (this.damage !== undefined) return true;
    }
    return true;
  }

  supply(data: Uint8Array): void {
    this.#enter(data, this.missing);
    this.missing = 0;
  }

  #enter(data: Uint8Array, page: number): void {
    if (data.length < this.#pager.pageSize) {
      this.#fail(`${data.length} bytes of overflow page ${page}`);
      return;
    }
    this.#data = data;
    this.#at = 4;
    this.#from = this.#to;
    this.#to = Math.min(this.#total, this.#from + this.#pager.usable - 4);
    this.#next = ((data[0]! << 24) | (data[1]! << 16) | (data[2]! << 8) | data[3]!) >>> 0;
  }

  #fail(what: string): true {
    this.damage = what;
    this.#want = this.#wantEnd;
    return true;
  }
}
