/**
 * A sheet of words for somebody else, as data: what a person, a laboratory or a lawyer is told. One renderer makes text of it, one a page.
 * @module
 */
import type { Lang } from "@contraluz/core";
import { plain } from "../safe.ts";
import { wrap } from "../text/wrap.ts";

/** Words of ours; text that others wrote (evidence, lists of signs, reviewers); what is compared letter by letter. */
export type Span = string | { readonly foreign: string } | { readonly code: string };
export type Line = string | readonly Span[];

export interface Item {
  readonly what: Line;
  readonly why?: Line;
}

export type Block =
  | { readonly kind: "text"; readonly line: Line }
  /** The head of what follows, inside a part. */
  | { readonly kind: "head"; readonly line: Line }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly Item[] }
  | { readonly kind: "facts"; readonly rows: readonly (readonly [name: string, lines: readonly Line[]])[] }
  /** To be typed, each on a line of its own. */
  | { readonly kind: "commands"; readonly lines: readonly string[] }
  /** To be filled in by hand. */
  | { readonly kind: "blanks"; readonly names: readonly string[] };

export interface Part {
  readonly title?: string;
  /** Short: two of them stand beside each other on a page. */
  readonly half?: true;
  readonly blocks: readonly Block[];
}

export interface Sheet {
  readonly lang: Lang;
  readonly title: string;
  readonly parts: readonly Part[];
  /** It is to stay on one page of paper. */
  readonly onePage?: true;
  /** Where it came from, at the end of a letter and below every page of paper. */
  readonly foot?: string;
}

/** Letters of a foreign value. */
const FOREIGN = 120;
/** What is compared is never cut, and our own words are not, but nothing is without an end. */
const CODE = 1024;
const OWN = 4000;
const BLANK = "_".repeat(32);

function span(s: Span, lang: Lang): string {
  // A name of a list of signs may stand among words of ours.
  if (typeof s === "string") return plain(s, lang, OWN);
  return "code" in s ? plain(s.code, lang, CODE) : plain(s.foreign, lang, FOREIGN);
}

/** A line as text without marks. */
export function lineText(line: Line, lang: Lang): string {
  return typeof line === "string" ? span(line, lang) : line.map((s) => span(s, lang)).join("");
}

/** Lines of text; `width` wraps them, without it a line is as long as it is: a chat wraps by itself. */
class Out {
  readonly lines: string[] = [];
  readonly #width: number | undefined;
  readonly #lang: Lang;
  constructor(lang: Lang, width: number | undefined) {
    this.#lang = lang;
    this.#width = width;
  }
  say(line: Line, first = ""): void {
    const text = lineText(line, this.#lang);
    if (this.#width === undefined) this.lines.push(first + text);
    else this.lines.push(...wrap(text, this.#width, first));
  }
  gap(): void {
    if (this.lines.length > 0 && this.lines.at(-1) !== "") this.lines.push("");
  }
}

function block(out: Out, b: Block): void {
  if (b.kind === "text" || b.kind === "head") out.say(b.line);
  else if (b.kind === "list")
    b.items.forEach((item, i) => {
      const first = b.ordered ? `${i + 1}. ` : "- ";
      out.say(item.what, first);
      if (item.why !== undefined) out.say(item.why, " ".repeat(first.length));
    });
  else if (b.kind === "facts")
    for (const [name, lines] of b.rows) {
      const [head, ...rest] = lines;
      out.say([`${name}: `, ...(head === undefined ? [] : typeof head === "string" ? [head] : head)]);
      for (const line of rest) out.say(line, "  ");
    }
  else if (b.kind === "commands") for (const line of b.lines) out.lines.push(`  ${line}`);
  else for (const name of b.names) out.lines.push(`${name}: ${BLANK}`);
}

/**
 * A sheet as text, ending in a line feed.
 * @example
 * await navigator.clipboard.writeText(sheetText(sheet));
 */
export function sheetText(sheet: Sheet, width?: number): string {
  const out = new Out(sheet.lang, width);
  out.say(sheet.title);
  for (const part of sheet.parts) {
    out.gap();
    if (part.title !== undefined) out.say(part.title);
    part.blocks.forEach((b, i) => {
      if (i > 0 && (b.kind === "head" || (b.kind === "commands" && part.blocks[i - 1]!.kind === "list"))) out.gap();
      block(out, b);
    });
  }
  if (sheet.foot !== undefined) {
    out.gap();
    out.say(sheet.foot);
  }
  return `${out.lines.join("\n")}\n`;
}
