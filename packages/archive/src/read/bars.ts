/**
 * Bars that hide nothing: shapes drawn over words or over a picture that are still there, and words of a layer below a bar that the scanner
 * saw. Nothing of what they hide is given.
 * @module
 */
import { drawPage, type PdfFill, type PdfPage, type PdfWord } from "@contraluz/formats/pdf/index.ts";
import type { Box } from "../pages/index.ts";
import { type Gray, lookAt } from "./sheet.ts";
import type { PageFinding } from "./types.ts";

/** Sides of a bar in pixels at 100 dots per inch; and of the page at most. */
const THIN = 5;
const SHORT = 8;
const MOST = 0.5;
/** Bars of a page that are looked below: a page with more is a drawing. */
const BARS = 1000;
/** Of a word: so much of it lies below the bar. */
const COVERED = 0.55;
/** Gray of a bar. */
const DARK = 110;

const area = (b: readonly number[]): number => Math.max(0, b[2]! - b[0]!) * Math.max(0, b[3]! - b[1]!);

function overlap(a: readonly number[], b: readonly number[]): number {
  return area([Math.max(a[0]!, b[0]!), Math.max(a[1]!, b[1]!), Math.min(a[2]!, b[2]!), Math.min(a[3]!, b[3]!)]);
}

const rounded = (b: readonly number[]): Box => b.map((v) => Math.round(v)) as unknown as Box;
const letters = (words: readonly PdfWord[]): number => words.reduce((n, w) => n + w.text.length, 0);

export interface Bars {
  readonly findings: readonly PageFinding[];
  /** Words that a bar covers: no reader of the page may have them. */
  readonly covered: ReadonlySet<PdfWord>;
}

/** `sheet`: what a person sees, of a page with a picture. */
export function findBars(page: PdfPage, sheet: Gray | undefined): Bars {
  const covered = new Set<PdfWord>();
  const findings: PageFinding[] = [];
  const k = page.dpi / 100;
  const whole = page.width * page.height;
  const words: PdfWord[] = [];
  /** What pictures show below all shapes: made when it is asked for. */
  let below: Gray | undefined;
  let [pictures, bars] = [0, 0];
  for (const part of page.parts) {
    if (part.kind === "word") words.push(part);
    else if (part.kind === "picture") pictures++;
    else if (isBar(part, k, whole) && ++bars <= BARS) {
      const under = words.filter((w) => !covered.has(w) && overlap(w.box, part.box) > COVERED * area(w.box));
      for (const w of under) covered.add(w);
      if (pictures > 0) below ??= drawPage(page, (p) => p.kind === "picture");
      const picture = below !== undefined && shows(below, part.box);
      if (!picture && under.length === 0) continue;
      const how = part.annotation ? "annotation-bar" : picture ? "vector-bar" : "text-under-bar";
      findings.push({
        kind: "redaction",
        how,
        box: rounded(part.box),
        ...(under.length > 0 && { letters: letters(under) }),
      });
    }
  }
  if (sheet) findings.push(...burned(words, covered, sheet));
  return { findings, covered };
}

function isBar(f: PdfFill, k: number, whole: number): boolean {
  const [w, h] = [f.box[2] - f.box[0], f.box[3] - f.box[1]];
  return (
    f.opaque &&
    f.gray !== undefined &&
    f.gray < DARK &&
    Math.min(w, h) >= THIN * k &&
    Math.max(w, h) >= SHORT * k &&
    w * h < MOST * whole
  );
}

/** Something stands there: neither plain paper nor a bar of its own. */
function shows(s: Gray, box: readonly number[]): boolean {
  const at = lookAt(s, box);
  if (at.dark > 0.85) return false;
  // Ink against the tone of the paper right there.
  const paper = brightest(s, box);
  const ink = lookAt(s, box, paper).ink;
  return ink > 0.02 && ink < 0.8;
}

/** The gray that one in ten dots of a box is brighter than. */
function brightest(s: Gray, box: readonly number[]): number {
  const counts = new Uint32Array(256);
  let n = 0;
  for (let y = Math.max(0, Math.floor(box[1]!)); y < Math.min(s.height, box[3]!); y++)
    for (let x = Math.max(0, Math.floor(box[0]!)); x < Math.min(s.width, box[2]!); x++) {
      counts[s.gray[y * s.width + x]!]!++;
      n++;
    }
  let left = n / 10;
  let v = 255;
  while (v > 0 && (left -= counts[v]!) >= 0) v--;
  return v;
}

/** Words of the layer where the picture is black through and through: neighbours of a line are one bar. */
function burned(words: readonly PdfWord[], covered: Set<PdfWord>, sheet: Gray): PageFinding[] {
  const runs: PdfWord[][] = [];
  let before = false;
  for (const w of words) {
    const middle = shrunk(w.box);
    const dark = !covered.has(w) && area(middle) > 20 && lookAt(sheet, middle).dark > 0.9;
    if (dark) {
      const last = runs.at(-1);
      const near = before && last && Math.abs(last.at(-1)!.box[1] - w.box[1]) < w.box[3] - w.box[1];
      if (near) last.push(w);
      else runs.push([w]);
      covered.add(w);
    }
    before = dark;
  }
  // One short word may lie on a stamp or a fold.
  return runs
    .filter((r) => letters(r) >= 4)
    .map((r) => {
      const box = [0, 1, 2, 3].map((i) => (i < 2 ? Math.min : Math.max)(...r.map((w) => w.box[i]!)));
      return { kind: "redaction", how: "text-under-bar", box: rounded(box), letters: letters(r) };
    });
}

function shrunk(b: readonly number[]): [number, number, number, number] {
  const [w, h] = [b[2]! - b[0]!, b[3]! - b[1]!];
  return [b[0]! + w * 0.1, b[1]! + h * 0.25, b[2]! - w * 0.1, b[3]! - h * 0.25];
}
