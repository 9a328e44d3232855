/** A small cache of 1 MiB blocks over a source: what is cached is handed out at once, only a miss awaits. @module */
import type { RandomAccess } from "@contraluz/core";

/** Bytes of a block; every page size divides it. */
export const BLOCK: number = 1 << 20;

/** Blocks that wait before their memory is used again: a scan that was just handed one must have copied its page by then. */
const WAIT = 2;

/** Least recently used blocks go first, and their memory is filled again: whoever is handed a block copies what it keeps. */
export class BlockCache {
  readonly source: RandomAccess;
  readonly capacity: number;
  readonly #blocks: Map<number, Uint8Array> = new Map();
  readonly #loading: Map<number, Promise<Uint8Array>> = new Map();
  #lastIndex = -1;
  #last: Uint8Array | undefined;
  /** Memory of blocks that were let go, longest ago first. */
  readonly #spares: Uint8Array[] = [];
  readonly #own: WeakSet<ArrayBufferLike> = new WeakSet();

  constructor(source: RandomAccess, bytes: number) {
    this.source = source;
    this.capacity = Math.max(2, Math.floor(bytes / BLOCK));
  }

  /** The block, or undefined if it must be loaded first. */
  get(index: number): Uint8Array | undefined {
    if (index === this.#lastIndex) return this.#last;
    const block = this.#blocks.get(index);
    if (block === undefined) return undefined;
    this.#blocks.delete(index);
    this.#blocks.set(index, block);
    this.#lastIndex = index;
    this.#last = block;
    return block;
  }

  /** Reads the block, once even if several scans wait for it. */
  load(index: number): Promise<Uint8Array> {
    const cached = this.get(index);
    if (cached !== undefined) return Promise.resolve(cached);
    let loading = this.#loading.get(index);
    if (loading === undefined) {
      loading = this.#read(index).finally(() => this.#loading.delete(index));
      this.#loading.set(index, loading);
    }
    return loading;
  }

  #memory(): Uint8Array {
    const spare = this.#spares.length > WAIT ? this.#spares.shift() : undefined;
    if (spare !== undefined) return spare;
    const memory = new Uint8Array(Math.min(BLOCK, this.source.size));
    this.#own.add(memory.buffer);
    return memory;
  }

  async #read(index: number): Promise<Uint8Array> {
    const offset = index * BLOCK;
    const length = Math.min(BLOCK, this.source.size - offset);
    const memory = this.#memory();
    const block = length > 0 ? await this.source.read(offset, length, memory) : new Uint8Array(0);
    // A source that has its bytes in memory hands out those.
    if (block.buffer !== memory.buffer) this.#spares.push(memory);
    for (const [oldest, old] of this.#blocks) {
      if (this.#blocks.size < this.capacity) break;
      this.#blocks.delete(oldest);
      if (this.#own.has(old.buffer)) this.#spares.push(new Uint8Array(old.buffer));
    }
    this.#blocks.set(index, block);
    this.#lastIndex = index;
    this.#last = block;
    return block;
  }
}

/**
 * Notices when visits jump between more blocks than the cache holds. A jump back to a block that was left more jumps ago
 * than the cache has blocks reads it again; a few of these tell a fragmented file from one written in order. Depends on the
 * sequence of visits alone, so that the same bytes always give the same answer.
 */
export class Locality {
  readonly #capacity: number;
  readonly #left: Map<number, number> = new Map();
  #current = -1;
  #jumps = 0;
  #again = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** True once the visits are known to thrash. */
  visit(block: number): boolean {
    if (block !== this.#current) {
      if (this.#current >= 0) this.#left.set(this.#current, this.#jumps);
      this.#jumps++;
      const left = this.#left.get(block);
      if (left !== undefined && this.#jumps - left > this.#capacity) this.#again++;
      this.#current = block;
    }
    return this.#again >= 8;
  }
}

/** Blocks between two visits that belong together: an interior page and its leaves. */
const NEAR = 8;

/**
 * Tells the odd page far away (an interior page of a large table was written long after its first leaves) from the move to
 * another part of the file: two misses in a far block, one after the other, are a move.
 */
export class Jumps {
  /** Opening a database reads its first block. */
  #at = 0;
  #seenOnce = -1;

  /** Whether a page of this block should be read without the rest of the block. Blocks of the log (-1) are never far. */
  far(block: number): boolean {
    const far = block >= 0 && Math.abs(block - this.#at) > NEAR && block !== this.#seenOnce;
    if (far) this.#seenOnce = block;
    else if (block >= 0) {
      this.#at = block;
      this.#seenOnce = -1;
    }
    return far;
  }
}
