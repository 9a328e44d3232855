/**
 * What an engine of JavaScript says of every character and of many numbers, as one sum a question: two engines that agree have
 * the same sums. Runs in Node and in a browser.
 * @module
 */
import { key64 } from "@contraluz/detection";

/** FNV-1a over the code units of texts, 32 bits. */
function summing(): { add(text: string): void; sum(): string } {
  let h = 0x811c9dc5;
  return {
    add(text) {
      for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
      h = Math.imul(h ^ 0xffff, 0x01000193);
    },
    sum: () => (h >>> 0).toString(16).padStart(8, "0"),
  };
}

/** Every code point but surrogates, in texts of 256 with a mark between them. */
function* characters(): Generator<string> {
  for (let block = 0; block < 0x110000; block += 256) {
    if (block >= 0xd800 && block < 0xe000) continue;
    yield Array.from({ length: 256 }, (_, i) => String.fromCodePoint(block + i)).join("|");
  }
}

/** What the rooms ask of a text: cases, normal forms, classes, edges. */
const CHARACTERS: { [question: string]: (s: string) => string } = {
  "lower case": (s) => s.toLowerCase(),
  "upper case": (s) => s.toUpperCase(),
  NFC: (s) => s.normalize("NFC"),
  NFKC: (s) => s.normalize("NFKC"),
  "white space": (s) => s.replace(/\s/g, "0"),
};
for (const c of ["L", "N", "M", "S", "Z", "Cc", "Cf", "Cs", "Noncharacter_Code_Point"]) {
  const r = new RegExp(`\\p{${c}}`, "gu");
  CHARACTERS[c] = (s) => s.replace(r, "0");
}

/** Bytes of every length up to 4 from a few that matter in UTF-8 and UTF-16. */
function* byteStrings(): Generator<Uint8Array> {
  const some = [
    0x00, 0x41, 0x80, 0x9f, 0xa0, 0xbb, 0xbf, 0xc1, 0xc2, 0xd8, 0xdc, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xfe, 0xff,
  ];
  for (const a of some) {
    yield Uint8Array.of(a);
    for (const b of some) {
      yield Uint8Array.of(a, b);
      for (const c of some) {
        yield Uint8Array.of(a, b, c);
        for (const d of some) yield Uint8Array.of(a, b, c, d);
      }
    }
  }
}

/** Doubles of all sizes: random bits, and neighbours of powers of ten and two. */
function* doubles(): Generator<number> {
  const view = new DataView(new ArrayBuffer(8));
  let [hi, lo] = [0x9e3779b9, 0x243f6a88];
  for (let i = 0; i < 20_000; i++) {
    hi = (Math.imul(hi, 1_664_525) + 1_013_904_223) >>> 0;
    lo = (Math.imul(lo, 22_695_477) + 1) >>> 0;
    view.setUint32(0, hi);
    view.setUint32(4, lo);
    yield view.getFloat64(0);
    yield hi / 1000 + lo / 2 ** 40;
  }
  for (let e = -330; e < 310; e++) for (const f of [1, 1.1, 5, 1 - 2 ** -53]) yield f * 10 ** e;
  for (let e = 0; e < 1074; e++) yield 2 ** -e;
}

/** One sum for each question, by its name. */
export function textSums(): { [question: string]: string } {
  const out: { [question: string]: string } = {};
  const all = [...characters()];
  for (const [name, f] of Object.entries(CHARACTERS)) {
    const s = summing();
    for (const c of all) s.add(f(c));
    out[name] = s.sum();
  }
  for (const label of ["utf-8", "utf-16le", "utf-16be"]) {
    const s = summing();
    const [decoder, strict] = [new TextDecoder(label, { ignoreBOM: true }), new TextDecoder(label, { fatal: true })];
    for (const bytes of byteStrings()) {
      s.add(decoder.decode(bytes));
      try {
        s.add(strict.decode(bytes));
      } catch {
        s.add("refused");
      }
    }
    out[label] = s.sum();
  }
  const numbers = summing();
  for (const x of doubles()) {
    numbers.add(String(x));
    numbers.add(JSON.stringify(x));
    numbers.add(String(Number.parseFloat(String(x)) === x));
  }
  out.numbers = numbers.sum();
  const sorted = summing();
  const list = Array.from({ length: 20_000 }, (_, i) => ({ k: Math.imul(i, 0x9e3779b1) >>> 25, i }));
  for (const { i } of list.sort((a, b) => a.k - b.k)) sorted.add(String(i));
  out["stable sort"] = sorted.sum();
  const strings = summing();
  for (const s of ["\ud800", "a\udc00b", "\u2028", "\u0000", "<\u2029>", "\ud83d\ude00", "\u007f\u0080"]) {
    strings.add(JSON.stringify(s));
    strings.add(String(key64(s).hi));
    strings.add(encodeURIComponent(s.replace(/[\ud800-\udfff]/g, "")));
  }
  out.strings = strings.sum();
  return out;
}
