/**
 * shutdown.log: which processes still ran when the phone was switched off, and how long they held it up.
 *
 * Each delay is `After 1.26s, these clients are still here:`, then a line for each process, `remaining client pid: 73 (PATH/UUID)`, where
 * UUID is that of the program file and no part of its path. A shutdown ends with `SIGTERM: [1710236053] All buffers flushed`, the time
 * in Unix seconds. Readers also meet `@1710236053`, and a form in which each process has a line with its delay and the end has
 * no time. The last shutdown may lack its end. iOS 18 and earlier keep all shutdowns; iOS 26 keeps the last boot, or writes shutdown.0.log:
 * there an empty file says nothing.
 * Sources: KasperskyLab/iShutdown (README: blocks, path with UUID), Kaspersky's report on it, ios.md 0.2, 2.2 and 4.3; texts as logd
 * prints them (ios.md, generator).
 * @module
 */
import { type Acquisition, type ArtifactRecord, type Moment, type Origin, unixSeconds } from "@contraluz/core";
import type { Artifact, Emit, LinesItem, ParseRun, Parser } from "../../artifact.ts";
import { programSeen } from "../../program.ts";
import { text } from "../../text.ts";
import { fields, words } from "./words.ts";

/** Processes of one shutdown: a phone runs some hundreds. */
const MAX_CLIENTS = 10_000;

const DELAY = /^After (\d{1,6}(?:\.\d{1,6})?)s, (.*)$/;
const CLIENT = /^\s*remaining client pid: (\d{1,10}) \((.*)\)\s*$/;
const END = /^SIGTERM: \[([^\]]{0,40})\](?: @(\d{9,10}))?/;
const UUID = /\/([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$/;

interface Client {
  readonly pid: number;
  readonly path: string;
  readonly uuid: string | undefined;
  readonly origin: Origin;
  notices: number;
  longest: number | undefined;
}

/** One shutdown while its lines come. */
interface Block {
  readonly clients: Map<string, Client>;
  readonly origin: Origin;
  notices: number;
  delay: number | undefined;
}

/** What the log of that version keeps: up to iOS 18 all shutdowns, from 26 on perhaps only the last boot. */
function keeps({ os }: Acquisition): "all" | "last-boot" | undefined {
  const major = os?.name === "ios" ? Number.parseInt(os.version, 10) : Number.NaN;
  return major >= 26 ? "last-boot" : major > 0 ? "all" : undefined;
}

class Log implements Parser<LinesItem> {
  readonly #run: ParseRun;
  #block: Block | undefined;
  #shutdowns = 0;
  #known = 0;
  #odd = 0;
  #over = false;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: LinesItem, emit: Emit): void {
    for (const line of item.lines) {
      const s = line.text;
      const delay = DELAY.exec(s);
      if (delay) this.#delay(Number(delay[1]), delay[2]!, item.origin(line), emit);
      else if (s.startsWith("SIGTERM:")) this.#end(END.exec(s), item.origin(line), emit);
      else if (!this.#client(s, () => item.origin(line)) && s.trim() !== "") {
        // The newer form says so where a shutdown begins.
        if (s.startsWith("%%%%%")) this.#flush(undefined, emit);
        else {
          this.#odd++;
          continue;
        }
      }
      this.#known++;
    }
  }

  /** A notice; what went on for longer before it belongs to an earlier shutdown whose end is missing. */
  #delay(seconds: number, rest: string, origin: Origin, emit: Emit): void {
    if (this.#block?.delay !== undefined && seconds < this.#block.delay) this.#flush(undefined, emit);
    this.#block ??= { clients: new Map(), origin, notices: 0, delay: undefined };
    if (seconds !== this.#block.delay) this.#block.notices++;
    this.#block.delay = seconds;
    this.#client(rest, () => origin);
  }

  #client(s: string, origin: () => Origin): boolean {
    const m = CLIENT.exec(s);
    if (!m) return false;
    const block = (this.#block ??= { clients: new Map(), origin: origin(), notices: 0, delay: undefined });
    const key = `${m[1]} ${m[2]}`;
    let c = block.clients.get(key);
    if (!c) {
      if (block.clients.size >= MAX_CLIENTS) {
        if (!this.#over) this.#run.problem({ code: "lookup-limit", found: `> ${MAX_CLIENTS} processes`, lost: "row" });
        this.#over = true;
        return true;
      }
      const uuid = UUID.exec(m[2]!);
      const path = text(uuid ? m[2]!.slice(0, uuid.index) : m[2])!;
      c = { pid: Number(m[1]), path, uuid: uuid?.[1], origin: origin(), notices: 0, longest: undefined };
      block.clients.set(key, c);
    }
    c.notices++;
    c.longest = block.delay;
    return true;
  }

  #end(m: RegExpExecArray | null, origin: Origin, emit: Emit): void {
    const stamp = m?.[2] ?? (/^\d{9,10}$/.test(m?.[1] ?? "") ? m![1] : undefined);
    const at = stamp === undefined ? undefined : unixSeconds(Number(stamp));
    this.#block ??= { clients: new Map(), origin, notices: 0, delay: undefined };
    this.#flush(at, emit);
  }

  #flush(at: Moment | undefined, emit: Emit): void {
    const block = this.#block;
    this.#block = undefined;
    if (!block) return;
    const shutdown = ++this.#shutdowns;
    const when = at ? { at } : {};
    emit({
      kind: "shutdown",
      ...when,
      fields: { shutdown, notices: block.notices, longest: block.delay, processes: block.clients.size },
      observables: [],
      origin: block.origin,
    });
    for (const { pid, path, uuid, notices, longest, origin } of block.clients.values()) {
      const record: ArtifactRecord = {
        kind: "client",
        ...when,
        fields: { shutdown, path, pid, notices, longest, uuid },
        observables: programSeen(path, "ran"),
        origin,
      };
      emit(record);
    }
  }

  end(emit: Emit): void {
    this.#flush(undefined, emit);
    if (this.#odd > this.#known)
      this.#run.problem({
        code: "artifact-value",
        found: `${this.#odd} other lines`,
        expected: "shutdown.log",
        lost: "bytes",
      });
    // Also of an empty file: that there is one is news.
    const { path, file } = this.#run;
    emit({
      kind: "log",
      fields: {
        name: text(path.slice(path.lastIndexOf("/") + 1)),
        shutdowns: this.#shutdowns,
        keeps: keeps(this.#run.acquisition),
      },
      observables: [],
      origin: { file, at: { line: 1, offset: 0 } },
    });
  }
}

export const shutdownLog: Artifact<"lines"> = {
  id: "ios/shutdown-log",
  version: 1,
  feed: "lines",
  where: {
    sysdiagnose: { paths: ["system_logs.logarchive/Extra/shutdown*.log"], want: {} },
    "ios-filesystem": { paths: ["private/var/db/diagnostics/shutdown*.log"], want: {} },
  },
  fields,
  observes: [
    ["process", "ran"],
    ["file-path", "ran"],
  ],
  words,
  sources: ["system_logs.logarchive/Extra/shutdown.log", "shutdown.0.log"],
  parse: (run) => new Log(run),
};
