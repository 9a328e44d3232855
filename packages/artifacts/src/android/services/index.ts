/**
 * Services of apps that ran when the report was made: service `activity`, `* ServiceRecord{hash u0 package/.Class}` and what stands
 * below it (`processName=`, `createTime=-1h2m3s`, `isForeground=`).
 * Sources: android.md 2; AOSP ServiceRecord (dump).
 * @module
 */
import type { Moment, Origin } from "@contraluz/core";
import { type Component, componentOf, durationMs } from "../../android-names.ts";
import { inDumpstate } from "../../android-places.ts";
import { readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { agoOf, captured } from "../../capture.ts";
import { kept } from "../../text.ts";
import { fields, words } from "./words.ts";

/** A phone has some hundreds. */
const MAX_SERVICES = 20_000;
const HEAD = /^ServiceRecord\{[0-9a-f]{1,16} u(\d{1,6}) ([^\s}]{1,600})/;

interface Held extends Component {
  readonly user: number;
  readonly origin: Origin;
  process: string | undefined;
  pid: number | undefined;
  since: Moment | undefined;
  foreground: boolean | undefined;
}

class Services implements SectionReader {
  readonly #run: ParseRun;
  readonly #at: Moment | undefined;
  #count = 0;
  #odd = 0;
  #held: Held | undefined;

  constructor(run: ParseRun) {
    this.#run = run;
    this.#at = captured(run.acquisition);
  }

  line(line: Line, item: SectionItem, emit: Emit): void {
    const s = line.text.trimStart();
    if (s.startsWith("* ServiceRecord{")) {
      this.#flush(emit);
      const m = HEAD.exec(s.slice(2, 800));
      const component = m ? componentOf(m[2]!) : undefined;
      if (component)
        this.#held = {
          ...component,
          user: Number(m![1]),
          origin: item.origin(line),
          process: undefined,
          pid: undefined,
          since: undefined,
          foreground: undefined,
        };
      else this.#odd++;
    } else if (this.#held && s !== "") this.#more(this.#held, s);
    // A record ends with an empty line, or with the next one.
    else this.#flush(emit);
  }

  #more(held: Held, s: string): void {
    if (s.startsWith("processName=")) held.process = kept(s.slice(12).split(" ", 1)[0]);
    else if (s.startsWith("app=ProcessRecord{")) {
      // `app=ProcessRecord{d3070db 17046:com.x/u0a54}`
      const m = /^app=ProcessRecord\{\w{1,16} (\d{1,10}):([\w.:]{1,300})\//.exec(s.slice(0, 400));
      if (m) [held.pid, held.process] = [Number(m[1]), held.process ?? kept(m[2])];
    } else if (s.startsWith("isForeground=")) held.foreground = s.startsWith("isForeground=true");
    else if (s.startsWith("createTime=")) {
      const text = s.slice(11, 60).split(" ", 1)[0]!;
      const ms = durationMs(text);
      if (ms !== undefined) held.since = agoOf(this.#at, -ms / 1000, text);
    }
  }

  #flush(emit: Emit): void {
    const held = this.#held;
    this.#held = undefined;
    if (!held || this.#count++ >= MAX_SERVICES) return;
    const { app, component, user, process, pid, since, foreground, origin } = held;
    emit({
      kind: "service",
      ...(this.#at ? { at: this.#at } : {}),
      fields: { app, component, user, process, pid, since, foreground },
      observables: [{ type: "app-id", value: app, contact: "ran" }],
      origin,
    });
  }

  end(emit: Emit): void {
    this.#flush(emit);
    if (this.#count > MAX_SERVICES)
      this.#run.problem({ code: "record-limit", found: `${this.#count} services`, lost: "row" });
    if (this.#odd > 0)
      this.#run.problem({
        code: "artifact-value",
        found: `${this.#odd} other heads`,
        expected: "* ServiceRecord{… u0 package/.Class}",
        lost: "row",
      });
  }
}

export const services: Artifact<"dumpstate"> = {
  id: "android/services",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["activity"]),
  fields,
  key: { service: ["component", "user"] },
  observes: [["app-id", "ran"]],
  words,
  sources: ["dumpsys activity services"],
  parse: (run) => readSections(() => new Services(run)),
};
