/**
 * A line of logcat: `MM-DD HH:MM:SS.mmm [uid] pid tid L tag: message`, with the user only under `-v uid`, as a number or a name.
 * Most of a report is log: its parts are found letter by letter, and nothing is cut out before somebody wants it.
 * Source: AOSP logprint.c (FORMAT_THREADTIME).
 * @module
 */
import { uidOf } from "../../android-names.ts";

/** Where the parts of a line begin. */
export interface LogLine {
  readonly text: string;
  readonly tag: string;
  /** Index of the message. */
  readonly message: number;
  /** Index behind the time. */
  readonly ids: number;
}

const digit = (c: number): boolean => c >= 0x30 && c <= 0x39;
/** V, D, I, W, E, F, S (silent is never printed, some vendors do). */
const LEVELS = "VDIWEFS";
const TIME = 18;
/** Users, process, thread: at most three words. */
const MAX_IDS = 4;

/** The parts of a line; undefined for what is none (`--------- beginning of main`). */
export function logLine(text: string): LogLine | undefined {
  if (text.length < TIME + 8 || !digit(text.charCodeAt(0)) || text.charCodeAt(2) !== 0x2d) return undefined;
  if (text.charCodeAt(TIME) !== 0x20) return undefined;
  let i = TIME;
  for (let n = 0; n < MAX_IDS; n++) {
    while (text.charCodeAt(i) === 0x20) i++;
    // The level: one letter alone.
    if (text.charCodeAt(i + 1) === 0x20 && LEVELS.includes(text[i]!)) {
      const from = i + 2;
      const colon = text.indexOf(": ", from);
      const end = colon < 0 ? (text.endsWith(":") ? text.length - 1 : -1) : colon;
      if (end < 0 || end - from > 200) return undefined;
      let to = end;
      while (to > from && text.charCodeAt(to - 1) === 0x20) to--;
      return { text, tag: text.slice(from, to), message: end + 2, ids: TIME };
    }
    const space = text.indexOf(" ", i);
    if (space < 0 || space - i > 20) return undefined;
    i = space;
  }
  return undefined;
}

/** The user that wrote the line, where three words stand before the level. */
export function userOfLine(line: LogLine): number | undefined {
  const words = line.text
    .slice(line.ids, line.ids + 60)
    .trimStart()
    .split(/ +/, 4);
  return words[3]?.length === 1 && LEVELS.includes(words[3]) ? uidOf(words[0]!) : undefined;
}
