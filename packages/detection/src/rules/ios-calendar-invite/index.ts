/**
 * H12: invitations that QuaDream used. Its attack came as invitations for a past date, which a phone takes without a sign.
 *
 * Citizen Lab (Sweet QuaDreams, 2023) describes backdated iCloud invitations; the summary "Meeting" with the description "Notes" is
 * the pattern that MVT looks for: a lead. An event noted after it began, from a stranger, without an alarm is common where
 * calendars are imported or synced late, and has no measured rate: it only informs, all of them at once.
 * Rows that only deleted pages hold are not taken.
 * @module
 */
import type { Moment, RecordRef } from "@contraluz/core";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Invitation {
  readonly organizer: string;
  readonly pattern: boolean;
  readonly ref: RecordRef;
}
/** An account in the contacts. */
interface Known {
  readonly known: string;
}
type Fact = Invitation | Known;

/** Noted so long after it began that no clock or time zone explains it. */
const LATE_NS = 86_400_000_000_000n;
const account = (v: unknown): string => (typeof v === "string" ? v.slice(0, 320).trim().toLowerCase() : "");

/** The instant of a start; one that is wall clock alone cannot be compared. */
function instant(v: unknown): bigint | undefined {
  const m = v as Moment | undefined;
  if (typeof m !== "object" || m === null) return undefined;
  return typeof m.utc === "bigint" ? m.utc : undefined;
}

export const calendarInvite: Rule<Fact> = {
  id: "ios/calendar-invite",
  version: 1,
  level: "lead",
  words,
  needs: ["ios/calendar", "ios/contacts"],
  baseRate: {
    fired: 0,
    samples: 2,
    what: "MVT's test backup (1 event), the reference generator's phone without what it plants (3,000 events, none of them late)",
  },
  sources: ["Citizen Lab, Sweet QuaDreams, 2023", "MVT, module Calendar"],
  budget: 200_000,
  once: (f) => ("known" in f ? f.known : undefined),
  fact(r, ref) {
    if (r.kind === "value") {
      const known = account(r.fields.value);
      return known === "" || r.fields.type === "link" ? undefined : { known };
    }
    if (r.kind !== "event") return undefined;
    const { meeting_notes, own, alarm, start, organizer } = r.fields;
    const pattern = meeting_notes === true;
    const [noted, begins] = [r.at?.utc, instant(start)];
    const late = noted !== undefined && begins !== undefined && noted - begins > LATE_NS;
    const stranger = account(organizer);
    if (!pattern && (!late || stranger === "" || own === true || alarm === true)) return undefined;
    return { organizer: stranger, pattern, ref: ref() };
  },
  *judge(facts) {
    const known = new Set<string>();
    for (const f of facts) if ("known" in f) known.add(f.known);
    const all = facts.filter((f): f is Invitation => !("known" in f));
    const pattern = all.filter((f) => f.pattern);
    if (pattern.length > 0)
      yield {
        subject: "Meeting / Notes",
        params: { pattern: 1, count: pattern.length },
        records: pattern.map((f) => f.ref),
      };
    const late = all.filter((f) => !f.pattern && !known.has(f.organizer));
    if (late.length > 0)
      yield {
        subject: "backdated",
        level: "info",
        params: { pattern: 0, count: late.length },
        records: late.map((f) => f.ref),
      };
  },
};
