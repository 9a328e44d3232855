/**
 * Which blocks of rows may hold a gram or a key: a matrix of bits, rows of one bit a block, each row in one piece. A search
 * reads a few rows and joins them: what is left are the blocks that are worth reading (as in BitFunnel, SIGIR 2017).
 *
 * Blocks come in segments of at most 4,096, so that building one takes little memory; each segment is written whole.
 * @module
 */
import type { ChunkReader, ChunkWriter } from "./chunks.ts";

/** Blocks of a segment. */
export const SEGMENT = 4096;
export const TEXT_BITS = 15;
export const KEY_BITS = 14;
/** Blocks of rows that share one of the short grams, and how many of those make a segment. */
export const SHORT_BLOCKS = 16;
export const SHORT_SEGMENT = 1024;

export class SignatureWriter {
  readonly #out: ChunkWriter;
  readonly #rows: number;
  readonly #segment: number;
  #matrix: Uint8Array;
  /** Blocks for which the matrix has room: it grows with a check, up to a segment. */
  #room: number;
  #blocks = 0;
  /** Bits of the block that is being read. */
  readonly block: Uint32Array;

  constructor(out: ChunkWriter, rows: number, segment: number = SEGMENT) {
    this.#out = out;
    this.#rows = rows;
    this.#segment = segment;
    this.block = new Uint32Array(Math.ceil(rows / 32));
    this.#room = Math.min(64, segment);
    this.#matrix = new Uint8Array((rows * this.#room) / 8);
  }

  /** The block is complete. */
  async next(): Promise<void> {
    if (this.#blocks === this.#room) this.#grow();
    const stride = this.#room / 8;
    const at = this.#blocks >> 3;
    const bit = 1 << (this.#blocks & 7);
    const { block } = this;
    for (let w = 0; w < block.length; w++) {
      let word = block[w]!;
      if (word === 0) continue;
      block[w] = 0;
      while (word !== 0) {
        const low = 31 - Math.clz32(word & -word);
        word &= word - 1;
        this.#matrix[(w * 32 + low) * stride + at]! |= bit;
      }
    }
    if (++this.#blocks === this.#segment) await this.finish();
  }

  #grow(): void {
    const [from, to] = [this.#room / 8, (this.#room * 2) / 8];
    const more = new Uint8Array(this.#rows * to);
    for (let r = 0; r < this.#rows; r++) more.set(this.#matrix.subarray(r * from, (r + 1) * from), r * to);
    this.#matrix = more;
    this.#room *= 2;
  }

  /** Writes the segment as far as it goes. */
  async finish(): Promise<void> {
    const n = this.#blocks;
    if (n === 0) return;
    const [stride, wide] = [Math.ceil(n / 8), this.#room / 8];
    const rows = this.#rows;
    // Of a short segment only the part that is used.
    if (stride < wide) for (let r = 1; r < rows; r++) this.#matrix.copyWithin(r * stride, r * wide, r * wide + stride);
    await this.#out.write(this.#matrix.subarray(0, rows * stride));
    this.#matrix.fill(0);
    this.#blocks = 0;
  }
}

/** Bytes of the matrix of so many blocks. */
export function signatureSize(blocks: number, rows: number, segment: number = SEGMENT): number {
  const full = Math.floor(blocks / segment);
  return rows * (full * (segment / 8) + Math.ceil((blocks % segment) / 8));
}

/**
 * Blocks that have a bit at one place of each list, as bits; undefined if no list says anything.
 * @example const may = await candidates(reader, blocks, 2 ** 15, gramPlaces("caravana", 15).map((p) => [p])); // may[b >> 3] & (1 << (b & 7))
 */
export async function candidates(
  reader: ChunkReader,
  blocks: number,
  rows: number,
  lists: readonly (readonly number[])[],
  segment: number = SEGMENT,
): Promise<Uint8Array | undefined> {
  if (lists.length === 0) return undefined;
  const out = new Uint8Array(Math.ceil(blocks / 8));
  for (let first = 0, base = 0; first < blocks; first += segment) {
    const stride = Math.ceil(Math.min(segment, blocks - first) / 8);
    const acc = out.subarray(first / 8, first / 8 + stride).fill(0xff);
    for (const list of lists) {
      const any = list.length === 1 ? undefined : new Uint8Array(stride);
      // In the order of the file: neighbours share a chunk.
      for (const place of [...list].sort((a, b) => a - b)) {
        const row = await reader.read(base + place * stride, stride);
        if (any) for (let i = 0; i < stride; i++) any[i]! |= row[i]!;
        else for (let i = 0; i < stride; i++) acc[i]! &= row[i]!;
      }
      if (any) for (let i = 0; i < stride; i++) acc[i]! &= any[i]!;
    }
    base += rows * stride;
  }
  return out;
}
