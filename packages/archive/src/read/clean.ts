/**
 * A sheet made easier to read before letters are looked for. Tesseract parts ink from paper at one tone for the whole sheet (Otsu), so a dark
 * rim of the scanner's glass, a shadow or grain makes it lose whole pages that anybody can read. What is done, and nothing else: the rim
 * gets the tone of the paper, grain is smoothed, and each dot is measured against the paper around it. No line is moved: places stay.
 * @module
 */
import { type Gray, paperOf, SQUARE } from "./sheet.ts";

/** Side of the squares in which the rim is looked for. */
const CELL = 8;
/** A square so much darker than the paper, and joined with the edge of the sheet, is no paper. */
const RIM = 0.45;
/** More of the sheet than this is no rim. */
const MOST_RIM = 0.5;
/** Part of the paper's tone from which a dot is black, and from which it is white. */
const BLACK = 0.4;
const WHITE = 0.97;
/** Distance from black and from white within which a dot is either, and the part of the dots that may be neither on a sheet of two tones. */
const EDGE = 24;
const MOST_BETWEEN = 0.005;
/** A sheet darker than this is a photograph, or black. */
const DARK = 50;

/** The same sheet, of the same size. Sheets without gray are given back as they are. */
export function cleaned(s: Gray): Gray {
  if (s.width < 2 * SQUARE || s.height < 2 * SQUARE) return s;
  const paper = paperTone(s);
  if (paper < DARK) return s;
  if (isTwoTone(s)) {
    const same: Gray = { width: s.width, height: s.height, gray: s.gray.slice() };
    fill(same, rimOf(same, paper * RIM), 255);
    return same;
  }
  const out: Gray = { width: s.width, height: s.height, gray: smooth(s) };
  const rim = rimOf(out, paper * RIM);
  fill(out, rim, paper);
  flatten(out, paper);
  fill(out, rim, 255);
  return out;
}

/** A fax or a copy of black and white dots: there is no grain to smooth and no shade to even out, and smoothing closes its letters. */
function isTwoTone(s: Gray): boolean {
  let between = 0;
  for (let k = 0; k < s.gray.length; k += 7) if (s.gray[k]! > EDGE && s.gray[k]! < 255 - EDGE) between++;
  return between * 7 < s.gray.length * MOST_BETWEEN;
}

/** The tone that four of ten dots are brighter than. */
function paperTone(s: Gray): number {
  const counts = new Uint32Array(256);
  for (let k = 0; k < s.gray.length; k += 3) counts[s.gray[k]!]!++;
  let left = s.gray.length / 3 / 2.5;
  let v = 255;
  while (v > 0 && (left -= counts[v]!) >= 0) v--;
  return v;
}

/** Each dot with its neighbours, 1-2-1 both ways. */
function smooth(s: Gray): Uint8Array {
  const { width: w, height: h, gray } = s;
  const out = new Uint8Array(w * h);
  const rows = [new Uint16Array(w), new Uint16Array(w), new Uint16Array(w)];
  const across = (y: number, into: Uint16Array): void => {
    const at = Math.max(0, Math.min(h - 1, y)) * w;
    into[0] = gray[at]! * 3 + gray[at + 1]!;
    for (let x = 1, k = at + 1; x < w - 1; x++, k++) into[x] = gray[k - 1]! + 2 * gray[k]! + gray[k + 1]!;
    into[w - 1] = gray[at + w - 2]! + 3 * gray[at + w - 1]!;
  };
  let [above, here, below] = rows as [Uint16Array, Uint16Array, Uint16Array];
  across(0, above);
  across(0, here);
  for (let y = 0, k = 0; y < h; y++) {
    across(y + 1, below);
    for (let x = 0; x < w; x++, k++) out[k] = (above[x]! + 2 * here[x]! + below[x]! + 8) >> 4;
    [above, here, below] = [here, below, above];
  }
  return out;
}

/** Gives the rim one tone, and one square around it. */
function fill(s: Gray, rim: Uint8Array | undefined, tone: number): void {
  if (!rim) return;
  const cols = Math.floor(s.width / CELL);
  const rows = Math.floor(s.height / CELL);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < cols; c++) {
      let near = 0;
      for (let y = Math.max(0, r - 1); y <= Math.min(rows - 1, r + 1); y++)
        for (let x = Math.max(0, c - 1); x <= Math.min(cols - 1, c + 1); x++) near |= rim[y * cols + x]!;
      if (near === 0) continue;
      const x1 = c === cols - 1 ? s.width : (c + 1) * CELL;
      const y1 = r === rows - 1 ? s.height : (r + 1) * CELL;
      for (let y = r * CELL; y < y1; y++) s.gray.fill(tone, y * s.width + c * CELL, y * s.width + x1);
    }
}

