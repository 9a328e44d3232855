/** A picture on its way into a PDF. @module */

export interface Tile {
  /** Of the sheet, in pixels, from the left and from above. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Entries of the image dictionary without its size and length. */
  readonly dict: string;
  readonly data: readonly Uint8Array[];
}

export interface PicturePage {
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  /** Exif: 1 upright, 3 turned around, 6 and 8 turned by a quarter, the others mirrored. */
  readonly orientation: number;
  readonly tiles: readonly Tile[];
}

export interface Read {
  readonly pages: readonly PicturePage[];
  readonly lost: readonly string[];
}

export interface Wrapped {
  readonly pdf: Uint8Array | undefined;
  readonly pages: number;
  readonly lost: readonly string[];
}

/** Where a picture does not say how large its dots are. */
export const UNKNOWN_DPI = 200;
export const MAX_SIDE = 65_535;

/** A resolution that a scanner may have; any other is none. */
export const dpiOf = (v: number): number => (Number.isFinite(v) && v >= 50 && v <= 1200 ? v : UNKNOWN_DPI);
export const orientationOf = (v: number): number => (v >= 1 && v <= 8 ? v : 1);

/** Objects of the PDF that every writer makes: functions that drop the last of two, and of four numbers. */
export const DROP_OF_2 = 3;
export const DROP_OF_4 = 4;
