/**
 * Feed of JSON files: the elements of a list at the top, in batches; an object at the top is one element, read whole up to a
 * limit. Where an artifact says that its list may be written as one element a line, such a file is a list, too.
 * @module
 */
import { type Cancel, LIMITS, type RandomAccess, type Report } from "@contraluz/core";
import { chunksOf } from "@contraluz/evidence";
import { splitArray } from "@contraluz/formats/json-stream/index.ts";
import type { JsonItem, LinesItem } from "../artifact.ts";
import { runLines } from "./lines.ts";

export interface JsonRun {
  readonly file: number;
  readonly report: Report;
  readonly cancel?: Cancel;
  /** Awaited between batches where it gives a promise: back-pressure of whoever takes the records. */
  readonly drain?: () => Promise<void> | undefined;
  /** A list may be written as one element a line. */
  readonly lines?: boolean;
}

/** Bytes of one element of a list. */
const MAX_ELEMENT = 4 * 1024 * 1024;
/** Bytes of an object at the top: it is held whole. */
const MAX_OBJECT = 16 * 1024 * 1024;
/** Bytes in which the first line ends, where a line is an element. */
const MAX_FIRST_LINE = 262_144;
/** Lines that are no element, told one by one; then their number. */
const MAX_TOLD = 5;
/** Bytes before the first sign of the text. */
const HEAD = 4096;

/** The first character that is no space, behind a byte order mark. */
function firstOf(head: Uint8Array): string | undefined {
  return /[^\s\uFEFF]/.exec(new TextDecoder("utf-8", { ignoreBOM: true }).decode(head))?.[0];
}

/** True if the text opens more brackets than that one inside the other; strings do not count. */
function deeper(bytes: Uint8Array, depth: number): boolean {
  let open = 0;
  let string = false;
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i]!;
    if (string) {
      if (c === 0x5c) i++;
      else if (c === 0x22) string = false;
    } else if (c === 0x22) string = true;
    else if (c === 0x5b || c === 0x7b) {
      if (++open > depth) return true;
    } else if (c === 0x5d || c === 0x7d) open--;
  }
  return false;
}

async function objectOf(source: RandomAccess, report: Report): Promise<readonly unknown[] | undefined> {
  if (source.size > MAX_OBJECT) {
    report({ code: "json-limit", found: `${source.size} B`, expected: `<= ${MAX_OBJECT} B`, lost: "file" });
    return undefined;
  }
  const bytes = await source.read(0, source.size);
  if (deeper(bytes, LIMITS.depth)) {
    report({ code: "json-limit", found: "nested too deep", expected: `<= ${LIMITS.depth}`, lost: "file" });
    return undefined;
  }
  try {
    return [JSON.parse(new TextDecoder().decode(bytes)) as unknown];
  } catch {
    // Not in the words of the engine: each has its own, and some quote the text.
    report({ code: "json-damaged", found: "no JSON value", lost: "file" });
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether the first line is an object by itself, and others follow. */
async function isLines(source: RandomAccess): Promise<boolean> {
  const bytes = await source.read(0, MAX_FIRST_LINE);
  const end = bytes.indexOf(0x0a);
  if (end < 0 || deeper(bytes.subarray(0, end), LIMITS.depth)) return false;
  const decoder = new TextDecoder();
  return (
    parsed(decoder.decode(bytes.subarray(0, end))) !== undefined && decoder.decode(bytes.subarray(end)).trim() !== ""
  );
}

/** The elements of a file with one on each line. */
async function linesOf(
  source: RandomAccess,
  give: (elements: readonly unknown[], index: number, list: boolean) => void,
  run: JsonRun,
): Promise<boolean> {
  let [index, bad] = [0, 0];
  const encoder = new TextEncoder();
  const take = ({ lines }: LinesItem): void => {
    const elements: unknown[] = [];
    for (const { text, number, offset } of lines) {
      if (text.trim() === "") continue;
      const value = deeper(encoder.encode(text), LIMITS.depth) ? undefined : parsed(text);
      if (value !== undefined) elements.push(value);
      else if (bad++ < MAX_TOLD) run.report({ code: "json-damaged", offset, found: `line ${number}`, lost: "row" });
    }
    if (elements.length > 0) give(elements, index, true);
    index += elements.length;
  };
  await runLines(source, [{ take }], run);
  if (bad > MAX_TOLD) run.report({ code: "json-damaged", found: `${bad} lines`, lost: "row" });
  return true;
}

/** Reads a JSON file for all subscribers. Returns false if nothing of it could be read. */
export async function runJson(
  source: RandomAccess,
  subs: readonly { take(item: JsonItem): void }[],
  run: JsonRun,
): Promise<boolean> {
  const first = firstOf(await source.read(0, HEAD));
  const give = (elements: readonly unknown[], index: number, list: boolean): void => {
    const item: JsonItem = {
      elements,
      first: index,
      list,
      origin: (key) => ({ file: run.file, at: { key } }),
    };
    for (const s of subs) s.take(item);
  };
  if (first === "{" && run.lines && (await isLines(source))) return linesOf(source, give, run);
  if (first === "{") {
    const elements = await objectOf(source, run.report);
    if (elements) give(elements, 0, false);
    return elements !== undefined;
  }
  if (first !== "[") {
    run.report({ code: "json-damaged", found: "no JSON object or array", lost: "file" });
    return false;
  }
  let index = 0;
  for await (const elements of splitArray(chunksOf(source), "", { elementBytes: MAX_ELEMENT }, run.report)) {
    if (run.cancel?.aborted) break;
    give(elements, index, true);
    index += elements.length;
    const wait = run.drain?.();
    if (wait) await wait;
  }
  return true;
}
