/** Lines of a hex view: which bytes stand together because they are part of the same. Pure. @module */
import { findText, type Lit, type Spot } from "./spot.ts";

/** Bytes that are painted alike. `lit` left out: around the record. */
export interface Run {
  readonly lit?: Lit;
  /** `6f 6e`, two blanks in the middle of the line. */
  readonly hex: string;
}

export interface HexLine {
  readonly offset: number;
  readonly runs: readonly Run[];
  readonly text: readonly { readonly lit?: Lit; readonly chars: string }[];
}

const hex2 = (n: number): string => n.toString(16).padStart(2, "0");

/** What each byte of `bytes` (from `base` on) is part of. Values are looked for only inside the record. */
export function litOf(bytes: Uint8Array, base: number, spot: Spot, values: readonly string[]): (Lit | undefined)[] {
  const out: (Lit | undefined)[] = new Array(bytes.length).fill(undefined);
  const paint = (from: number, to: number, lit: Lit): void => {
    for (let i = Math.max(0, from - base); i < Math.min(bytes.length, to - base); i++) out[i] = lit;
  };
  const exact = spot.doubt === undefined;
  if (exact) paint(spot.from, spot.to, "cell");
  else if (spot.doubt === "key" || spot.doubt === "start") paint(spot.from, spot.to, "value");
  if (spot.head) paint(spot.head.from, spot.head.to, "head");
  const from = Math.max(0, (spot.head?.to ?? spot.from) - base);
  const to = Math.min(bytes.length, spot.to - base);
  if (!(to > from)) return out;
  for (const value of values)
    for (const hit of findText(bytes.subarray(from, to), value))
      paint(base + from + hit.from, base + from + hit.to, "value");
  return out;
}

/** Lines of `width` bytes. */
export function hexLines(bytes: Uint8Array, base: number, lit: readonly (Lit | undefined)[], width: number): HexLine[] {
  const out: HexLine[] = [];
  for (let at = 0; at < bytes.length; at += width) {
    const runs: { lit?: Lit; hex: string }[] = [];
    const text: { lit?: Lit; chars: string }[] = [];
    for (let i = at; i < Math.min(at + width, bytes.length); i++) {
      const is = lit[i];
      const last = runs[runs.length - 1];
      const same = last !== undefined && last.lit === is;
      const space = i === at ? "" : i - at === width / 2 && width > 8 ? "  " : " ";
      const b = bytes[i]!;
      const char = b >= 0x20 && b < 0x7f ? String.fromCharCode(b) : "·";
      if (same) {
        last.hex += space + hex2(b);
        text[text.length - 1]!.chars += char;
      } else {
        if (last) last.hex += space;
        runs.push({ ...(is ? { lit: is } : {}), hex: hex2(b) });
        text.push({ ...(is ? { lit: is } : {}), chars: char });
      }
    }
    // A short last line keeps its text in place.
    const missing = at + width - bytes.length;
    if (missing > 0) {
      const full = 3 * width - 1 + (width > 8 ? 1 : 0);
      const used = runs.reduce((n, r) => n + r.hex.length, 0);
      runs.push({ hex: " ".repeat(full - used) });
    }
    out.push({ offset: base + at, runs, text });
  }
  return out;
}
