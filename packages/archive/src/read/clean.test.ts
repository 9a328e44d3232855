/** Sheets made easier to read: what is done to paper, rim and ink, and what is left alone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cleaned } from "./clean.ts";
import { type Gray, spread } from "./sheet.ts";

const W = 640;
const H = 800;

/** Paper of a tone that falls to one side, with grain, and strokes of faint ink as of lines of writing. */
function sheet(ink: (tone: number) => number, from = 210, to = 150): Gray {
  const gray = new Uint8Array(W * H);
  let a = 7;
  for (let y = 0; y < H; y++)
    for (let x = 0; x < W; x++) {
      a = (Math.imul(a, 1103515245) + 12345) >>> 0;
      const tone = from + ((to - from) * x) / W;
      const stroke = y > 90 && y < 700 && x > 90 && x < 550 && y % 30 < 12 && x % 9 < 3;
      gray[y * W + x] = (stroke ? ink(tone) : tone) + (a >>> 24) / 12 - 10;
    }
  return { width: W, height: H, gray };
}
const mean = (s: Gray, x0: number, y0: number, x1: number, y1: number): number => {
  let sum = 0;
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) sum += s.gray[y * s.width + x]!;
  return sum / ((x1 - x0) * (y1 - y0));
};

test("paper becomes white from edge to edge, faint ink stays dark, and stays where it was", () => {
  const faint = sheet((tone) => tone * 0.6);
  const before = faint.gray.slice();
  const c = cleaned(faint);
  assert.deepEqual([c.width, c.height], [W, H]);
  assert.deepEqual(faint.gray, before);
  assert.ok(mean(c, 8, 8, 80, 80) > 240 && mean(c, 560, 710, 632, 790) > 240);
  for (const x of [91, 271, 541]) {
    const stroke = mean(c, x, 122, x + 1, 130);
    assert.ok(stroke < 140, `stroke at ${x}: ${stroke}`);
    assert.ok(mean(c, x + 4, 122, x + 5, 130) - stroke > 60);
  }
});

test("a dark rim gets the tone of the paper; a black bar that does not touch the edge stays black", () => {
  const s = sheet((tone) => tone * 0.5);
  for (let y = 0; y < H; y++) s.gray.fill(25, y * W, y * W + 30 + (y >> 6));
  for (let y = 400; y < 440; y++) s.gray.fill(12, y * W + 200, y * W + 400);
  const c = cleaned(s);
  assert.ok(mean(c, 0, 0, 30, H) > 250);
  assert.ok(mean(c, 204, 404, 396, 436) < 20);
});

test("a sheet that is black all over, and a scrap, stay as they are", () => {
  const black = sheet(() => 20, 30, 20);
  assert.equal(cleaned(black), black);
  const scrap = { width: 40, height: 40, gray: new Uint8Array(1600).fill(200) };
  assert.equal(cleaned(scrap), scrap);
});

test("writing touches many squares however faint it is; holes and a fold touch few", () => {
  assert.ok(spread(cleaned(sheet((tone) => tone * 0.72))) > 0.2);
  const holes = sheet((tone) => tone);
  for (const y of [100, 400, 650]) for (let k = 0; k < 24; k++) holes.gray.fill(40, (y + k) * W + 30, (y + k) * W + 54);
  holes.gray.fill(110, 333 * W, 334 * W);
  const touched = spread(cleaned(holes));
  assert.ok(touched < 0.04, String(touched));
});

test("a sheet of black and white dots keeps its letters dot by dot, and loses its rim alone", () => {
  const [width, height] = [320, 240];
  const gray = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++) gray.fill(0, y * width, y * width + 20);
  // Letters whose strokes are one dot apart: smoothing would close them.
  for (let y = 100; y < 110; y++) for (let x = 100; x < 200; x += 2) gray[y * width + x] = 0;
  const out = cleaned({ width, height, gray });
  assert.deepEqual(
    out.gray.subarray(105 * width + 90, 105 * width + 210),
    gray.subarray(105 * width + 90, 105 * width + 210),
  );
  assert.ok(out.gray.subarray(50 * width, 50 * width + 20).every((v) => v === 255));
  assert.equal(gray[50 * width], 0);
});
