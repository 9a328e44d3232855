/**
 * What was around whoever captured: machines of a network, cells of mobile networks, tags, each with the times at which it was there; and the
 * times of what was found about them. Data for a map and for lines of time; no records.
 * @module
 */
import { type ArtifactRecord, byCodeUnit, type Finding, LEVELS, type Level, type Result } from "@contraluz/core";
import { readRecords, type StoredFolder } from "@contraluz/store";
import { type MachinesSeen, machinesSeen } from "../machines/machines.ts";
import { instant } from "../when.ts";

/** Milliseconds since 1970: from, to. */
export type TimeSpan = readonly [from: number, to: number];

export interface CellSeen {
  readonly generation: string;
  /** `334-020`; the first one is its main network. */
  readonly networks: readonly string[];
  readonly area?: number;
  readonly cell?: number;
  /** Its number on its frequency, and that. */
  readonly pci?: number;
  readonly frequency?: number;
  readonly count: number;
  /** dBm. */
  readonly strongest?: number;
  /** Left out where the clock was not set. */
  readonly span?: TimeSpan;
  /** Of the gravest finding about it. */
  readonly level?: Level;
}

export interface TagSeen {
  /** `find-my`, `tile` … as `bluetooth/trackers` names them. */
  readonly type: string;
  readonly model?: string;
  readonly state: string;
  readonly address: string;
  readonly minutes: number;
  readonly spans: readonly TimeSpan[];
  readonly level?: Level;
}

/** Something that a finding names, at its time. */
export interface AirEvent {
  readonly ms: number;
  readonly level: Level;
  /** Of `result.findings`. */
  readonly finding: string;
}

export interface AirSeen extends MachinesSeen {
  /** Those that a finding names first, then those that were heard most. */
  readonly cells: readonly CellSeen[];
  readonly tags: readonly TagSeen[];
  /** In the order of time. */
  readonly events: readonly AirEvent[];
  /** From the first to the last of all of them. */
  readonly span?: TimeSpan;
}

/** What is read of one artifact; events of one result. */
const [MAX_ROWS, MAX_EVENTS] = [20_000, 2000];
/** Places of which a result has one of these have something to show. */
export const AIR_ARTIFACTS: readonly string[] = [
  "network/devices",
  "network/wifi",
  "radio/cells",
  "bluetooth/trackers",
];
const AIR = /^(?:network|radio|bluetooth)\//;

const number = (v: unknown): number | undefined => (typeof v === "number" ? v : undefined);
const text = (v: unknown): string => (typeof v === "string" ? v : "");
const texts = (v: unknown): string[] => (Array.isArray(v) ? v.filter((x) => typeof x === "string") : []);

/** Milliseconds of a moment, in memory or as it was stored; undefined for one without an instant. */
function msOf(m: unknown): number | undefined {
  const utc = instant(m as Parameters<typeof instant>[0]);
  return utc === undefined ? undefined : Number(utc / 1_000_000n);
}

const gravest = (a: Level | undefined, b: Level): Level =>
  a === undefined || LEVELS.indexOf(b) < LEVELS.indexOf(a) ? b : a;

/** The gravest level that names a thing: a record by its number, or whatever a finding calls `where` or is about. */
class Named {
  readonly #records = new Map<string, Level>();
  readonly #words = new Map<string, Level>();

