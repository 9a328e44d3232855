/**
 * The text of a message that Messages stores as an archived attributed string (`attributedBody` of sms.db; format: see `walker.ts`).
 * Uses `keyed-archive` for one thing: both archives keep a URL as a base and a relative text.
 * @module
 */
import { Damaged, Walker } from "./walker.ts";

export interface AttributedText {
  readonly text: string;
  /** Targets of link attributes, which may differ from the words that show them; each once, at most 64. */
  readonly links: readonly string[];
}

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
const NO_LINKS: readonly string[] = [];
const PLUS = 0x2b;
const NEW = 0x84;

const counted = (s: string): string => String.fromCharCode(s.length) + s;
const HEADER = `\x04${counted("streamtyped")}\x81\xe8\x03`;

/**
 * All bytes up to the length of the text, as Foundation writes them for a string class inside an attributed string class: both
 * with their parents spelled out, down to NSObject, which the second one refers to.
 */
function prefix(attributed: readonly string[], text: readonly string[]): Uint8Array {
  const spell = (names: readonly string[], version: string): string =>
    names.map((n) => `\x84\x84${counted(n)}${version}`).join("");
  // NSObject is the last class of the first chain: object 0 is the attributed string itself, its classes follow.
  const nsObject = String.fromCharCode(0x92 + attributed.length);
  const s = `${HEADER}\x84\x01@\x84${spell(attributed, "\0")}\x85\x92\x84${spell(text, "\x01")}${nsObject}\x84\x01+`;
  return Uint8Array.from(s, (c) => c.charCodeAt(0));
}

const PLAIN = ["NSAttributedString", "NSObject"];
const MUTABLE = ["NSMutableAttributedString", ...PLAIN];
const USUAL: readonly Uint8Array[] = [
  prefix(PLAIN, ["NSString"]),
  prefix(MUTABLE, ["NSMutableString", "NSString"]),
  prefix(MUTABLE, ["NSString"]),
  prefix(PLAIN, ["NSMutableString", "NSString"]),
];

function startsWith(b: Uint8Array, p: Uint8Array): boolean {
  if (b.length <= p.length) return false;
  // The header is the same in all: what differs comes after it.
  for (let i = p.length - 1; i >= 0; i--) if (b[i] !== p[i]) return false;
  return true;
}

/** Where the first text ends; set by `textAt`. */
let end = 0;

/** The counted text whose length stands at `at`; what is there of it, if the stream breaks off inside. */
function textAt(b: Uint8Array, at: number, little: boolean): string | undefined {
  const head = b[at];
  if (head === undefined || (head > 0x7f && head !== 0x81 && head !== 0x82)) return undefined;
  const wide = head === 0x81 ? 2 : head === 0x82 ? 4 : 0;
  const from = at + 1 + wide;
  let n = wide === 0 ? head : 0;
  for (let k = 0; k < wide; k++) n = n * 256 + (b[little ? from - 1 - k : at + 1 + k] ?? 0);
  if (n > 0 && from >= b.length) return undefined;
  end = Math.min(from + n, b.length);
  if (n <= 24) {
    let s = "";
    let i = from;
    for (; i < end && b[i]! < 0x80; i++) s += String.fromCharCode(b[i]!);
    if (i === end) return s;
  }
  return utf8.decode(b.subarray(from, end));
}

/** Whether the bytes from `from` on spell `NSURL` or `LinkAttribute`: else no link can be there, and the walk is spared. */
function mentionsLink(b: Uint8Array, from: number): boolean {
  for (let i = b.indexOf(0x4c, from); i >= 0; i = b.indexOf(0x4c, i + 1)) {
    if (b[i - 1] === 0x52 && b[i - 2] === 0x55 && b[i - 3] === 0x53 && b[i - 4] === 0x4e) return true;
    if (b[i + 1] === 0x69 && b[i + 2] === 0x6e && b[i + 3] === 0x6b && b[i + 4] === 0x41 && b[i + 5] === 0x74)
      return true;
  }
  return false;
}

/** The streams' header: `streamtyped` from little-endian machines, `typedstream` from big-endian ones. */
function header(b: Uint8Array): { readonly at: number; readonly little: boolean } | undefined {
  if (b.length < 16 || b[0] !== 4 || b[1] !== 11) return undefined;
  const name = String.fromCharCode(...b.subarray(2, 13));
  if (name !== "streamtyped" && name !== "typedstream") return undefined;
  // The version of the system, an integer.
  return { at: b[13] === 0x81 ? 16 : b[13] === 0x82 ? 18 : 14, little: name === "streamtyped" };
}

function walk(b: Uint8Array, at: number, little: boolean): Walker {
  const w = new Walker(b, at, little);
  try {
    w.run();
  } catch (e) {
    if (!(e instanceof Damaged)) throw e;
  }
  return w;
}

/** In a stream that cannot be walked: the first text behind a type string `+` that is spelled out. */
function firstText(b: Uint8Array, start: number, little: boolean): string | undefined {
  for (let i = b.indexOf(PLUS, start); i >= 0; i = b.indexOf(PLUS, i + 1)) {
    if (b[i - 1] === 1 && b[i - 2] === NEW) return textAt(b, i + 1, little);
  }
  return undefined;
}

/**
 * The text of an archived NSAttributedString, and the links in its attributes. Undefined if no text could be found. A stream that
 * breaks off after its text still gives the text; one that breaks off inside gives what is there.
 * @example attributedText(row.attributedBody)?.text
 */
export function attributedText(b: Uint8Array): AttributedText | undefined {
  for (const p of USUAL) {
    if (!startsWith(b, p)) continue;
    const text = textAt(b, p.length, true);
    if (text === undefined) return undefined;
    return { text, links: mentionsLink(b, end) ? [...walk(b, 16, true).links] : NO_LINKS };
  }
  const h = header(b);
  if (!h) return undefined;
  const w = walk(b, h.at, h.little);
  const text = w.text ?? firstText(b, h.at, h.little);
  return text === undefined ? undefined : { text, links: [...w.links] };
}
