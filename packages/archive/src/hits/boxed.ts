/** The picture of a page with boxes on it, as dots and colours. @module */
import type { Box } from "../pages/types.ts";
import type { Gray } from "../read/sheet.ts";
import type { Indexed } from "./png.ts";

/** Tones of gray where boxes can be told from the sheet. */
const TONES = 120;
/** Ground of a box and its edge: ochre of the page's colours. */
const GROUND = [255, 210, 122] as const;
const EDGE = [140, 26, 59] as const;
/** How thick an edge is, in parts of the longer side, and at least. */
const THIN = 500;
const LEAST = 2;

const fourBit = (): Uint8Array => Uint8Array.from({ length: 48 }, (_, i) => Math.floor(i / 3) * 17);

/** A sheet in 16 tones of gray: an eye reads it as well, at a third of the bytes. */
export function grays(s: Gray): Indexed {
  const dots = new Uint8Array(s.gray.length);
  for (let i = 0; i < dots.length; i++) dots[i] = Math.round(s.gray[i]! / 17);
  return { width: s.width, height: s.height, dots, palette: fourBit() };
}

function colours(): Uint8Array {
  const out = new Uint8Array(3 * (2 * TONES + 1));
  for (let i = 0; i < TONES; i++) {
    const tone = Math.round((i * 255) / (TONES - 1));
    out.fill(tone, 3 * i, 3 * i + 3);
    for (let k = 0; k < 3; k++) out[3 * (TONES + i) + k] = Math.round((tone * GROUND[k]!) / 255);
  }
  out.set(EDGE, 6 * TONES);
  return out;
}

/** A sheet with boxes: their ground is tinted, the writing in them stays, and an edge goes around. */
export function boxed(s: Gray, boxes: readonly Box[]): Indexed {
  const { width, height } = s;
  const dots = new Uint8Array(width * height);
  for (let i = 0; i < dots.length; i++) dots[i] = Math.round((s.gray[i]! * (TONES - 1)) / 255);
  const thick = Math.max(LEAST, Math.round(Math.max(width, height) / THIN));
  for (const [x0, y0, x1, y1] of boxes) {
    const [left, top, right, bottom] = [x0 - 2 * thick, y0 - 2 * thick, x1 + 2 * thick, y1 + 2 * thick];
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y++)
      for (let x = Math.max(0, left), k = y * width + x; x < Math.min(width, right); x++, k++) {
        const edge = y < top + thick || y >= bottom - thick || x < left + thick || x >= right - thick;
        if (edge) dots[k] = 2 * TONES;
        else if (dots[k]! < TONES) dots[k]! += TONES;
      }
  }
  return { width, height, dots, palette: colours() };
}
