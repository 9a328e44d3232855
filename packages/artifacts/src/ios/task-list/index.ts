/**
 * taskinfo.txt of a sysdiagnose: the tasks that the kernel counted when it was made.
 *
 * A block begins `process: "NAME" [PID] [unique ID: N]`; lines `key: value` follow, then `threads:` and a block for each thread. `run
 * time: 9021 s` counts from its start. `ios-appledaemon` and `ios-application` are YES or NO. Names are cut to 32 letters.
 * Sources: ios.md 4.2; grammar as the reader of EC-DIGIT-CSIRC/sysdiagnose takes it (iOS 13 to 18).
 * @module
 */
import type { Moment, Origin } from "@contraluz/core";
import type { Artifact, Emit, LinesItem, ParseRun, Parser } from "../../artifact.ts";
import { agoOf, captured } from "../../capture.ts";
import { kept } from "../../text.ts";
import { fields, words } from "./words.ts";

const HEAD = /^process: "(.{1,1024})" \[(\d{1,10})\]/;
const RUN_TIME = /^run time: (\d{1,10}) s/;

interface Task {
  readonly name: string;
  readonly pid: number;
  readonly origin: Origin;
  started?: Moment | undefined;
  app?: boolean | undefined;
  daemon?: boolean | undefined;
}

/** `YES` at the end of a line. */
const yes = (line: string): true | undefined => (line.endsWith("YES") ? true : undefined);

class Tasks implements Parser<LinesItem> {
  readonly #run: ParseRun;
  readonly #at: Moment | undefined;
  #task: Task | undefined;
  /** What a thread says is not what its task says. */
  #inThreads = false;
  #tasks = 0;
  #said: number | undefined;

  constructor(run: ParseRun) {
    this.#run = run;
    this.#at = captured(run.acquisition);
  }

  take(item: LinesItem, emit: Emit): void {
    for (const line of item.lines) {
      const s = line.text;
      if (s.startsWith("process: ")) {
        this.#flush(emit);
        const m = HEAD.exec(s);
        if (m) this.#task = { name: kept(m[1])!, pid: Number(m[2]), origin: item.origin(line) };
        this.#inThreads = false;
      } else if (s.startsWith("threads:")) this.#inThreads = true;
      else if (s.startsWith("num tasks: ")) this.#said = Number(/^\d{1,6}/.exec(s.slice(11))?.[0] ?? Number.NaN);
      else if (this.#task && !this.#inThreads) this.#line(this.#task, s);
    }
  }

  #line(task: Task, s: string): void {
    if (s.startsWith("run time: ")) {
      const seconds = RUN_TIME.exec(s)?.[1];
      if (seconds !== undefined) task.started = agoOf(this.#at, Number(seconds), `${seconds} s`);
    } else if (s.startsWith("ios-appledaemon: ")) task.daemon = yes(s);
    else if (s.startsWith("ios-application: ")) task.app = yes(s);
  }

  #flush(emit: Emit): void {
    const task = this.#task;
    this.#task = undefined;
    if (!task) return;
    this.#tasks++;
    const { name, pid, started, app, daemon, origin } = task;
    emit({
      kind: "process",
      ...(this.#at ? { at: this.#at } : {}),
      fields: { name, pid, started, app, daemon },
      observables: [{ type: "process", value: name, contact: "ran" }],
      origin,
    });
  }

  end(emit: Emit): void {
    this.#flush(emit);
    const said = this.#said;
    if (said !== undefined && !(said <= this.#tasks))
      this.#run.problem({ code: "artifact-value", found: `${this.#tasks} tasks`, expected: `${said}`, lost: "row" });
    else if (said === undefined && this.#tasks === 0)
      this.#run.problem({ code: "artifact-value", found: "no task", expected: 'process: "…" [PID]', lost: "file" });
  }
}

export const taskList: Artifact<"lines"> = {
  id: "ios/task-list",
  version: 1,
  feed: "lines",
  where: { sysdiagnose: { paths: ["taskinfo.txt"], want: {} } },
  fields,
  key: { process: ["name"] },
  observes: [["process", "ran"]],
  words,
  sources: ["taskinfo.txt"],
  parse: (run) => new Tasks(run),
};
