/**
 * The end that a publisher sets for a sign (STIX `valid_until`): afterwards a site or an account may belong to others.
 *
 * What was met while the sign was good weighs in full, however long ago. What was met later, or at no known time when the
 * end lies before the "now" of the check, is a lead at most. A sign without an end, or of another set that still holds,
 * stands as it is.
 * @module
 */
import { type Context, type Indicator, type Level, parseIso } from "@contraluz/core";
import type { IndicatorHit, Meeting } from "./collector.ts";
import { CONTACT_RANK, levelOf, outranks } from "./levels.ts";

/** A meeting, its level, and since when the sign had ended. */
export interface Weight {
  readonly top: Meeting;
  readonly level: Level;
  readonly ended?: string;
}

function hasEnded(i: Indicator, h: IndicatorHit, asOf: bigint | undefined): boolean {
  const until = i.validUntil === undefined ? undefined : parseIso(i.validUntil);
  if (until === undefined) return false;
  const times = h.records.flatMap((r) => (r.at?.utc === undefined ? [] : [r.at.utc]));
  // Of many records the first are kept: one that is not may be earlier.
  if (times.some((t) => t <= until) || h.count > h.records.length) return false;
  return times.length > 0 || (asOf !== undefined && until < asOf);
}

/** The strongest meeting with a sign that had not ended; else the strongest one, as a lead at most. */
export function weigh(h: IndicatorHit, context: Context): Weight {
  const asOf = parseIso(context.asOf);
  const { top } = h;
  if (!hasEnded(top.indicator, h, asOf)) return { top, level: top.level };
  let best: Meeting | undefined;
  for (const indicator of h.indicators) {
    if (hasEnded(indicator, h, asOf)) continue;
    for (const contact of h.contacts) {
      const level = levelOf(indicator, contact);
      const stronger =
        level !== undefined &&
        (!best ||
          outranks(level, best.level) ||
          (level === best.level && CONTACT_RANK[contact] < CONTACT_RANK[best.contact]));
      if (stronger) best = { indicator, level, contact, seen: top.seen };
    }
  }
  const lowered: Level = outranks(top.level, "lead") ? "lead" : top.level;
  if (best && !outranks(lowered, best.level)) return { top: best, level: best.level };
  return { top, level: lowered, ended: top.indicator.validUntil!.slice(0, 10) };
}
