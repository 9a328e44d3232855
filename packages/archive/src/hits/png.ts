/**
 * Writes PNG with a palette, of 4 or 8 bits a dot (PNG specification, third edition: 5 "Datastream structure", 11.2 "Critical chunks";
 * every row begins with the number of its filter, 0 is none). What presses the bytes together is handed in: zlib's format.
 * @module
 */
import { crc32 } from "@contraluz/formats/zip/crc32.ts";

/** Dots as numbers of colours. */
export interface Indexed {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
  /** Red, green, blue, one colour behind the other; at most 256. With 16 or fewer a dot takes half a byte. */
  readonly palette: Uint8Array;
}

/** zlib's format (RFC 1950). */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

function chunk(type: string, data: Uint8Array): Uint8Array {
  const out = new Uint8Array(12 + data.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) out[4 + i] = type.charCodeAt(i);
  out.set(data, 8);
  view.setUint32(8 + data.length, crc32(out.subarray(4, 8 + data.length)));
  return out;
}

function rows(p: Indexed, half: boolean): Uint8Array {
  const bytes = half ? Math.ceil(p.width / 2) : p.width;
  const out = new Uint8Array(p.height * (bytes + 1));
  for (let y = 0; y < p.height; y++) {
    const to = y * (bytes + 1) + 1;
    const from = y * p.width;
    if (!half) out.set(p.dots.subarray(from, from + p.width), to);
    else for (let x = 0; x < p.width; x++) out[to + (x >> 1)]! |= p.dots[from + x]! << (x % 2 === 0 ? 4 : 0);
  }
  return out;
}

export function encodePng(p: Indexed, deflate: Deflate): Uint8Array {
  const half = p.palette.length <= 48;
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, p.width);
  view.setUint32(4, p.height);
  // Bits a dot; colour type 3: palette.
  head.set([half ? 4 : 8, 3], 8);
  const parts = [
    SIGNATURE,
    chunk("IHDR", head),
    chunk("PLTE", p.palette),
    chunk("IDAT", deflate(rows(p, half))),
    chunk("IEND", new Uint8Array(0)),
  ];
  const out = new Uint8Array(parts.reduce((n, x) => n + x.length, 0));
  let at = 0;
  for (const x of parts) {
    out.set(x, at);
    at += x.length;
  }
  return out;
}
