/** The bench's side of the thread: lists of records, and windows of them. The page holds no records. @module */
import { type ArtifactRecord, LEVELS, type Level, type Result } from "@contraluz/core";
import { decodeRecord, type StoredFolder } from "@contraluz/store";
import {
  type BenchInfo,
  type BenchQuestions,
  type BenchRow,
  type FieldInfo,
  MAX_ROWS,
  type PlaceInfo,
  type Spec,
} from "../ask.ts";
import { Lines } from "./lines.ts";
import { type Building, ListBuilder, type Place, type Shown } from "./lists.ts";
import { DAY_ROW, first, GAP_ROW, NUMBER } from "./rows.ts";
import { needleOf } from "./search.ts";
import { slim } from "./slim.ts";
import { openTimeline, Times } from "./times.ts";

/** Labels of the fields of a place, by kind. */
export type FieldsOf = (artifact: string, kind: string) => readonly FieldInfo[];

export interface BenchThread {
  answer<K extends keyof BenchQuestions>(what: K, ask: BenchQuestions[K]["ask"]): Promise<BenchQuestions[K]["answer"]>;
}

/** Work of one slice, in milliseconds: a question in between waits that long at most. */
const SLICE_MS = 40;
/** Bytes of one record that are shown. */
const MAX_LINE = 1 << 20;
/** Lines that lie closer than this are read at once. */
const NEAR = 1 << 15;
const NAME = /^records\/[a-z0-9.-]+\.jsonl$/;

const clamp = (n: number, to: number): number => Math.max(0, Math.min(Math.floor(n) || 0, to));

/** The highest level of each record that findings name, as a number in `LEVELS`: by place, then by ordinal. */
function levelsOf(result: Result): Map<string, Map<number, number>> {
  const all = new Map<string, Map<number, number>>();
  for (const f of result.findings) {
    const level = LEVELS.indexOf(f.level);
    for (const { artifact, ordinal } of f.records) {
      let place = all.get(artifact);
      if (!place) all.set(artifact, (place = new Map()));
      place.set(ordinal, Math.min(place.get(ordinal) ?? level, level));
    }
  }
  return all;
}

