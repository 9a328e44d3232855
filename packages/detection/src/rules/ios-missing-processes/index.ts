/**
 * H6: numbers missing among the processes of DataUsage.sqlite. MVT tells each one as an alert of its own.
 *
 * Real phones without traces have none, one, or (in netusage.sqlite, the sister of this file) 22 (ios.md 3): it says nothing
 * alone, and so it informs, once.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Missing {
  readonly count: number;
  readonly ref: RecordRef;
}

export const missingProcesses: Rule<Missing> = {
  id: "ios/missing-processes",
  version: 1,
  level: "info",
  words,
  needs: ["ios/data-usage"],
  baseRate: {
    fired: 1,
    samples: 2,
    what: "DataUsage.sqlite of plaso (371 processes, none missing) and of MVT (40 processes, one missing)",
  },
  sources: ["Core Data: Z_PK counts up and is not given again"],
  budget: 1000,
  fact(r, ref) {
    const { missing } = r.fields;
    if (r.kind !== "gaps" || typeof missing !== "number" || missing <= 0) return undefined;
    return { count: missing, ref: ref() };
  },
  *judge(facts) {
    const count = facts.reduce((sum, f) => sum + f.count, 0);
    if (count > 0) yield { subject: "ZPROCESS", params: { count }, records: facts.map((f) => f.ref) };
  },
};
