/**
 * Trace gave findings, says its own report. We read that report and not the sysdiagnose: one note for each of its levels, and never more than a
 * note. What it calls a note is one there, too, and is not told again.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { plain, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Found {
  readonly level: string;
  readonly version: string;
  readonly count: number;
  readonly ref: RecordRef;
}

/** The gravest first; unknown: of a later version. */
const LEVELS = ["match", "suspicious", "unknown"];

export const traceFindings: Rule<Found> = {
  id: "trace/reported-findings",
  version: 1,
  level: "info",
  words,
  needs: ["trace/reported"],
  baseRate: {
    fired: 1,
    samples: 2,
    what: "reports that Trace 0.7.6 made of its own two demo archives: the one with planted signs is told",
  },
  sources: ["Trace (tracescan), report.schema.json of version 4"],
  budget: 10_000,
  fact(r, ref) {
    const { level, count, version } = r.fields;
    if (r.kind !== "findings" || typeof level !== "string" || typeof count !== "number") return undefined;
    return LEVELS.includes(level) ? { level, count, version: plain(string(version)), ref: ref() } : undefined;
  },
  *judge(facts) {
    for (const level of LEVELS) {
      const of = facts.filter((f) => f.level === level);
      const alerts = of.reduce((n, f) => n + f.count, 0);
      if (alerts === 0) continue;
      yield {
        subject: `Trace ${level}`,
        params: { level, version: of[0]!.version, alerts },
        records: of.map((f) => f.ref),
      };
    }
  },
};
