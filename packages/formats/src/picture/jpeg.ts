/** Headers of JPEG: size, colours, resolution, orientation. @module */
import { exifOf } from "./tiff.ts";
import { dpiOf, MAX_SIDE, orientationOf, type Read, UNKNOWN_DPI } from "./types.ts";

export const looksLikeJpeg = (b: Uint8Array): boolean => b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff;

export interface JpegHead {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly adobe: boolean;
  readonly dpi: number;
  readonly orientation: number;
}

/** Reads segments up to the first frame header; undefined where there is none. */
export function jpegHead(b: Uint8Array): JpegHead | undefined {
  let [dpi, orientation, adobe] = [UNKNOWN_DPI, 1, false];
  for (let at = 2; at + 4 <= b.length; ) {
    if (b[at] !== 0xff) return undefined;
    const marker = b[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
      continue;
    }
    const length = (b[at + 2]! << 8) | b[at + 3]!;
    const from = at + 4;
    const to = at + 2 + length;
    if (length < 2 || to > b.length) return undefined;
    // Every frame header but those of tables (C4), arithmetic conditions (CC) and lossless extensions (C8).
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      if (length < 8) return undefined;
      const height = (b[from + 1]! << 8) | b[from + 2]!;
      const width = (b[from + 3]! << 8) | b[from + 4]!;
      return { width, height, components: b[from + 5]!, adobe, dpi, orientation };
    }
    if (marker === 0xda || marker === 0xd9) return undefined;
    if (marker === 0xe0 && ascii(b, from, 4) === "JFIF" && length >= 14) {
      const density = (b[from + 8]! << 8) | b[from + 9]!;
      if (b[from + 7] === 1) dpi = dpiOf(density);
      if (b[from + 7] === 2) dpi = dpiOf(density * 2.54);
    }
    if (marker === 0xe1 && ascii(b, from, 4) === "Exif") {
      const exif = exifOf(b.subarray(from + 6, to));
      orientation = orientationOf(exif.orientation);
      if (exif.dpi !== undefined && dpi === UNKNOWN_DPI) dpi = dpiOf(exif.dpi);
    }
    if (marker === 0xee && ascii(b, from, 5) === "Adobe") adobe = true;
    at = to;
  }
  return undefined;
}

const ascii = (b: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...b.subarray(at, at + length));

/** `/ColorSpace` and `/Filter` of a JPEG. Four colours of Adobe are stored as their opposite. */
export function jpegDict(components: number, adobe: boolean): string | undefined {
  const space = { 1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK" }[components];
  if (!space) return undefined;
  const decode = components === 4 && adobe ? " /Decode [1 0 1 0 1 0 1 0]" : "";
  return `/ColorSpace /${space} /BitsPerComponent 8 /Filter /DCTDecode${decode}`;
}

export function jpegPage(b: Uint8Array): Read {
  const head = jpegHead(b);
  const dict = head && jpegDict(head.components, head.adobe);
  if (!head || !dict || head.width < 1 || head.height < 1 || head.width > MAX_SIDE || head.height > MAX_SIDE)
    return { pages: [], lost: ["header"] };
  const { width, height, dpi, orientation } = head;
  return {
    pages: [{ width, height, dpi, orientation, tiles: [{ x: 0, y: 0, width, height, dict, data: [b] }] }],
    lost: [],
  };
}
