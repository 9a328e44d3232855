/**
 * acquisition.json and command.log of AndroidQF, and of this project's own copies in its layout: when the copy was made, and what was done for it, so that the tool's own traces on the
 * phone can be told from those of others. Our own copies also say what could not be copied.
 *
 * The log has a time with its zone, the level (in brackets or not) and a text; a text may go on over lines. The hashes of hashes.csv are
 * compared when the copy is opened (evidence/android/sums).
 * Sources: android.md 1.2; AndroidQF (acquisition/acquisition.go, log/logger.go).
 * @module
 */
import type { Artifact, Emit, Line, LinesItem, ParseRun, Parser } from "../../artifact.ts";
import { of } from "../../json.ts";
import { kept, said } from "../../text.ts";
import { zonedMoment } from "../../zoned.ts";
import { fields, words } from "./words.ts";

const JSON_FILE = "acquisition.json";
const LOG_FILE = "command.log";
/** Characters of acquisition.json; it has 2,000. */
const MAX_JSON = 1_048_576;
/** Things that could not be copied. */
const MAX_SHORTFALLS = 10_000;
/** Lines of one step: the rest of an output of a program. */
const MAX_LINES = 20;
/** Steps of one log. */
const MAX_STEPS = 200_000;

const STEP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)) \[?([A-Z]{4,8})\]? (.*)$/;

/** The one object of acquisition.json. */
class About implements Parser<LinesItem> {
  readonly #run: ParseRun;
  #text = "";
  #first: ReturnType<LinesItem["origin"]> | undefined;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take({ lines, origin }: LinesItem): void {
    if (lines[0]) this.#first ??= origin(lines[0]);
    for (const { text } of lines) if (this.#text.length <= MAX_JSON) this.#text += `${text}\n`;
  }

  end(emit: Emit): void {
    const value = this.#value();
    const started = zonedMoment(of(value, "started"));
    if (!this.#first || (started === undefined && said(of(value, "uuid")) === undefined)) {
      this.#run.problem({ code: "artifact-value", found: "no description of a copy", lost: "file" });
      return;
    }
    emit({
      kind: "acquisition",
      ...(started ? { at: started } : {}),
      fields: {
        tool: said(of(value, "tool")) ?? "AndroidQF",
        version: said(of(value, "androidqf_version")) ?? said(of(value, "tool_version")),
        started,
        completed: zonedMoment(of(value, "completed")),
        uuid: said(of(value, "uuid")),
        collector: said(of(of(value, "collector"), "ExePath")),
        folder: said(of(value, "tmp_dir")),
        cpu: said(of(value, "cpu")),
        resumed: of(value, "resumed") === true ? true : undefined,
      },
      observables: [],
      origin: this.#first,
    });
    const list = of(value, "shortfalls");
    for (const one of Array.isArray(list) ? list.slice(0, MAX_SHORTFALLS) : []) {
      const what = said(of(one, "what"));
      const fields = { what, reason: said(of(one, "code")) };
      if (what !== undefined) emit({ kind: "shortfall", fields, observables: [], origin: this.#first });
    }
  }

  #value(): unknown {
    if (this.#text.length > MAX_JSON) return undefined;
    try {
      return JSON.parse(this.#text) as unknown;
    } catch {
      return undefined;
    }
  }
}

interface Step {
  readonly line: Line;
  readonly origin: ReturnType<LinesItem["origin"]>;
  readonly time: string;
  readonly level: string;
  command: string;
  lines: number;
}

/** The steps of command.log. */
class Log implements Parser<LinesItem> {
  readonly #run: ParseRun;
  #held: Step | undefined;
  #count = 0;
  #odd = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take({ lines, origin }: LinesItem, emit: Emit): void {
    for (const line of lines) {
      const m = STEP.exec(line.text);
      if (m) {
        this.#flush(emit);
        this.#held = { line, origin: origin(line), time: m[1]!, level: m[2]!.toLowerCase(), command: m[3]!, lines: 1 };
      } else if (!this.#held) this.#odd += line.text.trim() === "" ? 0 : 1;
      else if (this.#held.lines++ < MAX_LINES && line.text !== "") this.#held.command += `\n${line.text}`;
    }
  }

  #flush(emit: Emit): void {
    const held = this.#held;
    this.#held = undefined;
    if (!held || this.#count++ >= MAX_STEPS) return;
    const at = zonedMoment(held.time);
    emit({
      kind: "command",
      ...(at ? { at } : {}),
      fields: { command: kept(held.command), level: held.level },
      observables: [],
      origin: held.origin,
    });
  }

  end(emit: Emit): void {
    this.#flush(emit);
    if (this.#count > MAX_STEPS)
      this.#run.problem({ code: "record-limit", found: `${this.#count} steps`, lost: "row" });
    if (this.#odd > 0)
      this.#run.problem({ code: "artifact-value", found: `${this.#odd} lines without a time`, lost: "row" });
  }
}

export const qfAcquisition: Artifact<"lines"> = {
  id: "android/acquisition",
  version: 1,
  feed: "lines",
  where: { androidqf: { paths: [JSON_FILE, LOG_FILE], want: {} } },
  fields,
  key: { acquisition: ["uuid"], shortfall: ["what", "reason"] },
  observes: [],
  words,
  sources: ["AndroidQF acquisition.json, command.log"],
  parse: (run) => (run.path.endsWith(LOG_FILE) ? new Log(run) : new About(run)),
};
