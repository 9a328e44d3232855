/**
 * H5: a ZLIVEUSAGE row of DataUsage.sqlite or netusage.sqlite whose ZHASPROCESS has no ZPROCESS row.
 *
 * Pegasus cleaned ZPROCESS and left ZLIVEUSAGE (Amnesty International, Forensic Methodology Report, 2021). The artifact
 * sets `orphan` only if ZPROCESS was read without damage.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Orphan {
  readonly process: string;
  readonly ref: RecordRef;
}

/** Programs that are told one by one; the others are one finding: whoever writes the database chooses how many there are. */
const MAX_FINDINGS = 5;

export const orphanUsage: Rule<Orphan> = {
  id: "ios/orphan-usage",
  version: 1,
  level: "lead",
  words,
  needs: ["ios/data-usage", "ios/net-usage"],
  baseRate: {
    fired: 0,
    samples: 3,
    what: "DataUsage.sqlite and netusage.sqlite of plaso, DataUsage.sqlite of MVT (371, 260 and 40 processes; 887, 335 and 10 rows)",
  },
  sources: ["Amnesty International, Forensic Methodology Report, 2021"],
  budget: 10_000,
  fact(r, ref) {
    if (r.kind !== "usage" || r.fields.orphan !== true) return undefined;
    return { process: String(r.fields.process), ref: ref() };
  },
  *judge(facts) {
    const groups = new Map<string, RecordRef[]>();
    for (const f of facts) {
      const of = groups.get(f.process);
      if (of) of.push(f.ref);
      else groups.set(f.process, [f.ref]);
    }
    const all = [...groups];
    for (const [process, records] of all.slice(0, MAX_FINDINGS))
      yield { subject: `ZHASPROCESS ${process}`, params: { process, count: 1 }, records };
    const rest = all.slice(MAX_FINDINGS);
    if (rest.length > 0)
      yield {
        subject: "ZHASPROCESS …",
        params: { process: "", count: rest.length },
        records: rest.flatMap(([, records]) => records),
      };
  },
};
