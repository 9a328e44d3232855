/** SHA-256 of a whole file while parts of it are read. @module */
import {
  type Cancel,
  ContraluzError,
  type Hasher,
  type Platform,
  type RandomAccess,
  type Sha256,
} from "@contraluz/core";
import { stopIfCancelled } from "./cancel.ts";
import { Lru } from "./lru.ts";

const BLOCK = 1 << 20;
/** Reads of fewer bytes far ahead of the hash (pages of a small table, spread over the file) do not drag it along. */
const SMALL = 1 << 16;
/** Such reads that are kept until the hash comes by, so that no byte is read twice. */
const EARLY = 64;
/** Bytes behind the hash position that stay in memory. */
export const WINDOW: number = 4 << 20;

/**
 * A source over another one that hashes all of it on the way. The hash goes forward in blocks of 1 MiB: whoever reads
 * ahead of it has it catch up, and the last blocks (`window` bytes) stay at hand. Behind that window, bytes are read again.
 * Roughly ascending reads therefore cost every byte once. What `read` gives is a copy, so that blocks can be filled again.
 * Reads may overlap in time. Rejects where the source does, and when the source ends before its `size`.
 * @example
 * const source = new HashingSource(file, platform);
 * await source.read(0, 4096);
 * const { sha256 } = await source.finish(); // as sha256sum says
 */
export class HashingSource implements RandomAccess {
  readonly size: number;
  readonly #source: RandomAccess;
  readonly #hasher: Hasher;
  readonly #blocks: Lru;
  /** What was read ahead of the hash, by where it begins. */
  readonly #early = new Map<number, Uint8Array>();
  #position = 0;
  #tail: Promise<void> = Promise.resolve();
  #done: Promise<{ sha256: Sha256; size: number }> | undefined;
  #bytesRead = 0;
  #handles: number | undefined;
  #ended = false;
  #closed = false;

  constructor(source: RandomAccess, platform: Pick<Platform, "sha256">, o: { readonly window?: number } = {}) {
    this.size = source.size;
    this.#source = source;
    this.#hasher = platform.sha256();
    this.#blocks = new Lru(Math.max(BLOCK, o.window ?? WINDOW), Math.min(BLOCK, this.size));
  }

  /** Bytes asked of the source so far; more than `size` where reads went back beyond the window. */
  get bytesRead(): number {
    return this.#bytesRead;
  }

  async read(offset: number, length: number, into?: Uint8Array): Promise<Uint8Array> {
    const end = Math.min(offset + length, this.size);
    if (!(offset >= 0 && offset < end)) return new Uint8Array(0);
    const out = into ? into.subarray(0, end - offset) : new Uint8Array(end - offset);
    for (let at = offset; at < end; ) at += await this.#copy(at, end, out.subarray(at - offset));
    return out;
  }

  /**
   * Reads what is left. The hash of the whole file and its size; the same promise when asked again. Rejects with
   * `ContraluzError("cancelled")` soon after `cancel.aborted`.
   */
  finish(cancel?: Cancel): Promise<{ sha256: Sha256; size: number }> {
    this.#done ??= this.#finish(cancel);
    return this.#done;
  }

  async #finish(cancel: Cancel | undefined): Promise<{ sha256: Sha256; size: number }> {
    try {
      await this.#advance(this.size, cancel);
    } finally {
      this.#ended = true;
      this.#blocks.clear();
      if (this.#handles === 0) await this.close();
    }
    return { sha256: this.#hasher.hex(), size: this.size };
  }

  /**
   * A view of this source for one reader. The source closes itself once all views are closed and `finish()` has ended,
   * whichever comes last.
   */
  handle(): RandomAccess {
    this.#handles = (this.#handles ?? 0) + 1;
    let open = true;
    return {
      size: this.size,
      read: (offset, length, into) => this.read(offset, length, into),
      close: async () => {
        if (!open) return;
        open = false;
        this.#handles!--;
        if (this.#handles === 0 && this.#ended) await this.close();
      },
    };
  }

  get closed(): boolean {
    return this.#closed;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#blocks.clear();
    this.#early.clear();
    await this.#source.close?.();
  }

  /** Copies bytes from `at` on, at most to `end` or the end of a block, to the start of `out`. How many they were. */
  async #copy(at: number, end: number, out: Uint8Array): Promise<number> {
    const start = at - (at % BLOCK);
    const part = Math.min(end, start + BLOCK) - at;
    const skip = part < SMALL && start > this.#position + BLOCK;
    if (at >= this.#position && !skip) await this.#advance(Math.min(start + BLOCK, this.size));
    // No await between here and the copy: a block may be filled anew.
    const block = this.#blocks.get(start);
    if (block) out.set(block.subarray(at - start, at - start + part));
    else {
      const bytes = out.subarray(0, part);
      const early = this.#early.get(at);
      if (early && early.length >= part) bytes.set(early.subarray(0, part));
      else await this.#take(at, bytes);
      if (skip && !early && this.#early.size < EARLY) this.#early.set(at, bytes.slice());
    }
    return part;
  }

  /** Hashes up to `target`, one caller after the other: blocks must come in order. */
  #advance(target: number, cancel?: Cancel): Promise<void> {
    const run = this.#tail.then(async () => {
      while (this.#position < target) {
        stopIfCancelled(cancel);
        const at = this.#position;
        const bytes = this.#blocks.spare().subarray(0, Math.min(BLOCK, this.size - at));
        await this.#fill(at, bytes);
        this.#hasher.update(bytes);
        this.#position = at + bytes.length;
        this.#blocks.set(at, bytes);
      }
    });
    this.#tail = run.catch(() => {}); // the next caller tries again, and has its own error
    return run;
  }

  /** Reads what was not read ahead. */
  async #fill(at: number, into: Uint8Array): Promise<void> {
    const end = at + into.length;
    const here = [...this.#early].filter(([offset]) => offset >= at && offset < end).sort(([a], [b]) => a - b);
    let from = at;
    for (const [offset, piece] of here) {
      if (offset < from || offset + piece.length > end) continue;
      if (offset > from) await this.#take(from, into.subarray(from - at, offset - at));
      into.set(piece, offset - at);
      from = offset + piece.length;
    }
    if (from < end) await this.#take(from, into.subarray(from - at));
    for (const [offset] of here) this.#early.delete(offset);
  }

  async #take(at: number, into: Uint8Array): Promise<void> {
    this.#bytesRead += into.length;
    const bytes = await this.#source.read(at, into.length, into);
    if (bytes.length < into.length) throw shrunk(at + bytes.length, this.size);
    if (bytes.buffer !== into.buffer) into.set(bytes);
  }
}

function shrunk(at: number, size: number): ContraluzError {
  const problem = { code: "host-read", offset: at, found: `${at} bytes`, expected: `${size}`, lost: "file" } as const;
  return new ContraluzError(
    "host-read",
    `the file ends at ${at}, not at ${size}: it changed while it was read`,
    problem,
  );
}
