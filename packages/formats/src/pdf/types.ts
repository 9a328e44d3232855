/** What stands on a page of a PDF, in the order in which it is drawn. @module */

/** a b c d e f: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];
/** Left, top, right, bottom in pixels of the page as a viewer shows it. */
export type PdfBox = readonly [number, number, number, number];

export interface PdfPicture {
  readonly kind: "picture";
  /** From the unit square of the picture (y upwards) to pixels of the page. */
  readonly to: Matrix;
  readonly width: number;
  readonly height: number;
  /** One byte a pixel, 0 is black. A stencil has 255 where nothing is painted. */
  readonly gray: Uint8Array;
  readonly stencil: boolean;
}

export interface PdfFill {
  readonly kind: "fill";
  /** Corners of each closed line, x and y by turns. */
  readonly paths: readonly (readonly number[])[];
  readonly box: PdfBox;
  /** 0 is black, 255 white; undefined for a pattern. */
  readonly gray: number | undefined;
  readonly opaque: boolean;
  readonly annotation: boolean;
}

export interface PdfWord {
  readonly kind: "word";
  readonly text: string;
  readonly box: PdfBox;
  /** False for text that is there to be found, not to be seen (rendering mode 3). */
  readonly visible: boolean;
}

export type PdfPart = PdfPicture | PdfFill | PdfWord;

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  readonly parts: readonly PdfPart[];
  /** Something was left out: a limit, a picture that cannot be read. */
  readonly lost: readonly string[];
}

export interface PdfFile {
  readonly pages: number;
  page(number: number): Promise<PdfPage>;
  close(): Promise<void>;
}

export const PDF_LIMITS = {
  /** Bytes of a file that is held whole. */
  bytes: 268_435_456,
  pages: 100_000,
  /** Pixels of one picture, and of a page. An A3 sheet at 600 dpi has 70 million. */
  pixels: 80_000_000,
  /** Pictures, fills and letters of one page. */
  parts: 400_000,
  /** Instructions of a page. */
  steps: 2_000_000,
} as const;
