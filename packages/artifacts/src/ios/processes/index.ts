/**
 * ps.txt and ps_thread.txt of a sysdiagnose: the processes that ran when it was made.
 *
 * The first line names the columns, which differ between versions (iOS 15 has no PRSNA and F); the last one, COMMAND, holds spaces.
 * ps_thread.txt has a line for each thread below its process, blank up to the processor's share.
 * Sources: ios.md 2.2 and 4.2; columns from the samples in the tests of EC-DIGIT-CSIRC/sysdiagnose.
 * @module
 */
import type { Moment } from "@contraluz/core";
import type { Artifact, Emit, Line, LinesItem, ParseRun, Parser } from "../../artifact.ts";
import { captured } from "../../capture.ts";
import { commandOf } from "../../command.ts";
import { programSeen } from "../../program.ts";
import { text } from "../../text.ts";
import { fields, words } from "./words.ts";

/** Columns of a table: more than any ps prints. */
const MAX_COLUMNS = 64;

/** Splits off the first `n` words; the rest of the line is the last. */
function cells(line: string, n: number): string[] | undefined {
  const out: string[] = [];
  let at = 0;
  while (out.length < n) {
    while (line.charCodeAt(at) === 0x20) at++;
    const end = line.indexOf(" ", at);
    if (end < 0 || end === at) return undefined;
    out.push(line.slice(at, end));
    at = end;
  }
  out.push(line.slice(at).trim());
  return out;
}

const whole = (s: string | undefined): number | undefined =>
  s !== undefined && /^-?\d{1,10}$/.test(s) ? Number(s) : undefined;

class Table implements Parser<LinesItem> {
  readonly #run: ParseRun;
  readonly #source: string | undefined;
  /** They ran when the diagnosis was made. */
  readonly #at: Moment | undefined;
  #columns: readonly string[] | undefined;
  #odd = 0;

  constructor(run: ParseRun) {
    this.#run = run;
    this.#at = captured(run.acquisition);
    this.#source = text(run.path.slice(run.path.lastIndexOf("/") + 1));
  }

  take(item: LinesItem, emit: Emit): void {
    for (const line of item.lines) {
      if (this.#columns === undefined) this.#head(line.text);
      // A thread of the process above it.
      else if (line.text !== "" && !line.text.startsWith(" ")) this.#row(line, this.#columns, item, emit);
    }
  }

  #head(s: string): void {
    const names = s.trim().split(/ +/, MAX_COLUMNS);
    if (names.includes("PID") && names[names.length - 1] === "COMMAND") this.#columns = names;
    else if (s.trim() !== "") this.#odd++;
  }

  #row(line: Line, columns: readonly string[], item: LinesItem, emit: Emit): void {
    const values = cells(line.text, columns.length - 1);
    const cell = (name: string): string | undefined => values?.[columns.indexOf(name)];
    const pid = whole(cell("PID"));
    const command = cell("COMMAND");
    if (pid === undefined || !command) {
      this.#odd++;
      return;
    }
    const { path, args } = commandOf(command);
    // Of a process that has ended already only the name is left: `(mptbd)`.
    const program = text(/^\((.+)\)$/.exec(path)?.[1] ?? path)!;
    emit({
      kind: "process",
      ...(this.#at ? { at: this.#at } : {}),
      fields: {
        source: this.#source,
        path: program,
        args: text(args),
        pid,
        ppid: whole(cell("PPID")),
        user: text(cell("USER")),
        uid: whole(cell("UID")),
        started: text(cell("STARTED")),
        cpu: text(cell("TIME")),
      },
      observables: programSeen(program, "ran"),
      origin: item.origin(line),
    });
  }

  end(): void {
    if (this.#columns === undefined || this.#odd > 0)
      this.#run.problem({
        code: "artifact-value",
        found: this.#columns === undefined ? "no line with names of columns" : `${this.#odd} other lines`,
        expected: "PID … COMMAND",
        lost: this.#columns === undefined ? "file" : "row",
      });
  }
}

export const processes: Artifact<"lines"> = {
  id: "ios/processes",
  version: 1,
  feed: "lines",
  where: { sysdiagnose: { paths: ["ps.txt", "ps_thread.txt"], want: {} } },
  fields,
  key: { process: ["path", "args", "uid", "source"] },
  observes: [
    ["process", "ran"],
    ["file-path", "ran"],
  ],
  words,
  sources: ["ps.txt", "ps_thread.txt"],
  parse: (run) => new Table(run),
};
