/**
 * Settings of the phone: the service `settings` of a bug report, settings_*.txt of AndroidQF.
 *
 * The service prints `GLOBAL SETTINGS (user 0)` and lines `_id:1 name:N pkg:P value:V default:D defaultSystemSet:true tag:T`; the files
 * have `N=V`. A value may go on over lines. Numbers and secrets of the phone, and the names that people give to it, are left out.
 * Sources: android.md 2; AOSP SettingsProvider (dumpSettings), `settings list`.
 * @module
 */
import type { Origin } from "@contraluz/core";
import { inDumpstate } from "../../android-places.ts";
import { readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { kept } from "../../text.ts";
import { appsIn, observed, secret } from "./meaning.ts";
import { fields, words } from "./words.ts";

/** A phone has about 1,000 for each user. */
const MAX_SETTINGS = 100_000;
const MAX_LINES = 100;
const MAX_VALUE = 65_536;

const HEAD = /^([A-Z]{3,20}) SETTINGS \(user (-?\d{1,6})\)$/;
const ROW = /^_id:-?\w{1,20} name:(\S{1,300})(?: pkg:(\S{1,300}))? value:/;
/** What the provider prints behind the settings of a user. */
const OTHER = /^(?:version: \d{1,9}|Historical operations|GENERATION REGISTRY|Maximum number of backing stores)/;

interface Held {
  readonly name: string;
  readonly by: string | undefined;
  value: string;
  lines: number;
  readonly origin: Origin;
}

/** What the provider prints behind the default of a setting; versions add more. */
const TAIL = / defaultSystemSet:(?:true|false)(?: \w{1,40}:\S{0,100}){0,4}$/;
const MAX_TAIL = 700;

/** The value of a line, without what follows it. */
function withoutTail(s: string): string {
  const from = Math.max(0, s.length - MAX_TAIL);
  const tail = TAIL.exec(s.slice(from));
  const dflt = tail ? s.lastIndexOf(" default:", from + tail.index) : -1;
  return dflt < 0 ? s : s.slice(0, dflt);
}

class Settings implements SectionReader {
  readonly #run: ParseRun;
  #namespace: string | undefined;
  #user = 0;
  /** Of a file: lines are `N=V`. */
  readonly #file: boolean;
  #count = 0;
  #odd = 0;
  #held: Held | undefined;
  #rest = false;

  constructor(run: ParseRun, section: string) {
    this.#run = run;
    this.#file = section !== "settings";
    if (this.#file) this.#namespace = section.slice("settings_".length);
  }

  line(line: Line, item: SectionItem, emit: Emit): void {
    const s = line.text;
    if (this.#file ? this.#pair(s, line, item, emit) : this.#row(s, line, item, emit)) return;
    const held = this.#held;
    if (held && held.lines < MAX_LINES && held.value.length < MAX_VALUE) {
      held.value += `\n${s}`;
      held.lines++;
    } else if (s.trim() !== "" && !this.#rest) this.#odd++;
  }

  #row(s: string, line: Line, item: SectionItem, emit: Emit): boolean {
    const head = s.includes(" SETTINGS (user ") ? HEAD.exec(s) : null;
    if (head) {
      this.#flush(emit);
      this.#namespace = head[1]!.toLowerCase();
      this.#user = Number(head[2]);
      this.#rest = false;
      return true;
    }
    if (s.startsWith("_id:")) {
      const m = ROW.exec(s);
      if (!m || this.#namespace === undefined) return false;
      this.#flush(emit);
      const value = s.slice(m[0].length);
      this.#held = { name: m[1]!, by: m[2], value, lines: 1, origin: item.origin(line) };
      return true;
    }
    if (!OTHER.test(s)) return false;
    this.#flush(emit);
    this.#rest = true;
    return true;
  }

  #pair(s: string, line: Line, item: SectionItem, emit: Emit): boolean {
    const m = /^[\w.:/-]{1,300}=/.exec(s);
    if (!m) return false;
    this.#flush(emit);
    const value = s.slice(m[0].length);
    this.#held = { name: m[0].slice(0, -1), by: undefined, value, lines: 1, origin: item.origin(line) };
    return true;
  }

  #flush(emit: Emit): void {
    const held = this.#held;
    this.#held = undefined;
    if (!held || this.#count++ >= MAX_SETTINGS) return;
    const value = (this.#file ? held.value : withoutTail(held.value.trimEnd())).trimEnd();
    const hidden = secret(held.name);
    const apps = appsIn(held.name, value);
    emit({
      kind: "setting",
      fields: {
        namespace: this.#namespace,
        user: this.#user,
        name: kept(held.name),
        value: hidden ? undefined : kept(value),
        withheld: hidden ? true : undefined,
        apps: apps.length > 0 ? apps : undefined,
        by: kept(held.by),
      },
      observables: observed(held.name, value, apps),
      origin: held.origin,
    });
  }

  end(emit: Emit): void {
    this.#flush(emit);
    if (this.#count > MAX_SETTINGS)
      this.#run.problem({ code: "record-limit", found: `${this.#count} settings`, lost: "row" });
    if (this.#odd > 0)
      this.#run.problem({
        code: "artifact-value",
        found: `${this.#odd} other lines`,
        expected: this.#file ? "name=value" : "_id:… name:… value:…",
        lost: this.#count === 0 ? "file" : "row",
      });
  }
}

export const settings: Artifact<"dumpstate"> = {
  id: "android/settings",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["settings"], {
    "settings_global.txt": "settings_global",
    "settings_secure.txt": "settings_secure",
    "settings_system.txt": "settings_system",
  }),
  fields,
  key: { setting: ["name", "namespace", "user"] },
  observes: [
    ["app-id", "listed"],
    ["domain", "listed"],
    ["ip", "listed"],
    ["url", "listed"],
  ],
  words,
  sources: ["dumpsys settings", "settings_global.txt", "settings_secure.txt", "settings_system.txt"],
  parse: (run) => readSections((item) => new Settings(run, item.section)),
};
