/**
 * What a person thinks of a page: worth keeping, unsure, not. A record beside the pages (`marks.jsonl`), one line of JSON each; the last one of
 * a page counts. It says nothing of anybody on the page.
 * @module
 */
import type { Report } from "@contraluz/core";
import { linesOfStream, PAGE_LIMITS } from "./read.ts";

export const MARKS = ["keep", "unsure", "not"] as const;
export type MarkKind = (typeof MARKS)[number];

export interface PageMark {
  readonly doc: string;
  readonly path: string;
  readonly page: number;
  /** `none`: an earlier one was taken back. */
  readonly mark: MarkKind | "none";
  readonly note?: string;
  /** `2026-11-26T04:35:00Z`, handed in by whoever writes it. */
  readonly at: string;
}

/** Letters of a note. */
export const NOTE = 4000;
const AT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;

/** A value as a mark; undefined if it is none. */
export function markOf(v: unknown): PageMark | undefined {
  if (typeof v !== "object" || v === null) return undefined;
  const { doc, path, page, mark, note, at } = v as Record<string, unknown>;
  if (typeof doc !== "string" || !/^[0-9a-f]{64}$/.test(doc)) return undefined;
  if (typeof path !== "string" || path === "" || path.length > PAGE_LIMITS.path) return undefined;
  if (!Number.isSafeInteger(page) || (page as number) < 1 || (page as number) > PAGE_LIMITS.number) return undefined;
  const kind = mark === "none" ? mark : MARKS.find((m) => m === mark);
  if (!kind || typeof at !== "string" || at.length > 40 || !AT.test(at)) return undefined;
  const kept = typeof note === "string" && note !== "" ? { note: note.slice(0, NOTE) } : {};
  return { doc, path, page: page as number, mark: kind, ...kept, at };
}

/** The line that is put behind the others. */
export const markLine = (m: PageMark): string => `${JSON.stringify(m)}\n`;

/** Marks of a stream of JSONL, in batches. */
export async function* readMarks(stream: AsyncIterable<Uint8Array>, report: Report): AsyncGenerator<PageMark[]> {
  for await (const lines of linesOfStream(stream, report)) {
    const found: PageMark[] = [];
    for (const line of lines) {
      let m: PageMark | undefined;
      try {
        m = markOf(JSON.parse(line.text));
      } catch {}
      if (m) found.push(m);
      else report({ code: "json-damaged", offset: line.offset, lost: "row" });
    }
    yield found;
  }
}
