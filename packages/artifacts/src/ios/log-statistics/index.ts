/**
 * logdata.statistics.N.txt and .jsonl: who filled each log file, and when it was full. logd writes them whenever it begins another
 * file; they stay longer than the logs.
 *
 * A text record (iOS 10 and later) names the 20 busiest programs, a JSON line (iOS 16.4 and later) up to 50. A line of another kind
 * names a program whose entries logd holds back because it writes too much.
 * Sources: ios.md 2.2; the samples in EC-DIGIT-CSIRC/sysdiagnose and a write-up with a real text record; libyal/dtformats, section
 * "logdata.statistics.[0-9].txt".
 * @module
 */
import { type Json, type Moment, unixSeconds } from "@contraluz/core";
import type { Artifact, Emit, Line, LinesItem, ParseRun, Parser } from "../../artifact.ts";
import { programSeen } from "../../program.ts";
import { number, text } from "../../text.ts";
import { zonedMoment } from "../../zoned.ts";
import { fields, words } from "./words.ts";

/** Programs of one record: logd names 50. */
const MAX_PROGRAMS = 1000;

interface Told {
  readonly at: Moment | undefined;
  readonly log: string | undefined;
  readonly why: string | undefined;
}

function program(path: unknown, bytes: unknown, of: Told, item: LinesItem, line: Line, emit: Emit): boolean {
  const own = text(path);
  if (own === undefined || own === "") return false;
  const size = number(bytes);
  emit({
    kind: "program",
    ...(of.at ? { at: of.at } : {}),
    fields: { path: own, bytes: size as Json, why: of.why, log: of.log },
    observables: programSeen(own, "ran"),
    origin: item.origin(line),
  });
  return true;
}

/** The name alone: the folder is the same for all. */
const nameOf = (v: unknown): string | undefined => {
  const s = text(v);
  return s?.slice(s.lastIndexOf("/") + 1);
};

class Statistics implements Parser<LinesItem> {
  readonly #run: ParseRun;
  #told: Told | undefined;
  #odd = 0;
  #some = false;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: LinesItem, emit: Emit): void {
    for (const line of item.lines) {
      if (line.text.startsWith("{")) this.#json(line, item, emit);
      else this.#text(line, item, emit);
    }
  }

  #text(line: Line, item: LinesItem, emit: Emit): void {
    const s = line.text;
    if (s.startsWith("---")) {
      this.#some = true;
      this.#told = s.includes("statistics record") ? { at: undefined, log: undefined, why: undefined } : undefined;
      return;
    }
    if (!this.#told) return;
    const row = /^\s*- \[ *(\d{1,15}), *[\d.]{1,20}, (.{1,4096}?) ?\]$/.exec(s);
    if (row) {
      if (!program(row[2], Number(row[1]), this.#told, item, line, emit)) this.#odd++;
      return;
    }
    const named = /^(type|file|time) *: (.{1,4096})$/.exec(s);
    if (!named) {
      if (s.includes("- [")) this.#odd++;
      return;
    }
    const value = named[2]!.trim();
    if (named[1] === "type") this.#told = { ...this.#told, why: text(value) };
    else if (named[1] === "file") this.#told = { ...this.#told, log: nameOf(value) };
    else {
      const at = zonedMoment(value);
      if (!at) this.#odd++;
      this.#told = { ...this.#told, at };
    }
  }

  #json(line: Line, item: LinesItem, emit: Emit): void {
    let v: Record<string, unknown>;
    try {
      v = JSON.parse(line.text) as Record<string, unknown>;
    } catch {
      this.#odd++;
      return;
    }
    this.#some = true;
    const time = v.unixTime;
    const at = typeof time === "number" ? unixSeconds(time) : undefined;
    const log = nameOf(v.file);
    const list = v.processList;
    if (Array.isArray(list)) {
      if (!at || list.length > MAX_PROGRAMS) this.#odd++;
      const told = { at, log, why: text(v.type) };
      for (const p of list.slice(0, MAX_PROGRAMS) as unknown[]) {
        const row = typeof p === "object" && p !== null ? (p as Record<string, unknown>) : {};
        if (!program(row.process, row.sizeBytes, told, item, line, emit)) this.#odd++;
      }
    } else if (v.client !== undefined) {
      // Held back, or asked for a copy: the line says which.
      if (!program(v.client, v.sizeBytes, { at, log, why: text(v.record) }, item, line, emit)) this.#odd++;
    }
  }

  end(): void {
    if (this.#some && this.#odd === 0) return;
    this.#run.problem({
      code: "artifact-value",
      found: this.#some ? `${this.#odd} other lines` : "nothing from logd",
      lost: this.#some ? "row" : "file",
    });
  }
}

const paths = (folder: string): readonly string[] => [
  `${folder}logdata.statistics.*.txt`,
  `${folder}logdata.statistics.*.jsonl`,
];

export const logStatistics: Artifact<"lines"> = {
  id: "ios/log-statistics",
  version: 1,
  feed: "lines",
  where: {
    sysdiagnose: { paths: paths("system_logs.logarchive/Extra/"), want: {} },
    "ios-filesystem": { paths: paths("private/var/db/diagnostics/"), want: {} },
  },
  fields,
  observes: [
    ["process", "ran"],
    ["file-path", "ran"],
  ],
  words,
  sources: ["logdata.statistics.*.txt", "logdata.statistics.*.jsonl"],
  parse: (run) => new Statistics(run),
};
