/**
 * Installations and removals that the service `package` remembers: sessions of the installer (`sessions.ts`) on every phone, and the
 * log of Samsung's (`log.ts`). Both also name apps that are gone.
 * Sources: as those two.
 * @module
 */
import { inDumpstate } from "../../android-places.ts";
import { readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { InstallLog } from "./log.ts";
import { Session } from "./sessions.ts";
import { fields, words } from "./words.ts";

const SESSIONS = /^(Active|Orphaned|Finalized|Historical) install sessions:$/;
const SESSION = /^ {2,8}(?:[A-Z][a-z]{2,12} )?(?:Child )?Session (\d{1,12}):$/;

class Reader implements SectionReader {
  readonly #log: InstallLog;
  /** Sessions of a list are read. */
  #list: string | undefined;
  #session: Session | undefined;

  constructor(run: ParseRun) {
    this.#log = new InstallLog(run.acquisition);
  }

  line(line: Line, item: SectionItem, emit: Emit): void {
    const s = line.text;
    if (s === "") return;
    const first = s.charCodeAt(0);
    // What is no head of a list: most of the section.
    if (first === 0x20) {
      if (this.#list !== undefined) this.#ofSession(line, item, emit);
      else this.#log.line(line, item, emit);
      return;
    }
    this.#flush(emit);
    this.#list = SESSIONS.exec(s)?.[1];
    if (this.#list === undefined) this.#log.line(line, item, emit);
  }

  #ofSession(line: Line, item: SectionItem, emit: Emit): void {
    if (SESSION.test(line.text)) {
      this.#flush(emit);
      this.#session = new Session(item.origin(line), this.#list === "Active");
    } else this.#session?.line(line.text);
  }

  #flush(emit: Emit): void {
    const record = this.#session?.record();
    this.#session = undefined;
    if (record) emit(record);
  }

  end(emit: Emit): void {
    this.#flush(emit);
    this.#log.end(emit);
  }
}

export const installLog: Artifact<"dumpstate"> = {
  id: "android/install-log",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["package"]),
  fields,
  observes: [
    ["app-id", "listed"],
    ["url", "visited"],
  ],
  words,
  sources: ["dumpsys package"],
  parse: (run) => readSections(() => new Reader(run)),
};
