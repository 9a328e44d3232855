/** Pictures of pdf.js as gray. @module */
import type { LibImage } from "./lib.ts";
import { PDF_LIMITS } from "./types.ts";

/** One byte a pixel; undefined for what is no picture or larger than it may be. Luma as in ITU-R BT.601. */
export function grayOf(image: LibImage, stencil: boolean): Uint8Array | undefined {
  const { width, height, data } = image;
  const n = width * height;
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1 || n > PDF_LIMITS.pixels)
    return undefined;
  if (data === undefined || typeof data === "string") return undefined;
  if (stencil || image.kind === 1) {
    const row = (width + 7) >> 3;
    if (data.length < row * height) return undefined;
    const out = new Uint8Array(n);
    for (let y = 0, k = 0; y < height; y++)
      for (let x = 0, r = y * row; x < width; x++, k++) out[k] = (data[r + (x >> 3)]! >> (7 - (x & 7))) & 1 ? 255 : 0;
    return out;
  }
  const step = image.kind === 2 ? 3 : image.kind === 3 ? 4 : 0;
  if (step === 0 || data.length < n * step) return undefined;
  const out = new Uint8Array(n);
  if (step === 3)
    for (let k = 0, s = 0; k < n; k++, s += 3) out[k] = (data[s]! * 77 + data[s + 1]! * 150 + data[s + 2]! * 29) >> 8;
  else
    for (let k = 0, s = 0; k < n; k++, s += 4) {
      const luma = (data[s]! * 77 + data[s + 1]! * 150 + data[s + 2]! * 29) >> 8;
      const alpha = data[s + 3]!;
      out[k] = (luma * alpha + 255 * (255 - alpha)) / 255;
    }
  return out;
}
