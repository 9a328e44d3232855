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

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly box: Box;
}

/** Where words stand in their line, and lines in their page: looked for once, however many places are marked. */
const wordsIn = new WeakMap<PageLine, readonly Placed[]>();
const linesIn = new WeakMap<readonly PageLine[], readonly number[]>();

function placed(line: PageLine): readonly Placed[] {
  let all = wordsIn.get(line);
  if (!all) {
    let at = 0;
    all = (line.words ?? []).flatMap(({ text, box }): Placed[] => {
      const start = line.text.indexOf(text, at);
      if (start < 0) return [];
      at = start + text.length;
      return [{ start, end: at, box }];
    });
    wordsIn.set(line, all);
  }
  return all;
}

function begins(lines: readonly PageLine[]): readonly number[] {
  let all = linesIn.get(lines);
  if (!all) {
    let at = 0;
    all = lines.map(({ text }) => {
      const begin = at;
      at += text.length + 1;
      return begin;
    });
    linesIn.set(lines, all);
  }
  return all;
}

/** The last line that begins at `place` or before it. */
function lineAt(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= place) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The part of a line between two letters of it. */
function markIn(line: PageLine, from: number, to: number): Mark | undefined {
  if (!line.box) return undefined;
  let box: Box | undefined;
  for (const w of placed(line)) if (w.start < to && w.end > from) box = box ? union(box, w.box) : w.box;
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
  const starts = begins(lines);
  for (let i = lineAt(starts, span.start); i < lines.length; i++) {
    const [line, at] = [lines[i]!, starts[i]!];
    if (at >= span.end) break;
    if (at + line.text.length <= span.start) continue;
    const mark = markIn(line, Math.max(0, span.start - at), Math.min(line.text.length, span.end - at));
    if (mark) marks.push(mark);
  }
  return marks;
}
