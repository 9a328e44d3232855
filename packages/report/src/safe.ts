/**
 * Text of others, made harmless for a page and for a terminal. Everything shown passes through here.
 *
 * A page: the `html` template escapes every value that is not markup of our own; evidence goes through `seen`, which
 * frames it, isolates its direction and shows invisible characters as their code. A terminal: `plain`.
 * @module
 */
import { count, type Lang } from "@contraluz/core";

/** Letters of a foreign text that are shown before it is cut. */
export const SEEN_LETTERS = 200;
/** Marks on one letter beyond this are shown as codes: a pile of them would paint over other lines. */
const MARKS = 3;

/** Control, bidi, invisible and broken characters (C0, C1, soft hyphen, Unicode Cf, separators, lone surrogates, fillers). */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0/u;
const MARK = /\p{M}/u;

/** A piece of a foreign text: readable letters, or one character that must be shown by its code. */
export type Piece = { readonly text: string } | { readonly code: string };

export interface Taken {
  readonly pieces: readonly Piece[];
  /** Letters of the whole text, if it was cut. */
  readonly cutFrom?: number;
}

function codeName(char: string): string {
  return `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Splits a text into readable and unreadable pieces, at most `letters` characters of it. */
export function take(text: string, letters: number = SEEN_LETTERS): Taken {
  const pieces: Piece[] = [];
  let run = "";
  let n = 0;
  let marks = 0;
  for (const char of text) {
    n += 1;
    if (n > letters) continue;
    marks = MARK.test(char) ? marks + 1 : 0;
    if (UNSEEN.test(char) || marks > MARKS) {
      if (run !== "") pieces.push({ text: run });
      run = "";
      pieces.push({ code: codeName(char) });
    } else run += char;
  }
  if (run !== "") pieces.push({ text: run });
  return n > letters ? { pieces, cutFrom: n } : { pieces };
}

/** Markup of our own making: the only thing that the template does not escape. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}
export type Value = string | number | Html | undefined | readonly Value[];

const ENTITIES: { readonly [c: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes a text for element content and quoted attributes; unseen characters become `[U+202E]`. */
export function escapeHtml(text: string): string {
  let out = "";
  for (const char of text) out += ENTITIES[char] ?? (UNSEEN.test(char) ? `[${codeName(char)}]` : char);
  return out;
}

function markup(v: Value): string {
  if (v === undefined) return "";
  if (v instanceof Html) return v.markup;
  if (typeof v === "string") return escapeHtml(v);
  if (typeof v === "number") return escapeHtml(String(v));
  let out = "";
  for (const x of v) out += markup(x);
  return out;
}

/**
 * A template whose holes are escaped, unless they hold `Html`.
 * @example
 * html`<p>${"<b>"}</p>`.markup; // <p>&lt;b&gt;</p>
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  let out = parts[0]!;
  for (let i = 0; i < values.length; i++) out += markup(values[i]) + parts[i + 1]!;
  return new Html(out);
}

const LETTERS: Readonly<Record<Lang, string>> = { es: "letras", en: "letters" };

/** Foreign text in its frame: isolated, in mono, cut after `letters` with its true length, never a link. */
export function seen(text: string, lang: Lang, letters: number = SEEN_LETTERS): Html {
  const t = take(text, letters);
  const body = t.pieces.map((p) => ("text" in p ? html`${p.text}` : html`<span class="ctl">${p.code}</span>`));
  const cut = t.cutFrom === undefined ? undefined : html`… (${count(t.cutFrom)} ${LETTERS[lang]})`;
  return html`<bdi class="seen-text" dir="auto">${body}${cut === undefined ? "" : "…"}</bdi>${cut && html` <span class="cut">(${count(t.cutFrom!)} ${LETTERS[lang]})</span>`}`;
}

/** Foreign text for a terminal: unseen characters as `<U+001B>`, one line, cut after `letters` with its true length. */
export function plain(text: string, lang: Lang, letters: number = SEEN_LETTERS): string {
  const t = take(text, letters);
  const body = t.pieces.map((p) => ("text" in p ? p.text : `<${p.code}>`)).join("");
  return t.cutFrom === undefined ? body : `${body}… (${count(t.cutFrom)} ${LETTERS[lang]})`;
}

/** A name by others in a table or a sentence of ours: at most `letters`, the rest an ellipsis. */
export function clip(text: string, letters = 120): string {
  if (text.length <= letters) return text;
  // A letter takes two code units at most: what lies beyond is not looked at.
  const all = [...text.slice(0, 2 * letters + 2)];
  return all.length > letters ? `${all.slice(0, letters - 1).join("")}…` : text;
}

/** Splits a sentence of ours at the foreign values that were put into it, the longest first. */
export function splitAt(
  text: string,
  values: readonly string[],
): readonly { readonly text: string; readonly foreign: boolean }[] {
  const sorted = [...new Set(values)]
    .filter((v) => v.length > 2)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const out: { text: string; foreign: boolean }[] = [];
  let at = 0;
  while (at < text.length) {
    let next = -1;
    let value = "";
    for (const v of sorted) {
      const i = text.indexOf(v, at);
      if (i >= 0 && (next < 0 || i < next)) {
        next = i;
        value = v;
      }
    }
    if (next < 0) break;
    if (next > at) out.push({ text: text.slice(at, next), foreign: false });
    out.push({ text: value, foreign: true });
    at = next + value.length;
  }
  if (at < text.length) out.push({ text: text.slice(at), foreign: false });
  return out;
}

/** A CSS string with everything but letters, digits and a few marks written as escapes. */
export function cssString(text: string): string {
  let out = "";
  for (const char of text)
    out += /[\p{L}\p{N} .,·:/()-]/u.test(char) ? char : `\\${char.codePointAt(0)!.toString(16)} `;
  return `"${out}"`;
}
