/**
 * MVT gave alerts, says its own result folder. We read that folder and not the phone: one note for each of its levels, and
 * never more than a note, however grave the level is called there.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Alerts {
  readonly level: string;
  readonly version: string;
  readonly count: number;
  readonly ref: RecordRef;
}

/** As MVT orders them; UNKNOWN: old versions give no level. */
const LEVELS = ["CRITICAL", "HIGH", "MEDIUM", "LOW", "INFORMATIONAL", "UNKNOWN"];

export const reportedAlerts: Rule<Alerts> = {
  id: "mvt/reported-alerts",
  version: 1,
  level: "info",
  words,
  needs: ["mvt/reported"],
  baseRate: { fired: 2, samples: 2, what: "result folders of MVT on its own test backup and on a made-up phone" },
  sources: ["MVT result folders: alerts.json, *_detected.json"],
  budget: 10_000,
  fact(r, ref, artifact) {
    const { level, count, version } = r.fields;
    if (artifact !== "mvt/reported" || r.kind !== "alerts" || typeof level !== "string" || typeof count !== "number")
      return undefined;
    return { level, count, version: typeof version === "string" ? version : "", ref: ref() };
  },
  *judge(facts) {
    for (const level of LEVELS) {
      const of = facts.filter((f) => f.level === level);
      const count = of.reduce((n, f) => n + f.count, 0);
      if (count === 0) continue;
      const version = of[0]!.version;
      yield { subject: `MVT ${level}`, params: { level, version, alerts: count }, records: of.map((f) => f.ref) };
    }
  },
};