/** `now`: milliseconds of any clock. */
export function benchThread(folder: StoredFolder, result: Result, fields: FieldsOf, now: () => number): BenchThread {
  const levels = levelsOf(result);
  let places: Place[] = [];
  let times: Times | undefined;
  let info: BenchInfo | undefined;
  let opening: Promise<void> | undefined;
  let building: Building | undefined;
  let shown: Shown | undefined;
  let builder: ListBuilder | undefined;

  async function open(): Promise<void> {
    for (const [id, entry] of Object.entries(result.records)) {
      if (!(entry.count > 0) || !NAME.test(entry.file)) continue;
      const source = await folder.read(entry.file).catch(() => undefined);
      if (source) places.push({ id, base: 0, lines: new Lines(source, entry.count), levels: levels.get(id) });
    }
  }

  /** Scans lines until the slice is over; then, in another slice, the timeline. */
  async function prepare(): Promise<BenchQuestions["prepare"]["answer"]> {
    opening ??= open();
    await opening;
    const end = now() + SLICE_MS;
    for (const p of places) {
      while (p.lines.scanned < p.lines.source.size) {
        if (now() > end) return progress();
        await p.lines.step();
      }
    }
    if (!times) times = await openTimes();
    while (times.read < times.total) {
      if (now() > end) return progress();
      if (!(await times.step())) break;
    }
    info ??= describe(times);
    builder ??= new ListBuilder(places, times, now);
    return { ...progress(), done: true, info };
  }

  async function openTimes(): Promise<Times> {
    places = places.filter((p) => p.lines.total > 0);
    let base = 0;
    const numbers = new Map<string, { number: number; total: number }>();
    places.forEach((p, number) => {
      p.base = base;
      base += p.lines.total;
      numbers.set(p.id, { number, total: p.lines.total });
    });
    const source = await folder.read("index/timeline.bin").catch(() => undefined);
    const head = source && (await openTimeline(source));
    return new Times(head, (id) => numbers.get(id));
  }

  function progress(): { done: boolean; part: number; of: number } {
    let [part, of] = [0, 0];
    for (const { lines } of places) {
      part += lines.scanned;
      of += lines.source.size;
    }
    return { done: false, part, of };
  }

  function describe(t: Times): BenchInfo {
    const { day, place, count } = t.days;
    return {
      places: places.map((p, n) => placeInfo(p, t.dated.get(n))),
      timed: t.count,
      left: t.left,
      from: t.count > 0 ? t.ms[0]! : 0,
      to: t.count > 0 ? t.ms[t.count - 1]! : 0,
      days: { day: new Int32Array(day), place: new Uint16Array(place), count: new Uint32Array(count) },
    };
  }

  function placeInfo({ id, lines }: Place, dated: { has(n: number): boolean } | undefined): PlaceInfo {
    const records: number[] = [];
    const withDate: number[] = [];
    for (let i = 0; i < lines.total; i++) {
      const k = lines.kinds[i]!;
      records[k] = (records[k] ?? 0) + 1;
      if (dated?.has(i)) withDate[k] = (withDate[k] ?? 0) + 1;
    }
    const sum = (list: readonly number[]): number => list.reduce((a, b) => a + (b ?? 0), 0);
    return {
      id,
      records: lines.total,
      dated: sum(withDate),
      kinds: lines.names.map((kind, k) => ({
        kind,
        records: records[k] ?? 0,
        dated: withDate[k] ?? 0,
        fields: fields(id, kind),
      })),
    };
  }

  async function show(spec: Spec): Promise<BenchQuestions["show"]["answer"]> {
    if (!builder) throw new Error("not prepared");
    const key = JSON.stringify(spec);
    if (shown?.key !== key) {
      if (building?.key !== key) building = builder.begin(key, spec, needleOf(spec.query));
      const made = await builder.step(building, now() + SLICE_MS);
      if (!made) return { done: false, part: building.part, of: building.of };
      building = undefined;
      shown = made;
    }
    const { id, rows, unsearched } = shown;
    return {
      done: true,
      part: 1,
      of: 1,
      view: { id, spec, rows: rows.rows.length, records: rows.records, marks: rows.marks, unsearched },
    };
  }

  /** Place and ordinal of a record by its number in a list. */
  function refOf(list: Spec["list"], number: number): { place: Place; ordinal: number } {
    if (list === "time") return { place: places[times!.place[number]!]!, ordinal: times!.ordinal[number]! };
    const n = first(places.length, (i) => places[i]!.base > number) - 1;
    return { place: places[n]!, ordinal: number - places[n]!.base };
  }

  async function window(q: BenchQuestions["window"]["ask"]): Promise<readonly BenchRow[]> {
    if (!shown || shown.id !== q.view) return [];
    const { rows, spec } = shown;
    const from = clamp(q.from, rows.rows.length);
    const to = Math.min(from + clamp(q.count, MAX_ROWS), rows.rows.length);
    const out: BenchRow[] = new Array(to - from);
    const wanted: { at: number; place: Place; ordinal: number }[] = [];
    for (let i = from; i < to; i++) {
      const row = rows.rows[i]!;
      const number = row & NUMBER;
      if ((row & DAY_ROW) !== 0) out[i - from] = dayRow(i, number);
      else if ((row & GAP_ROW) !== 0) out[i - from] = gapRow(i, number);
      else wanted.push({ at: i - from, ...refOf(spec.list, number) });
    }
    wanted.sort((a, b) => a.place.base - b.place.base || a.ordinal - b.ordinal);
    for (let i = 0; i < wanted.length; ) {
      let end = i + 1;
      while (end < wanted.length && near(wanted[end - 1]!, wanted[end]!)) end++;
      await read(wanted.slice(i, end), out);
      i = end;
    }
    return out;
  }

  const near = (a: { place: Place; ordinal: number }, b: { place: Place; ordinal: number }): boolean =>
    a.place === b.place && a.place.lines.starts[b.ordinal]! - a.place.lines.starts[a.ordinal + 1]! < NEAR;

  /** Neighbouring lines of one place, in one read. */
  async function read(
    list: { at: number; place: Place; ordinal: number }[],
    out: BenchRow[],
    whole = false,
  ): Promise<void> {
    const { place } = list[0]!;
    const { starts, source } = place.lines;
    const begin = starts[list[0]!.ordinal]!;
    const length = starts[list[list.length - 1]!.ordinal + 1]! - begin;
    const bytes = await source.read(begin, Math.min(length, MAX_LINE * 4));
    const decoder = new TextDecoder();
    for (const { at, ordinal } of list) {
      const [a, b] = [starts[ordinal]! - begin, starts[ordinal + 1]! - begin];
      const line = b - a <= MAX_LINE && b <= bytes.length ? decoder.decode(bytes.subarray(a, b)).trimEnd() : "";
      const record = decoded(line);
      if (!record) {
        out[at] = { type: "damaged", artifact: place.id, ordinal };
        continue;
      }
      const level = place.levels?.get(ordinal);
      out[at] = {
        type: "record",
        artifact: place.id,
        ordinal,
        record: whole ? record : slim(record),
        file: result.files[record.origin.file],
        ...(level === undefined ? {} : { level: LEVELS[level] as Level }),
      };
    }
  }

  async function one({ artifact, ordinal }: BenchQuestions["record"]["ask"]): Promise<BenchRow | undefined> {
    const place = places.find((p) => p.id === artifact);
    if (!place || !(Number.isInteger(ordinal) && ordinal >= 0 && ordinal < place.lines.total)) return undefined;
    const out: BenchRow[] = [];
    await read([{ at: 0, place, ordinal }], out, true);
    return out[0];
  }

  /** Records between this day and the next one. */
  function dayRow(at: number, number: number): BenchRow {
    const { rows, days } = shown!;
    const next = first(days.length, (i) => days[i]! > at);
    const end = days[next] ?? rows.rows.length;
    return { type: "day", ms: times!.ms[number]!, records: rows.before(end) - rows.before(at) };
  }

  function gapRow(at: number, number: number): BenchRow {
    const { rows } = shown!;
    let before = at - 1;
    while (before > 0 && rows.rows[before]! > NUMBER) before--;
    return { type: "gap", from: times!.ms[rows.rows[before]! & NUMBER]!, to: times!.ms[number]! };
  }

  function bins({ view, from, to, count }: BenchQuestions["bins"]["ask"]): Uint32Array {
    const out = new Uint32Array(clamp(count, 4096));
    if (!shown || shown.id !== view || shown.spec.list !== "time" || !times) return out;
    const { rows } = shown;
    const upTo = (ms: number): number => rows.before(rows.from(times!.from(ms)));
    let last = upTo(from);
    for (let i = 0; i < out.length; i++) {
      const next = upTo(from + ((to - from) * (i + 1)) / out.length);
      out[i] = Math.max(0, next - last);
      last = next;
    }
    return out;
  }

  function rowOf({ view, at }: BenchQuestions["rowOf"]["ask"]): number {
    if (!shown || shown.id !== view || !times) return -1;
    const { rows, spec } = shown;
    if ("ms" in at) {
      if (spec.list !== "time") return -1;
      let row = rows.from(times.from(at.ms));
      while (row < rows.rows.length && rows.rows[row]! > NUMBER) row++;
      return row < rows.rows.length ? row : -1;
    }
    const n = places.findIndex((p) => p.id === at.artifact);
    const place = places[n];
    if (!place || !(at.ordinal >= 0 && at.ordinal < place.lines.total)) return -1;
    if (spec.list !== "time") return rows.of(place.base + at.ordinal);
    if (!times.dated.get(n)?.has(at.ordinal)) return -1;
    for (let i = 0; i < times.count; i++)
      if (times.ordinal[i] === at.ordinal && times.place[i] === n) return rows.of(i);
    return -1;
  }

  return {
    async answer(what, ask) {
      type Any = BenchQuestions[keyof BenchQuestions]["answer"];
      const made = async (): Promise<Any> => {
        switch (what as keyof BenchQuestions) {
          case "prepare":
            return prepare();
          case "show":
            return show(ask as Spec);
          case "window":
            return window(ask as BenchQuestions["window"]["ask"]);
          case "record":
            return one(ask as BenchQuestions["record"]["ask"]);
          case "bins":
            return bins(ask as BenchQuestions["bins"]["ask"]);
          case "rowOf":
            return rowOf(ask as BenchQuestions["rowOf"]["ask"]);
        }
      };
      return (await made()) as never;
    },
  };
}

function decoded(line: string): ArtifactRecord | undefined {
  if (line === "") return undefined;
  try {
    return decodeRecord(line);
  } catch {
    return undefined;
  }
}
