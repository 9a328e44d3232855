/** Texts inside a distinguished name in DER: what a certificate calls itself. Source: X.690 (tags and lengths). @module */
import { own } from "@contraluz/core";

const MAX_TEXTS = 20;
const MAX_DEPTH = 8;
const MAX_BYTES = 16_384;
const UTF8 = 12;
const BMP = 30;
/** PrintableString, T61String, IA5String. */
const LATIN: ReadonlySet<number> = new Set([19, 20, 22]);

const utf8 = new TextDecoder("utf-8");
const latin = new TextDecoder("latin1");
const wide = new TextDecoder("utf-16be");

/** Texts of all strings, in their order; what is damaged ends it. */
export function namesInDer(bytes: Uint8Array): string[] {
  const out: string[] = [];
  const walk = (from: number, to: number, depth: number): void => {
    let at = from;
    while (at + 2 <= to && out.length < MAX_TEXTS) {
      const tag = bytes[at]!;
      let length = bytes[at + 1]!;
      at += 2;
      if (length >= 0x80) {
        const more = length & 0x7f;
        if (more === 0 || more > 3 || at + more > to) return;
        length = 0;
        for (let i = 0; i < more; i++) length = length * 256 + bytes[at++]!;
      }
      if (at + length > to) return;
      const part = bytes.subarray(at, at + Math.min(length, 400));
      if (tag === UTF8) out.push(own(utf8.decode(part)));
      else if (LATIN.has(tag)) out.push(own(latin.decode(part)));
      else if (tag === BMP) out.push(own(wide.decode(part)));
      else if ((tag & 0x20) !== 0 && depth < MAX_DEPTH) walk(at, at + length, depth + 1);
      at += length;
    }
  };
  walk(0, Math.min(bytes.length, MAX_BYTES), 0);
  return out;
}
