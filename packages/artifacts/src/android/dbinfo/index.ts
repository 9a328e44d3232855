/**
 * Databases that apps had open, and what they last did with them: service `dbinfo`.
 *
 * `Connection pool for /data/user/0/PACKAGE/databases/x.db:`, then `0: [2023-07-27 12:21:44.097] [Pid:(0)]executeForX took 2ms - succeeded,
 * sql="…", path=…`; since Android 16 some times have no year. What was asked of a database may be private: it is content.
 * Sources: android.md 2; AOSP SQLiteConnectionPool, SQLiteConnection.OperationLog (dump).
 * @module
 */
import type { Moment } from "@contraluz/core";
import { isPackage, momentOfLine } from "../../android-names.ts";
import { inDumpstate } from "../../android-places.ts";
import { readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { localMoment } from "../../local-time.ts";
import { kept } from "../../text.ts";
import { fields, words } from "./words.ts";

/** A phone has some thousands. */
const MAX_OPERATIONS = 200_000;
const POOL = "Connection pool for ";
const ROW = /^\d{1,4}: \[((?:\d{4}-)?\d\d-\d\d \d\d:\d\d:\d\d\.\d{1,6})\] ?(?:\[Pid:\((\d{1,9})\)\])? ?(\w{1,60})/;
const FULL = /^(\d{4}-\d\d-\d\d) (.+)$/;

/** The package in `/data/user/0/com.x/databases/x.db` or `/data/data/com.x/…`. */
function appIn(path: string): string | undefined {
  const m = /^\/data\/(?:data|user\/\d{1,6}|user_de\/\d{1,6})\/([\w.]{1,256})\//.exec(path);
  return isPackage(m?.[1]) ? kept(m[1]) : undefined;
}

/** What stands between the quotes: it may hold quotes itself. */
function sqlOf(s: string): string | undefined {
  const from = s.indexOf('sql="');
  const path = s.lastIndexOf('", path=');
  const end = path > from ? path : s.lastIndexOf('"');
  return from < 0 || end < from + 5 ? undefined : s.slice(from + 5, end);
}

class Databases implements SectionReader {
  readonly #run: ParseRun;
  #path: string | undefined;
  /** Of the process: `** Database info for pid 8025 [com.x] **`. */
  #process: string | undefined;
  #count = 0;
  #odd = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  line(line: Line, item: SectionItem, emit: Emit): void {
    const s = line.text.trimStart();
    if (s.startsWith(POOL)) {
      this.#path = kept(s.slice(POOL.length, POOL.length + 2000).replace(/:\s*$/, ""));
    } else if (s.startsWith("** Database info for pid ")) {
      this.#process = /\[([^\]]{1,256})\]/.exec(s)?.[1];
      this.#path = undefined;
    } else if (s.charCodeAt(0) >= 0x30 && s.charCodeAt(0) <= 0x39 && s.includes(": ["))
      this.#operation(s, line, item, emit);
  }

  #operation(s: string, line: Line, item: SectionItem, emit: Emit): void {
    const m = ROW.exec(s.slice(0, 200));
    if (!m) {
      this.#odd++;
      return;
    }
    if (this.#count++ >= MAX_OPERATIONS) return;
    const at = this.#at(m[1]!);
    const path = this.#path;
    const app = (path === undefined ? undefined : appIn(path)) ?? this.#app();
    const sql = this.#run.content ? sqlOf(s) : undefined;
    emit({
      kind: "operation",
      ...(at ? { at } : {}),
      fields: {
        app,
        path,
        action: kept(m[3]),
        pid: m[2] === undefined || m[2] === "0" ? undefined : Number(m[2]),
        sql: kept(sql),
      },
      observables: app === undefined ? [] : [{ type: "app-id", value: app, contact: "ran" }],
      origin: item.origin(line),
    });
  }

  #app(): string | undefined {
    const app = this.#process?.split(":", 1)[0];
    return isPackage(app) ? kept(app) : undefined;
  }

  #at(seen: string): Moment | undefined {
    const full = FULL.exec(seen);
    return full
      ? localMoment(`${full[1]}T${full[2]}`, kept(seen)!, this.#run.acquisition)
      : momentOfLine(seen, this.#run.acquisition);
  }

  end(): void {
    if (this.#count > MAX_OPERATIONS)
      this.#run.problem({ code: "record-limit", found: `${this.#count} operations`, lost: "row" });
    if (this.#odd > 0)
      this.#run.problem({
        code: "artifact-value",
        found: `${this.#odd} other lines`,
        expected: "0: [TIME] …",
        lost: "row",
      });
  }
}

export const dbinfo: Artifact<"dumpstate"> = {
  id: "android/dbinfo",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["dbinfo"]),
  fields,
  observes: [["app-id", "ran"]],
  words,
  sources: ["dumpsys dbinfo"],
  parse: (run) => readSections(() => new Databases(run)),
};
