/** What a program used of the network, in one: a log holds a row for each program and few minutes. @module */
import type { Report } from "@contraluz/core";
import type { Row } from "@contraluz/formats/sqlite/index.ts";

/** Programs of one log. */
const MAX_PROGRAMS = 50_000;

export interface Total {
  readonly name: string | undefined;
  readonly app: string | undefined;
  /** Its first row, to point at. */
  readonly row: Pick<Row, "rowid" | "page" | "cell" | "wal">;
  times: number;
  first: number | undefined;
  last: number | undefined;
  until: number | undefined;
  readonly bytes: [number, number, number, number];
}

/** Totals by program and app, in the order in which they are met. */
export class Totals {
  readonly #all: Total[] = [];
  /** By program, then by app: no text is made for each row. */
  readonly #by = new Map<string, Map<string, Total>>();
  readonly #problem: Report;
  readonly #what: string;
  #over = false;

  constructor(what: string, problem: Report) {
    this.#what = what;
    this.#problem = problem;
  }

  of(name: string | undefined, app: string | undefined, { rowid, page, cell, wal }: Row): Total | undefined {
    let apps = this.#by.get(name ?? "");
    const known = apps?.get(app ?? "");
    if (known) return known;
    if (this.#all.length >= MAX_PROGRAMS) {
      if (!this.#over) this.#problem({ code: "lookup-limit", found: `${this.#what} > ${MAX_PROGRAMS}`, lost: "row" });
      this.#over = true;
      return undefined;
    }
    const row = { rowid, page, cell, wal };
    const zero = { times: 0, first: undefined, last: undefined, until: undefined };
    const t: Total = { name, app, row, ...zero, bytes: [0, 0, 0, 0] };
    if (!apps) this.#by.set(name ?? "", (apps = new Map()));
    apps.set(app ?? "", t);
    this.#all.push(t);
    return t;
  }

  [Symbol.iterator](): Iterator<Total> {
    return this.#all[Symbol.iterator]();
  }
}

/** The instants between which something lies, as numbers of the log. */
export function widen(t: Total, at: number | undefined, until: number | undefined): void {
  if (at !== undefined) {
    if (t.first === undefined || at < t.first) t.first = at;
    if (t.last === undefined || at > t.last) t.last = at;
  }
  if (until !== undefined && (t.until === undefined || until > t.until)) t.until = until;
}
