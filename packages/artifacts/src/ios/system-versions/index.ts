/**
 * Analytics-Journal-*.ips of a dump: which version of iOS the phone had when each was begun.
 *
 * The first line is an object with `timestamp`, which names its zone, and `os_version`, `iPhone OS 17.6.1 (21G93)`. What follows, measurements
 * of all programs, is not read.
 * Sources: mvt.md 3 (IOSVersionHistory); first lines of reports of that kind in the samples of crash reports.
 * @module
 */
import type { Artifact, Emit, LinesItem, ParseRun, Parser } from "../../artifact.ts";
import { text } from "../../text.ts";
import { zonedMoment } from "../../zoned.ts";
import { fields, words } from "./words.ts";

const VERSION = /^(.{1,60}?) (\d{1,3}(?:\.\d{1,3}){0,3}) \(([0-9A-Za-z]{2,12})\)$/;

class Journal implements Parser<LinesItem> {
  readonly #run: ParseRun;
  #done = false;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: LinesItem, emit: Emit): void {
    if (this.#done) return;
    this.#done = true;
    const line = item.lines[0]!;
    let head: unknown;
    try {
      head = JSON.parse(line.text) as unknown;
    } catch {
      head = undefined; // not in the words of the engine: they quote the text
    }
    const of = (key: string): unknown =>
      typeof head === "object" && head !== null && Object.hasOwn(head, key)
        ? (head as Record<string, unknown>)[key]
        : undefined;
    const os = text(of("os_version"));
    const m = os === undefined ? null : VERSION.exec(os);
    if (!m) {
      this.#run.problem({ code: "artifact-value", found: "no version", expected: "os_version", lost: "file" });
      return;
    }
    const at = zonedMoment(of("timestamp"));
    emit({
      kind: "version",
      ...(at ? { at } : {}),
      fields: { system: m[1]!, version: m[2]!, build: m[3]! },
      observables: [],
      origin: item.origin(line),
    });
  }
}

export const systemVersions: Artifact<"lines"> = {
  id: "ios/system-versions",
  version: 1,
  feed: "lines",
  where: { "ios-filesystem": { paths: ["private/var/db/analyticsd/Analytics-Journal-*.ips"], want: {} } },
  fields,
  observes: [],
  words,
  sources: ["Analytics-Journal-*.ips"],
  parse: (run) => new Journal(run),
};
