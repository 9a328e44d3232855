/**
 * restore.log of a dump: when the phone was restored or updated by a computer.
 *
 * Lines that begin with a time and its zone (`2023-01-19 10:00:00 -0600: restore started`); others go on from the one before. Restoring wipes
 * traces, and so a time after which nothing older is to be expected is worth knowing.
 * Sources: ios.md 2.2; iLEAPP (the file as a sign of a restore).
 * @module
 */
import type { Artifact, Emit, LinesItem, ParseRun, Parser } from "../../artifact.ts";
import { ZONED_IN, zonedMoment } from "../../zoned.ts";
import { fields, words } from "./words.ts";

/** Lines that are kept, and characters of each: a restore writes some thousands. */
const MAX_LINES = 5000;
const MAX_TEXT = 300;

class Log implements Parser<LinesItem> {
  readonly #run: ParseRun;
  #kept = 0;
  #told = false;
  #lines = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: LinesItem, emit: Emit): void {
    for (const line of item.lines) {
      if (line.text.trim() !== "") this.#lines++;
      const found = ZONED_IN.exec(line.text.slice(0, 60));
      const at = found?.index === 0 ? zonedMoment(found[0]) : undefined;
      if (!at) continue;
      if (this.#kept++ >= MAX_LINES) {
        if (!this.#told) this.#run.problem({ code: "record-limit", found: `> ${MAX_LINES} lines`, lost: "row" });
        this.#told = true;
        return;
      }
      const said = line.text.slice(found![0].length).replace(/^[:\s]+/, "");
      emit({
        kind: "entry",
        at,
        fields: { said: said.slice(0, MAX_TEXT) || undefined },
        observables: [],
        origin: item.origin(line),
      });
    }
  }

  end(): void {
    if (this.#kept > 0 || this.#lines === 0) return;
    const found = `${this.#lines} lines without a time`;
    this.#run.problem({ code: "artifact-value", found, expected: "2023-01-19 10:00:00 -0600", lost: "file" });
  }
}

export const restoreLog: Artifact<"lines"> = {
  id: "ios/restore-log",
  version: 1,
  feed: "lines",
  where: { "ios-filesystem": { paths: ["private/var/mobile/MobileSoftwareUpdate/restore.log"], want: {} } },
  fields,
  observes: [],
  words,
  sources: ["restore.log"],
  parse: (run) => new Log(run),
};
