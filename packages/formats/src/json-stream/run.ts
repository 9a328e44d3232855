/** Parsing a run of elements that the scanner found. @module */
import type { Report } from "@contraluz/core";

/** One element: absolute byte offsets. `alone`: something other than a comma lies before it. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly alone: boolean;
}

/** A byte order mark in the middle of a text is a character, and none of JSON. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
/** For input that `decode` would refuse only if asked to be strict: bad bytes become U+FFFD and are judged as values. */
const text = (buffer: Uint8Array, from: number, to: number): string => decoder.decode(buffer.subarray(from, to));

/**
 * The values of a run. A run that does not parse is read element by element, so that one bad element costs itself. Each
 * takes one of `budget.damaged`; where that falls below 0 the rest is left.
 */
export function parseRun(
  buffer: Uint8Array,
  base: number,
  run: readonly Span[],
  budget: { damaged: number },
  report: Report,
): readonly unknown[] {
  const first = run[0];
  const last = run[run.length - 1];
  if (!first || !last) return [];
  try {
    return JSON.parse(`[${text(buffer, first.start - base, last.end - base)}]`) as unknown[];
  } catch {
    // one of them is damaged
  }
  const out: unknown[] = [];
  for (const span of run) {
    try {
      out.push(JSON.parse(text(buffer, span.start - base, span.end - base)));
    } catch {
      // Not in the words of the engine: each has its own, and some quote the text.
      report({ code: "json-damaged", offset: span.start, found: "no JSON value", lost: "row" });
      if (--budget.damaged < 0) break;
    }
  }
  return out;
}
