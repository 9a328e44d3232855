/**
 * Logs of Apple's daemons whose entries begin `Mon Sep  2 05:47:19 2024 [73] <notice> (0x16bae7000) TEXT` and may go on over any
 * number of lines: mobile_installation.log, containermanagerd.log, mobileactivationd.log.
 *
 * The clock is the phone's own and names no zone. An entry may be followed by a property list, or by what an object prints.
 * Sources: plaso's sample of mobile_installation.log (iOS 14 or 15); ios.md 4.1.
 * @module
 */
import { type Moment, type Origin, own } from "@contraluz/core";
import type { Line, LinesItem, ParseRun } from "./artifact.ts";
import { asctime, localMoment } from "./local-time.ts";

/** Characters of one entry that are kept: what an artifact looks for stands in its first line. */
const MAX_ENTRY = 8192;

export interface LogEntry {
  /** Worked out when it is asked for: most entries say nothing that is kept. */
  readonly at: () => Moment | undefined;
  /** Number of the process that wrote it. */
  readonly pid: number | undefined;
  readonly level: string | undefined;
  /** All of its lines, up to a limit. */
  readonly text: string;
  readonly origin: () => Origin;
}

const HEAD = /^ \[(\d{1,10})\] (?:<([^>]{1,20})> )?(?:\(0x[0-9a-fA-F]{1,16}\) )?/;

interface Open {
  readonly line: Line;
  readonly origin: LinesItem["origin"];
  readonly wall: string;
  readonly seen: string;
  readonly pid: string | undefined;
  readonly level: string | undefined;
  text: string;
}

/** Joins lines to entries, in their order. */
export class LogEntries {
  readonly #run: ParseRun;
  #open: Open | undefined;
  /** Lines before the first entry. */
  odd = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  /** The entry that ends because of this line, if one does. */
  take(line: Line, origin: LinesItem["origin"]): LogEntry | undefined {
    const time = asctime(line.text);
    const head = time && HEAD.exec(line.text.slice(time.seen.length));
    if (!time || !head) {
      if (!this.#open) {
        if (line.text.trim() !== "") this.odd++;
      } else if (this.#open.text.length < MAX_ENTRY) this.#open.text += `\n${line.text}`;
      return undefined;
    }
    const done = this.end();
    const text = line.text.slice(time.seen.length + head[0].length);
    this.#open = { line, origin, wall: time.wall, seen: time.seen, pid: head[1], level: head[2], text };
    return done;
  }

  /** The last entry. */
  end(): LogEntry | undefined {
    const e = this.#open;
    this.#open = undefined;
    return (
      e && {
        at: () => localMoment(e.wall, own(e.seen), this.#run.acquisition),
        pid: e.pid === undefined ? undefined : Number(e.pid),
        level: e.level,
        text: e.text.slice(0, MAX_ENTRY),
        origin: () => e.origin(e.line),
      }
    );
  }
}
