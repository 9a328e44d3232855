/**
 * Programs that ran when the report was made: `PROCESSES AND THREADS` and `CPU INFO` of a bug report, processes.txt and ps.txt of AndroidQF.
 *
 * The first line names the columns, which differ between versions; the name may be the last one (`NAME`, `CMD`) or not (`COMM`, of
 * which Linux keeps 15 letters, of apps the last ones). With `-T` every thread has a line: the process is that with TID = PID.
 * `top` names columns in its command: PID, TID and USER are the first three, the name is the last.
 * Sources: android.md 2; AOSP dumpstate, toybox ps and top; section samples of bugreport-extractor-library.
 * @module
 */
import type { Moment, Observable } from "@contraluz/core";
import { appOfProcess } from "../../android-names.ts";
import { inDumpstate } from "../../android-places.ts";
import { readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { captured } from "../../capture.ts";
import { programSeen } from "../../program.ts";
import { kept } from "../../text.ts";
import { type Columns, columnsOf, type Row, rowOf } from "./table.ts";
import { fields, words } from "./words.ts";

/** A phone has some thousands of threads. */
const MAX_PROCESSES = 50_000;

/** What is told once of a file: `top` says again what `ps` said. */
class Told {
  readonly #names = new Map<number, string>();
  count = 0;

  /** Whether this is new. */
  add(row: Row): boolean {
    if (this.count >= MAX_PROCESSES || this.#names.get(row.pid) === row.name) return false;
    this.count++;
    this.#names.set(row.pid, row.name);
    return true;
  }
}

function observed(name: string, app: string | undefined): Observable[] {
  const out = programSeen(name, "ran");
  if (app !== undefined) out.push({ type: "app-id", value: app, contact: "ran" });
  return out;
}

class Table implements SectionReader {
  readonly #run: ParseRun;
  readonly #told: Told;
  readonly #at: Moment | undefined;
  #columns: Columns | undefined;
  #odd = 0;
  #rows = 0;

  constructor(run: ParseRun, told: Told) {
    this.#run = run;
    this.#told = told;
    this.#at = captured(run.acquisition);
  }

  line(line: Line, item: SectionItem, emit: Emit): void {
    if (this.#columns === undefined) {
      this.#columns = columnsOf(line.text);
      return;
    }
    const row = rowOf(line.text, this.#columns);
    if (!row) {
      if (line.text.trim() !== "") this.#odd++;
      return;
    }
    this.#rows++;
    // A thread of a process that has a line of its own.
    if (row.tid !== undefined && row.tid !== row.pid) return;
    if (!this.#told.add(row)) return;
    const name = kept(row.name)!;
    const app = row.cut ? undefined : appOfProcess(name);
    const path = name.startsWith("/") ? name : undefined;
    emit({
      kind: "process",
      ...(this.#at ? { at: this.#at } : {}),
      fields: {
        name,
        app,
        path,
        user: kept(row.user),
        pid: row.pid,
        ppid: row.ppid,
        label: kept(row.label),
        cut: row.cut ? true : undefined,
        source: item.section === "CPU INFO" ? "top" : "ps",
      },
      observables: observed(name, app),
      origin: item.origin(line),
    });
  }

  end(): void {
    if (this.#told.count >= MAX_PROCESSES)
      this.#run.problem({ code: "record-limit", found: `${MAX_PROCESSES} processes`, lost: "row" });
    if (this.#columns === undefined || this.#odd > 0)
      this.#run.problem({
        code: "artifact-value",
        found: this.#columns === undefined ? "no line with names of columns" : `${this.#odd} other lines`,
        expected: "USER PID … NAME",
        lost: this.#rows === 0 ? "file" : "row",
      });
  }
}

export const processes: Artifact<"dumpstate"> = {
  id: "android/processes",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["PROCESSES AND THREADS", "PROCESSES", "CPU INFO"], {
    "processes.txt": "PROCESSES",
    "ps.txt": "PROCESSES",
  }),
  fields,
  key: { process: ["name", "user"] },
  observes: [
    ["process", "ran"],
    ["file-path", "ran"],
    ["app-id", "ran"],
  ],
  words,
  sources: ["PROCESSES AND THREADS", "CPU INFO", "processes.txt", "ps.txt"],
  parse: (run) => {
    const told = new Told();
    return readSections(() => new Table(run, told));
  },
};
