/**
 * What is known of the logs of one phone from one file to the next: the clock, paths of programs, and sums by process and hour. It
 * is bounded, however large the logs are.
 * @module
 */
import type { Origin, Report } from "@contraluz/core";
import {
  type Catalog,
  type CatalogProcess,
  Clock,
  ERROR,
  FAULT,
  type Firehose,
  keyOf,
  LOG,
  LOSS,
  type LogEntry,
  type LogHeader,
  type SimpleDump,
} from "@contraluz/formats/tracev3/index.ts";
import { type Hour, Hours, MAX_COUNTS, MAX_HOURS } from "./hours.ts";
import { ended, serviceOf, spawned } from "./launchd.ts";
import { MAX_MESSAGES, MAX_PROGRAMS, Strange } from "./strange.ts";
import { type HourSpan, hourMoment, hourOf, momentOf, type Tick, tickFor } from "./times.ts";
import type { LogItem } from "./types.ts";

/** Runs of programs, of images and of launches that are told. A phone starts some thousands a day. */
const MAX_PROCESSES = 100_000;
const MAX_IMAGES = 100_000;
const MAX_LAUNCHES = 200_000;
const MAX_BOOTS = 10_000;

type Take = (item: LogItem) => void;

interface Sum {
  first: number;
  last: number;
  entries: number;
  readonly file: number;
  readonly place: { readonly offset: number; readonly length: number };
}

interface Process extends Sum {
  readonly boot: Boot;
  pid: number | undefined;
  euid: number | undefined;
  main: string | undefined;
  errors: number;
  faults: number;
}

interface Boot extends Sum {
  readonly id: string;
  readonly tick: Tick;
  readonly head: LogHeader | undefined;
  lost: number;
}

const originOf = (s: { readonly file: number; readonly place: Sum["place"] }): Origin => ({
  file: s.file,
  at: s.place,
});

const UNKNOWN = "00000000-0000-0000-0000-000000000000";

export class LogState {
  readonly clock: Clock = new Clock();
  readonly strange: Strange = new Strange((what) => void this.#limit(what));
  readonly #images = new Map<string, string>();
  readonly #processes = new Map<string, Process>();
  readonly #boots = new Map<string, Boot>();
  readonly #hours = new Hours();
  #launches = 0;
  readonly #over = new Map<string, number>();

  #limit(what: string): undefined {
    this.#over.set(what, (this.#over.get(what) ?? 0) + 1);
    return undefined;
  }

