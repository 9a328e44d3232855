/**
 * Decompression with the browser's DecompressionStream. By its standard (WHATWG Compression) it refuses what comes after the
 * end of a stream, takes one gzip member only, and an error throws away what nobody has asked for yet. So it is fed in slices,
 * with as many reads waiting as a slice can fill: what a slice gave is known once its write is over.
 * @module
 */
import { release } from "./release.ts";

/** Bytes given to the stream at once. What comes out of a slice that turns out damaged is dropped whole. */
const SLICE = 1 << 15;
/** Deflate expands at most 1032 times; Chromium's pieces are 64 KiB. */
const readsFor = (bytes: number): number => 4 + Math.ceil((bytes * 1032) / 65_536);
/** What browsers say of bytes behind the end of a stream; any other failure is damage. */
const BEHIND_THE_END = /junk|extra|after the end/i;
const MESSAGE = { damaged: "the compressed data is damaged", short: "the compressed data ends early" } as const;

/** One DecompressionStream. */
class Member {
  /** Bytes that came out. */
  total = 0;
  #out: Uint8Array[] = [];
  #waiting = 0;
  #over = false;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #writer: WritableStreamDefaultWriter<BufferSource>;

  constructor(kind: "gzip" | "deflate-raw") {
    const stream = new DecompressionStream(kind);
    this.#reader = stream.readable.getReader();
    this.#writer = stream.writable.getWriter();
    this.#writer.closed.catch(() => {}); // each write and `end` tell it
  }

  /** Asks for one more piece; settles once it is there, or nothing more can come. */
  #ask(): Promise<void> {
    this.#waiting++;
    return this.#reader.read().then(
      ({ done, value }) => {
        this.#waiting--;
        if (done) this.#over = true;
        else {
          this.#out.push(value);
          this.total += value.length;
        }
      },
      () => {
        this.#waiting--;
        this.#over = true;
      },
    );
  }

  /** Feeds a slice. Rejects where the stream does; `take()` gives what came out all the same. */
  async write(slice: Uint8Array): Promise<void> {
    for (let n = readsFor(slice.length) - this.#waiting; n > 0; n--) void this.#ask();
    // A view, which costs no copy; of shared memory there is none here.
    await this.#writer.write(slice as Uint8Array<ArrayBuffer>);
    // With a read left waiting nothing is queued; without one there may be more.
    while (this.#waiting === 0 && !this.#over) {
      void this.#ask();
      await Promise.resolve();
    }
  }

  take(): Uint8Array[] {
    const out = this.#out;
    this.#out = [];
    return out;
  }

  /** Says that nothing more comes; rejects if the stream is not at its end. */
  async end(): Promise<void> {
    await this.#writer.close();
    while (!this.#over) await this.#ask();
  }

  abort(): void {
    this.#writer.abort().catch(() => {});
  }
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

/** Header and trailer of the smallest gzip member (RFC 1952 2.3). */
const SMALLEST = 18;
/** CRC, which the stream has compared, and length. */
const TRAILER = 8;

/**
 * Where in `slice` a gzip member ends that gave `total` bytes: behind its trailer, and before another member or zeros, with
 * which tapes are filled. -1: nowhere. `before`: the last bytes before the slice; `fed`: how many of the member those were.
 */
function memberEnd(total: number, before: Uint8Array, fed: number, slice: Uint8Array): number {
  const bytes = join(before, slice);
  const view = new DataView(bytes.buffer);
  const begins = (i: number): boolean => bytes[i] === 0x1f && (i + 1 === bytes.length || bytes[i + 1] === 0x8b);
  for (let i = Math.max(TRAILER, before.length + SMALLEST - fed, before.length); i < bytes.length; i++) {
    if (view.getUint32(i - 4, true) !== total % 2 ** 32) continue;
    // Nothing came out: the CRC is zero too, and the byte before it, so that a member may begin one byte later.
    if (total === 0 && view.getUint32(i - 8) !== 0) continue;
    if (total === 0 && bytes[i] === 0 && begins(i + 1)) return i + 1 - before.length;
    if (bytes[i] === 0 || begins(i)) return i - before.length;
  }
  return -1;
}

/** The stream as `node:zlib` reads it: any number of members, an end before the end of the input. */
class Inflater {
  readonly #kind: "gzip" | "deflate-raw";
  #member: Member;
  #before: Uint8Array = new Uint8Array(0);
  #fed = 0;
  /** Nothing that follows belongs to it. */
  over = false;

  constructor(kind: "gzip" | "deflate-raw") {
    this.#kind = kind;
    this.#member = new Member(kind);
  }

  /** All that comes out of a slice; throws, and gives none of it, if the slice is damaged. */
  async feed(slice: Uint8Array): Promise<Uint8Array[]> {
    const out: Uint8Array[] = [];
    for (let rest = slice; !this.over; ) {
      try {
        await this.#member.write(rest);
        out.push(...this.#member.take());
        this.#before = join(this.#before, rest).slice(-TRAILER);
        this.#fed += rest.length;
        break;
      } catch (error) {
        out.push(...this.#member.take());
        if (!(error instanceof Error && BEHIND_THE_END.test(error.message))) throw new Error(MESSAGE.damaged);
        const at = this.#kind === "gzip" ? memberEnd(this.#member.total, this.#before, this.#fed, rest) : rest.length;
        if (at < 0) throw new Error(MESSAGE.damaged);
        rest = rest.subarray(at);
        this.#before = new Uint8Array(0);
        this.#fed = 0;
        if (this.#kind === "deflate-raw" || rest[0] === 0) this.over = true;
        else this.#member = new Member(this.#kind);
      }
    }
    return out;
  }

  async end(): Promise<Uint8Array[]> {
    if (this.over) return [];
    await this.#member.end().catch(() => {
      throw new Error(MESSAGE.short);
    });
    return this.#member.take();
  }

  abort(): void {
    this.#member.abort();
  }
}

/** Hands pieces over one by one, and gives the memory of each back once the next is asked for. */
function* inTurn(pieces: readonly Uint8Array[]): Generator<Uint8Array> {
  for (const piece of pieces) {
    yield piece;
    release(piece);
  }
}

/**
 * Decompresses a stream; gzip may have several members. Damaged input: yields all that came out of the slices of 32 KiB
 * before the damage, then throws. Input that ends early: throws after all that could be read. A piece is gone once the next is
 * asked for.
 */
export async function* inflate(
  kind: "gzip" | "deflate-raw",
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const inflater = new Inflater(kind);
  let running: Promise<Uint8Array[]> | undefined;
  try {
    for await (const chunk of source) {
      for (let at = 0; at < chunk.length; at += SLICE) {
        const ready: readonly Uint8Array[] = running ? await running : [];
        if (inflater.over) running = undefined;
        // The next slice is worked on while the reader has this one.
        else (running = inflater.feed(chunk.subarray(at, at + SLICE))).catch(() => {});
        yield* inTurn(ready);
        if (!running) return;
      }
    }
    if (running) yield* inTurn(await running);
    yield* inTurn(await inflater.end());
  } finally {
    inflater.abort();
  }
}
