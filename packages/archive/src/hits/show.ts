/** A drawn page as a picture that a page for people can hold. @module */
import { type PagePicture, type PictureFault, smaller } from "../read/picture.ts";
import { lookAt } from "../read/sheet.ts";
import { grays } from "./boxed.ts";
import { type Deflate, encodePng } from "./png.ts";
import type { ShownPicture } from "./types.ts";

/** Dots of a picture in a page: legible on a screen and in print. */
const DOTS = 1_600_000;

/** Part of a word's place that is ink, from which the word is on the picture. */
const INK = 0.02;

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** RFC 4648, section 4. */
function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 24_576) {
    let out = "";
    const end = Math.min(bytes.length, at + 24_576);
    for (let i = at; i < end; i += 3) {
      const [a, b, c] = [bytes[i]!, bytes[i + 1], bytes[i + 2]];
      out += LETTERS[a >> 2]! + LETTERS[((a & 3) << 4) | ((b ?? 0) >> 4)]!;
      out +=
        b === undefined
          ? "=="
          : LETTERS[((b & 15) << 2) | ((c ?? 0) >> 6)]! + (c === undefined ? "=" : LETTERS[c & 63]!);
    }
    parts.push(out);
  }
  return parts.join("");
}

/** What cannot be drawn stays the reason why. */
export function shownPicture(p: PagePicture | PictureFault, deflate: Deflate): ShownPicture | PictureFault {
  if (typeof p === "string") return p;
  const { width, height, words } = p;
  const drawn = p.pictures > 0 || p.gray.some((v) => v < 250);
  const uri = drawn ? `data:image/png;base64,${base64(encodePng(grays(smaller(p, DOTS)), deflate))}` : "";
  // Where the sheet has ink already, the word is on the picture: it is a layer that some program put over a scan.
  const paper = words.filter((w) => p.pictures === 0 || lookAt(p, w.box).ink < INK);
  return { uri, width, height, words: paper };
}
