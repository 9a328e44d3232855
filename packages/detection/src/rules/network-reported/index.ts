/**
 * TinyCheck, SpyGuard or Suricata gave alerts, say their own files. We read those files and not what they saw: one note for each level and
 * code, and never more than a note. Where the capture itself is there, our own rules read it.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { MAX_NAMED, number } from "../../network/destination.ts";
import { plain, some, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Said {
  readonly tool: "box" | "suricata";
  /** 1 the gravest. */
  readonly level: 1 | 2 | 3;
  readonly title: string;
  readonly host: string;
  readonly ref: RecordRef;
}

const LEVELS: Readonly<Record<string, Said["level"]>> = { high: 1, moderate: 2, low: 3 };
/** Letters of words of theirs that are kept. */
const WORDS = 160;

function levelOf(severity: number): Said["level"] {
  return severity === 1 ? 1 : severity === 2 ? 2 : 3;
}

export const reportedNetwork: Rule<Said> = {
  id: "network/reported",
  version: 1,
  level: "info",
  words,
  needs: ["network/alerts", "network/suricata"],
  baseRate: {
    fired: 2,
    samples: 2,
    what: "made-up files in the shape of SpyGuard's and Suricata's: a file with alerts is told",
  },
  sources: ["TinyCheck and SpyGuard, assets/alerts.json", "Suricata, EVE JSON format"],
  budget: 20_000,
  fact(r, ref, artifact) {
    if (r.kind !== "alert") return undefined;
    const { level, title, host, id, severity, signature, server } = r.fields;
    if (artifact === "network/suricata")
      return {
        tool: "suricata",
        level: levelOf(number(severity)),
        title: plain(string(signature), WORDS),
        host: plain(string(server)),
        ref: ref(),
      };
    return {
      tool: "box",
      level: LEVELS[string(level)] ?? 3,
      title: plain(string(title) || string(id), WORDS),
      host: plain(string(host)),
      ref: ref(),
    };
  },
  *judge(facts) {
    for (const tool of ["box", "suricata"] as const)
      for (const level of [1, 2, 3] as const) {
        const of = facts.filter((f) => f.tool === tool && f.level === level);
        if (of.length === 0) continue;
        yield {
          subject: `${tool === "box" ? "TinyCheck/SpyGuard" : "Suricata"} ${level}`,
          params: {
            tool,
            step: level,
            alerts: of.length,
            hosts: some(
              of.map((f) => f.host),
              MAX_NAMED,
            ),
            title: of[0]!.title,
          },
          records: of.map((f) => f.ref),
        };
      }
  },
};
