/**
 * Sections of a bug report, one reader for each: what a section says ends with it, and what it holds is let go.
 * @module
 */
import type { Emit, Line, ParseRun, Parser, SectionItem } from "./artifact.ts";

/** Reads the lines of one section. */
export interface SectionReader {
  line(line: Line, item: SectionItem, emit: Emit): void;
  /** After the last line. */
  end?(emit: Emit): void;
}

class Sections implements Parser<SectionItem> {
  readonly #make: (item: SectionItem) => SectionReader;
  #reader: SectionReader | undefined;

  constructor(make: (item: SectionItem) => SectionReader) {
    this.#make = make;
  }

  take(item: SectionItem, emit: Emit): void {
    if (item.starts) this.end(emit);
    this.#reader ??= this.#make(item);
    for (const line of item.lines) this.#reader.line(line, item, emit);
    if (item.ends) this.end(emit);
  }

  end(emit: Emit): void {
    const reader = this.#reader;
    this.#reader = undefined;
    reader?.end?.(emit);
  }
}

/**
 * A parser that makes a reader for each section: several may have one name.
 * @example parse: (run) => readSections(() => new Accessibility(run))
 */
export function readSections(make: (item: SectionItem) => SectionReader): Parser<SectionItem> {
  return new Sections(make);
}

/** Spaces at the start of a line. */
export function indentOf(s: string): number {
  let n = 0;
  while (s.charCodeAt(n) === 0x20) n++;
  return n;
}

/** A section in which nothing of the form that we know was found. */
export function nothingKnown(run: Pick<ParseRun, "problem">, expected: string): void {
  run.problem({ code: "artifact-value", found: "another form", expected, lost: "artifact" });
}
