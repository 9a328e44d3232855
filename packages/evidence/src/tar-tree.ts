/** The tree of a tar archive, plain or gzip: files come once, in their order. @module */
import {
  type Cancel,
  ContraluzError,
  type EvidenceFile,
  type EvidenceTree,
  type FileRef,
  LIMITS,
  type Platform,
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
      const report = pass();
      let batch: EvidenceFile[] = [];
      for await (const entry of readTar(bytesOf(ref, { ...o, report }), report)) {
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
    },
    find() {
      return Promise.reject(new ContraluzError("usage", "a sequential tree has no find()"));
    },
  };
}

/** The bytes of the tar. Ends where they end or cannot be read on, with a Problem. */
async function* bytesOf(ref: FileRef, o: TarOptions): AsyncIterable<Uint8Array> {
  const source = await openRef(ref, o).catch((error: unknown) => {
    o.report(hostRead(error));
    return undefined;
  });
  if (!source) return;
  const hasher = o.hashed && o.platform.sha256();
  let read = 0;
  let failure: unknown;
  async function* raw(): AsyncIterable<Uint8Array> {
    try {
      for await (const chunk of chunksOf(source!)) {
        hasher?.update(chunk);
        read += chunk.length;
        yield chunk;
      }
    } catch (error) {
      failure = error ?? new Error("read failed");
    }
  }
  const input = raw();
  try {
    if (o.gzip) yield* gunzip(input, () => read, o);
    else yield* input;
  } finally {
    if (failure !== undefined) o.report(hostRead(failure));
    await source.close?.();
  }
  // Here only when the reader asked for everything: then the hash is of the whole file.
  if (hasher && failure === undefined && read === source.size) o.hashed?.(hasher.hex(), read);
}

async function* gunzip(input: AsyncIterable<Uint8Array>, read: () => number, o: TarOptions): AsyncIterable<Uint8Array> {
  let out = 0;
  try {
    for await (const piece of o.platform.inflate("gzip", input)) {
      out += piece.length;
      if (out > LIMITS.expansionFloor && out > read() * LIMITS.expansion) {
        o.report({ code: "bomb", offset: out, found: `${read()} bytes opened to ${out}`, lost: "bytes" });
        return;
      }
      yield piece;
    }
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    o.report({ code: "gzip-damaged", offset: read(), found, lost: "bytes" });
  }
}
