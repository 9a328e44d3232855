/** Where a place of the text lies on the image of the page. @module */
import type { Box, PageLine } from "../pages/types.ts";

/** `about`: cut out of the line by the number of letters, since the reader gave no box for the word. */
export interface Mark {
  readonly box: Box;
  readonly about: boolean;
}

const union = (a: Box, b: Box): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

/** The part of a line between two letters of it. */
function markIn(line: PageLine, from: number, to: number): Mark | undefined {
  if (!line.box) return undefined;
  let box: Box | undefined;
  let at = 0;
  for (const w of line.words ?? []) {
    const start = line.text.indexOf(w.text, at);
    if (start < 0) continue;
    at = start + w.text.length;
    if (start < to && at > from) box = box ? union(box, w.box) : w.box;
  }
  if (box) return { box, about: false };
  const [x0, y0, x1, y1] = line.box;
  const letter = (x1 - x0) / Math.max(1, line.text.length);
  return { box: [Math.round(x0 + from * letter), y0, Math.round(x0 + to * letter), y1], about: true };
}

/** One mark a line that the place goes over; none where there is no image. */
export function marksOf(
  lines: readonly PageLine[],
  span: { readonly start: number; readonly end: number },
): readonly Mark[] {
  const marks: Mark[] = [];
  let at = 0;
  for (const line of lines) {
    const end = at + line.text.length;
    if (at >= span.end) break;
    if (end > span.start) {
      const mark = markIn(line, Math.max(0, span.start - at), Math.min(line.text.length, span.end - at));
      if (mark) marks.push(mark);
    }
    at = end + 1;
  }
  return marks;
}
