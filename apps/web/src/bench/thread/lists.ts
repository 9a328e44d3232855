/** Makes lists of records in slices: first the text is searched, then every record is looked at once. @module */
import { LEVELS, type Level } from "@contraluz/core";
import type { Spec } from "../ask.ts";
import { dayOf, zoneOf } from "../zone.ts";
import { Bits } from "./bits.ts";
import type { Lines } from "./lines.ts";
import { DAY_ROW, type DoneRows, GAP_ROW, Rows } from "./rows.ts";
import { Search } from "./search.ts";
import type { Times } from "./times.ts";

export interface Place {
  readonly id: string;
  /** Number of its first record, all places counted through. */
  base: number;
  readonly lines: Lines;
  /** Levels of records that findings name, by ordinal. */
  readonly levels: ReadonlyMap<number, number> | undefined;
}

export interface Shown {
  readonly id: number;
  readonly key: string;
  readonly spec: Spec;
  readonly rows: DoneRows;
  /** Rows that begin a day. */
  readonly days: readonly number[];
  readonly unsearched: number;
}

/** A list in the making. */
export interface Building {
  readonly key: string;
  part: number;
  of: number;
  readonly spec: Spec;
  readonly needle: string;
  readonly searches: Map<number, Search>;
  /** The steps of the list itself; undefined while texts are searched. */
  making: Generator<undefined, Shown> | undefined;
}

/** A gap that is told. */
const GAP_MS = 3_600_000;
/** Records between two looks at the clock. */
const CHECK = 1 << 15;

export class ListBuilder {
  readonly #places: readonly Place[];
  readonly #times: Times;
  readonly #now: () => number;
  /** Searches of the last text, which other filters use again. */
  #kept: { needle: string; searches: Map<number, Search> } = { needle: "", searches: new Map() };
  #next = 1;

  constructor(places: readonly Place[], times: Times, now: () => number) {
    this.#places = places;
    this.#times = times;
    this.#now = now;
  }

  begin(key: string, spec: Spec, needle: string): Building {
    if (this.#kept.needle !== needle) this.#kept = { needle, searches: new Map() };
    const { searches } = this.#kept;
    return { key, spec, needle, searches, making: undefined, part: 0, of: 1 };
  }

  #takes(spec: Spec, id: string): boolean {
    return !spec.without.includes(id) && (spec.list !== "place" || spec.artifact === id);
  }

  /** Works until `end`; undefined if that was not enough. */
  async step(b: Building, end: number): Promise<Shown | undefined> {
    if (b.needle !== "" && !b.making) {
      b.part = 0;
      b.of = 1;
      let more = false;
      for (const [n, p] of this.#places.entries()) {
        if (!this.#takes(b.spec, p.id)) continue;
        let search = b.searches.get(n);
        if (!search) b.searches.set(n, (search = new Search(p.lines, b.needle)));
        while (this.#now() < end && (await search.step()));
        b.part += search.scanned;
        b.of += p.lines.source.size;
        more ||= search.scanned < p.lines.source.size;
      }
      if (more) return undefined;
    }
    b.making ??= this.#make(b);
    do {
      const { done, value } = b.making.next();
      if (done) return value;
    } while (this.#now() < end);
    return undefined;
  }

  *#make(b: Building): Generator<undefined, Shown> {
    const { spec } = b;
    const rows = new Rows();
    const days: number[] = [];
    const take = this.#filter(b);
    if (spec.list === "time") yield* this.#byTime(spec, take, rows, days);
    else yield* this.#byPlace(spec, take, rows);
    let unsearched = 0;
    if (b.needle !== "") for (const s of b.searches.values()) unsearched += s.unsearched;
    return { id: this.#next++, key: b.key, spec, rows: rows.done(), days, unsearched };
  }

  *#byTime(spec: Spec, take: Take, rows: Rows, days: number[]): Generator<undefined> {
    const { ms, place, ordinal, count } = this.#times;
    const zone = zoneOf(spec.zone, ms[0] ?? 0, count > 0 ? ms[count - 1]! : 0);
    let day = Number.NaN;
    let last = Number.NaN;
    for (let i = 0; i < count; i++) {
      if (i % CHECK === 0) yield;
      const level = take(place[i]!, ordinal[i]!);
      if (level === false) continue;
      const at = ms[i]!;
      if (at - last > GAP_MS) rows.special(i, GAP_ROW);
      if (at !== last) {
        const today = dayOf(zone, at);
        if (today !== day) days.push(rows.special(i, DAY_ROW));
        day = today;
      }
      last = at;
      rows.record(i, level);
    }
  }

  *#byPlace(spec: Spec, take: Take, rows: Rows): Generator<undefined> {
    for (const [n, p] of this.#places.entries()) {
      if (!this.#takes(spec, p.id)) continue;
      const dated = spec.list === "undated" ? this.#times.dated.get(n) : undefined;
      for (let i = 0; i < p.lines.total; i++) {
        if (i % CHECK === 0) yield;
        if (dated?.has(i)) continue;
        const level = take(n, i);
        if (level !== false) rows.record(p.base + i, level);
      }
    }
  }

  #filter(b: Building): Take {
    const { spec } = b;
    const noLevel = !spec.levels.includes("none");
    const levelOk = LEVELS.map((l: Level) => !spec.levels.includes(l));
    const all = this.#places.map((p, n) => {
      const off = new Set(spec.without.filter((w) => w.startsWith(`${p.id}#`)).map((w) => w.slice(p.id.length + 1)));
      const text = b.needle === "" ? undefined : (b.searches.get(n)?.found ?? new Bits(0));
      return {
        on: this.#takes(spec, p.id),
        kinds: p.lines.kinds,
        kindOk: off.size === 0 ? undefined : p.lines.names.map((k) => !off.has(k)),
        text,
        levels: p.levels,
      };
    });
    return (n, ordinal) => {
      const p = all[n]!;
      if (!p.on || (p.kindOk && p.kindOk[p.kinds[ordinal]!] === false)) return false;
      if (p.text && !p.text.has(ordinal)) return false;
      const level = p.levels?.get(ordinal);
      return (level === undefined ? noLevel : levelOk[level]!) ? level : false;
    };
  }
}

/** The level of a record that is in the list (undefined if it has none); false if it is not. */
type Take = (place: number, ordinal: number) => number | undefined | false;
