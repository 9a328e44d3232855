/** The text of a document of an office program or a web page. @module */

/** Letters that nobody sees: written in the colour of what lies behind them. */
export interface Hidden {
  /** In `text`, where they stand as U+2588. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface TextPage {
  readonly text: string;
  readonly hidden: readonly Hidden[];
}

export const OFFICE_LIMITS = {
  /** Bytes of the part that holds the text. */
  bytes: 134_217_728,
  pages: 20_000,
  /** Letters of a page. */
  letters: 4_000_000,
} as const;

/** Puts pages together, letter by letter. */
export class PageWriter {
  readonly pages: TextPage[] = [];
  #text: string[] = [];
  #size = 0;
  #hidden: Hidden[] = [];
  cut = false;

  add(text: string, hidden: boolean): void {
    const room = OFFICE_LIMITS.letters - this.#size;
    if (text.length > room) this.cut = true;
    const piece = text.slice(0, Math.max(0, room));
    if (piece === "") return;
    const from = this.#size;
    const dark = hidden && piece.trim() !== "";
    this.#text.push(dark ? piece.replace(/\S/g, "█") : piece);
    this.#size += piece.length;
    if (!dark) return;
    const last = this.#hidden.at(-1);
    if (last?.to === from) this.#hidden[this.#hidden.length - 1] = { ...last, to: this.#size, text: last.text + piece };
    else this.#hidden.push({ from, to: this.#size, text: piece });
  }

  /** A new line, unless the page begins. */
  line(): void {
    if (this.#size > 0) this.add("\n", false);
  }

  endPage(): void {
    if (this.pages.length >= OFFICE_LIMITS.pages) {
      this.cut = true;
      return;
    }
    this.pages.push({ text: this.#text.join(""), hidden: this.#hidden });
    this.#text = [];
    this.#size = 0;
    this.#hidden = [];
  }

  finish(): readonly TextPage[] {
    this.endPage();
    return this.pages;
  }
}

/** True for a colour that is as good as black: `000000`, `#1a1a1a`, `black`, `rgb(0, 0, 0)`. */
export function isDark(colour: string | undefined): boolean {
  const rgb = rgbOf(colour);
  return rgb?.every((v) => v < 64) ?? false;
}

/** Two colours that nobody can tell apart. */
export function sameColour(a: string | undefined, b: string | undefined): boolean {
  const [x, y] = [rgbOf(a), rgbOf(b)];
  return x !== undefined && y !== undefined && x.every((v, i) => Math.abs(v - y[i]!) < 24);
}

function rgbOf(colour: string | undefined): readonly number[] | undefined {
  const c = colour?.trim().toLowerCase() ?? "";
  if (c === "black") return [0, 0, 0];
  if (c === "white") return [255, 255, 255];
  const six = /^#?([0-9a-f]{6})$/.exec(c)?.[1];
  if (six) return [0, 2, 4].map((i) => Number.parseInt(six.slice(i, i + 2), 16));
  const three = /^#([0-9a-f]{3})$/.exec(c)?.[1];
  if (three) return [...three].map((d) => Number.parseInt(d + d, 16));
  const list = /^rgb\((\d{1,3}), ?(\d{1,3}), ?(\d{1,3})\)$/.exec(c);
  return list ? list.slice(1, 4).map(Number) : undefined;
}
