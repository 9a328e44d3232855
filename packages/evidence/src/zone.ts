/** Which offsets the clocks of a zone had in the years that a phone can tell of. @module */
import type { Platform, ZoneOffset } from "@contraluz/core";

const DAY = 86_400_000;
/** No phone with Android is older. */
const FIRST = Date.UTC(2008, 0, 1);
/** Between two looks: no zone changes its clocks twice within this. */
const STEP = 7 * DAY;
/** Changes of one zone: two each year. */
const MAX_CHANGES = 400;

const isoOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/**
 * The offsets of a zone from 2008 until a year after `until` (ms since 1970), oldest first; undefined for a name that is no zone, or
 * where the host knows none.
 * @example offsetsOf("America/Mexico_City", Date.UTC(2026, 2, 14), platform)?.at(-1) // { from: "2022-10-30T07:00:00Z", minutes: -360 }
 */
export function offsetsOf(
  zone: string,
  until: number,
  platform: Pick<Platform, "zoneOffset">,
): readonly ZoneOffset[] | undefined {
  const at = (ms: number): number | undefined => platform.zoneOffset?.(zone, ms);
  let minutes = at(FIRST);
  if (minutes === undefined || !(until < Date.UTC(2200, 0, 1))) return undefined;
  const out: ZoneOffset[] = [{ from: isoOf(FIRST), minutes }];
  for (let ms = FIRST; ms < until + 366 * DAY && out.length < MAX_CHANGES; ms += STEP) {
    const next = at(ms + STEP);
    if (next === undefined || next === minutes) continue;
    let [before, after] = [ms, ms + STEP];
    while (after - before > 60_000) {
      const half = Math.floor((before + after) / 120_000) * 60_000;
      if (half <= before) break;
      if (at(half) === minutes) before = half;
      else after = half;
    }
    out.push({ from: isoOf(after), minutes: next });
    minutes = next;
  }
  return out;
}
