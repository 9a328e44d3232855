/** Pages by number, from the log where it holds a newer image, else from the database file. @module */
import { BLOCK, type BlockCache } from "./blocks.ts";
import type { Header } from "./header.ts";
import { copy, copyCached, frameOffset, type Wal } from "./wal.ts";

/** Pages of one database, copies of their own. `get` answers at once or not at all; `load` reads. */
export class Pager {
  readonly pageSize: number;
  readonly usable: number;
  readonly pageCount: number;
  readonly main: BlockCache;
  readonly #log: BlockCache | undefined;
  readonly #wal: Wal | undefined;

  constructor(header: Header, main: BlockCache, log: BlockCache | undefined, wal: Wal | undefined) {
    this.pageSize = header.pageSize;
    this.usable = header.usable;
    this.main = main;
    this.#log = log;
    this.#wal = wal;
    this.pageCount = wal === undefined ? Math.ceil(main.source.size / header.pageSize) : wal.pageCount;
  }

  /** Whether the page's image is the log's. */
  inWal(page: number): boolean {
    return this.#wal !== undefined && this.#wal.table.get(page) !== undefined;
  }

  /** Byte offset of the page in the file that holds its image: the log's if `inWal`. */
  offset(page: number): number {
    const frame = this.#wal?.table.get(page);
    return frame === undefined ? (page - 1) * this.pageSize : frameOffset(frame, this.pageSize);
  }

  /** The block of the database file that holds the page, or -1 if the log does. */
  block(page: number): number {
    return this.inWal(page) ? -1 : Math.floor(((page - 1) * this.pageSize) / BLOCK);
  }

  /** The page, shorter than `pageSize` where the file ends; undefined if it must be loaded. */
  get(page: number): Uint8Array | undefined {
    if (this.#wal !== undefined) {
      const frame = this.#wal.table.get(page);
      if (frame !== undefined) return this.#fromLog(frameOffset(frame, this.pageSize));
    }
    const offset = (page - 1) * this.pageSize;
    const index = Math.floor(offset / BLOCK);
    const block = this.main.get(index);
    if (block === undefined) return undefined;
    const at = offset - index * BLOCK;
    return block.slice(at, at + this.pageSize);
  }

  /** The page, read with its block; `alone` reads just the page and caches nothing, for pages far from their neighbours. */
  async load(page: number, alone = false): Promise<Uint8Array> {
    const frame = this.#wal?.table.get(page);
    if (frame !== undefined) {
      const log = this.#log!;
      // A log that the cache cannot hold is read page by page: its order is that of the writes, not of the tree.
      if (log.source.size > log.capacity * BLOCK)
        return log.source.read(frameOffset(frame, this.pageSize), this.pageSize);
      const out = new Uint8Array(this.pageSize);
      await copy(log, frameOffset(frame, this.pageSize), this.pageSize, out);
      return out;
    }
    const offset = (page - 1) * this.pageSize;
    if (offset >= this.main.source.size) return new Uint8Array(0);
    if (alone) return this.main.source.read(offset, Math.min(this.pageSize, this.main.source.size - offset));
    const index = Math.floor(offset / BLOCK);
    const at = offset - index * BLOCK;
    return (await this.main.load(index)).slice(at, at + this.pageSize);
  }

  #fromLog(offset: number): Uint8Array | undefined {
    const log = this.#log!;
    const index = Math.floor(offset / BLOCK);
    const at = offset - index * BLOCK;
    if (at + this.pageSize <= BLOCK) return log.get(index)?.slice(at, at + this.pageSize);
    const out = new Uint8Array(this.pageSize);
    return copyCached(log, offset, this.pageSize, out) ? out : undefined;
  }
}
