/** Lines of text as UTF-8 in blocks of memory that are used again: a million records leave nothing for the collector. @module */

import type { ArtifactRecord } from "@contraluz/core";
import { JsonBytes, writeRecord } from "@contraluz/store";

/** Bytes of a block. */
const BLOCK = 128 * 1024;
/** A block that holds so much takes no further line: nearly all are shorter than what is left, or the block would have to grow. */
const FULL = BLOCK - 24 * 1024;
/** Blocks that wait for their next use. */
const WAITING = 8;

/** Memory for lines, of one thread. */
export class BlockPool {
  readonly #free: ArrayBuffer[] = [];

  take(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#free.pop() ?? new ArrayBuffer(BLOCK));
  }

  /** Takes a block back that nobody looks at any more; one that went to another thread is none. */
  give(block: Uint8Array): void {
    const memory = block.buffer as ArrayBuffer;
    if (memory.byteLength === BLOCK && this.#free.length < WAITING) this.#free.push(memory);
  }
}

export interface FullBlock {
  readonly bytes: Uint8Array;
  readonly rows: number;
}

/** Gathers lines; `add` hands back a block once it is full. */
export class LineBlock {
  readonly #pool: BlockPool;
  #out: JsonBytes | undefined;
  #rows = 0;

  constructor(pool: BlockPool) {
    this.#pool = pool;
  }

  /** Adds a line and its line feed, or nothing if it throws. A block that was nearly full before is handed over. */
  add(r: ArtifactRecord): FullBlock | undefined {
    const full = this.#out !== undefined && this.#out.length > FULL ? this.take() : undefined;
    this.#out ??= new JsonBytes(this.#pool.take());
    const start = this.#out.length;
    try {
      writeRecord(this.#out, r);
    } catch (e) {
      // Half a line would spoil the next one, and with it the whole file.
      this.#out.length = start;
      throw e;
    }
    this.#out.byte(0x0a);
    this.#rows++;
    return full;
  }

  /** What is there; undefined if nothing is. */
  take(): FullBlock | undefined {
    if (this.#out === undefined || this.#rows === 0) return undefined;
    const full = { bytes: this.#out.bytes.subarray(0, this.#out.length), rows: this.#rows };
    this.#out = undefined;
    this.#rows = 0;
    return full;
  }
}
