import assert from "node:assert/strict";
import { test } from "node:test";
import type { Gray } from "./sheet.ts";
import { riseOf, straightened } from "./straight.ts";

/** A sheet of lines of little squares, as letters are, that fall by `rise`; the box of the last square of each line. */
function lines(rise: number): { readonly sheet: Gray; readonly ends: readonly [number, number][] } {
  const [width, height] = [900, 700];
  const gray = new Uint8Array(width * height).fill(255);
  const ends: [number, number][] = [];
  for (let line = 0; line < 16; line++)
    for (let n = 0; n < 50; n++) {
      // Words are parted, and the right edge is ragged.
      if (n % 7 === 6 || n > 40 + (line % 5) * 2) continue;
      const [level, across] = [100 + line * 32, 60 + n * 15 + ((line * 7) % 11)];
      const [x, y] = [Math.round(across - rise * level), Math.round(level + rise * across)];
      for (let dy = 0; dy < 11; dy++) gray.fill(20, (y + dy) * width + x, (y + dy) * width + x + 9);
      ends[line] = [x, y];
    }
  return { sheet: { width, height, gray }, ends };
}

/** The same sheet lying on its side. */
const onItsSide = (s: Gray): Gray => {
  const gray = new Uint8Array(s.gray.length);
  for (let y = 0; y < s.height; y++)
    for (let x = 0; x < s.width; x++) gray[x * s.height + (s.height - 1 - y)] = s.gray[y * s.width + x]!;
  return { width: s.height, height: s.width, gray };
};

test("the angle of lines is found, upright and on its side; what lies straight, and what has no lines, stays", () => {
  for (const rise of [0.04, 0.032, -0.033, -0.05]) {
    const { sheet } = lines(rise);
    assert.ok(Math.abs(riseOf(sheet) - rise) < 0.004, `${rise}: ${riseOf(sheet)}`);
    assert.ok(Math.abs(riseOf(onItsSide(sheet)) - rise) < 0.004, `on its side ${rise}: ${riseOf(onItsSide(sheet))}`);
  }
  for (const s of [lines(0).sheet, lines(0.02).sheet, { width: 90, height: 90, gray: new Uint8Array(8100) }])
    assert.equal(straightened(s).sheet, s);
  let seed = 3;
  const specks = Uint8Array.from({ length: 250_000 }, () => {
    // xorshift: neighbours have nothing in common.
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    return (seed >>> 8) % 97 < 5 ? 0 : 255;
  });
  assert.equal(riseOf({ width: 500, height: 500, gray: specks }), 0);
  assert.equal(riseOf({ width: 500, height: 500, gray: new Uint8Array(250_000).fill(255) }), 0);
});

test("edges without ink are left behind, and nothing that stands there is lost", () => {
  const { sheet } = lines(0.04);
  assert.deepEqual([straightened(sheet).sheet.width, straightened(sheet).sheet.height], [sheet.width, sheet.height]);
  const gray = sheet.gray.slice();
  for (let y = 4; y < 24; y++) gray.fill(20, y * sheet.width + 4, y * sheet.width + 60);
  const { sheet: whole, back } = straightened({ ...sheet, gray });
  assert.ok(whole.width > sheet.width && whole.height > sheet.height);
  let corner = 0;
  for (let y = 1; y < whole.height; y++)
    for (let x = 1; x < whole.width; x++) {
      if (whole.gray[y * whole.width + x]! > 100) continue;
      const [x0, y0] = back([x, y, x, y]);
      if (x0 < 62 && y0 < 26) corner++;
    }
  assert.ok(corner > 56 * 20 * 0.85, String(corner));
});

test("on the straight sheet a line lies level, and its places are given back as they were", () => {
  for (const rise of [0.04, -0.035]) {
    const { sheet, ends } = lines(rise);
    const { sheet: flat, back } = straightened(sheet);
    assert.equal(riseOf(flat), 0);
    const inkRows = (s: Gray): number => {
      let n = 0;
      for (let y = 0; y < s.height; y++) if (s.gray.subarray(y * s.width, (y + 1) * s.width).some((v) => v < 100)) n++;
      return n;
    };
    // 16 lines of 11 dots, and what the edges add.
    assert.ok(inkRows(flat) < 16 * 16 && inkRows(sheet) > 16 * 24, `${inkRows(flat)} ${inkRows(sheet)}`);
    const dark = (s: Gray, x: number, y: number): boolean => s.gray[Math.round(y) * s.width + Math.round(x)]! < 100;
    let seen = 0;
    for (let y = 8; y < flat.height - 8; y += 7)
      for (let x = 8; x < flat.width - 8; x += 11) {
        const [x0, y0, x1, y1] = back([x - 1, y - 1, x + 1, y + 1]);
        if (x0 <= 8 || y0 <= 8 || x1 >= sheet.width - 8 || y1 >= sheet.height - 8) continue;
        // Inside a letter it is dark on both, far from one white on both.
        const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2];
        const around = [-3, 0, 3].flatMap((dx) => [-3, 0, 3].map((dy) => dark(flat, x + dx, y + dy)));
        if (!around.every((v) => v === around[0])) continue;
        seen++;
        assert.equal(dark(sheet, cx, cy), around[0], `${x} ${y} ${cx} ${cy}`);
      }
    assert.ok(seen > 500 && ends.length === 16);
  }
});
