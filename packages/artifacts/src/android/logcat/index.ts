/**
 * Logs of the system: what the rules and indicators can use of them, each thing once with how often and when it was said.
 *
 * Sections `SYSTEM LOG`, `EVENT LOG`, `RADIO LOG`, `LAST LOGCAT` of a bug report, logcat.txt and logcat_old.txt of AndroidQF. Lines say no year
 * and no zone. Of addresses only the host is kept, of messages only those of the system itself.
 * Sources: android.md 2; see events.ts.
 * @module
 */
import type { Moment, Observable, Origin } from "@contraluz/core";
import { own } from "@contraluz/core";
import { momentOfLine } from "../../android-names.ts";
import { inDumpstate } from "../../android-places.ts";
import { readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { programSeen } from "../../program.ts";
import { type LogEvent, LogEvents } from "./events.ts";
import { logLine } from "./line.ts";
import { fields, words } from "./words.ts";

/** Different things of one log: of the hosts and programs of a phone there are some thousands. */
const MAX_EVENTS = 50_000;
const TIME = 18;

interface Held {
  readonly event: LogEvent;
  readonly tag: string;
  readonly origin: Origin;
  readonly first: string;
  last: string;
  count: number;
}

/** How what the line names met the device. */
function observed(e: LogEvent): Observable[] {
  const out: Observable[] = [];
  const ran = e.type === "process-start" || e.type === "crash" || e.type === "avc-denied";
  if (e.type === "process-start" || e.type === "crash") out.push(...programSeen(e.process, "ran"));
  if (e.app !== undefined) out.push({ type: "app-id", value: e.app, contact: ran ? "ran" : "listed" });
  if (e.path !== undefined) out.push({ type: "file-path", value: e.path, contact: "present" });
  if (e.host !== undefined) out.push({ type: "domain", value: e.host, contact: e.asked ? "resolved" : "listed" });
  return out;
}

const keyOf = (e: LogEvent, tag: string): string =>
  [e.type, tag, e.app, e.process, e.path, e.host, e.asked, e.uid, e.text].join("\0");

class Log implements SectionReader {
  readonly #run: ParseRun;
  readonly #events = new LogEvents();
  readonly #held = new Map<string, Held>();
  #lines = 0;
  #odd = 0;
  #over = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  line(line: Line, item: SectionItem): void {
    const parts = logLine(line.text);
    if (!parts) {
      if (line.text !== "" && !line.text.startsWith("--------- ")) this.#odd++;
      return;
    }
    this.#lines++;
    const event = this.#events.of(parts);
    if (!event) return;
    const key = keyOf(event, parts.tag);
    const known = this.#held.get(key);
    if (known) {
      known.count++;
      known.last = own(line.text.slice(0, TIME));
    } else if (this.#held.size < MAX_EVENTS) {
      const first = own(line.text.slice(0, TIME));
      this.#held.set(own(key), { event, tag: own(parts.tag), origin: item.origin(line), first, last: first, count: 1 });
    } else this.#over++;
  }

  #at(seen: string): Moment | undefined {
    return momentOfLine(seen, this.#run.acquisition);
  }

  end(emit: Emit): void {
    for (const { event, tag, origin, first, last, count } of this.#held.values()) {
      const at = this.#at(first);
      const { type, app, process, path, host, asked, uid, text } = event;
      emit({
        kind: "event",
        ...(at ? { at } : {}),
        fields: {
          type,
          tag,
          app,
          process,
          path,
          host,
          asked,
          uid,
          text: text || undefined,
          count,
          last: count > 1 ? this.#at(last) : undefined,
        },
        observables: observed(event),
        origin,
      });
    }
    this.#held.clear();
    if (this.#over > 0) this.#run.problem({ code: "record-limit", found: `${this.#over} more lines`, lost: "row" });
    // A log that was cut begins with half a line, and messages may hold line feeds.
    if (this.#lines === 0 && this.#odd > 0)
      this.#run.problem({
        code: "artifact-value",
        found: `${this.#odd} other lines`,
        expected: "MM-DD HH:MM:SS.mmm … tag: …",
        lost: "file",
      });
  }
}

export const logcat: Artifact<"dumpstate"> = {
  id: "android/logcat",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["SYSTEM LOG", "EVENT LOG", "RADIO LOG", "LAST LOGCAT", "SYSTEM LOG AFTER DONE"], {
    "logcat.txt": "SYSTEM LOG",
    "logcat_old.txt": "LAST LOGCAT",
  }),
  fields,
  observes: [
    ["app-id", "ran"],
    ["app-id", "listed"],
    ["process", "ran"],
    ["file-path", "ran"],
    ["file-path", "present"],
    ["domain", "resolved"],
    ["domain", "listed"],
  ],
  words,
  sources: ["SYSTEM LOG", "EVENT LOG", "RADIO LOG", "LAST LOGCAT", "logcat.txt", "logcat_old.txt"],
  parse: (run) => readSections(() => new Log(run)),
};