  image(uuid: string, path: string): void {
    if (this.#images.size < MAX_IMAGES) this.#images.set(uuid, path);
    else this.#limit("images");
  }

  boot(head: LogHeader | undefined, file: number, place: Sum["place"]): Boot | undefined {
    const id = head?.boot ?? UNKNOWN;
    let boot = this.#boots.get(id);
    if (!boot) {
      if (this.#boots.size >= MAX_BOOTS) return this.#limit("boots");
      const tick = tickFor(this.clock, id, head);
      boot = { id, tick, head, file, place, first: Number.POSITIVE_INFINITY, last: -1, entries: 0, lost: 0 };
      this.#boots.set(id, boot);
    }
    return boot;
  }

  process(boot: Boot, chunk: Firehose, file: number, place: Sum["place"]): Process | undefined {
    const key = `${boot.id} ${keyOf(chunk.first, chunk.second)}`;
    let p = this.#processes.get(key);
    if (!p) {
      if (this.#processes.size >= MAX_PROCESSES) return this.#limit("processes");
      const none = { pid: undefined, euid: undefined, main: undefined };
      p = { boot, ...none, file, place, first: Number.POSITIVE_INFINITY, last: -1, entries: 0, errors: 0, faults: 0 };
      this.#processes.set(key, p);
    }
    // A catalog that was lost, or one that came before the program was known.
    const of = chunk.process;
    if (of && p.main === undefined) {
      p.pid = of.pid;
      p.euid = of.euid;
      p.main = of.main;
    }
    return p;
  }

  hour(process: Process, span: HourSpan, file: number, place: Sum["place"]): Hour | undefined {
    const { hour, wall } = span;
    const cell = this.#hours.cell({ hour, wall, boot: process.boot.id, main: process.main, file, place });
    return cell ?? this.#limit("hours");
  }

  subsystem(name: string | undefined): number {
    return this.#hours.subsystem(name);
  }

  count(cell: Hour, subsystem: number): void {
    if (!this.#hours.count(cell, subsystem)) this.#limit("counts");
  }

  /** What launchd says, at once: most of it says nothing about a program. */
  dump(d: SimpleDump, boot: Boot, file: number, place: Sum["place"], take: Take): void {
    if (d.first !== 1) return;
    const start = spawned(d.message);
    const end = start ? undefined : ended(d.message);
    if (!start && !end) return;
    if (++this.#launches > MAX_LAUNCHES) {
      this.#limit("launches");
      return;
    }
    const { service, pid } = serviceOf(d.subsystem);
    const at = momentOf(this.clock, boot.id, boot.tick, d.time);
    const origin = originOf({ file, place });
    if (start) take({ kind: "launch", at, ...start, service, origin });
    else if (end) take({ kind: "exit", at, service, pid, ...end, origin });
  }

  /** Everything that needed more than one file. */
  end(take: Take, report: Report): void {
    const moment = (boot: Boot, ticks: number) => momentOf(this.clock, boot.id, boot.tick, ticks);
    const pathOf = (uuid: string | undefined): string | undefined =>
      uuid === undefined ? undefined : this.#images.get(uuid);
    for (const b of this.#boots.values()) {
      if (b.entries === 0) continue;
      take({
        kind: "boot",
        boot: b.id,
        at: moment(b, 0),
        first: moment(b, b.first),
        last: moment(b, b.last),
        entries: b.entries,
        lost: b.lost,
        build: b.head?.build ?? "",
        hardware: b.head?.hardware ?? "",
        zone: b.head?.zone ?? "",
        origin: originOf(b),
      });
    }
    for (const p of this.#processes.values()) {
      const { boot, pid, euid, main, entries, errors, faults } = p;
      if (entries === 0) continue;
      const [first, last] = [moment(boot, p.first), moment(boot, p.last)];
      const who = { boot: boot.id, pid, euid, uuid: main, path: pathOf(main) };
      take({ kind: "process", ...who, first, last, entries, errors, faults, origin: originOf(p) });
    }
    const busiest = this.#hours.busiest();
    for (const h of this.#hours.all) {
      const { entries, errors, faults } = h;
      const at = hourMoment(h.boot, h.hour, h.wall);
      const subsystems = busiest.get(h.index) ?? [];
      const who = { uuid: h.main, path: pathOf(h.main) };
      take({ kind: "hour", at, ...who, entries, errors, faults, subsystems, origin: originOf(h) });
    }
    for (const [what, n] of this.#over)
      report({ code: "log-limit", found: `${n} more ${what}`, expected: `<= ${LIMIT[what]}`, lost: "row" });
  }
}

const LIMIT: Readonly<Record<string, number>> = {
  boots: MAX_BOOTS,
  counts: MAX_COUNTS,
  hours: MAX_HOURS,
  images: MAX_IMAGES,
  launches: MAX_LAUNCHES,
  messages: MAX_MESSAGES,
  processes: MAX_PROCESSES,
  programs: MAX_PROGRAMS,
};

/** Sums the entries of one file. */
export class FileSums {
  readonly #state: LogState;
  readonly #file: number;
  readonly #place: () => Sum["place"];
  readonly #take: Take;
  #head: LogHeader | undefined;
  #boot: Boot | undefined;
  #chunk: Firehose | undefined;
  #process: Process | undefined;
  #cell: Hour | undefined;
  #from = 0;
  #until = -1;
  /** Subsystems of the process of this chunk, as numbers of `Hours`. */
  #names: Map<number, number> = new Map();
  readonly #namesOf = new Map<CatalogProcess, Map<number, number>>();
  readonly #content: boolean;

  constructor(state: LogState, file: number, place: () => Sum["place"], take: Take, content: boolean) {
    this.#state = state;
    this.#content = content;
    this.#file = file;
    this.#place = place;
    this.#take = take;
  }

  header(head: LogHeader): void {
    this.#head = head;
    this.#boot = this.#state.boot(head, this.#file, this.#place());
    this.#chunk = undefined;
  }

  catalog(_: Catalog): void {
    this.#namesOf.clear();
    this.#chunk = undefined;
  }

  simpleDump(d: SimpleDump): void {
    this.#boot ??= this.#state.boot(this.#head, this.#file, this.#place());
    if (this.#boot) this.#state.dump(d, this.#boot, this.#file, this.#place(), this.#take);
  }

  #enter(chunk: Firehose): void {
    this.#chunk = chunk;
    this.#boot ??= this.#state.boot(this.#head, this.#file, this.#place());
    this.#process = this.#boot && this.#state.process(this.#boot, chunk, this.#file, this.#place());
    this.#until = -1;
    const of = chunk.process;
    let names = of && this.#namesOf.get(of);
    if (!names) {
      names = new Map();
      if (of) this.#namesOf.set(of, names);
    }
    this.#names = names;
  }

  #tell(e: LogEntry, process: Process): void {
    const said = this.#state.strange.textOf(e);
    if (!said) return;
    const at = momentOf(this.#state.clock, process.boot.id, process.boot.tick, e.time);
    const origin = originOf({ file: this.#file, place: this.#place() });
    this.#take({ kind: "message", at, ...said, pid: process.pid, origin });
  }

  entry(e: LogEntry): void {
    if (e.chunk !== this.#chunk) this.#enter(e.chunk);
    const process = this.#process;
    if (!process) return;
    const { time } = e;
    for (const sum of [process, process.boot]) {
      if (time < sum.first) sum.first = time;
      if (time > sum.last) sum.last = time;
      sum.entries++;
    }
    if (e.kind === LOSS) process.boot.lost += e.lost;
    if (this.#content) this.#tell(e, process);
    if (!(time >= this.#from && time < this.#until)) {
      const span = hourOf(this.#state.clock, process.boot.id, process.boot.tick, time);
      this.#from = span.from;
      this.#until = span.until;
      this.#cell = this.#state.hour(process, span, this.#file, this.#place());
    }
    const cell = this.#cell;
    if (cell) cell.entries++;
    if (e.kind === LOG && e.type >= ERROR) {
      const level = e.type === ERROR ? "errors" : e.type === FAULT ? "faults" : undefined;
      if (level) {
        process[level]++;
        if (cell) cell[level]++;
      }
    }
    if (!cell || e.subsystem === 0) return;
    let id = this.#names.get(e.subsystem);
    if (id === undefined) {
      id = this.#state.subsystem(e.chunk.process?.subsystems.get(e.subsystem)?.name);
      this.#names.set(e.subsystem, id);
    }
    if (id >= 0) this.#state.count(cell, id);
  }
}
