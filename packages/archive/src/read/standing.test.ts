import assert from "node:assert/strict";
import { test } from "node:test";
import type { OcrWord } from "@contraluz/core";
import { turnedBack } from "./sheet.ts";
import { upright } from "./standing.ts";

/** Two lines as they lie on a sheet of 400 by 300 that one holds to read. */
const LINES: readonly OcrWord[] = [
  ["Salió", 20, 40, 0],
  ["temprano", 90, 40, 0],
  ["Regresó", 20, 80, 1],
  ["tarde", 110, 80, 1],
].map(([text, x, y, line]) => {
  return {
    text: `${text}`,
    x: Number(x),
    y: Number(y),
    w: `${text}`.length * 8,
    h: 12,
    confidence: 90,
    line: Number(line),
  };
});
const [W, H] = [400, 300];

/** The places of those lines on the same sheet turned clockwise by so many quarters. */
function turnedBy(quarters: number): OcrWord[] {
  const [w, h] = quarters % 2 === 0 ? [W, H] : [H, W];
  return LINES.map((word) => {
    const box = turnedBack([word.x, word.y, word.x + word.w, word.y + word.h], (4 - quarters) % 4, w, h);
    return { ...word, x: box[0], y: box[1], w: box[2] - box[0], h: box[3] - box[1] };
  });
}

test("lines that stand on the sheet as it was read get the places that they have on the sheet as one holds it", () => {
  // The file holds the sheet turned by `lies`; it was turned on by `quarters` and read there.
  for (const lies of [0, 1, 2, 3])
    for (const quarters of [0, 1, 2, 3]) {
      const shown = (lies + quarters) % 4;
      const [w, h] = lies % 2 === 0 ? [W, H] : [H, W];
      const got = upright({ quarters, words: turnedBy(shown) }, w, h);
      if (shown % 2 === 0) assert.deepEqual(got, { quarters, words: turnedBy(shown) });
      else assert.deepEqual(got, { quarters: (4 - lies) % 4, words: LINES }, `${lies} ${quarters}`);
    }
});

test("short words and nothing say nothing", () => {
  const words = turnedBy(1).map((w) => ({ ...w, text: "la" }));
  assert.deepEqual(upright({ quarters: 1, words }, W, H), { quarters: 1, words });
  assert.deepEqual(upright({ quarters: 0, words: [] }, W, H).words, []);
});
