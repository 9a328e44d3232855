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
import { LIMITS, type Problem, type Report } from "@contraluz/core";
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
/** A text with more elements that are no JSON is no list, and refusing each takes microseconds. */
const MAX_DAMAGED = 10_000;
/** Larger pieces of the source are cut, so that the buffer stays small. */
const PIECE = 32 * 1024;

/**
 * Yields, in batches and in order, each element of the array under the top-level key `key`, or of a top-level array.
 * Damage costs the elements that it touches: a Problem (`json-damaged`, `json-limit`) says where, in the order of the text;
 * what follows 10,000 damaged elements is left unread. Where the source throws, the error passes on after what was read.
 */
export async function* splitArray(
  source: AsyncIterable<Uint8Array>,
  key: string,
  limits: SplitLimits,
  report: Report,
): AsyncIterable<readonly unknown[]> {
  const elementBytes = limits.elementBytes ?? 4 * 1024 * 1024;
  // Told in the order of the text, however it comes in pieces: the scanner runs ahead of the parser.
  let problems: Problem[] = [];
  const note: Report = (p) => void problems.push(p);
  const tell = (before: number): void => {
    if (problems.length > 1) problems.sort((a, b) => (a.offset ?? 0) - (b.offset ?? 0));
    for (const p of problems) if ((p.offset ?? 0) <= before) report(p);
    problems = [];
  };
  const scanner = new Scanner(key, limits.depth ?? LIMITS.depth, elementBytes, note);
  const budget = { damaged: MAX_DAMAGED };
  /** `buffer[0]` is byte `base` of the text; `end` bytes of it are filled. */
  let buffer: Uint8Array = new Uint8Array(2 * PIECE);
  let base = 0;
  let end = 0;
  /** Batches of what the scanner has found. */
  function* found(): Iterable<readonly unknown[]> {
    for (const run of runs(scanner.take())) {
      const batch = parseRun(buffer, base, run, budget, note);
      if (batch.length > 0) yield batch;
      if (budget.damaged < 0) break;
    }
    if (budget.damaged >= 0) tell(Number.POSITIVE_INFINITY);
    else {
      const last = problems[problems.length - 1]?.offset ?? 0;
      tell(last);
      report({ code: "json-limit", offset: last, found: `> ${MAX_DAMAGED} damaged elements`, lost: "file" });
    }
  }
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
      yield* found();
      if (budget.damaged < 0) return;
    }
  }
  scanner.finish(base + end);
  yield* found();
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
