/** Places of letters (ISO 32000-1, 9.4), joined to words by space and by distance. @module */
import { boxOf, IDENTITY, times } from "./matrix.ts";
import type { Matrix, PdfBox, PdfWord } from "./types.ts";

export interface TextState {
  readonly size: number;
  readonly mode: number;
  readonly scale: number;
  readonly letter: number;
  readonly word: number;
  readonly leading: number;
  readonly rise: number;
}

interface Glyph {
  readonly unicode?: unknown;
  readonly width?: unknown;
  readonly isSpace?: unknown;
}

/** A gap of so much of the size of a letter begins a new word. */
const GAP = 0.22;
/** Of the size: how far letters reach above and below their line. */
const ABOVE = 0.75;
const BELOW = 0.22;
const LONGEST = 400;

const finite = (v: unknown): number => (typeof v === "number" && Number.isFinite(v) ? v : 0);

export class Letters {
  #line: Matrix = IDENTITY;
  #at: Matrix = IDENTITY;
  #words: PdfWord[] = [];
  #text = "";
  #box: [number, number, number, number] | undefined;
  #visible = true;
  /** Where the last letter ended, in points, and how large it was. */
  #end: readonly [number, number, number] | undefined;

  begin(): void {
    this.#line = this.#at = IDENTITY;
  }

  place(m: Matrix): void {
    this.#line = this.#at = m;
  }

  move(x: number, y: number): void {
    this.#line = this.#at = times(this.#line, [1, 0, 0, 1, x, y]);
  }

  show(glyphs: readonly unknown[], to: Matrix, s: TextState): void {
    for (const g of glyphs) {
      if (typeof g === "number") {
        this.#at = times(this.#at, [1, 0, 0, 1, (-finite(g) / 1000) * s.size * s.scale, 0]);
        continue;
      }
      if (typeof g !== "object" || g === null) continue;
      const glyph = g as Glyph;
      const wide = (finite(glyph.width) / 1000) * s.size;
      const text = typeof glyph.unicode === "string" ? glyph.unicode.slice(0, 8) : "";
      const space = glyph.isSpace === true;
      if (space || text.trim() === "") this.#endWord();
      else this.#letter(text, wide, to, s);
      this.#at = times(this.#at, [1, 0, 0, 1, (wide + s.letter + (space ? s.word : 0)) * s.scale, 0]);
    }
  }

  #letter(text: string, wide: number, to: Matrix, s: TextState): void {
    const m = times(to, this.#at);
    const box = boxOf(m, 0, s.rise - BELOW * s.size, wide * s.scale, s.rise + ABOVE * s.size);
    const em = Math.hypot(m[2], m[3]) * Math.abs(s.size) || 1;
    const far = this.#end
      ? Math.hypot(m[4] - this.#end[0], m[5] - this.#end[1]) > GAP * Math.max(em, this.#end[2])
      : true;
    const visible = s.mode !== 3 && s.mode !== 7;
    if (far || visible !== this.#visible || this.#text.length > LONGEST) this.#endWord();
    this.#visible = visible;
    this.#text += text;
    this.#box = this.#box ? join(this.#box, box) : [...box];
    const end = times(m, [1, 0, 0, 1, wide * s.scale, 0]);
    this.#end = [end[4], end[5], em];
  }

  #endWord(): void {
    if (this.#box && this.#text !== "")
      this.#words.push({ kind: "word", text: this.#text, box: this.#box, visible: this.#visible });
    this.#text = "";
    this.#box = undefined;
    this.#end = undefined;
  }

  /** The words so far, in the order in which they were drawn. */
  take(): readonly PdfWord[] {
    this.#endWord();
    const words = this.#words;
    this.#words = [];
    return words;
  }
}

function join(a: readonly number[], b: PdfBox): [number, number, number, number] {
  return [Math.min(a[0]!, b[0]), Math.min(a[1]!, b[1]), Math.max(a[2]!, b[2]), Math.max(a[3]!, b[3])];
}
