/**
 * When the strength of a cell rises as it does not by walking: from one handful of measurements to the next within seconds, or, of a cell
 * that was not heard before, at once far above all others. The middle of some measurements counts, never a single one.
 * @module
 */

/** Measurements before, and after; seconds that may lie between any two of them. */
const [BEFORE, AFTER, BETWEEN] = [5, 3, 10];
/** A cell is new for so many seconds, and where it was silent for so long. */
const [NEW, SILENT] = [60, 600];
/** Seconds for which the strength of another cell stands; measurements of it that are enough. */
const [STANDS, ENOUGH] = [60, 3];
/** Decibels that are told. What they mean is for a rule to say. */
const [TOLD, TOLD_NEW] = [20, 15];

export interface Watch {
  first: number;
  last: number;
  /** The newest ones, the last one at the end: seconds, strength. */
  readonly newest: [seconds: number, signal: number][];
  seen: number;
  /** Of the others, when this one was heard first: the strongest. */
  others: number | undefined;
  judged: boolean;
}

export interface Rise {
  readonly kind: "new" | "rise";
  readonly before: number;
  readonly after: number;
  /** From the last measurement before to the last one after; of a new cell from its first one. */
  readonly seconds: number;
}

export const newWatch = (seconds: number): Watch => ({
  first: seconds,
  last: seconds,
  newest: [],
  seen: 0,
  others: undefined,
  judged: false,
});

export function middle(of: readonly number[]): number {
  const sorted = [...of].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Strongest of the others that was heard lately. */
function strongest(others: Iterable<Watch>, seconds: number): number | undefined {
  let best: number | undefined;
  for (const o of others) {
    if (o.seen < ENOUGH || o.newest.length < ENOUGH || Math.abs(seconds - o.last) > STANDS) continue;
    const m = middle(o.newest.slice(-BEFORE).map(([, s]) => s));
    if (best === undefined || m > best) best = m;
  }
  return best;
}

/** Takes a measurement. `others` are looked at only when the cell is new. */
export function watch(w: Watch, seconds: number, signal: number, others: Iterable<Watch>): Rise | undefined {
  if (w.seen === 0 || seconds - w.last > SILENT || seconds < w.last - SILENT) {
    w.first = seconds;
    w.seen = 0;
    w.judged = false;
    w.newest.length = 0;
    w.others = strongest(others, seconds);
  }
  w.seen++;
  w.last = seconds;
  w.newest.push([seconds, signal]);
  if (w.newest.length > BEFORE + AFTER) w.newest.shift();
  return appeared(w) ?? rose(w);
}

function appeared(w: Watch): Rise | undefined {
  if (w.judged || w.seen < AFTER) return undefined;
  w.judged = true;
  if (w.others === undefined || w.last - w.first > NEW) return undefined;
  const after = middle(w.newest.map(([, s]) => s));
  if (after - w.others < TOLD_NEW) return undefined;
  return { kind: "new", before: w.others, after, seconds: w.last - w.first };
}

function rose(w: Watch): Rise | undefined {
  if (w.newest.length < BEFORE + AFTER) return undefined;
  if (w.newest.some(([at], i) => i > 0 && Math.abs(at - w.newest[i - 1]![0]) > BETWEEN)) return undefined;
  const before = middle(w.newest.slice(0, BEFORE).map(([, s]) => s));
  const after = middle(w.newest.slice(BEFORE).map(([, s]) => s));
  if (after - before < TOLD) return undefined;
  const seconds = w.newest.at(-1)![0] - w.newest[BEFORE - 1]![0];
  // One rise is told once.
  w.newest.splice(0, BEFORE);
  return { kind: "rise", before, after, seconds };
}
