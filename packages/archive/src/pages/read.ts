/**
 * Reads pages from JSONL. The lines are of our own making, but their text is of the evidence and a file can be cut or changed:
 * a line that is none is a Problem, and the next is read.
 * @module
 */
import type { Problem, Report } from "@contraluz/core";
import {
  type Box,
  PAGE_SOURCES,
  PAGE_STATES,
  type Page,
  type PageDate,
  type PageLine,
  type PageWord,
} from "./types.ts";

export const PAGE_LIMITS = {
  /** Bytes of one line of JSON. */
  line: 33_554_432,
  /** Characters of the text of a page. */
  text: 1_000_000,
  lines: 20_000,
  words: 2000,
  path: 4096,
  /** Pages of a document, and pixels of a side. */
  number: 1_000_000,
  problems: 100,
} as const;

type Value = Readonly<Record<string, unknown>>;
const object = (v: unknown): v is Value => typeof v === "object" && v !== null && !Array.isArray(v);
const whole = (v: unknown): v is number =>
  Number.isSafeInteger(v) && (v as number) >= 1 && (v as number) <= PAGE_LIMITS.number;
const percent = (v: unknown): v is number => typeof v === "number" && v >= 0 && v <= 100;
const text = (v: unknown, most: number): v is string => typeof v === "string" && v.length <= most;
const SHA = /^[0-9a-f]{64}$/;
const ISO = /^\d{4}(-\d\d(-\d\d)?)?$/;

function boxOf(v: unknown): Box | undefined {
  if (!Array.isArray(v) || v.length !== 4) return undefined;
  const ok = v.every((n) => typeof n === "number" && Number.isFinite(n) && Math.abs(n) <= PAGE_LIMITS.number);
  return ok ? (v.map(Math.round) as unknown as Box) : undefined;
}

function wordOf(v: unknown): PageWord | undefined {
  if (!object(v) || !text(v.text, 1000)) return undefined;
  const box = boxOf(v.box);
  return box && { text: v.text, box, ...(percent(v.confidence) && { confidence: v.confidence }) };
}

/** Lines whose texts make up the text of the page; undefined where they do not. */
function linesOf(v: unknown, whole: string): PageLine[] | undefined {
  if (!Array.isArray(v) || v.length > PAGE_LIMITS.lines) return undefined;
  const lines: PageLine[] = [];
  for (const l of v) {
    if (!object(l) || !text(l.text, PAGE_LIMITS.text)) return undefined;
    const box = boxOf(l.box);
    const words = Array.isArray(l.words) ? l.words.slice(0, PAGE_LIMITS.words).flatMap((w) => wordOf(w) ?? []) : [];
    lines.push({ text: l.text, ...(box && { box }), ...(words.length > 0 && { words }) });
  }
  return lines.map((l) => l.text).join("\n") === whole ? lines : undefined;
}

function dateOf(v: unknown): PageDate | undefined {
  if (!object(v) || !text(v.text, 200) || !text(v.iso, 10) || !ISO.test(v.iso)) return undefined;
  const precision = v.iso.length === 10 ? "day" : v.iso.length === 7 ? "month" : "year";
  return { text: v.text, iso: v.iso, precision };
}

/** A value as a page, or what is wrong with it. What may be missing and is damaged is left out. */
export function pageOf(v: unknown): Page | string {
  if (!object(v)) return "no object";
  if (typeof v.doc !== "string" || !SHA.test(v.doc)) return "doc";
  if (!text(v.path, PAGE_LIMITS.path) || v.path === "") return "path";
  if (!whole(v.page)) return "page";
  const state = PAGE_STATES.find((s) => s === v.state);
  const from = PAGE_SOURCES.find((s) => s === v.from);
  if (!state) return "state";
  if (!from) return "from";
  if (!text(v.text, PAGE_LIMITS.text)) return "text";
  const lines = linesOf(v.lines, v.text);
  const date = dateOf(v.date);
  const d = object(v.dup) && object(v.dup.of) ? v.dup : undefined;
  const of = d?.of as Value | undefined;
  const dup =
    d &&
    of &&
    typeof of.doc === "string" &&
    SHA.test(of.doc) &&
    whole(of.page) &&
    (d.kind === "same" || d.kind === "near")
      ? { of: { doc: of.doc, page: of.page }, kind: d.kind as "same" | "near" }
      : undefined;
  return {
    doc: v.doc,
    path: v.path,
    page: v.page,
    ...(whole(v.of) && { of: v.of }),
    state,
    from,
    ...(percent(v.confidence) && { confidence: v.confidence }),
    text: v.text,
    ...(lines && { lines }),
    ...(whole(v.w) && whole(v.h) && { w: v.w, h: v.h }),
    ...(whole(v.dpi) && { dpi: v.dpi }),
    ...(date && { date }),
    ...(dup && { dup }),
    ...(Array.isArray(v.problems) && { problems: v.problems.slice(0, PAGE_LIMITS.problems) as Problem[] }),
  };
}

/** A line of a file: its bytes as text, and where it began. */
export interface Line {
  readonly text: string;
  readonly offset: number;
}

/** Lines of a stream in batches; one that is too long is told and left out. What stands behind the last line feed is a line, too. */
export async function* linesOfStream(stream: AsyncIterable<Uint8Array>, report: Report): AsyncGenerator<Line[]> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: false });
  let rest: Uint8Array[] = [];
  let [held, offset, skipping] = [0, 0, false];
  const take = (last: Uint8Array): Line | undefined => {
    const size = held + last.length;
    const at = offset;
    offset += size + 1;
    const parts = [...rest, last];
    [rest, held] = [[], 0];
    if (skipping || size > PAGE_LIMITS.line) {
      report({ code: "json-limit", offset: at, lost: "row" });
      skipping = false;
      return undefined;
    }
    const whole = new Uint8Array(size);
    let put = 0;
    for (const p of parts) {
      whole.set(p, put);
      put += p.length;
    }
    const line = decoder.decode(whole);
    return line.trim() === "" ? undefined : { text: line, offset: at };
  };
  for await (const chunk of stream) {
    const lines: Line[] = [];
    let start = 0;
    for (let nl = chunk.indexOf(10); nl >= 0; nl = chunk.indexOf(10, start)) {
      const line = take(chunk.subarray(start, nl));
      if (line) lines.push(line);
      start = nl + 1;
    }
    if (start < chunk.length) {
      held += chunk.length - start;
      // A line without end is counted, not kept.
      if (held > PAGE_LIMITS.line) {
        skipping = true;
        rest = [];
      } else rest.push(chunk.slice(start));
    }
    if (lines.length > 0) yield lines;
  }
  if (held > 0) {
    if (skipping) report({ code: "json-limit", offset, lost: "row" });
    else {
      held = rest.reduce((n, p) => n + p.length, 0);
      const line = take(new Uint8Array(0));
      if (line) yield [line];
    }
  }
}

/** The page of a line; undefined, and a Problem, if it is none. */
export function pageOfLine(line: Line, report: Report): Page | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch {
    report({ code: "json-damaged", offset: line.offset, lost: "row" });
    return undefined;
  }
  const page = pageOf(value);
  if (typeof page !== "string") return page;
  report({ code: "json-damaged", offset: line.offset, found: page, lost: "row" });
  return undefined;
}

/** Pages of a stream of JSONL, in batches. */
export async function* readPages(stream: AsyncIterable<Uint8Array>, report: Report): AsyncGenerator<Page[]> {
  for await (const lines of linesOfStream(stream, report)) yield lines.flatMap((l) => pageOfLine(l, report) ?? []);
}
