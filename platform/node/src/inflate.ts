/** Decompression with node:zlib, pulled by the reader. */
import { createGunzip, createInflateRaw, type Gunzip, type InflateRaw } from "node:zlib";
import { plain } from "./file.ts";

/** Output buffers: large ones for long streams, small ones for the many small files of an archive. */
const CHUNK = 1 << 16;
const SMALL = 1 << 12;
/** Bytes given to zlib at once. What comes out of a slice that turns out damaged is dropped whole: the same everywhere. */
const SLICE = 1 << 15;
/** Of zlib's own words, which no browser has, only what they mean. */
const MESSAGE = { damaged: "the compressed data is damaged", short: "the compressed data ends early" } as const;

/** zlib as a function from slices to pieces. */
class Inflater {
  readonly #z: Gunzip | InflateRaw;
  #out: Uint8Array[] = [];
  #settle: (error?: unknown) => void = () => {};
  /** The stream has ended; nothing that follows belongs to it. */
  over = false;

  constructor(kind: "gzip" | "deflate-raw", chunkSize: number) {
    this.#z = kind === "gzip" ? createGunzip({ chunkSize }) : createInflateRaw({ chunkSize });
    this.#z.on("data", (piece: Buffer) => this.#out.push(plain(piece)));
    this.#z.once("end", () => {
      this.over = true;
      this.#settle();
    });
    this.#z.once("error", (error) => this.#settle(error));
  }

  #do(f: (done: () => void) => void, message: string): Promise<Uint8Array[]> {
    return new Promise((resolve, reject) => {
      this.#settle = (error) => {
        if (error) reject(new Error(message));
        else resolve(this.#out.splice(0));
      };
      f(() => this.#settle());
    });
  }

  /** All that comes out of a slice; rejects, and gives none of it, if the slice is damaged. */
  feed(slice: Uint8Array): Promise<Uint8Array[]> {
    // The callback comes once the slice is used up; it never comes where the stream ends within it.
    return this.#do((done) => this.#z.write(slice, done), MESSAGE.damaged);
  }

  /** Says that nothing more comes; rejects if the stream is not at its end. */
  end(): Promise<Uint8Array[]> {
    return this.over ? Promise.resolve([]) : this.#do(() => this.#z.end(), MESSAGE.short);
  }

  abort(): void {
    this.#z.destroy();
  }
}

/**
 * Decompresses a stream; gzip may have several members. Damaged input: yields all that came out of the slices of 32 KiB
 * before the damage, then throws. Input that ends early: throws after all that could be read.
 */
export async function* inflate(
  kind: "gzip" | "deflate-raw",
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let inflater: Inflater | undefined;
  let running: Promise<Uint8Array[]> | undefined;
  try {
    for await (const chunk of source) {
      inflater ??= new Inflater(kind, Math.max(SMALL, Math.min(chunk.length * 4, CHUNK)));
      for (let at = 0; at < chunk.length; at += SLICE) {
        const ready: readonly Uint8Array[] = running ? await running : [];
        if (inflater.over) running = undefined;
        // The next slice is worked on while the reader has this one.
        else (running = inflater.feed(chunk.subarray(at, at + SLICE))).catch(() => {});
        yield* ready;
        if (!running) return;
      }
    }
    if (running) yield* await running;
    yield* await (inflater ?? new Inflater(kind, SMALL)).end();
  } finally {
    inflater?.abort();
  }
}
