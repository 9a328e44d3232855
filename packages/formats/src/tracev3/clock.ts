/**
 * From ticks of a boot to the wall clock.
 *
 * libyal/dtformats, "Converting a Mach continuous in to wall clock time": the last record whose ticks are not larger, else the
 * boot record. Unified logs exist since 2016 (iOS 10): an instant before that comes from a clock that was not set yet, and is
 * not known.
 * @module
 */
import type { Boot, SyncRecord } from "./timesync.ts";

const NS = 1_000_000_000n;
/** 2016-01-01T00:00:00Z and 2100-01-01T00:00:00Z, in ns since 1970. */
const FIRST: bigint = 1_451_606_400n * NS;
const LAST: bigint = 4_102_444_800n * NS;
/** Records kept of all boots: a phone that is on for a month writes some thousands. */
const MAX_RECORDS = 200_000;

const sound = (wall: bigint): boolean => wall >= FIRST && wall < LAST;

/** A tick in nanoseconds: 125/3 on phones, 1 on Intel Macs. Undefined where it is nonsense. */
export function tickOf(numerator: number, denominator: number): readonly [number, number] | undefined {
  return numerator > 0 && denominator > 0 && numerator / denominator <= 1e6 ? [numerator, denominator] : undefined;
}

interface Known {
  boot: Boot;
  readonly syncs: SyncRecord[];
  sorted: boolean;
}

/** Stretch of one boot in which wall time runs evenly. */
export interface Stretch {
  /** From this tick, up to `until`. */
  readonly from: number;
  readonly until: number;
  /** Wall time at `ticks`, in ns since 1970. */
  readonly ticks: number;
  readonly wall: bigint;
}

export class Clock {
  readonly #boots = new Map<string, Known>();
  #records = 0;

  /** Adds what a timesync file knows; false if there was no room for all of it. */
  add(boots: readonly Boot[]): boolean {
    for (const boot of boots) {
      let known = this.#boots.get(boot.boot);
      if (!known) {
        if (this.#records++ >= MAX_RECORDS) return false;
        this.#boots.set(boot.boot, (known = { boot, syncs: [], sorted: true }));
      } else if (!sound(known.boot.wall)) known.boot = boot;
      for (const s of boot.syncs) {
        if (!sound(s.wall)) continue;
        if (this.#records++ >= MAX_RECORDS) return false;
        known.syncs.push(s);
        known.sorted = false;
      }
    }
    return true;
  }

  /** Numerator and denominator of a tick of this boot. */
  tick(boot: string): readonly [number, number] | undefined {
    const known = this.#boots.get(boot);
    return known && tickOf(known.boot.numerator, known.boot.denominator);
  }

  /** The stretch in which a tick lies; undefined if the wall clock of it is not known. */
  at(boot: string, ticks: number): Stretch | undefined {
    const known = this.#boots.get(boot);
    if (!known || !this.tick(boot)) return undefined;
    const { syncs } = known;
    if (!known.sorted) {
      syncs.sort((a, b) => a.ticks - b.ticks || (a.wall < b.wall ? -1 : a.wall > b.wall ? 1 : 0));
      known.sorted = true;
    }
    let low = 0;
    let high = syncs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (syncs[middle]!.ticks <= ticks) low = middle + 1;
      else high = middle;
    }
    const until = syncs[low]?.ticks ?? Number.POSITIVE_INFINITY;
    const last = syncs[low - 1];
    if (last) return { from: last.ticks, until, ticks: last.ticks, wall: last.wall };
    if (sound(known.boot.wall)) return { from: 0, until, ticks: 0, wall: known.boot.wall };
    // The clock was set later in this boot: it can be counted back from there.
    const first = syncs[0];
    return first && { from: 0, until, ticks: first.ticks, wall: first.wall };
  }

  /** Nanoseconds since 1970 of a tick; undefined if they are not known. */
  utc(boot: string, ticks: number): bigint | undefined {
    const stretch = this.at(boot, ticks);
    const tick = this.tick(boot);
    if (!stretch || !tick) return undefined;
    const wall = stretch.wall + nanoseconds(ticks - stretch.ticks, tick);
    return sound(wall) ? wall : undefined;
  }
}

/** Nanoseconds of so many ticks, rounded towards zero. */
export function nanoseconds(ticks: number, [numerator, denominator]: readonly [number, number]): bigint {
  return (BigInt(ticks) * BigInt(numerator)) / BigInt(denominator);
}
