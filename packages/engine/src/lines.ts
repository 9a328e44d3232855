/** Lines of text as UTF-8 in blocks of memory that are used again: a million records leave nothing for the collector. @module */

/** Bytes of a block. */
const BLOCK = 128 * 1024;
/** Blocks that wait for their next use. */
const WAITING = 8;

const encoder = new TextEncoder();

/** Memory for lines, of one thread. */
export class BlockPool {
  readonly #free: ArrayBuffer[] = [];

  /** A block of at least `bytes`. */
  take(bytes: number): Uint8Array<ArrayBuffer> {
    const memory = bytes <= BLOCK ? this.#free.pop() : undefined;
    return new Uint8Array(memory ?? new ArrayBuffer(Math.max(BLOCK, bytes)));
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
  #block: Uint8Array<ArrayBuffer> | undefined;
  #used = 0;
  #rows = 0;

  constructor(pool: BlockPool) {
    this.#pool = pool;
  }

  /** Adds a line and its line feed. A block that was full before is handed over. */
  add(line: string): FullBlock | undefined {
    // A UTF-16 code unit becomes three bytes at most (Unicode 15, section 3.9, table 3-6).
    const most = line.length * 3 + 1;
    const full = this.#block !== undefined && this.#used + most > this.#block.length ? this.take() : undefined;
    this.#block ??= this.#pool.take(most);
    this.#used += encoder.encodeInto(line, this.#block.subarray(this.#used)).written;
    this.#block[this.#used++] = 0x0a;
    this.#rows++;
    return full;
  }

  /** What is there; undefined if nothing is. */
  take(): FullBlock | undefined {
    if (this.#block === undefined || this.#rows === 0) return undefined;
    const full = { bytes: this.#block.subarray(0, this.#used), rows: this.#rows };
    this.#block = undefined;
    this.#used = 0;
    this.#rows = 0;
    return full;
  }
}
