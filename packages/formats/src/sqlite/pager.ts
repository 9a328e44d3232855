/** Pages by number, from the log where it holds a newer image, else from the database file. @module */
import { BLOCK, type BlockCache } from "./blocks.ts";
import type { Header } from "./header.ts";
import type { OldImage, Overlay } from "./overlay.ts";
import { copy, copyCached } from "./wal.ts";

/** Pages of one database, copies of their own. `get` answers at once or not at all; `load` reads. */
export class Pager {
  readonly pageSize: number;
  readonly usable: number;
  readonly pageCount: number;
  readonly main: BlockCache;
  readonly #log: BlockCache | undefined;
  readonly #wal: Overlay | undefined;

  constructor(header: Header, main: BlockCache, log: BlockCache | undefined, wal: Overlay | undefined) {
    this.pageSize = header.pageSize;
    this.usable = header.usable;
    this.main = main;
    this.#log = log;
    this.#wal = wal;
    this.pageCount = wal?.pageCount || Math.ceil(main.source.size / header.pageSize);
  }

  /** Whether the page's image is the log's. */
  inWal(page: number): boolean {
    return this.#wal !== undefined && this.#wal.table.get(page) !== undefined;
  }

  /** Whether any byte of the page is there. */
  has(page: number): boolean {
    return (page - 1) * this.pageSize < this.main.source.size || this.inWal(page);
  }

  /** Byte offset of the page in the file that holds its image: the log's if `inWal`. */
  offset(page: number): number {
    const frame = this.#wal?.table.get(page);
    return frame === undefined ? (page - 1) * this.pageSize : this.#wal!.offsetOf(frame);
  }

  /** Which file holds the page's image. */
  imageOf(page: number): Pick<OldImage, "in" | "frame"> {
    const frame = this.#wal?.table.get(page);
    if (frame === undefined) return { in: undefined };
    return this.#wal!.in === "wal" ? { in: "wal", frame: frame + 1 } : { in: "journal" };
  }

  /**
   * Images that are not in force, in the order of their files: those of the log, pages of the database file that the log
   * or a hot journal stands in for, those of another journal.
   */
  *oldImages(journal: { readonly overlay: Overlay; readonly cache: BlockCache } | undefined): Generator<OldImage> {
    const wal = this.#wal;
    if (wal !== undefined) {
      yield* this.#notInForce(wal, this.#log!);
      const pages = wal.pageCount === 0 ? 0 : Math.floor(this.main.source.size / this.pageSize);
      for (let page = 1; page <= pages; page++) {
        if (page <= this.pageCount && !this.inWal(page)) continue;
        const offset = (page - 1) * this.pageSize;
        yield { page, offset, in: undefined, read: () => this.#read(this.main, offset) };
      }
    }
    if (journal !== undefined) yield* this.#notInForce(journal.overlay, journal.cache);
  }

  *#notInForce(overlay: Overlay, cache: BlockCache): Generator<OldImage> {
    for (let i = 0; i < overlay.images; i++) {
      const page = overlay.pageAt(i);
      if (page === 0 || page > 0x7fff_ffff || overlay.table.get(page) === i) continue;
      const offset = overlay.offsetOf(i);
      const frame = overlay.in === "wal" ? { frame: i + 1 } : {};
      yield { page, offset, in: overlay.in, ...frame, read: () => this.#read(cache, offset) };
    }
  }

  /** A page of its own, whatever stands for it. */
  async #read(cache: BlockCache, offset: number): Promise<Uint8Array> {
    const length = Math.min(this.pageSize, cache.source.size - offset);
    if (cache.source.size > cache.capacity * BLOCK && length > 0 && cache.get(Math.floor(offset / BLOCK)) === undefined)
      return cache.source.read(offset, length);
    const out = new Uint8Array(Math.max(0, length));
    await copy(cache, offset, out.length, out);
    return out;
  }

  /** The block of the database file that holds the page, or -1 if the log does. */
  block(page: number): number {
    return this.inWal(page) ? -1 : Math.floor(((page - 1) * this.pageSize) / BLOCK);
  }

  /**
   * The page, shorter than `pageSize` where the file ends; undefined if it must be loaded. `into`: memory of a page that is
   * filled and handed back where it can be, for who is done with a page before the next.
   */
  get(page: number, into?: Uint8Array): Uint8Array | undefined {
    if (this.#wal !== undefined) {
      const frame = this.#wal.table.get(page);
      if (frame !== undefined) return this.#fromLog(this.#wal!.offsetOf(frame));
    }
    const offset = (page - 1) * this.pageSize;
    const index = Math.floor(offset / BLOCK);
    const block = this.main.get(index);
    if (block === undefined) return undefined;
    const at = offset - index * BLOCK;
    if (into === undefined || at + this.pageSize > block.length) return block.slice(at, at + this.pageSize);
    into.set(block.subarray(at, at + this.pageSize));
    return into;
  }

  /** The page, read with its block; `alone` reads just the page and caches nothing, for pages far from their neighbours. */
  async load(page: number, alone = false): Promise<Uint8Array> {
    const frame = this.#wal?.table.get(page);
    if (frame !== undefined) {
      const log = this.#log!;
      // A log that the cache cannot hold is read page by page: its order is that of the writes, not of the tree.
      if (log.source.size > log.capacity * BLOCK) return log.source.read(this.#wal!.offsetOf(frame), this.pageSize);
      const out = new Uint8Array(this.pageSize);
      await copy(log, this.#wal!.offsetOf(frame), this.pageSize, out);
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
