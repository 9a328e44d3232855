/**
 * Files of an index in chunks of 64 KiB, each with its SHA-256: what was changed is noticed where it is read, and is not believed.
 * Whoever keeps the hash of the head (`fingerprint`) has proof of the whole.
 * @module
 */
import { ContraluzError, type Platform, type RandomAccess } from "@contraluz/core";

export const CHUNK = 65_536;
/** Bytes kept of each hash. */
export const SUM = 16;

/** What writes the files of an index: the folder of a check, or one of a case. */
export interface IndexFolder {
  append(name: string, bytes: Uint8Array): Promise<void>;
  read(name: string): Promise<RandomAccess>;
  remove(name: string): Promise<void>;
}

/** An index that is not what was written. It is made anew, never believed. */
export class IndexDamaged extends ContraluzError {
  readonly check: string;
  constructor(check: string, found: string) {
    super("usage", `the index of ${check}: ${found}`);
    this.name = "IndexDamaged";
    this.check = check;
  }
}

const hexBytes = (hex: string, into: Uint8Array, at: number): void => {
  for (let i = 0; i < SUM; i++) into[at + i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
};

function sumOf(platform: Pick<Platform, "sha256">, bytes: Uint8Array): string {
  const h = platform.sha256();
  h.update(bytes);
  return h.hex();
}

export interface Sums {
  readonly size: number;
  readonly sums: Uint8Array;
}

/** Writes one file and notes the hash of each chunk. */
export class ChunkWriter {
  readonly #folder: IndexFolder;
  readonly #name: string;
  readonly #platform: Pick<Platform, "sha256">;
  #wait = new Uint8Array(CHUNK);
  #held = 0;
  #size = 0;
  #sums = new Uint8Array(64 * SUM);
  #chunks = 0;

  constructor(folder: IndexFolder, name: string, platform: Pick<Platform, "sha256">) {
    this.#folder = folder;
    this.#name = name;
    this.#platform = platform;
  }

  get size(): number {
    return this.#size + this.#held;
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      const n = Math.min(bytes.length - at, CHUNK - this.#held);
      this.#wait.set(bytes.subarray(at, at + n), this.#held);
      this.#held += n;
      at += n;
      if (this.#held === CHUNK) await this.#flush();
    }
  }

  async #flush(): Promise<void> {
    const bytes = this.#wait.subarray(0, this.#held);
    if ((this.#chunks + 1) * SUM > this.#sums.length) {
      const more = new Uint8Array(this.#sums.length * 2);
      more.set(this.#sums);
      this.#sums = more;
    }
    hexBytes(sumOf(this.#platform, bytes), this.#sums, this.#chunks++ * SUM);
    this.#size += this.#held;
    this.#held = 0;
    this.#wait = new Uint8Array(CHUNK);
    await this.#folder.append(this.#name, bytes);
  }

  /** Everything is written; a file of no bytes is written all the same. */
  async finish(): Promise<Sums> {
    if (this.#held > 0 || this.#chunks === 0) await this.#flush();
    return { size: this.#size, sums: this.#sums.slice(0, this.#chunks * SUM) };
  }
}

/** Reads parts of such a file. The last chunks that were read stay for the next. */
export class ChunkReader {
  readonly #check: string;
  readonly #source: RandomAccess;
  readonly #sums: Sums;
  readonly #platform: Pick<Platform, "sha256">;
  readonly #most: number;
  readonly #kept = new Map<number, Promise<Uint8Array>>();

  constructor(check: string, source: RandomAccess, sums: Sums, platform: Pick<Platform, "sha256">, keep: number) {
    this.#check = check;
    this.#source = source;
    this.#sums = sums;
    this.#platform = platform;
    this.#most = Math.max(2, Math.ceil(keep / CHUNK));
  }

  #chunk(i: number): Promise<Uint8Array> {
    let p = this.#kept.get(i);
    if (p) {
      this.#kept.delete(i);
    } else {
      p = this.#load(i);
      p.catch(() => this.#kept.delete(i));
      if (this.#kept.size >= this.#most)
        for (const k of this.#kept.keys()) {
          this.#kept.delete(k);
          break;
        }
    }
    this.#kept.set(i, p);
    return p;
  }

  async #load(i: number): Promise<Uint8Array> {
    const want = Math.min(CHUNK, this.#sums.size - i * CHUNK);
    let bytes: Uint8Array;
    try {
      bytes = await this.#source.read(i * CHUNK, want);
    } catch (e) {
      // A sealed file that was changed does not open.
      throw e instanceof ContraluzError && e.code === "case-damaged" ? new IndexDamaged(this.#check, e.message) : e;
    }
    const sum = new Uint8Array(SUM);
    hexBytes(sumOf(this.#platform, bytes), sum, 0);
    if (bytes.length !== want || sum.some((b, k) => b !== this.#sums.sums[i * SUM + k]))
      throw new IndexDamaged(this.#check, `chunk ${i} is not what was written`);
    return bytes;
  }

  /** Bytes of the file; a part that lies beyond it is a mistake of the index. */
  async read(offset: number, length: number): Promise<Uint8Array> {
    if (!(offset >= 0 && length >= 0 && offset + length <= this.#sums.size))
      throw new IndexDamaged(this.#check, `bytes ${offset} to ${offset + length} of ${this.#sums.size}`);
    const first = Math.floor(offset / CHUNK);
    if (length === 0) return new Uint8Array(0);
    const last = Math.floor((offset + length - 1) / CHUNK);
    if (first === last) {
      const chunk = await this.#chunk(first);
      return chunk.subarray(offset - first * CHUNK, offset - first * CHUNK + length);
    }
    const out = new Uint8Array(length);
    for (let i = first; i <= last; i++) {
      const chunk = await this.#chunk(i);
      const at = i * CHUNK - offset;
      if (at < 0) out.set(chunk.subarray(-at, Math.min(CHUNK, -at + length)), 0);
      else out.set(chunk.subarray(0, Math.min(CHUNK, length - at)), at);
    }
    return out;
  }

  async close(): Promise<void> {
    this.#kept.clear();
    await this.#source.close?.();
  }
}
