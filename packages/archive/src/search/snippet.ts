/** The words around what was found, to show it. @module */
import type { Span } from "./match.ts";

export interface Snippet {
  /** White space is one space; it begins and ends at a word. */
  readonly text: string;
  /** Places in it. */
  readonly marks: readonly Span[];
  /** Something stands before, and behind. */
  readonly before: boolean;
  readonly after: boolean;
}

/** @param around how many characters to show on each side of the first place */
export function snippetOf(text: string, spans: readonly Span[], around = 90): Snippet {
  const first = spans[0] ?? { start: 0, end: 0 };
  let from = Math.max(0, first.start - around);
  let to = Math.min(text.length, first.end + around);
  while (from > 0 && from < first.start && /\S/.test(text[from - 1]!)) from++;
  while (to < text.length && to > first.end && /\S/.test(text[to]!)) to--;
  let out = "";
  /** Place in `out` of each unit of the text from `from` on. */
  const place: number[] = [];
  for (let i = from; i < to; i++) {
    const c = text[i]!;
    place.push(out.length);
    if (!/\s/.test(c)) out += c;
    else if (out !== "" && !out.endsWith(" ")) out += " ";
  }
  place.push(out.length);
  const marks = spans
    .filter((s) => s.start >= from && s.end <= to)
    .map((s) => ({ start: place[s.start - from]!, end: place[s.end - from]!, exact: s.exact }));
  return { text: out.trimEnd(), marks, before: from > 0, after: to < text.length };
}
