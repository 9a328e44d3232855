/** The tree of a tar archive, plain or gzip: files come once, in their order. @module */
import {
  type Cancel,
  ContraluzError,
  type EvidenceFile,
  type EvidenceTree,
  type FileRef,
  type Hasher,
  LIMITS,
  type Platform,
  type RandomAccess,
  type Report,
  type Sha256,
} from "@contraluz/core";
import { readTar } from "@contraluz/formats/tar/index.ts";
import { chunksOf, openRef } from "./open-ref.ts";
import { hostRead, onceOver } from "./tree.ts";

export interface TarOptions {
  readonly platform: Platform;
  readonly report: Report;
  readonly gzip: boolean;
  /** From the stored bytes to those of the tar, where it is neither plain nor gzip. */
  readonly unwrap?: (stored: AsyncIterable<Uint8Array>, report: Report) => AsyncIterable<Uint8Array>;
  /** Called once a pass has read the whole file: its SHA-256. A pass then reads the file to its very end. */
  readonly hashed?: (sha256: Sha256, size: number) => void;
}

const BATCH = 256;

/**
 * A sequential tree. Every call of `files()` reads the archive anew; of a batch only the last file has bytes to `stream()`,
 * until the next batch is asked for. A Problem is told once, whatever the
 * number of passes. `find` throws: it is for seekable trees.
 * @example
 * for await (const batch of tarTree(ref, { platform, report, gzip: true }).files())
 *   for (const file of batch) if (file.path === "a.log") for await (const piece of file.stream!()) take(piece);
 */
export function tarTree(ref: FileRef, o: TarOptions): EvidenceTree {
  const pass = onceOver(o.report);
  return {
    kind: "tar",
    access: "sequential",
    async *files(signal?: Cancel) {
      const tell = pass();
      // What is cut short because somebody gave up is no damage.
      const to: TarOptions = { ...o, report: (p) => (signal?.aborted ? undefined : tell(p)) };
      const source = await openRef(ref, to).catch((error: unknown) => to.report(hostRead(error)));
      if (!source) return;
      const input = new Input(source, to, signal);
      try {
        yield* entries(input, to, signal);
        await input.finish();
      } finally {
        await source.close?.();
      }
    },
    find() {
      return Promise.reject(new ContraluzError("usage", "a sequential tree has no find()"));
    },
  };
}

async function* entries(input: Input, o: TarOptions, signal: Cancel | undefined): AsyncIterable<EvidenceFile[]> {
  let batch: EvidenceFile[] = [];
  for await (const entry of readTar(tarOf(input, o), o.report)) {
    if (signal?.aborted) return;
    const { name, kind, size, modified } = entry;
    const times = modified && { times: { modified } };
    const listing = { row: entry.offset, values: { offset: entry.offset } };
    const file: EvidenceFile = {
      path: name,
      kind,
      ...times,
      listing,
      ...(kind === "file" && { size, stream: entry.stream }),
    };
    batch.push(file);
    if (kind !== "file" && batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function tarOf(input: Input, o: TarOptions): AsyncIterable<Uint8Array> {
  if (o.unwrap) return o.unwrap(input.bytes(), o.report);
  return o.gzip ? gunzip(input, o) : input.bytes();
}

/** The stored bytes, front to back, hashed on the way. Ends where they end or cannot be read on, with a Problem. */
class Input {
  readonly #source: RandomAccess;
  readonly #o: TarOptions;
  readonly #signal: Cancel | undefined;
  readonly #hasher: Hasher | undefined;
  #failed = false;
  read = 0;

  constructor(source: RandomAccess, o: TarOptions, signal: Cancel | undefined) {
    this.#source = source;
    this.#o = o;
    this.#signal = signal;
    this.#hasher = o.hashed && o.platform.sha256();
  }

  async *bytes(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of chunksOf(this.#source, this.read)) {
        if (this.#signal?.aborted) return; // an entry that is passed over may be a film of gigabytes
        this.#hasher?.update(chunk);
        this.read += chunk.length;
        yield chunk;
      }
    } catch (error) {
      this.#failed = true;
      this.#o.report(hostRead(error));
    }
  }

  /** An archive ends before its file does (empty blocks, padding): the hash is of the file. */
  async finish(): Promise<void> {
    if (!this.#hasher || this.#failed) return;
    for await (const _ of this.bytes());
    if (!this.#failed && this.read === this.#source.size) this.#o.hashed?.(this.#hasher.hex(), this.read);
  }
}

async function* gunzip(input: Input, o: TarOptions): AsyncIterable<Uint8Array> {
  let out = 0;
  try {
    for await (const piece of o.platform.inflate("gzip", input.bytes())) {
      out += piece.length;
      if (out > LIMITS.expansionFloor && out > input.read * LIMITS.expansion) {
        o.report({ code: "bomb", offset: out, found: `${input.read} bytes opened to ${out}`, lost: "bytes" });
        return;
      }
      yield piece;
    }
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    o.report({ code: "gzip-damaged", offset: input.read, found, lost: "bytes" });
  }
}
