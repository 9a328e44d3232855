/**
 * Looks through every byte that goes into a bag for texts that may not stand there: the name of a person who stays anonymous.
 *
 * Spellings that are seen: any case, with and without accents, any white space or punctuation between words, other orders of a name,
 * UTF-8, Latin-1, UTF-16, escapes of JSON, HTML and addresses, base64. What is packed is not opened: such exports are refused.
 * @module
 */
import { utf8 } from "../sign/bytes.ts";
import { foldBytes, foldText, letters } from "./fold.ts";

/** Kept from one piece to the next: the longest spelling of a text must fit. */
const OVERLAP = 4096;
/** Shorter ones are looked for as words. */
const SHORTEST = 3;

const NAMED: Readonly<Record<string, string>> = {
  aacute: "á",
  eacute: "é",
  iacute: "í",
  oacute: "ó",
  uacute: "ú",
  ntilde: "ñ",
  uuml: "ü",
  nbsp: " ",
  ouml: "ö",
  auml: "ä",
  ccedil: "ç",
};

interface Needle {
  /** Its number in `never`. */
  readonly text: number;
  readonly letters: string;
  /** A single word is looked for as a word: *luz* stands in *contraluz*. */
  readonly word: boolean;
}

/** Every text that must not occur: as given, and of a name of several words each pair of them, in both orders. */
function needles(given: string, text: number): Needle[] {
  const words = foldText(given, true)
    .trim()
    .split(" ")
    .filter((w) => w !== "");
  const whole = words.join("");
  if (whole.length === 0) return [];
  const digits = /\d/.test(whole);
  if (words.length === 1 && (!digits || whole.length < SHORTEST)) return [{ text, letters: ` ${whole} `, word: true }];
  const out = new Set([whole]);
  const long = words.filter((w) => w.length >= SHORTEST);
  if (long.length >= 2 && words.length <= 8 && !digits)
    for (const a of long) for (const b of long) if (a !== b) out.add(a + b);
  return [...out].map((letters) => ({ text, letters, word: false }));
}

const code = (n: number): string => (n > 0 && n <= 0x10ffff ? String.fromCodePoint(n) : " ");

const ESCAPED = /\\u[0-9a-f]{4}|&#x?[0-9a-f]+|&[a-z]{3,6};|%[0-9a-f]{2}/i;

/** Escapes of JSON, HTML and addresses as the letters that they mean. */
function unescaped(text: string): string {
  const percent = (m: string): string => {
    const bytes = Uint8Array.from(m.match(/%[0-9a-f]{2}/gi)!, (x) => Number.parseInt(x.slice(1), 16));
    return new TextDecoder().decode(bytes);
  };
  return text
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, h: string) => code(Number.parseInt(h, 16)))
    .replaceAll(/\\[nrt]/g, " ")
    .replaceAll(/&#x([0-9a-f]{1,6});?/gi, (_, h: string) => code(Number.parseInt(h, 16)))
    .replaceAll(/&#(\d{1,7});?/g, (_, d: string) => code(Number(d)))
    .replaceAll(/&([a-z]{3,6});/gi, (m, n: string) => NAMED[n.toLowerCase()] ?? m)
    .replaceAll(/(?:%[0-9a-f]{2})+/gi, percent);
}

const VALUES = new Int8Array(256).fill(-1);
for (const [i, c] of [...utf8("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")].entries())
  VALUES[c] = i;
VALUES[0x2d] = 62;
VALUES[0x5f] = 63;

/** What runs of base64 would say, from each of the four places at which one may begin. */
function decoded(bytes: Uint8Array, shortest: number): Uint8Array {
  const out = new Uint8Array(bytes.length * 4 + 8);
  let n = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (VALUES[bytes[i]!]! < 0) continue;
    let end = i;
    while (end < bytes.length && VALUES[bytes[end]!]! >= 0) end++;
    if (end - i >= shortest) {
      for (let shift = 0; shift < 4; shift++) {
        let held = 0;
        let bits = 0;
        for (let k = i + shift; k < end; k++) {
          held = ((held << 6) | VALUES[bytes[k]!]!) & 0xffffff;
          bits += 6;
          if (bits < 8) continue;
          bits -= 8;
          out[n++] = (held >> bits) & 255;
        }
        out[n++] = 10;
      }
    }
    i = end;
  }
  return out.subarray(0, n);
}

export class NameGuard {
  readonly #needles: readonly Needle[];
  readonly #tails = new Map<string, Uint8Array>();
  readonly #found = new Set<string>();
  readonly #shortest: number;
  readonly #words: boolean;

  constructor(never: readonly string[]) {
    this.#needles = never.flatMap(needles);
    this.#words = this.#needles.some((n) => n.word);
    const least = Math.min(...this.#needles.map((n) => n.letters.length));
    this.#shortest = Math.max(4, Math.floor((least * 4) / 3) - 2);
  }

  /** The next bytes of a file. */
  push(file: string, bytes: Uint8Array): void {
    if (this.#needles.length === 0) return;
    const tail = this.#tails.get(file);
    const all = tail ? new Uint8Array(tail.length + bytes.length) : bytes;
    if (tail) {
      all.set(tail);
      all.set(bytes, tail.length);
    }
    this.#tails.set(file, all.slice(Math.max(0, all.length - OVERLAP)));
    this.#both(file, all);
    this.#both(file, decoded(all, this.#shortest));
  }

  /** As it stands, and with its escapes read. */
  #both(file: string, bytes: Uint8Array): void {
    this.#look(file, bytes);
    const text = new TextDecoder().decode(bytes.includes(0) ? bytes.filter((b) => b !== 0) : bytes);
    if (ESCAPED.test(text)) this.#look(file, utf8(unescaped(text)));
  }

  #look(file: string, bytes: Uint8Array): void {
    const out = new Uint8Array(bytes.length * 2 + 2);
    this.#search(file, letters(out.subarray(0, foldBytes(bytes, out, false))), false);
    if (this.#words) this.#search(file, ` ${letters(out.subarray(0, foldBytes(bytes, out, true)))} `, true);
  }

  #search(file: string, folded: string, words: boolean): void {
    for (const n of this.#needles)
      if (n.word === words && folded.includes(n.letters)) this.#found.add(`${n.text} ${file}`);
  }

  /** Where such texts stand, in the order in which they were met. */
  get found(): readonly { readonly file: string; readonly text: number }[] {
    return [...this.#found].map((f) => {
      const [n, ...file] = f.split(" ");
      return { file: file.join(" "), text: Number(n) };
    });
  }
}

/** Whether bytes begin as something packed does: gzip, zip, zlib, bzip2, xz, zstd, 7z, PDF, PNG, JPEG. */
export function looksPacked(head: Uint8Array): boolean {
  const [a, b, c, d] = head;
  const is = (...want: readonly number[]): boolean => want.every((v, i) => head[i] === v);
  return (
    is(0x1f, 0x8b) ||
    is(0x50, 0x4b, 0x03, 0x04) ||
    (a === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(b!)) ||
    is(0x42, 0x5a, 0x68) ||
    is(0xfd, 0x37, 0x7a, 0x58) ||
    is(0x28, 0xb5, 0x2f, 0xfd) ||
    is(0x37, 0x7a, 0xbc, 0xaf) ||
    is(0x25, 0x50, 0x44, 0x46) ||
    is(0x89, 0x50, 0x4e, 0x47) ||
    (is(0xff, 0xd8) && c === 0xff && d !== undefined)
  );
}
