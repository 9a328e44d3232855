/**
 * How strongly cells of mobile networks were received, and how near to them the network said that the phone is: sums for each cell, and the
 * moments at which one rose within seconds, or a new one was at once much stronger than all that were heard before.
 *
 * Strength comes from the modem (its own measurements), from the phone (what it reports to the network of its own cell), or from a receiver
 * (GSMTAP). In GSMTAP of 4G the number of the cell is missing: all cells of a frequency count as one there.
 * Sources: 3GPP TS 36.214, 5.1.1; TS 36.133, 9.1.4; TS 45.010 (timing advance); network.md 3(c) C15.
 * @module
 */
import type { Moment, Origin } from "@contraluz/core";
import type { Artifact, CaptureItem, Emit, ParseRun, Parser, RadioSignal } from "../../artifact.ts";
import { middle, newWatch, type Rise, type Watch, watch } from "./rises.ts";
import { fields, words } from "./words.ts";

/** Cells of one file; moments that are told. */
const [MAX_CELLS, MAX_RISES] = [4096, 2000];
/** Decibels from 0 to -200. */
const BINS = 201;

interface Cell {
  readonly item: RadioSignal;
  last: Moment;
  serving: boolean;
  count: number;
  strongest: number;
  weakest: number;
  /** How often each strength was met, in whole decibels. */
  readonly bins: Uint16Array;
  metres: number | undefined;
  readonly watch: Watch;
}

interface Told extends Rise {
  readonly cell: Cell;
  readonly item: RadioSignal;
  readonly origin: Origin;
}

class Signals implements Parser<CaptureItem> {
  readonly #run: ParseRun;
  readonly #cells = new Map<string, Cell>();
  readonly #rises: Told[] = [];
  #over = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(i: CaptureItem): void {
    if (i.kind !== "radio-signal") return;
    const key = `${i.generation} ${i.pci} ${i.earfcn}`;
    let cell = this.#cells.get(key);
    if (!cell) {
      if (this.#cells.size >= MAX_CELLS) {
        this.#over++;
        return;
      }
      cell = {
        item: i,
        last: i.at,
        serving: false,
        count: 0,
        strongest: -Infinity,
        weakest: Infinity,
        bins: new Uint16Array(BINS),
        metres: undefined,
        watch: newWatch(i.seconds),
      };
      this.#cells.set(key, cell);
    }
    cell.last = i.at;
    cell.serving ||= i.serving;
    if (i.metres !== undefined) cell.metres = Math.min(cell.metres ?? Infinity, i.metres);
    if (i.signal !== undefined) this.#strength(cell, i, i.signal);
  }

  #strength(cell: Cell, i: RadioSignal, signal: number): void {
    cell.count++;
    cell.strongest = Math.max(cell.strongest, signal);
    cell.weakest = Math.min(cell.weakest, signal);
    const bin = Math.min(BINS - 1, Math.max(0, Math.round(-signal)));
    if (cell.bins[bin]! < 65_535) cell.bins[bin]!++;
    const rise = watch(cell.watch, i.seconds, signal, this.#others(cell));
    if (!rise) return;
    if (this.#rises.length < MAX_RISES) this.#rises.push({ ...rise, cell, item: i, origin: i.origin });
    else this.#over++;
  }

  *#others(cell: Cell): Generator<Watch> {
    for (const c of this.#cells.values()) if (c !== cell && c.item.generation === cell.item.generation) yield c.watch;
  }

  end(emit: Emit): void {
    const place = (c: Cell) => {
      const { generation, pci, earfcn, short } = c.item;
      return { generation, pci, earfcn, short };
    };
    for (const c of this.#cells.values()) {
      const heard = c.count > 0;
      const strength = heard ? { strongest: c.strongest, weakest: c.weakest, middle: middleOf(c) } : {};
      emit({
        kind: "strength",
        at: c.item.at,
        fields: { ...place(c), serving: c.serving, last: c.last, count: c.count, ...strength, metres: c.metres },
        observables: [],
        origin: c.item.origin,
      });
    }
    for (const { kind, before, after, seconds, cell, item, origin } of this.#rises)
      emit({
        kind: "rise",
        at: item.at,
        fields: { ...place(cell), case: kind, before, after, seconds, serving: cell.serving, metres: cell.metres },
        observables: [],
        origin,
      });
    if (this.#over > 0) {
      const expected = `<= ${MAX_CELLS} cells, ${MAX_RISES} rises`;
      this.#run.problem({ code: "record-limit", found: `${this.#over} more`, expected, lost: "row" });
    }
  }
}

function middleOf(c: Cell): number {
  const half = c.bins.reduce((n, v) => n + v, 0) / 2;
  let n = 0;
  for (let i = 0; i < BINS; i++) if ((n += c.bins[i]!) >= half) return -i;
  return middle([c.strongest]);
}

export const signal: Artifact<"capture"> = {
  id: "radio/signal",
  version: 1,
  feed: "capture",
  where: {
    capture: { paths: ["**"], want: { items: ["radio-signal"] } },
    "radio-capture": { paths: ["log/**"], want: { items: ["radio-signal"] } },
  },
  fields,
  observes: [],
  words,
  sources: ["3GPP TS 36.214, 5.1.1", "3GPP TS 36.133, 9.1.4", "3GPP TS 45.010", "network.md 3(c) C15"],
  parse: (run) => new Signals(run),
};
