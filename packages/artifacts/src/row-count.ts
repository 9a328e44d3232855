/** Numbers that are missing among the rows of a table that only counts up: rows that were deleted. @module */

import type { Row } from "@contraluz/formats/sqlite/index.ts";

/** A run of missing numbers, between two rows that are there (or the end). */
export interface Run {
  readonly after: number;
  readonly missing: number;
}

/** Rows counted in their order. */
export class RowCount {
  /** Runs that are kept: the longest. */
  readonly #keep: number;
  #last = 0;
  #done = false;
  rows = 0;
  missing = 0;
  runs: Run[] = [];
  /** Numbers as an attacker may write them: nothing is said then. */
  odd = false;

  constructor(keep = 10) {
    this.#keep = keep;
  }

  get last(): number {
    return this.#last;
  }

  #gap(before: number): void {
    const missing = before - this.#last - 1;
    if (missing <= 0) return;
    this.missing += missing;
    this.runs.push({ after: this.#last, missing });
    if (this.runs.length <= 4 * this.#keep) return;
    this.runs = this.longest();
  }

  /** The longest runs, in the order of the table. */
  longest(): Run[] {
    const most = [...this.runs].sort((a, b) => b.missing - a.missing || a.after - b.after).slice(0, this.#keep);
    return most.sort((a, b) => a.after - b.after);
  }

  /**
   * The next rows that are there, in the order of the table. False for rows that are not in that order: they come after
   * all others, and are rows that were deleted.
   */
  take(rows: readonly Pick<Row, "rowid">[]): boolean {
    const first = rows[0];
    if (!first || first.rowid <= this.#last) this.#done = true;
    if (this.#done) return false;
    for (const { rowid } of rows) {
      if (typeof rowid !== "number" || !Number.isSafeInteger(rowid) || rowid <= this.#last) {
        this.odd = true;
        return false;
      }
      if (this.rows++ > 0) this.#gap(rowid);
      this.#last = rowid;
    }
    return true;
  }

  /** The highest number that was ever given (sqlite_sequence): what is missing at the end. */
  end(highest: number | bigint | undefined): void {
    if (typeof highest === "number" && Number.isSafeInteger(highest) && this.rows > 0) this.#gap(highest + 1);
  }
}
