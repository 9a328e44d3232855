/**
 * Guides that are documents (`docs/LANG/check-*.md`) and no data of the page, as sheets of words: headings, paragraphs, lists, tables and
 * what is to be typed, without marks and without links. Enough of Markdown for our own documents, and no more.
 * @module
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LANGS, type Lang } from "@contraluz/core";
import type { Block, Part, Sheet } from "@contraluz/report/send/sheet.ts";
import { aloneHelplines } from "../../apps/web/src/guides/sheet.ts";
import { ALONE } from "../../apps/web/src/guides/sheet-words.ts";

/** Documents that have no guide in the page, or say more than it. */
const DOCUMENTS = ["check-a-room", "check-a-tower", "check-trackers"] as const;

export interface Document {
  readonly lang: Lang;
  readonly name: string;
}

export function documents(): readonly Document[] {
  return DOCUMENTS.flatMap((name) => LANGS.map((lang) => ({ name, lang })));
}

/** Text of a line: links by their words, no bold, no code marks. */
function bare(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll("**", "")
    .replaceAll("`", "")
    .replace(/\s+/g, " ")
    .trim();
}

const cells = (line: string): string[] => line.split("|").slice(1, -1).map(bare);

/** Rows of a table, each cell under its head: `Way: a router. Shows: all machines.` */
function rows(lines: readonly string[]): Block[] {
  const heads = cells(lines[0] ?? "");
  return lines.slice(2).map((line): Block => {
    const said = cells(line).map((c, i) => (heads[i] ? `${heads[i]}: ${c}` : c));
    return { kind: "text", line: `- ${said.join(". ")}.` };
  });
}

/** A run of lines without an empty one: a table, a list, or a paragraph. */
function blocksOf(lines: readonly string[]): Block[] {
  if (lines[0]!.startsWith("|")) return rows(lines);
  const items: string[] = [];
  for (const line of lines) {
    if (items.length === 0 || /^(?:- |\d+\. )/.test(line)) items.push(line);
    else items[items.length - 1] += ` ${line.trim()}`;
  }
  return items.map((item) => ({ kind: "text", line: bare(item) }));
}

function partsOf(markdown: string): { title: string; parts: Part[] } {
  let title = "";
  const parts: { title?: string; blocks: Block[] }[] = [{ blocks: [] }];
  let run: string[] = [];
  let code: string[] | undefined;
  const end = (): void => {
    if (run.length > 0) parts.at(-1)!.blocks.push(...blocksOf(run));
    run = [];
  };
  for (const line of markdown.split("\n")) {
    if (line.startsWith("```")) {
      end();
      if (code) parts.at(-1)!.blocks.push({ kind: "commands", lines: code });
      code = code ? undefined : [];
    } else if (code) code.push(line);
    else if (/^#+ /.test(line)) {
      end();
      const text = bare(line.replace(/^#+ /, ""));
      if (line.startsWith("# ")) title = text;
      else parts.push({ title: text, blocks: [] });
    } else if (line.trim() === "") end();
    else run.push(line);
  }
  end();
  return { title, parts: parts.filter((p) => p.blocks.length > 0) };
}

/** A document as a sheet that travels alone. */
export function documentSheet(root: string, { lang, name }: Document): Sheet {
  const w = ALONE[lang];
  const { title, parts } = partsOf(readFileSync(join(root, "docs", lang, `${name}.md`), "utf8"));
  const call = [w.helplines(aloneHelplines(lang)), w.byName, w.keepFile];
  return {
    lang,
    title,
    parts: [...parts, { title: w.call, blocks: call.map((line) => ({ kind: "text", line })) }],
    foot: w.foot,
  };
}
