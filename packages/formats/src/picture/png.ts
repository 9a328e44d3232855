/** PNG: its filters are those that PDF knows as predictor 15, so its data goes as it is. @module */
import { DROP_OF_2, DROP_OF_4, dpiOf, MAX_SIDE, type Read, UNKNOWN_DPI } from "./types.ts";

const MARK = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
export const looksLikePng = (b: Uint8Array): boolean => MARK.every((v, i) => b[i] === v);

const COLOURS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const nothing = (why: string): Read => ({ pages: [], lost: [why] });

export function pngPage(b: Uint8Array): Read {
  const view = new DataView(b.buffer, b.byteOffset, b.byteLength);
  let [width, height, bits, type, interlace, dpi] = [0, 0, 0, 0, 0, UNKNOWN_DPI];
  let palette: Uint8Array | undefined;
  const data: Uint8Array[] = [];
  let cut = true;
  for (let at = 8; at + 8 <= b.length; ) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...b.subarray(at + 4, at + 8));
    const body = b.subarray(at + 8, at + 8 + length);
    if (name === "IHDR" && body.length >= 13) {
      width = view.getUint32(at + 8);
      height = view.getUint32(at + 12);
      [bits, type, interlace] = [body[8]!, body[9]!, body[12]!];
    } else if (name === "PLTE") palette = body;
    else if (name === "IDAT") data.push(body);
    else if (name === "pHYs" && body.length >= 9 && body[8] === 1) dpi = dpiOf(view.getUint32(at + 8) * 0.0254);
    else if (name === "IEND") {
      cut = false;
      break;
    }
    at += 12 + length;
  }
  const colours = COLOURS[type];
  if (!colours || ![1, 2, 4, 8, 16].includes(bits) || width < 1 || height < 1 || data.length === 0)
    return nothing("header");
  if (width > MAX_SIDE || height > MAX_SIDE) return nothing("size");
  // Seven passes of a picture each: no office scans so, and PDF has no word for it.
  if (interlace !== 0) return nothing("interlaced");
  const space = spaceOf(type, palette);
  if (!space) return nothing("palette");
  const parms = `/DecodeParms << /Predictor 15 /Colors ${colours} /BitsPerComponent ${bits} /Columns ${width} >>`;
  const dict = `/ColorSpace ${space} /BitsPerComponent ${bits} /Filter /FlateDecode ${parms}`;
  return {
    pages: [{ width, height, dpi, orientation: 1, tiles: [{ x: 0, y: 0, width, height, dict, data }] }],
    lost: cut ? ["cut"] : [],
  };
}

/** Transparency is thrown away by a colour space that drops its last number. */
function spaceOf(type: number, palette: Uint8Array | undefined): string | undefined {
  switch (type) {
    case 0:
      return "/DeviceGray";
    case 2:
      return "/DeviceRGB";
    case 3: {
      const n = Math.min(256, Math.floor((palette?.length ?? 0) / 3));
      if (!palette || n === 0) return undefined;
      const hex = Array.from(palette.subarray(0, n * 3), (v) => v.toString(16).padStart(2, "0")).join("");
      return `[/Indexed /DeviceRGB ${n - 1} <${hex}>]`;
    }
    case 4:
      return `[/DeviceN [/G /A] /DeviceGray ${DROP_OF_2} 0 R]`;
    default:
      return `[/DeviceN [/R /G /B /A] /DeviceRGB ${DROP_OF_4} 0 R]`;
  }
}
