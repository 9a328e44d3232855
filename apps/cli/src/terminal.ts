/** The person's terminal: what may reach it, and one line of progress. Progress goes to stderr, answers to stdout. @module */
import { plain } from "@contraluz/report";
import { columns } from "@contraluz/report/text/wrap.ts";

/** Evidence and paths may hold escape codes: they are shown as `<U+001B>`, as everywhere else. */
export function printable(text: string): string {
  return plain(text, "en", 4096);
}

/** What is being done, and the name of what is read, if one is. */
export interface Doing {
  /** The same for steps of one kind. */
  readonly key: string;
  readonly text: string;
  readonly name?: string;
  /** A number that runs, for a terminal only. */
  readonly running?: string;
}

export interface ProgressLine {
  say(doing: Doing): void;
  end(): void;
}

/** What a progress line is written to. */
export type Out = Pick<NodeJS.WriteStream, "write"> & { readonly isTTY?: boolean; readonly columns?: number };

/** A terminal is written at most this often, and counts seconds from here on (ms). */
const OFTEN = 80;
const SLOW = 2000;
/** Elsewhere lines of one kind come at most this often (ms). */
const SELDOM = 10_000;

/** A line that fits: the name loses its beginning, since its end says what it is. */
export function fit(doing: Doing, after: string, width: number): string {
  const text = printable(doing.text);
  if (doing.name === undefined) return [...`${text}${after}`].slice(0, width).join("");
  let name = [...printable(doing.name)];
  const room = width - columns(text) - columns(after) - 1;
  if (columns(name.join("")) > room) {
    while (name.length > 0 && columns(name.join("")) + 1 > room) name = name.slice(Math.max(1, name.length - room));
    name.unshift("…");
  }
  return room < 8 ? [...`${text}${after}`].slice(0, width).join("") : `${text} ${name.join("")}${after}`;
}

/** One line that is written over on a terminal; elsewhere plain lines, few of them. */
export function progressLine(out: Out, quiet: boolean, now: () => number = () => performance.now()): ProgressLine {
  const tty = out.isTTY === true;
  let current: Doing | undefined;
  let began = 0;
  let written = Number.NEGATIVE_INFINITY;
  let ticking: NodeJS.Timeout | undefined;
  const draw = (): void => {
    if (!current) return;
    written = now();
    const seconds = Math.floor((written - began) / 1000);
    const running = current.running === undefined ? "" : ` ${current.running}`;
    const after = written - began < SLOW ? running : `${running} · ${seconds} s`;
    // A terminal that does not know how wide it is says 0.
    out.write(`\r\u001b[2K${fit(current, after, Math.max(20, (out.columns || 80) - 1))}`);
  };
  return {
    say(doing) {
      if (quiet) return;
      const fresh = current?.key !== doing.key;
      const other = fresh || current?.name !== doing.name;
      current = doing;
      const at = now();
      if (other) began = at;
      if (tty) {
        ticking ??= setInterval(draw, 1000).unref();
        if (fresh || at - written >= OFTEN) draw();
      } else if (fresh || at - written >= SELDOM) {
        written = at;
        out.write(`${printable(doing.text)}${doing.name === undefined ? "" : ` ${printable(doing.name)}`}\n`);
      }
    },
    end() {
      clearInterval(ticking);
      if (current && tty) out.write("\r\u001b[2K");
      current = undefined;
      ticking = undefined;
    },
  };
}
