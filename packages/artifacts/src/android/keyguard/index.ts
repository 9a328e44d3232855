/**
 * Attempts to unlock the screen, as far as a bug report says: Samsung's `KeyguardUnlockInfo` among the services of the platform's apps
 * (`MM-DD HH:MM:SS.mmm FAILED attempts=4`, `… UNLOCKED`), and lines of keystore2 in the system log (`Successfully unlocked user 0`).
 * Sources: android.md 2; dumpstate-py and bugreport-extractor-library (both Apache-2.0) for where they stand.
 * @module
 */
import { momentOfLine } from "../../android-names.ts";
import { inDumpstate } from "../../android-places.ts";
import { readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { kept } from "../../text.ts";
import { fields, words } from "./words.ts";

const MAX_EVENTS = 100_000;
const UNLOCKED = "Successfully unlocked user ";
const LOGS: ReadonlySet<string> = new Set(["SYSTEM LOG", "SYSTEM LOG AFTER DONE", "logcat"]);
const FAILED = /\bfail(?:ed|ure)?\b/i;
const SUCCESS = /\b(?:unlocked|success(?:ful(?:ly)?)?|dismissed)\b/i;

interface Said {
  readonly text: string;
  readonly failed?: number | undefined;
  readonly success?: boolean | undefined;
  readonly user?: number | undefined;
}

function inLog(s: string): Said | undefined {
  const at = s.indexOf(UNLOCKED);
  if (at < 0) return undefined;
  const text = s.slice(at, at + 200);
  const user = /^\d{1,6}/.exec(text.slice(UNLOCKED.length))?.[0];
  // The number behind the words is one of the key, and of no use.
  return { text: text.replace(/ \d{5,20}$/, ""), success: true, user: user === undefined ? undefined : Number(user) };
}

function inInfo(s: string): Said {
  // Behind the day and the time.
  const text = s.slice(s.indexOf(" ", 6) + 1, s.indexOf(" ", 6) + 301);
  const attempts = /\battempts?[=: ]{1,2}(\d{1,6})/i.exec(text)?.[1];
  const success = FAILED.test(text) ? false : SUCCESS.test(text) ? true : undefined;
  return { text, success, failed: attempts === undefined ? undefined : Number(attempts) };
}

const startsWithDay = (s: string): boolean => s.charCodeAt(2) === 0x2d && s.charCodeAt(5) === 0x20;

class Keyguard implements SectionReader {
  readonly #run: ParseRun;
  readonly #log: boolean;
  #inInfo = false;
  #events = 0;

  constructor(run: ParseRun, section: string) {
    this.#run = run;
    this.#log = LOGS.has(section);
  }

  line(line: Line, item: SectionItem, emit: Emit): void {
    // Most of a report is log.
    if (this.#log) {
      if (!line.text.includes(UNLOCKED)) return;
      this.#event(line.text, inLog(line.text), line, item, emit);
      return;
    }
    const s = line.text.trim();
    if (s.startsWith("KeyguardUnlockInfo")) this.#inInfo = true;
    else if (s.startsWith("SERVICE ") || s.startsWith("User ")) this.#inInfo = false;
    else if (this.#inInfo && startsWithDay(s)) this.#event(s, inInfo(s), line, item, emit);
  }

  #event(s: string, said: Said | undefined, line: Line, item: SectionItem, emit: Emit): void {
    if (!said || this.#events++ >= MAX_EVENTS) return;
    const at = momentOfLine(s, this.#run.acquisition);
    emit({
      kind: "attempts",
      ...(at ? { at } : {}),
      fields: { text: kept(said.text.trim()), failed: said.failed, success: said.success, user: said.user },
      observables: [],
      origin: item.origin(line),
    });
  }

  end(): void {
    if (this.#events > MAX_EVENTS)
      this.#run.problem({ code: "record-limit", found: `${this.#events} events`, lost: "row" });
  }
}

export const keyguard: Artifact<"dumpstate"> = {
  id: "android/keyguard",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["APP SERVICES PLATFORM", "APP SERVICES CRITICAL", "SYSTEM LOG", "SYSTEM LOG AFTER DONE"], {
    "logcat.txt": "logcat",
  }),
  fields,
  observes: [],
  words,
  sources: ["APP SERVICES PLATFORM", "SYSTEM LOG", "logcat.txt"],
  parse: (run) => readSections((item) => new Keyguard(run, item.section)),
};
