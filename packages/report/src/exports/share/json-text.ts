/** A document as JSON that shows what is in it. @module */
import { encodeJson, type Json } from "@contraluz/core";

/** Control, bidi and invisible characters, of which JSON escapes only some. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

const escaped = (c: string): string =>
  Array.from({ length: c.length }, (_, i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, "0")}`).join("");

/** Canonical JSON, one line; what a terminal or an editor would not show is written by its code. */
export function jsonText(v: Json): string {
  return `${encodeJson(v).replace(UNSEEN, escaped)}\n`;
}
