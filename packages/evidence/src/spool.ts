/** Bytes that come as a stream and are then read at any place. @module */
import {
  ContraluzError,
  type Hasher,
  hostCode,
  LIMITS,
  type Platform,
  type RandomAccess,
  type Scratch,
  type Sha256,
} from "@contraluz/core";

const SMALLEST = 1 << 12;
const BLOCK = 1 << 20;

/**
 * Memory up to `memory` bytes, beyond it the platform's scratch (encrypted, never named). Written first, then opened.
 * Rejects with `ContraluzError("scratch-unavailable")` where there is no scratch or it is full.
 * @example
 * const spool = new Spool(platform, { hash: true });
 * for await (const piece of stream) await spool.write(piece);
 * const bytes = await spool.open().read(0, 16);
 * await spool.close();
 */
export class Spool {
  readonly #platform: Pick<Platform, "scratch" | "sha256">;
  readonly #memory: number;
  readonly #hasher: Hasher | undefined;
  readonly #block: number;
  #blocks: Uint8Array[] = [];
  #scratch: Scratch | undefined;
  #size = 0;
  #sha256: Sha256 | undefined;
  /** Of scratch that failed nobody knows where its bytes end: nothing more goes there. */
  #failed: ContraluzError | undefined;

  /** `size` is how many bytes are expected: it only saves memory. */
  constructor(
    platform: Pick<Platform, "scratch" | "sha256">,
    o: { readonly memory?: number; readonly hash?: boolean; readonly size?: number } = {},
  ) {
    this.#platform = platform;
    this.#memory = o.memory ?? LIMITS.memory;
    this.#block = Math.max(SMALLEST, Math.min(o.size ?? BLOCK, BLOCK));
    this.#hasher = o.hash ? platform.sha256() : undefined;
  }

  get size(): number {
    return this.#size;
  }

  /** What was written before can be read when it rejects. Where scratch failed, all that comes later is rejected, too. */
  async write(bytes: Uint8Array): Promise<void> {
    if (this.#failed) throw this.#failed;
    this.#hasher?.update(bytes);
    if (!this.#scratch && this.#size + bytes.length > this.#memory) await this.#leaveMemory();
    if (this.#scratch) await this.#toScratch(this.#scratch, bytes);
    else this.#keep(bytes);
    this.#size += bytes.length;
  }

  /** SHA-256 of all bytes written (with `hash` only). */
  sha256(): Sha256 {
    if (!this.#hasher) throw new ContraluzError("usage", "this spool was made without hash");
    this.#sha256 ??= this.#hasher.hex();
    return this.#sha256;
  }

  /** The bytes written so far. Closing what is returned closes nothing: `close()` of the spool does. */
  open(): RandomAccess {
    if (this.#scratch) {
      const inner = this.#scratch.open();
      return { size: inner.size, read: (offset, length, into) => inner.read(offset, length, into) };
    }
    const [size, blocks, block] = [this.#size, this.#blocks, this.#block];
    return { size, read: (offset, length) => Promise.resolve(readBlocks(blocks, block, size, offset, length)) };
  }

  /** Forgets what was written behind `size`, where it lies in memory: half a file would take the room of others. */
  cut(size: number): void {
    if (this.#scratch || size >= this.#size) return;
    if (this.#hasher) throw new ContraluzError("usage", "what was hashed cannot be cut off");
    this.#size = size;
    this.#blocks.length = Math.ceil(size / this.#block);
  }

  async close(): Promise<void> {
    this.#blocks = [];
    await this.#scratch?.close();
  }

  #keep(bytes: Uint8Array): void {
    for (let from = 0, at = this.#size; from < bytes.length; ) {
      const inside = at % this.#block;
      if (inside === 0) this.#blocks.push(new Uint8Array(this.#block));
      const part = bytes.subarray(from, from + this.#block - inside);
      this.#blocks.at(-1)!.set(part, inside);
      from += part.length;
      at += part.length;
    }
  }

  async #leaveMemory(): Promise<void> {
    try {
      this.#scratch = await this.#platform.scratch();
    } catch (error) {
      throw unavailable(error);
    }
    let left = this.#size;
    for (const block of this.#blocks) {
      await this.#toScratch(this.#scratch, block.subarray(0, left));
      left -= Math.min(left, block.length);
    }
    this.#blocks = [];
  }

  async #toScratch(scratch: Scratch, bytes: Uint8Array): Promise<void> {
    try {
      await scratch.write(bytes);
    } catch (error) {
      throw (this.#failed = unavailable(error));
    }
  }
}

function unavailable(error: unknown): ContraluzError {
  if (error instanceof ContraluzError) return error;
  const found = hostCode(error);
  return new ContraluzError("scratch-unavailable", `no working space: ${found}`, {
    code: "scratch-unavailable",
    found,
    lost: "file",
  });
}

function readBlocks(
  blocks: readonly Uint8Array[],
  block: number,
  size: number,
  offset: number,
  length: number,
): Uint8Array {
  const end = Math.min(offset + length, size);
  if (!(offset >= 0 && offset < end)) return new Uint8Array(0);
  const inside = offset % block;
  const first = blocks[(offset - inside) / block]!;
  if (inside + end - offset <= block) return first.subarray(inside, inside + end - offset);
  const out = new Uint8Array(end - offset);
  for (let at = offset; at < end; ) {
    const from = at % block;
    const part = blocks[(at - from) / block]!.subarray(from, from + end - at);
    out.set(part, at - offset);
    at += part.length;
  }
  return out;
}
