/**
 * Tesseract reads lines that stand upright on a sheet, too. What it gives then is right, but its places are of a sheet that lies on its side: here
 * they become those of the sheet as one holds it to read.
 * @module
 */
import type { OcrWord } from "@contraluz/core";
import { turnedBack } from "./sheet.ts";

/** A word is taller than wide by this, and so many of the longer words are. */
const TALL = 1.3;
const MOSTLY = 0.6;
const LONG = 3;

interface Way {
  readonly quarters: number;
  readonly words: readonly OcrWord[];
}

/** Words of a sheet of `w` by `h` that was turned by so many quarters, and the quarters by which their lines lie across. */
export function upright({ quarters, words }: Way, w: number, h: number): Way {
  const more = turnOf(words);
  if (more === 0) return { quarters, words };
  const to = (quarters + more) % 4;
  const [tw, th] = to % 2 === 0 ? [w, h] : [h, w];
  const moved = words.map((word): OcrWord => {
    const [x0, y0, x1, y1] = turnedBack([word.x, word.y, word.x + word.w, word.y + word.h], quarters, w, h);
    // Turning forth is turning back by the rest of a whole turn.
    const [a, b, c, d] = turnedBack([x0, y0, x1, y1], (4 - to) % 4, tw, th);
    return { ...word, x: a, y: b, w: c - a, h: d - b };
  });
  return { quarters: to, words: moved };
}

/** Quarters to turn on: three where lines run down, one where they run up, none where they lie across. */
function turnOf(words: readonly OcrWord[]): 0 | 1 | 3 {
  let [long, tall, down] = [0, 0, 0];
  for (const [i, word] of words.entries()) {
    const last = words[i - 1];
    if (last?.line === word.line) down += Math.sign(word.y - last.y);
    if (word.text.length < LONG) continue;
    long++;
    if (word.h > TALL * word.w) tall++;
  }
  if (long === 0 || tall < MOSTLY * long) return 0;
  return down >= 0 ? 3 : 1;
}
