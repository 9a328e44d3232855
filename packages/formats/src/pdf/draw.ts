/** Lays pictures and filled shapes of a page on a sheet of gray: what a person would see, but for letters that a font draws. @module */
import { inverse } from "./matrix.ts";
import type { PdfFill, PdfPage, PdfPart, PdfPicture } from "./types.ts";

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel, 0 is black. */
  readonly gray: Uint8Array;
}

/** `only`: which parts; all that can be drawn without it. */
export function drawPage(page: PdfPage, only: (part: PdfPart) => boolean = () => true): Sheet {
  const { width, height } = page;
  const gray = new Uint8Array(width * height).fill(255);
  const sheet = { width, height, gray };
  for (const part of page.parts) {
    if (part.kind === "word" || !only(part)) continue;
    if (part.kind === "picture") paint(sheet, part);
    else if (part.opaque && part.gray !== undefined) fill(sheet, part, part.gray);
  }
  return sheet;
}

function paint(sheet: Sheet, p: PdfPicture): void {
  const back = inverse(p.to);
  if (!back) return;
  const [a, b, c, d, e, f] = p.to;
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  const x0 = Math.max(0, Math.floor(Math.min(...xs)));
  const x1 = Math.min(sheet.width, Math.ceil(Math.max(...xs)));
  const y0 = Math.max(0, Math.floor(Math.min(...ys)));
  const y1 = Math.min(sheet.height, Math.ceil(Math.max(...ys)));
  for (let y = y0; y < y1; y++) {
    // Of the middle of a pixel: u to the right, v upwards in the unit square.
    let u = (back[0] * (x0 + 0.5) + back[2] * (y + 0.5) + back[4]) * p.width;
    let v = (1 - (back[1] * (x0 + 0.5) + back[3] * (y + 0.5) + back[5])) * p.height;
    const du = back[0] * p.width;
    const dv = -back[1] * p.height;
    for (let x = x0, k = y * sheet.width + x0; x < x1; x++, k++, u += du, v += dv) {
      const iu = u | 0;
      const iv = v | 0;
      if (u < 0 || v < 0 || iu >= p.width || iv >= p.height) continue;
      const g = p.gray[iv * p.width + iu]!;
      if (!p.stencil || g !== 255) sheet.gray[k] = g;
    }
  }
}

/** Even-odd, at the middle of each row. */
function fill(sheet: Sheet, p: PdfFill, gray: number): void {
  const y0 = Math.max(0, Math.floor(p.box[1]));
  const y1 = Math.min(sheet.height, Math.ceil(p.box[3]));
  for (let y = y0; y < y1; y++) {
    const cuts: number[] = [];
    for (const path of p.paths) crossings(path, y + 0.5, cuts);
    cuts.sort((a, b) => a - b);
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const from = Math.max(0, Math.round(cuts[i]!));
      const to = Math.min(sheet.width, Math.round(cuts[i + 1]!));
      if (to > from) sheet.gray.fill(gray, y * sheet.width + from, y * sheet.width + to);
    }
  }
}

function crossings(path: readonly number[], y: number, cuts: number[]): void {
  const n = path.length;
  for (let i = 0; i < n; i += 2) {
    const j = (i + 2) % n;
    const [ya, yb] = [path[i + 1]!, path[j + 1]!];
    if (ya <= y === yb <= y) continue;
    cuts.push(path[i]! + ((y - ya) / (yb - ya)) * (path[j]! - path[i]!));
  }
}
