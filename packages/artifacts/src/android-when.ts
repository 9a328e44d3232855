/**
 * Dates as Android's dumps write them, `2026-03-14 10:20:30[.123]`, in the time of the phone.
 *
 * Files of the system's image have a date of their own, the same on all phones (1 January 2009 or 2008, in some zone), and what
 * never happened has that of 1970: neither says when something happened.
 * Sources: android.md 2; AOSP build/make (zip and image times), PackageManagerService.
 * @module
 */
import { type Acquisition, isoUtc, type Moment, own, parseIso } from "@contraluz/core";
import { localMoment } from "./local-time.ts";

/** No phone with Android was sold before. */
const FIRST = "2009-01-02";
/** The year 2200, in nanoseconds. */
const LAST = 7_258_118_400_000_000_000n;

/**
 * The moment of a date in the time of the phone; undefined for dates that stand for none.
 * @example dumpMoment("2026-03-14 10:20:30", run.acquisition)
 */
export function dumpMoment(s: string | undefined, acquisition: Acquisition): Moment | undefined {
  if (s === undefined || s.length < 19 || s.length > 29 || s.charCodeAt(10) !== 0x20 || s < FIRST) return undefined;
  const seen = own(s);
  return localMoment(`${s.slice(0, 10)}T${s.slice(11)}`, seen, acquisition);
}

/** As `dumpMoment`; the text itself where it stands for no moment. */
export function dumpWhen(s: string | undefined, acquisition: Acquisition): Moment | string | undefined {
  return s === undefined ? undefined : (dumpMoment(s, acquisition) ?? own(s.slice(0, 40)));
}

/** `2022-01-04-17-30-01`, as the battery's history writes it. */
export function dashedMoment(s: string | undefined, acquisition: Acquisition): Moment | undefined {
  const m = s === undefined ? null : /^(\d{4}-\d\d-\d\d)-(\d\d)-(\d\d)-(\d\d)$/.exec(s);
  if (!m || m[1]! < FIRST) return undefined;
  return localMoment(`${m[1]}T${m[2]}:${m[3]}:${m[4]}`, own(m[0]), acquisition);
}

/**
 * `ms` milliseconds after a moment, before it if negative; `seen` is the text that says so. Undefined for what is no date.
 * @example later(anchor, 60_000, "+1m0s")
 */
export function later(of: Moment | undefined, ms: number, seen: string): Moment | undefined {
  if (of === undefined || !Number.isSafeInteger(ms) || Math.abs(ms) > 4e12) return undefined;
  const ns = BigInt(ms) * 1_000_000n;
  const zone = of.zone ? { zone: of.zone } : {};
  if (of.utc !== undefined) {
    const utc = of.utc + ns;
    return utc > 0n && utc < LAST ? { utc, seen, ...zone, precision: "ms" } : undefined;
  }
  const wall = parseIso(`${of.wall}Z`);
  if (wall === undefined || wall + ns <= 0n || wall + ns >= LAST) return undefined;
  return { wall: isoUtc(wall + ns, "ms").slice(0, -1), seen, precision: "ms" };
}
