/**
 * Rayhunter gave events, says its own report. We read that report and not what it saw: one note for each of its levels and tests, and never
 * more than a note. Where the recording itself is there, our own rules read it.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { plain, string } from "../../plain.ts";
import { grouped } from "../../radio/said.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Event {
  readonly level: string;
  readonly analyzer: string;
  readonly message: string;
  readonly ref: RecordRef;
}

/** As Rayhunter orders them. What it calls informational warns of nothing there, either. */
const LEVELS = ["High", "Medium", "Low"];

export const reportedEvents: Rule<Event> = {
  id: "radio/reported",
  version: 1,
  level: "info",
  words,
  needs: ["radio/reports"],
  baseRate: {
    fired: 3,
    samples: 3,
    what: "reports of the generator in tools/radio, one of each version: a report with events is told",
  },
  sources: ["Rayhunter, reports of versions 0 to 2"],
  budget: 20_000,
  fact(r, ref) {
    const level = string(r.fields.level);
    if (r.kind !== "event" || !LEVELS.includes(level)) return undefined;
    const { analyzer, message } = r.fields;
    return { level, analyzer: string(analyzer).slice(0, 200), message: string(message).slice(0, 300), ref: ref() };
  },
  *judge(facts) {
    for (const level of LEVELS) {
      const tests = grouped(
        facts.filter((f) => f.level === level),
        (f) => f.analyzer,
      );
      for (const [analyzer, of] of tests)
        yield {
          subject: `Rayhunter ${level} ${plain(analyzer)}`,
          params: { level, analyzer: plain(analyzer), events: of.length, message: plain(of[0]!.message, 200) },
          records: of.map((f) => f.ref),
        };
    }
  },
};
