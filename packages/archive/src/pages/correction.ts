/**
 * A correction by hand: what a page says, as somebody read it. Further records beside the pages, never instead of them: the page as it
 * was read stays, all corrections of it stay, and the last one is shown. One line of JSON each (`corrections.jsonl`).
 * @module
 */
import type { Report } from "@contraluz/core";
import { linesOfStream, PAGE_LIMITS } from "./read.ts";

export interface Correction {
  readonly doc: string;
  readonly path: string;
  readonly page: number;
  /** The n-th of its page, from 1: two people who correct the same page at once are seen. */
  readonly n: number;
  /** The whole text of the page. */
  readonly text: string;
  /** Who says so. */
  readonly by: string;
  /** `2026-11-26T04:35:00Z`, handed in by whoever writes it. */
  readonly at: string;
  readonly why?: string;
  /** It takes back the so-manieth correction of the page: `text` is what stood before. Both stay. */
  readonly undoes?: number;
}

const AT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;

/** A value as a correction; undefined if it is none. */
export function correctionOf(v: unknown): Correction | undefined {
  if (typeof v !== "object" || v === null) return undefined;
  const { doc, path, page, n, text, by, at, why, undoes } = v as Record<string, unknown>;
  const short = (x: unknown, most: number): x is string => typeof x === "string" && x !== "" && x.length <= most;
  const count = (x: unknown): x is number =>
    Number.isSafeInteger(x) && (x as number) >= 1 && (x as number) <= 1_000_000;
  if (!short(doc, 64) || !/^[0-9a-f]{64}$/.test(doc) || !short(path, PAGE_LIMITS.path) || !count(page) || !count(n))
    return undefined;
  if (typeof text !== "string" || text.length > PAGE_LIMITS.text || !short(by, 200) || !short(at, 40) || !AT.test(at))
    return undefined;
  return { doc, path, page, n, text, by, at, ...(short(why, 2000) && { why }), ...(count(undoes) && { undoes }) };
}

/** Corrections of one page, in the order in which they were written. */
export function correctionsOf(
  all: readonly Correction[],
  p: Pick<Correction, "doc" | "path" | "page">,
): readonly Correction[] {
  return all.filter((c) => c.doc === p.doc && c.path === p.path && c.page === p.page);
}

/** Of the corrections of one page those that hold: neither taken back, nor a taking back. Numbers are their places, from 1. */
export function standing(of: readonly Correction[]): readonly (readonly [n: number, c: Correction])[] {
  const gone = new Set(of.flatMap((c) => c.undoes ?? []));
  return of.flatMap((c, i) => (c.undoes === undefined && !gone.has(i + 1) ? [[i + 1, c] as const] : []));
}

/** What taking back the last correction that holds would write: which one, and the text that is shown then. Undefined if none holds. */
export function undoing(of: readonly Correction[], read: string): Pick<Correction, "text" | "undoes"> | undefined {
  const left = standing(of);
  const last = left.at(-1);
  return last && { undoes: last[0], text: left.at(-2)?.[1].text ?? read };
}

/** The line that is put behind the others. */
export const correctionLine = (c: Correction): string => `${JSON.stringify(c)}\n`;

/** Corrections of a stream of JSONL, in batches. */
export async function* readCorrections(
  stream: AsyncIterable<Uint8Array>,
  report: Report,
): AsyncGenerator<Correction[]> {
  for await (const lines of linesOfStream(stream, report)) {
    const found: Correction[] = [];
    for (const line of lines) {
      let c: Correction | undefined;
      try {
        c = correctionOf(JSON.parse(line.text));
      } catch {}
      if (c) found.push(c);
      else report({ code: "json-damaged", offset: line.offset, lost: "row" });
    }
    yield found;
  }
}
