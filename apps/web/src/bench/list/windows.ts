/** Rows that are drawn or were a moment ago: pages of them, asked of the thread one at a time. @module */
import type { BenchRow } from "../ask.ts";

const PAGE = 64;
/** Pages that are kept: some 2,500 rows. */
const KEPT = 40;

export type AskRows = (from: number, count: number) => Promise<readonly BenchRow[]>;

export class Windows {
  readonly total: number;
  readonly #ask: AskRows;
  readonly #listeners = new Set<() => void>();
  /** In the order of use, the last one used at the end. */
  readonly #pages = new Map<number, readonly BenchRow[]>();
  #wanted: readonly number[] = [];
  #busy = false;
  #closed = false;

  constructor(total: number, ask: AskRows) {
    this.total = total;
    this.#ask = ask;
  }

  /** Calls `changed` whenever rows have come, until what it gives is called. */
  listen(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => void this.#listeners.delete(changed);
  }

  /** The row, if it is here. */
  at(row: number): BenchRow | undefined {
    return this.#pages.get(Math.floor(row / PAGE))?.[row % PAGE];
  }

  /** What is to be drawn now: older wishes are forgotten. */
  want(from: number, to: number): void {
    const wanted: number[] = [];
    for (let p = Math.floor(from / PAGE); p * PAGE < Math.min(to, this.total); p++) {
      const page = this.#pages.get(p);
      if (!page) wanted.push(p);
      else {
        this.#pages.delete(p);
        this.#pages.set(p, page);
      }
    }
    this.#wanted = wanted;
    void this.#next();
  }

  close(): void {
    this.#closed = true;
  }

  async #next(): Promise<void> {
    const page = this.#wanted[0];
    if (this.#busy || this.#closed || page === undefined) return;
    this.#busy = true;
    const rows = await this.#ask(page * PAGE, Math.min(PAGE, this.total - page * PAGE)).catch(() => []);
    this.#busy = false;
    this.#wanted = this.#wanted.filter((p) => p !== page);
    if (rows.length > 0) {
      this.#pages.set(page, rows);
      for (const old of this.#pages.keys()) {
        if (this.#pages.size <= KEPT) break;
        this.#pages.delete(old);
      }
      if (!this.#closed) for (const changed of this.#listeners) changed();
    }
    await this.#next();
  }
}