/** 1 for each square that is darker than `dark` and joined with the edge by such squares; undefined where there is no rim. */
function rimOf(s: Gray, dark: number): Uint8Array | undefined {
  const cols = Math.floor(s.width / CELL);
  const rows = Math.floor(s.height / CELL);
  const rim = new Uint8Array(cols * rows);
  const todo = new Uint32Array(cols * rows);
  let [put, take] = [0, 0];
  const seen = new Uint8Array(cols * rows);
  const look = (c: number, r: number): void => {
    if (c < 0 || r < 0 || c >= cols || r >= rows || seen[r * cols + c] === 1) return;
    seen[r * cols + c] = 1;
    let sum = 0;
    for (let y = r * CELL; y < (r + 1) * CELL; y++)
      for (let x = c * CELL, k = y * s.width + x; x < (c + 1) * CELL; x++, k++) sum += s.gray[k]!;
    if (sum >= dark * CELL * CELL) return;
    rim[r * cols + c] = 1;
    todo[put++] = r * cols + c;
  };
  for (let r = 0; r < rows; r++) {
    look(0, r);
    look(cols - 1, r);
  }
  for (let c = 0; c < cols; c++) {
    look(c, 0);
    look(c, rows - 1);
  }
  while (take < put) {
    const at = todo[take++]!;
    const [c, r] = [at % cols, Math.floor(at / cols)];
    look(c - 1, r);
    look(c + 1, r);
    look(c, r - 1);
    look(c, r + 1);
  }
  return put === 0 || put > rim.length * MOST_RIM ? undefined : rim;
}

/** Each dot against the paper around it, whose tone is known for squares and taken between their middles. */
function flatten(s: Gray, paper: number): void {
  const { cols, rows, tone } = paperOf(s);
  // Below a picture or a bar there is no paper: what is black stays black.
  const lowest = paper / 2;
  const calm = middle(tone, cols, rows).map((v) => Math.max(lowest, v));
  const [left, share] = between(s.width, cols);
  const [top, down] = between(s.height, rows);
  const span = 255 / (WHITE - BLACK);
  const row = new Float32Array(cols + 1);
  for (let y = 0, k = 0; y < s.height; y++) {
    const a = top[y]! * cols;
    const b = Math.min(rows - 1, top[y]! + 1) * cols;
    for (let c = 0; c < cols; c++) row[c] = calm[a + c]! + (calm[b + c]! - calm[a + c]!) * down[y]!;
    row[cols] = row[cols - 1]!;
    for (let x = 0; x < s.width; x++, k++) {
      const i = left[x]!;
      const ground = row[i]! + (row[i + 1]! - row[i]!) * share[x]!;
      const v = (s.gray[k]! / ground - BLACK) * span;
      s.gray[k] = v <= 0 ? 0 : v >= 255 ? 255 : v;
    }
  }
}

/** Of each dot the square on whose middle or behind it lies, and how far it is on the way to the next one. */
function between(size: number, count: number): readonly [Uint16Array, Float32Array] {
  const at = new Uint16Array(size);
  const share = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    const p = Math.max(0, Math.min(count - 1, (i + 0.5) / SQUARE - 0.5));
    at[i] = Math.floor(p);
    share[i] = p - at[i]!;
  }
  return [at, share];
}

/** Of each square the middle one of the tones of it and its neighbours. */
function middle(tone: Uint8Array, cols: number, rows: number): Float32Array {
  const out = new Float32Array(tone.length);
  const some: number[] = [];
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < cols; c++) {
      some.length = 0;
      for (let y = Math.max(0, r - 1); y <= Math.min(rows - 1, r + 1); y++)
        for (let x = Math.max(0, c - 1); x <= Math.min(cols - 1, c + 1); x++) some.push(tone[y * cols + x]!);
      some.sort((a, b) => a - b);
      out[r * cols + c] = some[some.length >> 1]!;
    }
  return out;
}
