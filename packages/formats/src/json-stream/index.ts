/**
 * The elements of one large array in a JSON text (RFC 8259), without holding the text: what a STIX bundle, a TAXII
 * answer or an export of a million objects needs.
 *
 * A byte scanner finds where each element begins and ends (strings, escapes and brackets are all it must know, and in
 * UTF-8 no byte of a longer character looks like one of them); `JSON.parse` reads whole runs of elements at once.
 * @module
 * @example
 * for await (const objects of splitArray(file, "objects", {}, report)) for (const o of objects) use(o);
 */
import { LIMITS, type Report } from "@contraluz/core";
import { parseRun, type Span } from "./run.ts";
import { Scanner } from "./scanner.ts";

export interface SplitLimits {
  /** Bytes of one element; a larger one is skipped with a Problem. */
  readonly elementBytes?: number;
  /** Nesting inside one element. */
  readonly depth?: number;
}

/** Elements are parsed in runs of about this many bytes: one call for many small objects. */
const RUN = 8 * 1024;
/** Larger pieces of the source are cut, so that the buffer stays small. */
const PIECE = 32 * 1024;

/**
 * Yields, in batches and in order, each element of the array under the top-level key `key`, or of a top-level array.
 * Damage costs the elements that it touches: a Problem (`json-damaged`, `json-limit`) says where. Where the source
 * throws, the error passes on after what was read.
 */
export async function* splitArray(
  source: AsyncIterable<Uint8Array>,
  key: string,
  limits: SplitLimits,
  report: Report,
): AsyncIterable<readonly unknown[]> {
  const elementBytes = limits.elementBytes ?? 4 * 1024 * 1024;
  const scanner = new Scanner(key, limits.depth ?? LIMITS.depth, elementBytes, report);
  /** `buffer[0]` is byte `base` of the text; `end` bytes of it are filled. */
  let buffer: Uint8Array = new Uint8Array(2 * PIECE);
  let base = 0;
  let end = 0;
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      const piece = chunk.subarray(at, at + PIECE);
      if (end + piece.length > buffer.length) {
        const from = scanner.needed - base;
        const left = end - from;
        const next = left + piece.length > buffer.length ? new Uint8Array(2 * (left + piece.length)) : buffer;
        next.set(buffer.subarray(from, end));
        buffer = next;
        base += from;
        end = left;
      }
      buffer.set(piece, end);
      end += piece.length;
      scanner.scan(buffer, base, end);
      for (const run of runs(scanner.take())) {
        const batch = parseRun(buffer, base, run, report);
        if (batch.length > 0) yield batch;
      }
    }
  }
  scanner.finish(base + end);
  for (const run of runs(scanner.take())) {
    const batch = parseRun(buffer, base, run, report);
    if (batch.length > 0) yield batch;
  }
}

/** Cuts spans into runs: together no larger than RUN, and with nothing but commas between them. */
function* runs(spans: readonly Span[]): Iterable<readonly Span[]> {
  let from = 0;
  for (let i = 1; i <= spans.length; i++) {
    const last = spans[i];
    if (last && !last.alone && last.end - spans[from]!.start <= RUN) continue;
    yield spans.slice(from, i);
    from = i;
  }
}
