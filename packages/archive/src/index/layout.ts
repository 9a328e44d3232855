/**
 * Where lines and words stand on the image of a page, small: about 7 bytes a word, where JSON takes 50. A page has some 300 words,
 * an archive 100,000 pages. Numbers are LEB128 (7 bits a byte, low first), signed ones zigzag as in Protocol Buffers.
 * @module
 */
import type { Box, PageLine, PageWord } from "../pages/types.ts";

const zig = (n: number): number => (n < 0 ? -2 * n - 1 : 2 * n);
const zag = (n: number): number => (n % 2 === 1 ? -(n + 1) / 2 : n / 2);

class Out {
  readonly bytes: number[] = [];
  put(n: number): void {
    let rest = n;
    while (rest >= 128) {
      this.bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.bytes.push(rest);
  }
  box(b: Box, from: Box | undefined): void {
    for (let i = 0; i < 4; i++) this.put(zig(b[i]! - (from?.[i % 2] ?? 0)));
  }
}

/** Undefined if no line has a box: then there is nothing to show on an image. */
export function encodeLayout(lines: readonly PageLine[] | undefined): Uint8Array | undefined {
  if (!lines?.some((l) => l.box)) return undefined;
  const out = new Out();
  for (const l of lines) {
    out.put(l.text.length);
    out.put(l.box ? 1 : 0);
    if (!l.box) continue;
    out.box(l.box, undefined);
    let at = 0;
    const words = (l.words ?? []).flatMap((w) => {
      // Words stand in the order of the line; one that is not in its text cannot be marked.
      const start = l.text.indexOf(w.text, at);
      if (start < 0 || w.text === "") return [];
      at = start + w.text.length;
      return [{ start, w }];
    });
    out.put(words.length);
    let before = 0;
    for (const { start, w } of words) {
      out.put(start - before);
      out.put(w.text.length);
      out.box(w.box, l.box);
      out.put(w.confidence === undefined ? 0 : Math.round(w.confidence) + 1);
      before = start;
    }
  }
  return new Uint8Array(out.bytes);
}

/** The lines of a text with their boxes. Bytes that do not fit the text give lines without boxes. */
export function decodeLayout(text: string, bytes: Uint8Array | undefined): readonly PageLine[] {
  const plain = (): PageLine[] => text.split("\n").map((t) => ({ text: t }));
  if (!bytes) return plain();
  let at = 0;
  const get = (): number => {
    let [n, unit] = [0, 1];
    for (;;) {
      const b = bytes[at++];
      if (b === undefined || unit > 2 ** 42) throw new RangeError("layout");
      n += (b % 128) * unit;
      if (b < 128) return n;
      unit *= 128;
    }
  };
  const box = (from?: Box): Box => {
    const v: number[] = [];
    for (let i = 0; i < 4; i++) v.push(zag(get()) + (from?.[i % 2] ?? 0));
    return v as unknown as Box;
  };
  try {
    const lines: PageLine[] = [];
    let place = 0;
    while (at < bytes.length) {
      const length = get();
      const line = text.slice(place, place + length);
      place += length + 1;
      if (line.length !== length) return plain();
      if (get() === 0) {
        lines.push({ text: line });
        continue;
      }
      const b = box();
      const words: PageWord[] = [];
      let start = 0;
      for (let n = get(); n > 0; n--) {
        start += get();
        const word = line.slice(start, start + get());
        const wordBox = box(b);
        const c = get();
        words.push({ text: word, box: wordBox, ...(c > 0 && { confidence: c - 1 }) });
      }
      lines.push({ text: line, box: b, ...(words.length > 0 && { words }) });
    }
    return place === text.length + 1 ? lines : plain();
  } catch {
    return plain();
  }
}
