/** A figure that was torn in two where a column was taken to begin: `08:` and `04` with no space between them are one word again. @module */
import type { OcrWord } from "@contraluz/core";
import type { Seg } from "./segments.ts";

/** Widths of a letter that part two words at least. */
const SPACE = 0.8;

/** The words of a row of pieces. */
export function glued(segs: readonly Seg[]): readonly OcrWord[] {
  if (segs.length === 1) return segs[0]!.words;
  const out: OcrWord[] = [];
  for (const s of segs) {
    const last = out.at(-1);
    const [first, ...rest] = s.words;
    if (last && first && isOne(last, first)) out[out.length - 1] = both(last, first);
    else out.push(first!);
    out.push(...rest);
  }
  return out;
}

function isOne(a: OcrWord, b: OcrWord): boolean {
  if (!/[\d:./-]$/.test(a.text) || !/^[\d:./-]/.test(b.text)) return false;
  const letter = (a.w + b.w) / (a.text.length + b.text.length);
  return b.x - (a.x + a.w) < SPACE * letter;
}

function both(a: OcrWord, b: OcrWord): OcrWord {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const [x1, y1] = [Math.max(a.x + a.w, b.x + b.w), Math.max(a.y + a.h, b.y + b.h)];
  const confidence = Math.min(a.confidence, b.confidence);
  return { ...a, text: a.text + b.text, x, y, w: x1 - x, h: y1 - y, confidence };
}
