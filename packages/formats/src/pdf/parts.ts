/**
 * Runs the instructions of a page (ISO 32000-1, 8 and 9) for what they put where. Clips are not followed: what a clip hides counts as
 * shown, which errs on the side of reading.
 * @module
 */

import { Letters, type TextState } from "./letters.ts";
import type { Lib, LibImage, LibPage } from "./lib.ts";
import { boxOf, IDENTITY, times } from "./matrix.ts";
import { grayOf } from "./pixels.ts";
import { type Matrix, PDF_LIMITS, type PdfPage, type PdfPart, type PdfPicture } from "./types.ts";

interface State {
  readonly to: Matrix;
  readonly gray: number | undefined;
  readonly alpha: number;
  readonly plain: boolean;
  readonly text: TextState;
}

const TEXT: TextState = { size: 0, mode: 0, scale: 1, letter: 0, word: 0, leading: 0, rise: 0 };
/** Dots per inch of a page without a picture. */
const PLAIN_DPI = 150;
/** Pictures that cover less of a page than this are ornaments. */
const SMALL = 0.05;
const MAX_DPI = 1200;
const MAX_DEPTH = 500;

const num = (v: unknown, other = 0): number => (typeof v === "number" && Number.isFinite(v) ? v : other);
const list = (v: unknown): readonly unknown[] =>
  Array.isArray(v) ? v : ArrayBuffer.isView(v) ? Array.from(v as unknown as ArrayLike<unknown>) : [];

function matrixOf(v: unknown): Matrix {
  const m = list(v).map((x) => num(x));
  return m.length >= 6 ? (m.slice(0, 6) as unknown as Matrix) : IDENTITY;
}