  constructor(findings: readonly Finding[]) {
    const put = (of: Map<string, Level>, key: string, level: Level): void =>
      void of.set(key, gravest(of.get(key), level));
    for (const f of findings) {
      // A note names what is everywhere.
      if (f.level === "info") continue;
      for (const r of f.records) put(this.#records, `${r.artifact} ${r.ordinal}`, f.level);
      if (f.rule !== null && AIR.test(f.rule)) {
        put(this.#words, f.subject, f.level);
        if (typeof f.params.where === "string" && f.params.where !== "") put(this.#words, f.params.where, f.level);
      }
    }
  }

  level(artifact: string, ordinal: number, word: string): Level | undefined {
    const [a, b] = [this.#records.get(`${artifact} ${ordinal}`), this.#words.get(word)];
    return a === undefined ? b : b === undefined ? a : gravest(a, b);
  }
}

/** As findings of mobile networks name a cell. */
function whereOf(pci: number | undefined, frequency: number | undefined): string {
  if (frequency === undefined) return "";
  return pci === undefined ? `EARFCN ${frequency}` : `PCI ${pci}, EARFCN ${frequency}`;
}

function cellOf(r: ArtifactRecord, ordinal: number, named: Named): CellSeen | undefined {
  if (r.kind !== "cell") return undefined;
  const f = r.fields;
  const [pci, frequency] = [number(f.pci), number(f.earfcn)];
  const [from, to] = [msOf(r.at), msOf(f.last)];
  const level = named.level("radio/cells", ordinal, whereOf(pci, frequency));
  const [area, cell, strongest] = [number(f.tac), number(f.cell), number(f.signal)];
  return {
    generation: text(f.generation),
    networks: texts(f.networks),
    ...(area === undefined ? {} : { area }),
    ...(cell === undefined ? {} : { cell }),
    ...(pci === undefined ? {} : { pci }),
    ...(frequency === undefined ? {} : { frequency }),
    count: number(f.count) ?? 0,
    ...(strongest === undefined ? {} : { strongest }),
    ...(from === undefined || to === undefined ? {} : { span: [Math.min(from, to), Math.max(from, to)] as const }),
    ...(level === undefined ? {} : { level }),
  };
}

/** Spans as `bluetooth/trackers` writes them: `2026-04-03T15:00:00Z/2026-04-03T15:20:00Z`. */
function spansOf(v: unknown): TimeSpan[] {
  return texts(v).flatMap((t): TimeSpan[] => {
    const [from, to] = t.split("/", 2).map((x) => msOf({ utc: x }));
    return from === undefined || to === undefined || to < from ? [] : [[from, to]];
  });
}

function tagOf(r: ArtifactRecord, ordinal: number, named: Named): TagSeen | undefined {
  const f = r.fields;
  const address = text(f.address);
  if (r.kind !== "tag" || address === "") return undefined;
  const model = text(f.model);
  const level = named.level("bluetooth/trackers", ordinal, address);
  return {
    type: text(f.type),
    ...(model === "" ? {} : { model }),
    state: text(f.state),
    address,
    minutes: number(f.minutes) ?? 0,
    spans: spansOf(f.spans),
    ...(level === undefined ? {} : { level }),
  };
}

/** Times of what was found. Of a note the first alone: it may name a hundred. */
function eventsOf(findings: readonly Finding[]): AirEvent[] {
  const events = findings.flatMap((f) => {
    const about = f.records.filter((r) => AIR.test(r.artifact));
    const times = about.flatMap((r) => msOf(r.at) ?? []);
    const told = f.level === "info" ? times.slice(0, 1) : times;
    return [...new Set(told)].map((ms): AirEvent => ({ ms, level: f.level, finding: f.id }));
  });
  return events
    .sort(
      (a, b) => a.ms - b.ms || LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || byCodeUnit(a.finding, b.finding),
    )
    .slice(0, MAX_EVENTS);
}

const HOUR = 3_600_000;

/** Milliseconds at which an hour of `MachineSeen.hours` begins; undefined for a text that is none. */
export function hourMs(hour: string): number | undefined {
  return msOf({ utc: `${hour}:00:00Z` });
}

function wholeSpan(all: Iterable<TimeSpan>): TimeSpan | undefined {
  let whole: [number, number] | undefined;
  for (const [from, to] of all) whole = whole ? [Math.min(whole[0], from), Math.max(whole[1], to)] : [from, to];
  return whole;
}

/**
 * Reads what was around of a result; empty lists where nothing of that kind was captured.
 * @example
 * const { cells, tags } = await airSeen(folder, result);
 */
export async function airSeen(folder: StoredFolder, result: Result): Promise<AirSeen> {
  const named = new Named(result.findings);
  const rows = async <T>(artifact: string, of: (r: ArtifactRecord, ordinal: number) => T | undefined): Promise<T[]> => {
    const out: T[] = [];
    if (result.records[artifact] === undefined) return out;
    let ordinal = 0;
    for await (const { records } of readRecords(folder, result, artifact))
      for (const r of records) {
        const row = of(r, ordinal++);
        if (row !== undefined && out.length < MAX_ROWS) out.push(row);
      }
    return out;
  };
  const rank = (level: Level | undefined): number => (level === undefined ? LEVELS.length : LEVELS.indexOf(level));
  const [seen, cells, tags] = [
    await machinesSeen(folder, result),
    await rows("radio/cells", (r, n) => cellOf(r, n, named)),
    await rows("bluetooth/trackers", (r, n) => tagOf(r, n, named)),
  ];
  cells.sort((a, b) => rank(a.level) - rank(b.level) || b.count - a.count);
  tags.sort((a, b) => rank(a.level) - rank(b.level) || b.minutes - a.minutes || byCodeUnit(a.address, b.address));
  const events = eventsOf(result.findings);
  const span = wholeSpan([
    ...cells.flatMap((c) => (c.span ? [c.span] : [])),
    ...tags.flatMap((t) => t.spans),
    ...seen.machines.flatMap((m) => m.hours.flatMap(([h]): TimeSpan[] => hourSpan(h))),
    ...events.map((e): TimeSpan => [e.ms, e.ms]),
  ]);
  return { ...seen, cells, tags, events, ...(span ? { span } : {}) };
}

function hourSpan(hour: string): TimeSpan[] {
  const from = hourMs(hour);
  return from === undefined ? [] : [[from, from + HOUR]];
}
