/**
 * Feed of files with one JSON object a line. An object that stood in an earlier file, or line, of the same artifact is not handed over
 * again: logs of days overlap.
 * @module
 */
import { byCodeUnit, type Hasher, type Platform, type RandomAccess, type Report } from "@contraluz/core";
import type { NdjsonItem, NdjsonObject } from "../artifact.ts";
import { isObject } from "../json.ts";
import { type LinesRun, runLines } from "./lines.ts";

export interface NdjsonRun extends LinesRun {
  readonly platform: Pick<Platform, "sha256">;
  /** What came before in files of the same artifacts. */
  readonly seen: SeenObjects;
}

/** Nesting of one object: events have three. */
const MAX_DEPTH = 16;
/** Lines that are no object, told one by one; then their number. */
const MAX_TOLD = 5;

/** The same text for the same value, whatever the order of its keys; undefined for one that is nested too deep. */
function canonical(v: unknown, depth = 0): string | undefined {
  if (typeof v !== "object" || v === null) return JSON.stringify(v);
  if (depth === MAX_DEPTH) return undefined;
  const parts: string[] = [];
  const list = Array.isArray(v);
  for (const key of list ? v.keys() : Object.keys(v).sort(byCodeUnit)) {
    const value = canonical((v as Record<string | number, unknown>)[key], depth + 1);
    if (value === undefined) return undefined;
    parts.push(list ? value : `${JSON.stringify(key)}:${value}`);
  }
  return list ? `[${parts.join()}]` : `{${parts.join()}}`;
}

const SMALLEST = 1 << 12;
/** Objects of one generation: 25 MB. */
const MOST = 1 << 20;
const WORDS = 3;

/** Marks of 96 bits in a table that grows. */
class Marks {
  #table = new Uint32Array(SMALLEST * WORDS);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Where the mark is, or -1 minus the place that is free for it. */
  find(a: number, b: number, c: number): number {
    const t = this.#table;
    const slots = t.length / WORDS;
    // As many steps on as the mark says: whoever makes events whose marks begin alike makes no row of them. Slots are a power of
    // two, so that odd steps come to each of them.
    const step = (b | 1) >>> 0;
    for (let i = a % slots; ; i = (i + step) % slots) {
      const at = i * WORDS;
      if (t[at] === 0 && t[at + 1] === 0 && t[at + 2] === 0) return -1 - at;
      if (t[at] === a && t[at + 1] === b && t[at + 2] === c) return at;
    }
  }

  add(a: number, b: number, c: number): void {
    if (this.#count * 2 >= this.#table.length / WORDS) this.#grow();
    const at = this.find(a, b, c);
    if (at >= 0) return;
    this.#table.set([a, b, c], -1 - at);
    this.#count++;
  }

  #grow(): void {
    const old = this.#table;
    this.#table = new Uint32Array(old.length * 2);
    this.#count = 0;
    for (let i = 0; i < old.length; i += WORDS)
      if (old[i] !== 0 || old[i + 1] !== 0 || old[i + 2] !== 0) this.add(old[i]!, old[i + 1]!, old[i + 2]!);
  }
}

/**
 * The objects that were handed over, as the first 96 bits of their SHA-256: nobody can make an event whose mark is that of another. The
 * last million is always known, and up to another million before it; days that overlap lie closer together.
 */
export class SeenObjects {
  readonly #most: number;
  #now = new Marks();
  #before = new Marks();

  constructor(most: number = MOST) {
    this.#most = most;
  }

  /** Whether it is known; it is from now on. */
  again(text: string, hasher: Hasher): boolean {
    hasher.update(new TextEncoder().encode(text));
    const hash = hasher.hex();
    const [a, b, c] = [0, 8, 16].map((i) => Number.parseInt(hash.slice(i, i + 8), 16)) as [number, number, number];
    if (this.#now.find(a, b, c) >= 0 || this.#before.find(a, b, c) >= 0) return true;
    if (this.#now.count >= this.#most) [this.#before, this.#now] = [this.#now, new Marks()];
    this.#now.add(a, b, c);
    return false;
  }
}

/** The object of a line; undefined for what is none. */
function objectOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Reads a file for all subscribers. Returns false if no line of it was an object. */
export async function runNdjson(
  source: RandomAccess,
  subs: readonly { take(item: NdjsonItem): void }[],
  run: NdjsonRun,
): Promise<boolean> {
  let [objects, odd] = [0, 0];
  const report: Report = run.report;
  const sub = {
    take({ lines, origin }: Parameters<Parameters<typeof runLines>[1][number]["take"]>[0]): void {
      const found: NdjsonObject[] = [];
      for (const line of lines) {
        if (/^\s*$/.test(line.text)) continue;
        const value = objectOf(line.text);
        const text = isObject(value) ? canonical(value) : undefined;
        if (text === undefined) {
          if (odd++ < MAX_TOLD)
            report({
              code: "json-damaged",
              offset: line.offset,
              found: `line ${line.number}: no JSON object`,
              lost: "row",
            });
          continue;
        }
        objects++;
        if (!run.seen.again(text, run.platform.sha256())) found.push({ value, line });
      }
      if (found.length > 0) for (const s of subs) s.take({ objects: found, origin });
    },
  };
  await runLines(source, [sub], run);
  if (odd > MAX_TOLD) report({ code: "json-damaged", found: `${odd} lines: no JSON object`, lost: "row" });
  return objects > 0 || odd === 0;
}