/** `#rrggbb`, or three numbers up to 255. */
function grayOfColor(args: readonly unknown[]): number | undefined {
  const [first] = args;
  let rgb = args.slice(0, 3).map((x) => num(x));
  if (typeof first === "string") {
    if (!/^#[0-9a-f]{6}$/i.test(first)) return undefined;
    rgb = [1, 3, 5].map((i) => Number.parseInt(first.slice(i, i + 2), 16));
  }
  return rgb.length === 3 ? (rgb[0]! * 77 + rgb[1]! * 150 + rgb[2]! * 29) >> 8 : undefined;
}

/** From points of the page to points of what a viewer shows: origin left and above, turned as the page says. */
function viewOf(page: LibPage): { to: Matrix; width: number; height: number } {
  const [x0, y0, x1, y1] = [0, 1, 2, 3].map((i) => num(page.view[i])) as [number, number, number, number];
  const [w, h] = [Math.max(1, x1 - x0), Math.max(1, y1 - y0)];
  const turn = (((num(page.rotate) / 90) % 4) + 4) % 4;
  if (turn === 1) return { to: [0, 1, 1, 0, -y0, -x0], width: h, height: w };
  if (turn === 2) return { to: [-1, 0, 0, 1, x1, -y0], width: w, height: h };
  if (turn === 3) return { to: [0, -1, -1, 0, y1, x1], width: h, height: w };
  return { to: [1, 0, 0, -1, -x0, y1], width: w, height: h };
}

interface Raw {
  readonly image: LibImage;
  readonly to: Matrix;
  readonly stencil: boolean;
}
type RawPart = Exclude<PdfPart, PdfPicture> | Raw;

/** What stands on a page. The size in pixels is that at which its largest picture is shown dot for dot. */
export function partsOf(
  lib: Lib,
  page: LibPage,
  fns: readonly number[],
  args: readonly unknown[],
  pictures: ReadonlyMap<string, LibImage>,
): PdfPage {
  const { OPS } = lib;
  const view = viewOf(page);
  const raw: RawPart[] = [];
  const lost = new Set<string>();
  const letters = new Letters();
  const stack: State[] = [];
  let annotation = 0;
  let s: State = { to: view.to, gray: 0, alpha: 1, plain: true, text: TEXT };
  const push = (part: RawPart): void => {
    if (raw.length < PDF_LIMITS.parts) raw.push(part);
    else lost.add("parts");
  };
  const flush = (): void => {
    for (const w of letters.take()) push(w);
  };
  const save = (): void => {
    if (stack.length < MAX_DEPTH) stack.push(s);
    else lost.add("depth");
  };
  const restore = (): void => {
    s = stack.pop() ?? s;
  };
  const image = (v: unknown, stencil: boolean): void => {
    const found = imageOf(pictures, v);
    if (found) push({ image: found, to: s.to, stencil });
    else lost.add("picture");
  };
  const set = (text: Partial<TextState>): void => {
    s = { ...s, text: { ...s.text, ...text } };
  };

  const steps = Math.min(fns.length, PDF_LIMITS.steps);
  if (fns.length > steps) lost.add("steps");
  for (let i = 0; i < steps; i++) {
    const a = list(args[i]);
    const first = a[0];
    switch (fns[i]) {
      case OPS.save:
        save();
        break;
      case OPS.restore:
        restore();
        break;
      case OPS.transform:
        s = { ...s, to: times(s.to, matrixOf(a)) };
        break;
      case OPS.paintFormXObjectBegin:
        save();
        if (first) s = { ...s, to: times(s.to, matrixOf(first)) };
        break;
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        if (fns[i] === OPS.endAnnotation) annotation = Math.max(0, annotation - 1);
        restore();
        break;
      case OPS.beginAnnotation:
        flush();
        save();
        annotation++;
        s = { to: times(times(view.to, matrixOf(a[2])), matrixOf(a[3])), gray: 0, alpha: 1, plain: true, text: TEXT };
        break;
      case OPS.setGState:
        for (const entry of list(first)) {
          const [key, value] = list(entry);
          if (key === "ca") s = { ...s, alpha: num(value, 1) };
          if (key === "BM") s = { ...s, plain: value === "source-over" || value === "Normal" || value === "normal" };
        }
        break;
      case OPS.setFillRGBColor:
        s = { ...s, gray: grayOfColor(a) };
        break;
      case OPS.setFillColorN:
      case OPS.setFillTransparent:
        s = { ...s, gray: undefined };
        break;
      case OPS.constructPath: {
        const op = num(first);
        const fills = [
          OPS.fill,
          OPS.eoFill,
          OPS.fillStroke,
          OPS.eoFillStroke,
          OPS.closeFillStroke,
          OPS.closeEOFillStroke,
        ];
        if (!fills.includes(op)) break;
        flush();
        const paths = pathsOf(list(list(a[1])[0]), s.to);
        if (paths.length === 0) break;
        push({
          kind: "fill",
          paths,
          box: around(paths),
          gray: s.gray,
          opaque: s.alpha > 0.9 && s.plain,
          annotation: annotation > 0,
        });
        break;
      }
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
        flush();
        image(first, false);
        break;
      case OPS.paintImageMaskXObject:
        flush();
        image(first, true);
        break;
      case OPS.setFont:
        set({ size: num(a[1]) });
        break;
      case OPS.setTextRenderingMode:
        set({ mode: num(first) });
        break;
      case OPS.setHScale:
        set({ scale: num(first, 100) / 100 });
        break;
      case OPS.setCharSpacing:
        set({ letter: num(first) });
        break;
      case OPS.setWordSpacing:
        set({ word: num(first) });
        break;
      case OPS.setLeading:
        set({ leading: num(first) });
        break;
      case OPS.setTextRise:
        set({ rise: num(first) });
        break;
      case OPS.beginText:
        letters.begin();
        break;
      case OPS.endText:
        flush();
        break;
      case OPS.setTextMatrix:
        letters.place(matrixOf(first));
        break;
      case OPS.moveText:
        letters.move(num(first), num(a[1]));
        break;
      case OPS.setLeadingMoveText:
        set({ leading: -num(a[1]) });
        letters.move(num(first), num(a[1]));
        break;
      case OPS.nextLine:
        letters.move(0, -s.text.leading);
        break;
      case OPS.showText:
      case OPS.showSpacedText:
        letters.show(list(first), s.to, s.text);
        break;
    }
  }
  flush();
  return finish(view, raw, lost, num(page.userUnit, 1) || 1);
}

function imageOf(pictures: ReadonlyMap<string, LibImage>, v: unknown): LibImage | undefined {
  const direct = typeof v === "string" ? pictures.get(v) : v;
  if (typeof direct !== "object" || direct === null) return undefined;
  const image = direct as LibImage;
  if (typeof image.data !== "string") return image;
  const held = pictures.get(image.data);
  return held && { ...image, ...held };
}

/** 0 a move, 1 a line, 2 a curve, 3 a curve of three points, 4 the end of a line: of curves the end points. */
function pathsOf(data: readonly unknown[], to: Matrix): number[][] {
  const paths: number[][] = [];
  let path: number[] = [];
  const add = (x: unknown, y: unknown): void => {
    const [px, py] = [num(x), num(y)];
    path.push(to[0] * px + to[2] * py + to[4], to[1] * px + to[3] * py + to[5]);
  };
  for (let i = 0; i < data.length; ) {
    const op = data[i];
    if (op === 0) {
      if (path.length > 4) paths.push(path);
      path = [];
      add(data[i + 1], data[i + 2]);
      i += 3;
    } else if (op === 1) {
      add(data[i + 1], data[i + 2]);
      i += 3;
    } else if (op === 2) {
      add(data[i + 5], data[i + 6]);
      i += 7;
    } else if (op === 3) {
      add(data[i + 3], data[i + 4]);
      i += 5;
    } else if (op === 4) i += 1;
    else break;
  }
  if (path.length > 4) paths.push(path);
  return paths;
}

function around(paths: readonly (readonly number[])[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const p of paths)
    for (let i = 0; i < p.length; i += 2) {
      box[0] = Math.min(box[0], p[i]!);
      box[1] = Math.min(box[1], p[i + 1]!);
      box[2] = Math.max(box[2], p[i]!);
      box[3] = Math.max(box[3], p[i + 1]!);
    }
  return box;
}

/** From points to pixels: pictures become gray here, once the size is known to be bearable. */
function finish(
  view: { readonly width: number; readonly height: number },
  raw: readonly RawPart[],
  lost: Set<string>,
  unit: number,
): PdfPage {
  let dpi = 0;
  let [largest, all] = [0, 0];
  for (const r of raw) {
    if ("kind" in r) continue;
    const [w, h] = [Math.hypot(r.to[0], r.to[1]), Math.hypot(r.to[2], r.to[3])];
    all += w * h;
    if (w * h <= largest || w < 1 || h < 1) continue;
    largest = w * h;
    dpi = Math.max(r.image.width / w, r.image.height / h) * 72;
  }
  if (all < view.width * view.height * SMALL || !Number.isFinite(dpi)) dpi = PLAIN_DPI;
  dpi = Math.min(MAX_DPI, Math.max(36, dpi));
  const most = Math.sqrt(PDF_LIMITS.pixels / (view.width * view.height)) * 72;
  if (dpi > most) {
    dpi = most;
    lost.add("size");
  }
  const k = dpi / 72;
  const scale: Matrix = [k, 0, 0, k, 0, 0];
  const parts: PdfPart[] = [];
  let pixels = 0;
  for (const r of raw) {
    if (!("kind" in r)) {
      pixels += num(r.image.width) * num(r.image.height);
      const gray = pixels > 2 * PDF_LIMITS.pixels ? undefined : grayOf(r.image, r.stencil);
      if (!gray) lost.add("picture");
      else
        parts.push({
          kind: "picture",
          to: times(scale, r.to),
          width: r.image.width,
          height: r.image.height,
          gray,
          stencil: r.stencil,
        });
    } else if (r.kind === "fill")
      parts.push({ ...r, paths: r.paths.map((p) => p.map((v) => v * k)), box: boxOf(scale, ...r.box) });
    else parts.push({ ...r, box: boxOf(scale, ...r.box) });
  }
  return {
    width: Math.max(1, Math.round(view.width * k)),
    height: Math.max(1, Math.round(view.height * k)),
    dpi: Math.round(dpi / unit),
    parts,
    lost: [...lost].sort(),
  };
}
