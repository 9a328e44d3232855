/** Entries of a zip by name, in few bytes each: an archive of 100 MB can list two million. @module */
import type { RandomAccess } from "@contraluz/core";
import { hashName, headerAt, safeName, type ZipEntry } from "@contraluz/formats/zip/index.ts";

const KINDS: readonly ZipEntry["kind"][] = ["file", "dir", "link", "other"];
/** Numbers kept of an entry: place, headerOffset, compressedSize, size, crc32, kind. */
const WIDTH = 6;
const CHUNK = 1 << 14;

/**
 * Keeps no name: it is read again where the archive says it, so that equal hashes are no equal names. About 60 bytes an
 * entry. Of names that come twice the first is found.
 */
export class ZipIndex {
  readonly #source: RandomAccess;
  readonly #chunks: Float64Array[] = [];
  #hashes = new Uint32Array(CHUNK);
  /** Slots of a table with open addressing: number of the entry + 1, or 0. */
  #slots = new Uint32Array(2 * CHUNK);
  #size = 0;

  constructor(source: RandomAccess) {
    this.#source = source;
  }

  get size(): number {
    return this.#size;
  }

  add(entry: ZipEntry): void {
    if (this.#size >= this.#hashes.length) this.#grow();
    const i = this.#size++;
    if (i % CHUNK === 0) this.#chunks.push(new Float64Array(CHUNK * WIDTH));
    const { place, headerOffset, compressedSize, size, crc32 } = entry;
    const kind = KINDS.indexOf(entry.kind);
    this.#chunks.at(-1)!.set([place, headerOffset, compressedSize, size, crc32, kind], (i % CHUNK) * WIDTH);
    this.#hashes[i] = hashName(entry.name);
    this.#put(i);
  }

  async find(name: string): Promise<ZipEntry | undefined> {
    const hash = hashName(name);
    const mask = this.#slots.length - 1;
    for (let s = hash & mask; this.#slots[s] !== 0; s = (s + 1) & mask) {
      const i = this.#slots[s]! - 1;
      if (this.#hashes[i] !== hash) continue;
      const at = (i % CHUNK) * WIDTH;
      const [place, headerOffset, compressedSize, size, crc32, kind] = this.#chunks[Math.floor(i / CHUNK)]!.subarray(
        at,
        at + WIDTH,
      ) as unknown as [number, number, number, number, number, number];
      const header = await headerAt(this.#source, place);
      if (!header || safeName(header.raw) !== name) continue;
      return { ...header.entry, name, kind: KINDS[kind]!, headerOffset, compressedSize, size, crc32 };
    }
    return undefined;
  }

  #put(i: number): void {
    const mask = this.#slots.length - 1;
    let s = this.#hashes[i]! & mask;
    while (this.#slots[s] !== 0) s = (s + 1) & mask;
    this.#slots[s] = i + 1;
  }

  #grow(): void {
    const hashes = new Uint32Array(2 * this.#hashes.length);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#slots = new Uint32Array(2 * hashes.length);
    for (let i = 0; i < this.#size; i++) this.#put(i);
  }
}
