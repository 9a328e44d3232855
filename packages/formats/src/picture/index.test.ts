import assert from "node:assert/strict";
import { test } from "node:test";
import { JPEG, makePng, makeTiff } from "../../../../tools/fuzz/documents.ts";
import { drawPage, openPdf, type Sheet } from "../pdf/index.ts";
import { wrapPicture } from "./index.ts";

async function sheets(bytes: Uint8Array): Promise<Sheet[]> {
  const { pdf, pages } = wrapPicture(bytes);
  assert.ok(pdf);
  const file = await openPdf(pdf);
  assert.equal(file.pages, pages);
  const out: Sheet[] = [];
  for (let i = 1; i <= pages; i++) out.push(drawPage(await file.page(i)));
  await file.close();
  return out;
}

const W = 40;
const H = 30;
/** A slope, so that every row and column has its own gray. */
const GRAY = Uint8Array.from({ length: W * H }, (_, i) => (i % W) * 3 + Math.floor(i / W) * 4);
const near = (a: Uint8Array, b: Uint8Array, by = 1): boolean =>
  a.length === b.length && a.every((v, i) => Math.abs(v - b[i]!) <= by);

test("PNG: gray, colours, palette, bits, with and without transparency", async () => {
  const rgb = Uint8Array.from({ length: W * H * 3 }, (_, i) => GRAY[Math.floor(i / 3)]!);
  const rgba = Uint8Array.from({ length: W * H * 4 }, (_, i) => (i % 4 === 3 ? 128 : GRAY[i >> 2]!));
  const ga = Uint8Array.from({ length: W * H * 2 }, (_, i) => (i % 2 ? 0 : GRAY[i >> 1]!));
  const palette = Uint8Array.from({ length: 768 }, (_, i) => Math.floor(i / 3));
  for (const [name, png] of [
    ["gray", makePng(W, H, 0, 8, GRAY)],
    ["RGB", makePng(W, H, 2, 8, rgb)],
    ["palette", makePng(W, H, 3, 8, GRAY, palette)],
    ["RGBA", makePng(W, H, 6, 8, rgba)],
    ["gray and alpha", makePng(W, H, 4, 8, ga)],
  ] as const) {
    const [s] = await sheets(png);
    assert.deepEqual([s!.width, s!.height], [W, H], name);
    assert.ok(near(s!.gray, GRAY, 2), name);
  }
  // Halves of rows, black and white by turns.
  const bits = makePng(
    64,
    32,
    0,
    1,
    Uint8Array.from({ length: 256 }, (_, i) => (i % 8 < 4 ? 255 : 0)),
  );
  const [one] = await sheets(bits);
  assert.deepEqual([one!.gray[31], one!.gray[32], one!.gray[64 * 31]], [255, 0, 255]);
});

test("TIFF: strips, packed bytes, white as zero, pages", async () => {
  const half = (W * H) / 2;
  const strips = [GRAY.subarray(0, half), GRAY.subarray(half)];
  const packed = Uint8Array.from({ length: H * 2 }, (_, i) => (i % 2 === 0 ? 257 - W : (i - 1) * 4));
  const made = await sheets(
    makeTiff([
      { width: W, height: H, data: strips },
      { width: W, height: H, data: [packed], fields: { 259: 32_773 } },
      { width: W, height: H, data: [GRAY], fields: { 262: 0 } },
    ]),
  );
  assert.equal(made.length, 3);
  assert.ok(near(made[0]!.gray, GRAY), "strips");
  assert.equal(made[1]!.gray[W * 3], 24);
  assert.ok(
    near(
      made[2]!.gray,
      GRAY.map((v) => 255 - v),
    ),
    "white as zero",
  );
});

test("JPEG, and how a picture says it must be turned", async () => {
  const [s] = await sheets(JPEG);
  assert.deepEqual([s!.width, s!.height], [32, 16]);
  assert.ok(s!.gray[8 * 32 + 16]! < 40 && s!.gray[0]! > 220);
  const tiff = makeTiff([{ width: W, height: H, data: [GRAY], fields: { 274: 6 } }]);
  const [turned] = await sheets(tiff);
  assert.deepEqual([turned!.width, turned!.height], [H, W]);
  // Turned by a quarter: the corner on the left below comes to the left above.
  assert.ok(Math.abs(turned!.gray[0]! - GRAY[(H - 1) * W]!) <= 2);
  for (const [orientation, corner] of [
    [2, W - 1],
    [3, W * H - 1],
    [4, (H - 1) * W],
    [5, 0],
    [7, W * H - 1],
    [8, W - 1],
  ] as const) {
    const [o] = await sheets(makeTiff([{ width: W, height: H, data: [GRAY], fields: { 274: orientation } }]));
    assert.ok(Math.abs(o!.gray[0]! - GRAY[corner]!) <= 2, `orientation ${orientation}: ${o!.gray[0]}`);
  }
});

test("what cannot be read says why, and takes nothing down", () => {
  assert.deepEqual(wrapPicture(new Uint8Array(0)).lost, ["no picture"]);
  assert.deepEqual(wrapPicture(JPEG.subarray(0, 30)), { pdf: undefined, pages: 0, lost: ["header"] });
  // A directory that is its own next one.
  const loop = makeTiff([{ width: W, height: H, data: [GRAY] }]);
  new DataView(loop.buffer).setUint32(loop.length - 4, new DataView(loop.buffer).getUint32(4, true), true);
  assert.deepEqual([wrapPicture(loop).pages, wrapPicture(loop).lost], [1, ["pages"]]);
  const huge = makeTiff([{ width: 0, height: H, data: [GRAY] }]);
  assert.equal(wrapPicture(huge).pdf, undefined);
});
