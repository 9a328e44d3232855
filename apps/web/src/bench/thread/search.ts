/**
 * Which records of a place hold a text, whatever the case. A block of lines is searched as it stands in the file; only lines
 * with the text in it are taken apart, to see whether it stands in a value and not in the name of a field.
 * @module
 */
import type { ArtifactRecord } from "@contraluz/core";
import { isoUtc, type Moment } from "@contraluz/core";
import { decodeRecord, isMoment } from "@contraluz/store";
import { Bits } from "./bits.ts";
import { BLOCK, type Lines } from "./lines.ts";

/** Lines longer than this are not searched, and counted: memory is bounded, a hostile record is not. */
const MAX_LINE = 16 << 20;

/** Letters that differ by case alone become one. */
export function fold(text: string): string {
  return text.toLowerCase().replaceAll("ς", "σ");
}

/** What is looked for: `2021-06-11 03:14` as moments are written, `T` between day and hour. */
export function needleOf(query: string): string {
  return fold(query.trim().replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, "$1T"));
}

function momentHolds(m: Moment, needle: string): boolean {
  const iso = m.utc === undefined ? (m.wall ?? "") : isoUtc(m.utc, m.precision);
  return fold(iso).includes(needle);
}

function valueHolds(v: unknown, needle: string): boolean {
  if (typeof v === "string") return fold(v).includes(needle);
  if (typeof v === "number" || typeof v === "bigint") return String(v).includes(needle);
  if (typeof v !== "object" || v === null) return false;
  if (isMoment(v)) return momentHolds(v, needle);
  return Object.values(v).some((x) => valueHolds(x, needle));
}

/** Whether a value of a record holds a folded text. */
export function recordHolds(r: ArtifactRecord, needle: string): boolean {
  if (r.at && momentHolds(r.at, needle)) return true;
  for (const k in r.fields) if (valueHolds(r.fields[k], needle)) return true;
  return r.observables.some((o) => fold(o.value).includes(needle));
}

export class Search {
  readonly found: Bits;
  unsearched = 0;
  readonly #lines: Lines;
  readonly #needle: string;
  readonly #raw: string;
  #line = 0;

  /** `needle` comes from `needleOf`. */
  constructor(lines: Lines, needle: string) {
    this.#lines = lines;
    this.#needle = needle;
    this.#raw = JSON.stringify(needle).slice(1, -1);
    this.found = new Bits(lines.total);
  }

  /** Bytes that have been searched. */
  get scanned(): number {
    return this.#lines.starts[this.#line] ?? this.#lines.source.size;
  }

  /** Searches the next lines, about `BLOCK` bytes. False if there are none. */
  async step(): Promise<boolean> {
    const { starts, total, source } = this.#lines;
    if (this.#line >= total) return false;
    const first = this.#line;
    const begin = starts[first]!;
    let end = first + 1;
    while (end < total && starts[end + 1]! - begin <= BLOCK) end++;
    this.#line = end;
    const length = starts[end]! - begin;
    if (length > MAX_LINE) {
      this.unsearched++;
      return true;
    }
    const bytes = await source.read(begin, length);
    const decoder = new TextDecoder();
    const text = fold(decoder.decode(bytes));
    let line = first;
    let feed = text.indexOf("\n");
    for (let hit = text.indexOf(this.#raw); hit >= 0; ) {
      while (feed >= 0 && feed < hit) {
        line++;
        feed = text.indexOf("\n", feed + 1);
      }
      const raw = decoder.decode(bytes.subarray(starts[line]! - begin, starts[line + 1]! - begin));
      if (this.#holds(raw.trimEnd())) this.found.add(line);
      if (feed < 0) break;
      hit = text.indexOf(this.#raw, feed);
    }
    return true;
  }

  #holds(line: string): boolean {
    try {
      return recordHolds(decodeRecord(line), this.#needle);
    } catch {
      // No record: it stands in the list as damaged, whatever it holds.
      return false;
    }
  }
}
