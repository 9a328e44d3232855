/**
 * BIGPRETZEL: a word that Citizen Lab found in the logs of Android phones that were attacked with Graphite of Paragon. The form of the line was
 * not published, so any line that holds the word is told as a lead of little weight. Logs turn over in hours: that it is missing says nothing.
 *
 * Source: Citizen Lab, Virtue or Vice? A First Look at Paragon's Proliferating Spyware Operations, 2025-03-19.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Line {
  readonly ref: RecordRef;
}

export const logMarker: Rule<Line> = {
  id: "android/log-marker",
  version: 1,
  level: "lead",
  words,
  needs: ["android/logcat"],
  baseRate: {
    fired: 0,
    samples: 12,
    what: "logs of generated phones (three brands; Android 8, 11, 14, 16); no log of a phone with the word was at hand",
  },
  sources: ["Citizen Lab, Virtue or Vice? (Paragon), 2025-03-19"],
  budget: 1_000,
  fact: (r, ref) => (r.fields.type === "bigpretzel" ? { ref: ref() } : undefined),
  *judge(facts) {
    if (facts.length > 0)
      yield { subject: "BIGPRETZEL", params: { count: facts.length }, records: facts.map((f) => f.ref) };
  },
};
