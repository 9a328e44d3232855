/** Ticks of a boot as moments, and the hours they lie in. @module */
import type { Moment } from "@contraluz/core";
import { type Clock, nanoseconds, tickOf } from "@contraluz/formats/tracev3/index.ts";

/** A tick of the boot whose files are read, in nanoseconds. */
export type Tick = readonly [numerator: number, denominator: number];

/** Where a file does not say what a tick is: that of every iPhone. */
const PHONE: Tick = [125, 3];
const HOUR = 3600;
/** Hours since 1970 at 2016-01-01, before which there were no logs. */
const FIRST_HOUR = 403_224;

export function tickFor(
  clock: Clock,
  boot: string,
  head: { numerator: number; denominator: number } | undefined,
): Tick {
  return clock.tick(boot) ?? (head && tickOf(head.numerator, head.denominator)) ?? PHONE;
}

/** The instant where a clock record tells it, else relative to the boot: never counted from 1970. */
export function momentOf(clock: Clock, boot: string, tick: Tick, ticks: number): Moment {
  const seen = String(ticks);
  const utc = clock.utc(boot, ticks);
  // Clock records count microseconds.
  if (utc !== undefined) return { utc, seen, precision: "us" };
  return { boot: { id: boot, ns: nanoseconds(Math.min(ticks, Number.MAX_SAFE_INTEGER), tick) }, seen, precision: "ns" };
}

/** An hour, and the ticks that lie in it. */
export interface HourSpan {
  /** Since 1970, or since the boot. */
  readonly hour: number;
  readonly wall: boolean;
  readonly from: number;
  readonly until: number;
}

export function hourOf(clock: Clock, boot: string, tick: Tick, ticks: number): HourSpan {
  const perSecond = (1e9 * tick[1]) / tick[0];
  const stretch = clock.at(boot, ticks);
  if (stretch && clock.tick(boot)) {
    const start = Number(stretch.wall / 1000n) / 1e6;
    const hour = Math.floor((start + (ticks - stretch.ticks) / perSecond) / HOUR);
    const at = (h: number): number => stretch.ticks + (h * HOUR - start) * perSecond;
    if (hour >= FIRST_HOUR && hour < 2 * FIRST_HOUR)
      return {
        hour,
        wall: true,
        from: Math.max(stretch.from, at(hour)),
        until: Math.min(stretch.until, at(hour + 1)),
      };
  }
  const hour = Math.floor(ticks / perSecond / HOUR);
  const from = hour * HOUR * perSecond;
  // Not beyond the next clock record: from there on the wall clock is known.
  return {
    hour,
    wall: false,
    from,
    until: Math.min(from + HOUR * perSecond, stretch?.until ?? Number.POSITIVE_INFINITY),
  };
}

export function hourMoment(boot: string, hour: number, wall: boolean): Moment {
  const ns = BigInt(hour) * 3_600_000_000_000n;
  return wall
    ? { utc: ns, seen: String(hour), precision: "s" }
    : { boot: { id: boot, ns }, seen: String(hour), precision: "s" };
}
