/**
 * H13: profiles that came or went according to MCProfileEvents.plist and of which nothing is left. One question for all of them.
 *
 * A profile that is still there is asked about by `ios/profiles`. The id of an event is the profile's UUID or its identifier.
 * @module
 */
import { isoUtc, type RecordRef } from "@contraluz/core";
import { plain, some, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Event {
  readonly profile: string;
  readonly operation: string;
  readonly day: string;
  readonly ref: RecordRef;
}
/** What an installed profile is called. */
interface Present {
  readonly names: readonly string[];
}
type Fact = Event | Present;

const NAMED = 3;

export const goneProfiles: Rule<Fact> = {
  id: "ios/profile-events",
  version: 1,
  level: "ask",
  words,
  needs: ["ios/profile-events", "ios/configuration-profiles"],
  baseRate: {
    fired: 0,
    samples: 2,
    what: "MVT's test backup (it has no such file) and the generator's phone (one event, its profile is still there)",
  },
  sources: ["Apple Configuration Profile Reference", "mvt.md 3 (ProfileEvents)"],
  budget: 10_000,
  fact(r, ref, artifact) {
    if (artifact === "ios/configuration-profiles") {
      const names = [string(r.fields.uuid), string(r.fields.identifier)].filter((n) => n !== "");
      return r.kind === "profile" && names.length > 0 ? { names } : undefined;
    }
    const profile = string(r.fields.profile);
    if (r.kind !== "event" || profile === "") return undefined;
    const utc = r.at?.utc;
    const day = utc === undefined ? "" : isoUtc(utc, "s").slice(0, 10);
    return { profile, operation: plain(string(r.fields.operation), 20), day, ref: ref() };
  },
  *judge(facts, context) {
    const there = new Set(context.known.map((k) => k.toLowerCase()));
    for (const f of facts) if ("names" in f) for (const n of f.names) there.add(n.toLowerCase());
    const gone = facts.filter((f): f is Event => "profile" in f && !there.has(f.profile.toLowerCase()));
    if (gone.length === 0) return;
    yield {
      subject: "ProfileEvents",
      params: {
        count: new Set(gone.map((e) => e.profile)).size,
        names: some(
          gone.map((e) =>
            [e.profile, e.operation && `(${e.operation}${e.day && `, ${e.day}`})`].filter(Boolean).join(" "),
          ),
          NAMED,
          120,
        ),
      },
      records: gone.map((e) => e.ref),
    };
  },
};
