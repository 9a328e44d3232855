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
const PIECE = 1 << 16;
const PIECES = 4 << 20;
/** Bytes behind the hash position that stay in memory. */
export const WINDOW: number = 16 << 20;

/**
 * A source over another one that hashes all of it on the way. The hash goes forward in blocks of 1 MiB: whoever reads
 * ahead of it has it catch up, and the last blocks (`window` bytes) stay at hand. Behind that window bytes are read again in
 * pieces of 64 KiB. Roughly ascending reads therefore cost every byte once.
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
  readonly #pieces = new Lru(PIECES);
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
    this.#blocks = new Lru(o.window ?? WINDOW);
  }

  /** Bytes asked of the source so far; more than `size` where reads went back beyond the window. */
  get bytesRead(): number {
    return this.#bytesRead;
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    const end = Math.min(offset + length, this.size);
    if (!(offset >= 0 && offset < end)) return new Uint8Array(0);
    const first = await this.#at(offset);
    if (first.start + first.bytes.length >= end) return first.bytes.subarray(offset - first.start, end - first.start);
    const out = new Uint8Array(end - offset);
    for (let at = offset, piece = first; at < end; piece = at < end ? await this.#at(at) : piece) {
      const part = piece.bytes.subarray(at - piece.start, end - piece.start);
      if (part.length === 0) throw shrunk(at, this.size);
      out.set(part, at - offset);
      at += part.length;
    }
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
      read: (offset, length) => this.read(offset, length),
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
    this.#pieces.clear();
    await this.#source.close?.();
  }

  /** The bytes at hand around `offset`, and where they start. */
  async #at(offset: number): Promise<{ start: number; bytes: Uint8Array }> {
    const start = offset - (offset % BLOCK);
    if (offset >= this.#position) await this.#advance(Math.min(start + BLOCK, this.size));
    const block = this.#blocks.get(start);
    if (block) return { start, bytes: block };
    const from = offset - (offset % PIECE);
    let piece = this.#pieces.get(from);
    if (!piece) {
      piece = await this.#take(from, Math.min(PIECE, this.size - from));
      this.#pieces.set(from, piece);
    }
    return { start: from, bytes: piece };
  }

  /** Hashes up to `target`, one caller after the other: blocks must come in order. */
  #advance(target: number, cancel?: Cancel): Promise<void> {
    const run = this.#tail.then(async () => {
      while (this.#position < target) {
        stopIfCancelled(cancel);
        const at = this.#position;
        const bytes = await this.#take(at, Math.min(BLOCK, this.size - at));
        this.#hasher.update(bytes);
        this.#position = at + bytes.length;
        this.#blocks.set(at, bytes);
      }
    });
    this.#tail = run.catch(() => {}); // the next caller tries again, and has its own error
    return run;
  }

  async #take(at: number, length: number): Promise<Uint8Array> {
    this.#bytesRead += length;
    const bytes = await this.#source.read(at, length);
    if (bytes.length < length) throw shrunk(at + bytes.length, this.size);
    return bytes;
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
