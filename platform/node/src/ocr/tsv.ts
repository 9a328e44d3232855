/** The table that tesseract writes (TSV): level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
import type { OcrWord } from "@contraluz/core";

/** Letters and marks of one word; words of a page. */
const LONGEST = 400;
const MOST = 200_000;

/** Words in reading order; rows that are no words, and words of nothing, are left out. */
export function wordsOf(tsv: string): readonly OcrWord[] {
  const words: OcrWord[] = [];
  let line = -1;
  let last = "";
  for (const row of tsv.split("\n")) {
    const cells = row.split("\t");
    if (cells[0] !== "5" || cells.length < 12 || words.length >= MOST) continue;
    const text = cells.slice(11).join(" ").trim().slice(0, LONGEST);
    const [x, y, w, h, confidence] = cells.slice(6, 11).map(Number) as [number, number, number, number, number];
    if (text === "" || ![x, y, w, h, confidence].every(Number.isFinite)) continue;
    const key = cells.slice(1, 5).join(" ");
    if (key !== last) line++;
    last = key;
    words.push({ text, x, y, w, h, confidence: Math.max(0, Math.min(100, confidence)), line });
  }
  return words;
}

/** A picture as PGM, which every build of tesseract reads without a library. */
export function pgm(image: { readonly width: number; readonly height: number; readonly gray: Uint8Array }): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${image.width} ${image.height}\n255\n`);
  const out = new Uint8Array(head.length + image.gray.length);
  out.set(head);
  out.set(image.gray, head.length);
  return out;
}
