/**
 * Feed of text files: their lines, each with its number and the offset of its first byte. Bytes that are no UTF-8 become U+FFFD and
 * cost their letters only.
 * @module
 */
import type { Cancel, RandomAccess, Report } from "@contraluz/core";
import { chunksOf } from "@contraluz/evidence";
import type { Line, LinesItem } from "../artifact.ts";

export interface LinesRun {
  readonly file: number;
  readonly report: Report;
  readonly cancel?: Cancel;
  /** Awaited between batches where it gives a promise: back-pressure of whoever takes the records. */
  readonly drain?: () => Promise<void> | undefined;
}

/** Bytes of one line: a row of logdata.statistics.jsonl with 50 processes has 10,000. */
export const MAX_LINE = 262_144;

/** Bytes whose lines are handed over together: they stay alive for so long, and of larger pieces a browser's heap grows by 40 MB. */
const PIECE = 32_768;

const LF = 0x0a;
/** One for all: an array of bytes for each line was half of all garbage. */
const NOTHING: Uint8Array = new Uint8Array(0);
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

/** Of bytes that are no UTF-8, where the first letter that is none begins, or ends. */
function firstBad(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (good + 1 < bad) {
    const half = (good + bad) >>> 1;
    try {
      // With `stream` an unfinished letter at the end is none yet.
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, half), { stream: true });
      good = half;
    } catch {
      bad = half;
    }
  }
  return good;
}

/** Text of bytes that end with a line; tells once that some are none. */
export class LineText {
  readonly #report: Report;
  #told = false;

  constructor(report: Report) {
    this.#report = report;
  }

  of(bytes: Uint8Array, offset: number): string {
    if (!this.#told) {
      try {
        return strict.decode(bytes);
      } catch {
        this.#told = true;
        this.#report({ code: "text-damaged", offset: offset + firstBad(bytes), expected: "UTF-8", lost: "bytes" });
      }
    }
    return lenient.decode(bytes);
  }
}

/** A line without the carriage return that ends it on Windows. */
export const withoutCr = (s: string): string => (s.charCodeAt(s.length - 1) === 0x0d ? s.slice(0, -1) : s);

/** Cuts pieces of a file into lines. What is longer than `MAX_LINE` loses the rest, with a problem. */
class Cutter {
  readonly #text: LineText;
  readonly #report: Report;
  /** The beginning of a line whose end has not come. */
  #held: Uint8Array = NOTHING;
  /** Of the first byte of the line that is being read. */
  #start = 0;
  #number = 1;
  /** Its first part was handed over: the rest is passed over. */
  #over = false;

  constructor(report: Report) {
    this.#text = new LineText(report);
    this.#report = report;
  }

  #line(bytes: Uint8Array): Line {
    const text = withoutCr(this.#text.of(bytes, this.#start));
    return { text: this.#number === 1 ? text.replace(/^\uFEFF/, "") : text, number: this.#number, offset: this.#start };
  }

  #hold(bytes: Uint8Array): void {
    const joined = new Uint8Array(this.#held.length + bytes.length);
    joined.set(this.#held);
    joined.set(bytes, this.#held.length);
    this.#held = joined;
  }

  /** What is held has grown too long: its first part is the line. */
  #cut(out: Line[]): void {
    if (this.#held.length <= MAX_LINE) return;
    out.push(this.#line(this.#held.subarray(0, MAX_LINE)));
    this.#report({ code: "record-limit", offset: this.#start, expected: `<= ${MAX_LINE} B a line`, lost: "bytes" });
    this.#held = NOTHING;
    this.#over = true;
  }

  /** The lines that end in `chunk`, which lies at `at`. */
  take(chunk: Uint8Array, at: number): Line[] {
    const out: Line[] = [];
    let from = 0;
    if (this.#over || this.#held.length > 0) {
      const end = chunk.indexOf(LF);
      const first = end < 0 ? chunk : chunk.subarray(0, end);
      if (!this.#over) {
        this.#hold(first);
        this.#cut(out);
      }
      if (end < 0) return out;
      if (!this.#over) out.push(this.#line(this.#held));
      this.#next(at + end + 1);
      from = end + 1;
    }
    const last = chunk.lastIndexOf(LF);
    if (last >= from) {
      // One decoding for all whole lines: an end of line is never part of a damaged letter.
      const texts = this.#text.of(chunk.subarray(from, last), at + from).split("\n");
      for (const raw of texts) {
        const text = withoutCr(raw);
        const end = chunk.indexOf(LF, from);
        out.push({
          text: this.#number === 1 ? text.replace(/^\uFEFF/, "") : text,
          number: this.#number,
          offset: at + from,
        });
        from = end + 1;
        this.#next(at + from);
      }
    }
    if (from < chunk.length) {
      this.#hold(chunk.subarray(from));
      this.#cut(out);
    }
    return out;
  }

  #next(start: number): void {
    this.#start = start;
    this.#number++;
    this.#held = NOTHING;
    this.#over = false;
  }

  /** The last line, if the file does not end with the end of one. */
  end(): Line[] {
    return this.#held.length > 0 ? [this.#line(this.#held)] : [];
  }
}

/** Reads a text file for all subscribers. An empty file has no lines, and was read. */
export async function runLines(
  source: RandomAccess,
  subs: readonly { take(item: LinesItem): void }[],
  run: LinesRun,
): Promise<boolean> {
  const cutter = new Cutter(run.report);
  const origin: LinesItem["origin"] = ({ number, offset }) => ({ file: run.file, at: { line: number, offset } });
  const give = (lines: readonly Line[]): void => {
    if (lines.length > 0) for (const s of subs) s.take({ lines, origin });
  };
  let at = 0;
  for await (const chunk of chunksOf(source)) {
    for (let from = 0; from < chunk.length; from += PIECE) {
      if (run.cancel?.aborted) return true;
      give(cutter.take(chunk.subarray(from, from + PIECE), at + from));
      const wait = run.drain?.();
      if (wait) await wait;
    }
    at += chunk.length;
  }
  give(cutter.end());
  return true;
}
