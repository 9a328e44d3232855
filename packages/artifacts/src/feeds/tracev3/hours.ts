/** How much each program logged in each hour, and for which subsystems. @module */
import { byCodeUnit } from "@contraluz/core";

/** Hours of programs: a phone with 400 programs fills 100 hours. */
export const MAX_HOURS = 50_000;
const MAX_SUBSYSTEMS = 65_535;
/** Subsystems of all hours: a program writes for some ten. */
export const MAX_COUNTS = 1_000_000;
/** Subsystems that a record names. */
const NAMED = 8;

export interface Hour {
  readonly index: number;
  readonly hour: number;
  readonly wall: boolean;
  readonly boot: string;
  readonly main: string | undefined;
  readonly file: number;
  readonly place: { readonly offset: number; readonly length: number };
  entries: number;
  errors: number;
  faults: number;
}

export class Hours {
  readonly all: Hour[] = [];
  readonly #byKey = new Map<string, Hour>();
  readonly #names: string[] = [];
  readonly #ids = new Map<string, number>();
  /** Hour times 65,536 plus subsystem: a map of numbers costs a tenth of maps in a map. */
  readonly #counts = new Map<number, number>();

  /** The cell of a program and an hour; undefined where there is no room. */
  cell(make: Omit<Hour, "index" | "entries" | "errors" | "faults">): Hour | undefined {
    const key = `${make.main ?? ""} ${make.wall ? "" : make.boot} ${make.hour}`;
    let cell = this.#byKey.get(key);
    if (!cell && this.all.length < MAX_HOURS) {
      cell = { ...make, index: this.all.length, entries: 0, errors: 0, faults: 0 };
      this.#byKey.set(key, cell);
      this.all.push(cell);
    }
    return cell;
  }

  /** Number of a subsystem; -1: none, or no room. */
  subsystem(name: string | undefined): number {
    if (name === undefined || name === "") return -1;
    let id = this.#ids.get(name);
    if (id === undefined) {
      id = this.#names.length < MAX_SUBSYSTEMS ? this.#names.push(name) - 1 : -1;
      if (id >= 0) this.#ids.set(name, id);
    }
    return id;
  }

  /** False where there is no room. */
  count(cell: Hour, subsystem: number): boolean {
    const key = cell.index * 65_536 + subsystem;
    const known = this.#counts.get(key);
    if (known === undefined && this.#counts.size >= MAX_COUNTS) return false;
    this.#counts.set(key, (known ?? 0) + 1);
    return true;
  }

  /** The busiest subsystems of every cell, by its index. */
  busiest(): ReadonlyMap<number, readonly (readonly [string, number])[]> {
    const out = new Map<number, [string, number][]>();
    for (const [key, n] of this.#counts) {
      const index = Math.floor(key / 65_536);
      const list = out.get(index);
      const entry: [string, number] = [this.#names[key % 65_536]!, n];
      if (list) list.push(entry);
      else out.set(index, [entry]);
    }
    for (const list of out.values()) {
      list.sort((a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0]));
      list.length = Math.min(list.length, NAMED);
    }
    return out;
  }
}
