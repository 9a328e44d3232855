/**
 * Times of the battery's history: since its beginning (`+1h26m18s315ms`), to be counted from the lines that name a date (`RESET:TIME:
 * 2022-01-04-17-30-01`, `TIME: …`); or, in Android 16, a date without its year (`03-10 13:09:34.000`).
 * @module
 */
import { type Acquisition, type Moment, own } from "@contraluz/core";
import { durationMs, momentOfLine } from "../../android-names.ts";
import { dashedMoment, later } from "../../android-when.ts";

export interface HistoryLine {
  /** As written. */
  readonly time: string;
  /** What follows the time, the count of reads and the level. */
  readonly rest: string;
}

const LINE = /^ {1,40}((?:\+[0-9dhms]{2,40})|0|(?:\d\d-\d\d \d\d:\d\d:\d\d\.\d{3})) (?:\(\d{1,9}\) )?(?:\d{3} )?(.*)$/;
const ANCHOR = /^(?:RESET:)?TIME: (\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d)/;

/** A line of the history; undefined for one of another form. */
export function historyLine(s: string): HistoryLine | undefined {
  const m = LINE.exec(s);
  return m ? { time: m[1]!, rest: m[2]! } : undefined;
}

export class HistoryClock {
  readonly #acquisition: Acquisition;
  #anchor: Moment | undefined;
  #anchorMs = 0;

  constructor(acquisition: Acquisition) {
    this.#acquisition = acquisition;
  }

  /** Takes a line that names a date. */
  anchor(line: HistoryLine): void {
    const m = ANCHOR.exec(line.rest);
    if (!m) return;
    const at = dashedMoment(m[1], this.#acquisition);
    const ms = durationMs(line.time);
    // Without a date what follows cannot be placed: better no time than one of before.
    this.#anchor = ms === undefined ? undefined : at;
    this.#anchorMs = ms ?? 0;
  }

  at(line: HistoryLine): Moment | undefined {
    const ms = durationMs(line.time);
    if (ms === undefined) return momentOfLine(line.time, this.#acquisition);
    return later(this.#anchor, ms - this.#anchorMs, own(line.time));
  }
}
