/**
 * spindump-nosymbols.txt of a sysdiagnose: a sample of two seconds of all processes.
 *
 * A head of `Key: value` lines (`Date/Time` names its zone), then a block for each process: `Process: NAME [PID]`, `UUID`, `Path`, `Parent:
 * NAME [PID]`, `UID`, `Time Since Fork: 201s`, threads with their frames, and `Binary Images:`, a line `START - END NAME <UUID> PATH` for each
 * file that was mapped. `No samples` where the phone was too busy; a part in `Spindump binary format` may follow. A process that is
 * ending has no path.
 * Sources: ios.md 4.2; lines of a sample in the tests of EC-DIGIT-CSIRC/sysdiagnose (iOS 15).
 * @module
 */
import type { Moment, Origin } from "@contraluz/core";
import type { Artifact, Emit, Line, LinesItem, ParseRun, Parser } from "../../artifact.ts";
import { agoOf, captured } from "../../capture.ts";
import { programSeen } from "../../program.ts";
import { kept } from "../../text.ts";
import { zonedMoment } from "../../zoned.ts";
import { fields, words } from "./words.ts";

/** Files mapped into any process: a phone shows some thousands. */
const MAX_IMAGES = 50_000;

const NAMED = /^(.{1,1024}) \[(\d{1,10})\]/;
const IMAGE = /^0x[0-9a-f]+ +- +(?:0x[0-9a-f]+|\?\?\?) (?:.* )?<([0-9A-Fa-f-]{32,36})> +(\/.*)$/;

interface Process {
  readonly name: string | undefined;
  readonly pid: number | undefined;
  readonly origin: Origin;
  readonly values: Map<string, string>;
}
interface Image {
  readonly path: string;
  readonly uuid: string;
  readonly program: string | undefined;
  readonly origin: Origin;
  programs: number;
}

/** Keys of a block that are wanted. */
const KEYS: ReadonlySet<string> = new Set(["UUID", "Path", "Parent", "UID", "Time Since Fork"]);

class Samples implements Parser<LinesItem> {
  readonly #run: ParseRun;
  #at: Moment | undefined;
  #process: Process | undefined;
  #part: "head" | "process" | "images" | "over" = "head";
  #processes = 0;
  #none = false;
  readonly #images = new Map<string, Image>();
  #over = false;

  constructor(run: ParseRun) {
    this.#run = run;
    this.#at = captured(run.acquisition);
  }

  take(item: LinesItem, emit: Emit): void {
    for (const line of item.lines) {
      const s = line.text;
      // Lines of threads are nine in ten.
      if (this.#part === "over" || s === "") continue;
      const indented = s.charCodeAt(0) === 0x20;
      if (!indented) this.#plain(s, line, item, emit);
      else if (this.#part === "images") this.#image(s, line, item);
      else if (this.#part === "process" && s === "  Binary Images:") this.#part = "images";
    }
  }

  #plain(s: string, line: Line, item: LinesItem, emit: Emit): void {
    if (s.startsWith("Process: ")) {
      this.#flush(emit);
      const m = NAMED.exec(s.slice(8).trim());
      this.#process = {
        name: kept(m?.[1]),
        pid: m ? Number(m[2]) : undefined,
        origin: item.origin(line),
        values: new Map(),
      };
      this.#part = "process";
      return;
    }
    if (s === "Spindump binary format") {
      this.#part = "over";
      return;
    }
    const colon = s.indexOf(":");
    const [key, value] = [s.slice(0, colon), s.slice(colon + 1).trim()];
    if (this.#part === "head") {
      if (key === "Date/Time") this.#date(value);
      else if (s.startsWith("No samples")) this.#none = true;
    } else if (this.#process && KEYS.has(key) && !this.#process.values.has(key)) this.#process.values.set(key, value);
  }

  /** When it was taken; the zone is that of the evidence. */
  #date(value: string): void {
    const at = zonedMoment(value);
    if (at?.utc !== undefined) this.#at = { utc: at.utc, seen: at.seen, precision: at.precision };
  }

  #image(s: string, line: Line, item: LinesItem): void {
    const m = IMAGE.exec(s.trim());
    if (!m) return;
    const known = this.#images.get(m[2]!);
    if (known) {
      known.programs++;
      return;
    }
    if (this.#images.size >= MAX_IMAGES) {
      if (!this.#over) this.#run.problem({ code: "lookup-limit", found: `> ${MAX_IMAGES} files`, lost: "row" });
      this.#over = true;
      return;
    }
    const program = this.#process?.name;
    const path = kept(m[2])!;
    const image = { path, uuid: kept(m[1])!, program, origin: item.origin(line), programs: 1 };
    this.#images.set(path, image);
  }

  #flush(emit: Emit): void {
    const p = this.#process;
    this.#process = undefined;
    if (!p) return;
    this.#processes++;
    const path = kept(p.values.get("Path"));
    const parent = NAMED.exec(p.values.get("Parent") ?? "");
    const uid = p.values.get("UID");
    const since = /^(\d{1,10})s$/.exec(p.values.get("Time Since Fork") ?? "");
    const program = path?.startsWith("/") ? path : p.name;
    emit({
      kind: "process",
      ...(this.#at ? { at: this.#at } : {}),
      fields: {
        path: path?.startsWith("/") ? path : undefined,
        name: p.name,
        pid: p.pid,
        parent: kept(parent?.[1]),
        ppid: parent ? Number(parent[2]) : undefined,
        uid: uid !== undefined && /^\d{1,10}$/.test(uid) ? Number(uid) : undefined,
        uuid: kept(p.values.get("UUID")),
        started: since ? agoOf(this.#at, Number(since[1]), since[0]) : undefined,
      },
      observables: programSeen(program, "ran"),
      origin: p.origin,
    });
  }

  end(emit: Emit): void {
    this.#flush(emit);
    for (const { path, uuid, program, origin, programs } of this.#images.values())
      emit({
        kind: "image",
        ...(this.#at ? { at: this.#at } : {}),
        fields: { path, uuid, program, programs },
        observables: [{ type: "file-path", value: path, contact: "ran" }],
        origin,
      });
    if (this.#processes === 0)
      this.#run.problem({
        code: "artifact-value",
        found: this.#none ? "No samples" : "no process",
        expected: "Process: NAME [PID]",
        lost: "file",
      });
  }
}

export const spindump: Artifact<"lines"> = {
  id: "ios/spindump",
  version: 1,
  feed: "lines",
  where: { sysdiagnose: { paths: ["spindump-nosymbols.txt"], want: {} } },
  fields,
  key: { process: ["path", "name", "uid"], image: ["path"] },
  observes: [
    ["process", "ran"],
    ["file-path", "ran"],
  ],
  words,
  sources: ["spindump-nosymbols.txt"],
  parse: (run) => new Samples(run),
};
