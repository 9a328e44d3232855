/**
 * Logs of Apple's daemons: an entry begins with a wall clock and may go on over any number of lines. `Mon Sep  2 05:47:19 2024 [73] <notice>
 * (0x16bae7000) TEXT` in mobile_installation.log, containermanagerd.log and mobileactivationd.log; others have a head of their own.
 *
 * The clock is the phone's own and names no zone. An entry may be followed by a property list, or by what an object prints.
 * Sources: plaso's sample of mobile_installation.log (iOS 14 or 15); ios.md 4.1.
 * @module
 */
import { type Moment, type Origin, own } from "@contraluz/core";
import type { Emit, Line, LinesItem, ParseRun, Parser } from "./artifact.ts";
import { asctime, localMoment } from "./local-time.ts";

/** Characters of one entry that are kept: what an artifact looks for stands in its first line. */
const MAX_ENTRY = 8192;

/** How an entry begins. */
export interface EntryHead {
  /** Characters before its text. */
  readonly length: number;
  /** `2024-09-02T05:47:19`, with up to nine decimals. */
  readonly wall: string;
  /** The time as the log writes it. */
  readonly seen: string;
  /** The function that wrote it, where the head names one. */
  readonly by?: string;
}

export interface LogEntry {
  /** Worked out when it is asked for: most entries say nothing that is kept. */
  readonly at: () => Moment | undefined;
  readonly by: string | undefined;
  /** All of its lines, up to a limit. */
  readonly text: string;
  readonly origin: () => Origin;
}

/** What an artifact makes of a log. */
export interface EntryReader {
  entry(e: LogEntry, emit: Emit): void;
  /** After the last of `count` entries. */
  end?(emit: Emit, count: number): void;
}

const REST = /^ \[\d{1,10}\] (?:<[^>]{1,20}> )?(?:\(0x[0-9a-fA-F]{1,16}\) )?/;

/** The head that most of these logs have. */
function daemonHead(line: string): EntryHead | undefined {
  const time = asctime(line);
  const rest = time && REST.exec(line.slice(time.seen.length));
  return time && rest ? { ...time, length: time.seen.length + rest[0].length } : undefined;
}

interface Open {
  readonly head: EntryHead;
  readonly line: Line;
  readonly origin: LinesItem["origin"];
  text: string;
}

/** Joins lines to entries. Lines before the first one are the end of an entry that the log before this one holds. */
class Entries implements Parser<LinesItem> {
  readonly #run: ParseRun;
  readonly #reader: EntryReader;
  readonly #headOf: (line: string) => EntryHead | undefined;
  readonly #expected: string;
  #open: Open | undefined;
  #count = 0;

  constructor(run: ParseRun, reader: EntryReader, headOf: (line: string) => EntryHead | undefined, expected: string) {
    this.#run = run;
    this.#reader = reader;
    this.#headOf = headOf;
    this.#expected = expected;
  }

  take(item: LinesItem, emit: Emit): void {
    for (const line of item.lines) {
      const head = this.#headOf(line.text);
      if (head) {
        this.#flush(emit);
        this.#open = { head, line, origin: item.origin, text: line.text.slice(head.length) };
      } else if (this.#open && this.#open.text.length < MAX_ENTRY) this.#open.text += `\n${line.text}`;
    }
  }

  #flush(emit: Emit): void {
    const e = this.#open;
    if (!e) return;
    this.#open = undefined;
    this.#count++;
    const { wall, seen, by } = e.head;
    const at = (): Moment | undefined => localMoment(wall, own(seen), this.#run.acquisition);
    this.#reader.entry({ at, by, text: e.text.slice(0, MAX_ENTRY), origin: () => e.origin(e.line) }, emit);
  }

  end(emit: Emit): void {
    this.#flush(emit);
    this.#reader.end?.(emit, this.#count);
    if (this.#count > 0) return;
    this.#run.problem({ code: "artifact-value", found: "no entry", expected: this.#expected, lost: "file" });
  }
}

/**
 * Hands the entries of a log to `reader`, in their order. A log without any is a problem.
 * @example parse: (run) => parseEntries(run, new Log(run))
 */
export function parseEntries(
  run: ParseRun,
  reader: EntryReader,
  headOf: (line: string) => EntryHead | undefined = daemonHead,
  expected = "Mon Sep  2 05:47:19 2024 [73]",
): Parser<LinesItem> {
  return new Entries(run, reader, headOf, expected);
}
