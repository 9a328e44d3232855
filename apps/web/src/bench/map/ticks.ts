/** Where the axis of a map has its marks: at hours, days or months of the zone. Pure. @module */
import { isoUtc, type Lang } from "@contraluz/core";
import { dayWords } from "@contraluz/report/when.ts";
import { DAY, offsetAt, type Zone } from "../zone.ts";

export interface Tick {
  readonly ms: number;
  readonly text: string;
}

const [S, M, H] = [1000, 60_000, 3_600_000];
const STEPS: readonly number[] = [S, 5 * S, 15 * S, M, 5 * M, 15 * M, H, 3 * H, 6 * H, 12 * H, DAY, 2 * DAY, 7 * DAY];
const MONTHS: readonly number[] = [1, 3, 6, 12, 24, 60, 120];
/** Days of a month, about. */
const MONTH = 30.44 * DAY;

/** At most `most` marks between two instants. */
export function ticks(from: number, to: number, most: number, zone: Zone, lang: Lang): Tick[] {
  const least = (to - from) / Math.max(1, most);
  const step = STEPS.find((s) => s >= least);
  return step === undefined ? months(from, to, least, zone, lang) : even(from, to, step, zone, lang);
}

function even(from: number, to: number, step: number, zone: Zone, lang: Lang): Tick[] {
  const out: Tick[] = [];
  const offset = offsetAt(zone, from);
  let day = "";
  for (let t = Math.ceil((from + offset) / step) * step; t - offset <= to && out.length < 100; t += step) {
    const wall = BigInt(t) * 1_000_000n;
    const clock = isoUtc(wall, "s").slice(11, step < M ? 19 : 16);
    const today = dayWords(wall, lang, true);
    const text =
      step >= DAY ? today.replace(/ \d+$/, "") : today === day ? clock : `${today.replace(/ \d+$/, "")} ${clock}`;
    day = today;
    // Where the clock was changed in between, the mark is where its hour was.
    out.push({ ms: t - offsetAt(zone, t - offset), text });
  }
  return out;
}

function months(from: number, to: number, least: number, zone: Zone, lang: Lang): Tick[] {
  const step = MONTHS.find((m) => m * MONTH >= least) ?? 240;
  const first = new Date(from + offsetAt(zone, from));
  let month = first.getUTCFullYear() * 12 + first.getUTCMonth();
  month = Math.ceil((month + (first.getUTCDate() > 1 ? 1 : 0)) / step) * step;
  const out: Tick[] = [];
  let year = -1;
  for (; out.length < 100; month += step) {
    const wall = Date.UTC(Math.floor(month / 12), month % 12, 1);
    const ms = wall - offsetAt(zone, wall);
    if (ms > to) return out;
    const y = Math.floor(month / 12);
    const words = dayWords(BigInt(wall) * 1_000_000n, lang, true).replace(/^\d+ /, "");
    out.push({ ms, text: step >= 12 ? String(y) : y === year ? words.replace(/ \d+$/, "") : words });
    year = y;
  }
  return out;
}
