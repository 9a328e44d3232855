/** Sparse tables over page numbers, so that an attacker's page number costs 4 KiB and not its value. @module */

/** A set of page numbers: a bitmap in chunks of 32,768 pages. */
export class PageSet {
  readonly #chunks: Map<number, Uint32Array> = new Map();
  #index = -1;
  #chunk: Uint32Array = new Uint32Array(0);

  /** Adds the page; false if it was there already. */
  add(page: number): boolean {
    const index = page >>> 15;
    if (index !== this.#index) {
      let chunk = this.#chunks.get(index);
      if (chunk === undefined) this.#chunks.set(index, (chunk = new Uint32Array(1024)));
      this.#index = index;
      this.#chunk = chunk;
    }
    const word = (page >>> 5) & 1023;
    const bit = 1 << (page & 31);
    const old = this.#chunk[word]!;
    this.#chunk[word] = old | bit;
    return (old & bit) === 0;
  }

  has(page: number): boolean {
    const word = this.#chunks.get(page >>> 15)?.[(page >>> 5) & 1023] ?? 0;
    return (word & (1 << (page & 31))) !== 0;
  }
}

/** Chunks that page numbers beyond `dense` may take: 16 MiB. */
const SPARSE_CHUNKS = 4096;

/** Page number to frame number (from 0), in chunks of 1,024 pages. */
export class PageTable {
  readonly #chunks: Map<number, Uint32Array> = new Map();
  readonly #dense: number;
  #sparse = 0;

  /** `dense`: pages up to this number are always taken, those beyond as long as there is room. */
  constructor(dense: number) {
    this.#dense = dense;
  }

  get(page: number): number | undefined {
    const chunk = this.#chunks.get(page >>> 10);
    if (chunk === undefined) return undefined;
    const frame = chunk[page & 1023]!;
    return frame === 0 ? undefined : frame - 1;
  }

  /** False if there is no room for a page that lies far outside the database. */
  set(page: number, frame: number): boolean {
    const index = page >>> 10;
    let chunk = this.#chunks.get(index);
    if (chunk === undefined) {
      if (page > this.#dense && this.#sparse++ >= SPARSE_CHUNKS) return false;
      this.#chunks.set(index, (chunk = new Uint32Array(1024)));
    }
    chunk[page & 1023] = frame + 1;
    return true;
  }
}
