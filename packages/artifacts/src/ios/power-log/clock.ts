/**
 * The clock of a power log: its own, which nobody can set. `PLStorageOperator_EventForward_TimeOffset` notes how far the phone's clock was
 * from it: true time = timestamp + `system` of the row whose timestamp is nearest.
 * Sources: mac4n6/APOLLO (the rule); plaso's sample (offsets of minutes, and rows of one day).
 * @module
 */
import { type Moment, type Report, unixSeconds } from "@contraluz/core";

/** Rows of one log: a real one has some tens. */
const MAX_OFFSETS = 20_000;

export class Clock {
  readonly #rows: { readonly at: number; readonly system: number }[] = [];
  readonly #problem: Report;
  #sorted = true;
  #over = false;

  constructor(problem: Report) {
    this.#problem = problem;
  }

  add(timestamp: unknown, system: unknown): void {
    if (typeof timestamp !== "number" || typeof system !== "number") return;
    if (!Number.isFinite(timestamp) || !Number.isFinite(system)) return;
    if (this.#rows.length >= MAX_OFFSETS) {
      if (!this.#over) this.#problem({ code: "lookup-limit", found: `> ${MAX_OFFSETS} offsets`, lost: "nothing" });
      this.#over = true;
      return;
    }
    this.#rows.push({ at: timestamp, system });
    this.#sorted = false;
  }

  #nearest(t: number): number | undefined {
    const rows = this.#rows;
    if (!this.#sorted) {
      rows.sort((a, b) => a.at - b.at);
      this.#sorted = true;
    }
    let [low, high] = [0, rows.length];
    while (low < high) {
      const mid = (low + high) >> 1;
      if (rows[mid]!.at < t) low = mid + 1;
      else high = mid;
    }
    const [before, after] = [rows[low - 1], rows[low]];
    if (!before || !after) return (before ?? after)?.system;
    return t - before.at <= after.at - t ? before.system : after.system;
  }

  /** The true time of a timestamp; undefined without any offset. */
  moment(timestamp: unknown): Moment | undefined {
    const t = typeof timestamp === "bigint" ? Number(timestamp) : timestamp;
    if (typeof t !== "number" || !Number.isFinite(t)) return undefined;
    const offset = this.#nearest(t);
    const m = offset === undefined ? undefined : unixSeconds(t + offset);
    return m && { ...m, seen: String(t), precision: "us" };
  }
}
