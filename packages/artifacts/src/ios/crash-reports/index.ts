/**
 * Reports of crashes and of programs that used too much: `*.ips` of crashes_and_spins, and the list of those that are gone.
 *
 * The first line is an object that says what it is (`bug_type`, `app_name`, `timestamp` with its zone); below it stands JSON, a property list
 * or text. Older ones are text from the first line on. Threads, registers and memory are not read.
 * Sources: `json-body.ts`, `text-body.ts`, `summary.ts`; ios.md 4.2.
 * @module
 */
import { LIMITS, type Origin } from "@contraluz/core";
import { asDict } from "@contraluz/formats/plist/get.ts";
import { parsePlist } from "@contraluz/formats/plist/index.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import type { Artifact, Emit, Line, LinesItem, ParseRun, Parser } from "../../artifact.ts";
import { isObject } from "../../json.ts";
import { headerFacts, objectReport } from "./json-body.ts";
import { emitReport, type Facts } from "./report.ts";
import { listedOf } from "./summary.ts";
import { TextBody } from "./text-body.ts";
import { fields, words } from "./words.ts";

/** Characters of a body that is held whole: a stackshot of a busy phone has some millions. */
const MAX_BODY = 12_582_912;

function parse(s: string): unknown {
  try {
    return JSON.parse(s) as unknown;
  } catch {
    return undefined; // not in the words of the engine: they quote the text
  }
}

/** Reports of how the phone is used have an object on each line; they are about no program. */
const isJsonLine = (line: string): boolean => line.trim() === "" || isObject(parse(line));

/** Dictionaries of a property list as objects, as deep as reports are read. */
function plain(v: PlistValue | undefined, depth = 0): unknown {
  if (Array.isArray(v)) return depth > 4 ? [] : v.map((x: PlistValue) => plain(x, depth + 1));
  const d = asDict(v);
  if (!d) return v;
  const out: [string, unknown][] = [];
  if (depth <= 4) for (const [k, x] of d) out.push([k, plain(x, depth + 1)]);
  return Object.fromEntries(out);
}

class ReportFile implements Parser<LinesItem> {
  readonly #run: ParseRun;
  #header: Facts | undefined;
  #first: Origin | undefined;
  #text: TextBody | undefined;
  #body: string[] | undefined;
  #held = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: LinesItem): void {
    for (const line of item.lines) {
      if (this.#body) this.#hold(line);
      else if (this.#text) this.#text.take(line.text, () => item.origin(line));
      else if (line.text.trim() !== "") this.#begin(line, item);
    }
  }

  #begin(line: Line, item: LinesItem): void {
    this.#first ??= item.origin(line);
    const s = line.text.trimStart();
    if (!this.#header) {
      const header = s.startsWith("{") ? parse(s) : undefined;
      this.#header = headerFacts(header);
      // A body without its header, too.
      if (isObject(header)) return;
    }
    if (s.startsWith("{") || s.startsWith("<")) {
      this.#body = [];
      this.#hold(line);
    } else {
      this.#text = new TextBody(this.#header);
      this.#text.take(line.text, () => item.origin(line));
    }
  }

  #hold({ text }: Line): void {
    this.#held += text.length + 1;
    if (this.#held <= MAX_BODY) this.#body!.push(text);
  }

  #bodyOf(s: string): unknown {
    if (s.startsWith("{")) return parse(s) ?? (this.#body!.every(isJsonLine) ? {} : undefined);
    const bytes = new TextEncoder().encode(s);
    return bytes.length > LIMITS.plistBytes ? undefined : plain(parsePlist(bytes, this.#run.problem));
  }

  end(emit: Emit): void {
    const { problem, file } = this.#run;
    if (!this.#first) {
      problem({ code: "artifact-value", found: "no text", expected: "report", lost: "file" });
      return;
    }
    if (this.#text) {
      const report = this.#text.end();
      if (this.#text.over) problem({ code: "lookup-limit", found: "processes or files of a report", lost: "row" });
      if (this.#text.pairs === 0 && this.#header?.type === undefined)
        problem({ code: "artifact-value", found: "other text", expected: "report", lost: "file" });
      else emitReport(report, this.#first, emit);
      return;
    }
    if (this.#held > MAX_BODY)
      problem({ code: "json-limit", found: `${this.#held} B`, expected: `<= ${MAX_BODY} B`, lost: "bytes" });
    const body = this.#held > MAX_BODY ? undefined : this.#bodyOf((this.#body ?? []).join("\n").trim());
    if (this.#body && !isObject(body) && this.#held <= MAX_BODY)
      problem({ code: "json-damaged", found: "no object below the first line", lost: "bytes" });
    // The header alone says that there was a report.
    const report = objectReport(this.#header ?? {}, body, (key) => ({ file, at: { key } }));
    if (isObject(body) || this.#header?.type !== undefined) emitReport(report, this.#first, emit);
  }
}

class Summary implements Parser<LinesItem> {
  readonly #run: ParseRun;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: LinesItem, emit: Emit): void {
    for (const line of item.lines) {
      const record = listedOf(line.text, item.origin(line), this.#run);
      if (record) emit(record);
    }
  }
}

const CRASHES = ["private/var/mobile/Library/Logs/CrashReporter", "private/var/root/Library/Logs/CrashReporter"];

export const crashReports: Artifact<"lines"> = {
  id: "ios/crash-reports",
  version: 1,
  feed: "lines",
  where: {
    sysdiagnose: {
      paths: ["crashes_and_spins/**/*.ips", "crashes_and_spins/**/*.ips.synced", "summaries/crashes_and_spins.log"],
      want: {},
    },
    "ios-crash-reports": { paths: ["**/*.ips", "**/*.ips.synced", "**/*.crash"], want: {} },
    "ios-filesystem": {
      paths: CRASHES.flatMap((c) => [`${c}/**/*.ips`, `${c}/**/*.ips.synced`, `${c}/**/*.crash`]),
      want: {},
    },
  },
  fields,
  observes: [
    ["process", "ran"],
    ["file-path", "ran"],
    ["app-id", "ran"],
  ],
  words,
  sources: ["crashes_and_spins/*.ips", "summaries/crashes_and_spins.log"],
  parse: (run) => (run.path.endsWith("crashes_and_spins.log") ? new Summary(run) : new ReportFile(run)),
};
