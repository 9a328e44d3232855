/** Days with records, by place, and days without any. Pure. @module */
import type { BenchInfo } from "../ask.ts";

/** Days, as numbers since 1970, both ends inside. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** Runs of days in which `has` finds records; days are in order. */
export function runs(days: readonly number[]): Days[] {
  const out: { from: number; to: number }[] = [];
  for (const day of days) {
    const last = out[out.length - 1];
    if (last && day <= last.to + 1) last.to = Math.max(last.to, day);
    else out.push({ from: day, to: day });
  }
  return out;
}

/** Days of each place, in order; `undefined`: of all together. */
export function daysByPlace(info: BenchInfo): Map<string | undefined, number[]> {
  const { day, place } = info.days;
  const out = new Map<string | undefined, number[]>([[undefined, []]]);
  const all = out.get(undefined)!;
  day.forEach((d, i) => {
    const id = info.places[place[i]!]?.id;
    if (id === undefined) return;
    let list = out.get(id);
    if (!list) out.set(id, (list = []));
    list.push(d);
    if (all[all.length - 1] !== d) all.push(d);
  });
  return out;
}

/** Runs of at least `least` days without records between the first and the last day. */
export function holes(withRecords: readonly Days[], within: Days, least: number): Days[] {
  const out: Days[] = [];
  for (let i = 1; i < withRecords.length; i++) {
    const [from, to] = [withRecords[i - 1]!.to + 1, withRecords[i]!.from - 1];
    if (to - from + 1 >= least && from >= within.from && to <= within.to) out.push({ from, to });
  }
  return out;
}

/** The first day of those that hold all but the oldest thousandth of records: one wrong date must not stretch the picture. */
export function usualDays(info: BenchInfo): Days {
  const { day, count } = info.days;
  if (day.length === 0) return { from: 0, to: 0 };
  const rare = info.timed / 1000;
  let sum = 0;
  let from = day[0]!;
  for (let i = 0; i < day.length; i++) {
    sum += count[i]!;
    from = day[i]!;
    if (sum > rare) break;
  }
  sum = 0;
  let to = day[day.length - 1]!;
  for (let i = day.length - 1; i >= 0; i--) {
    sum += count[i]!;
    to = day[i]!;
    if (sum > rare) break;
  }
  return { from, to: Math.max(from, to) };
}
