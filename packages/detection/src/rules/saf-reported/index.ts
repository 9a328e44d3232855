/**
 * SAF says that YARA rules matched. We read what it wrote and not the sysdiagnose: one note for each rule, and never more than a note.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { plain, string } from "../../plain.ts";
import { grouped } from "../../radio/said.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Matched {
  readonly rule: string;
  readonly ref: RecordRef;
}

export const safMatches: Rule<Matched> = {
  id: "saf/reported-matches",
  version: 1,
  level: "info",
  words,
  needs: ["saf/reported"],
  baseRate: {
    fired: 1,
    samples: 1,
    what: "the folder that SAF made of a made-up sysdiagnose, with one rule of ours: 860 matches are one note",
  },
  sources: ["SAF (EC-DIGIT-CSIRC/sysdiagnose), analysers/yarascan.py"],
  budget: 20_000,
  fact(r, ref) {
    const rule = string(r.fields.rule);
    return r.kind === "match" && rule !== "" ? { rule: rule.slice(0, 300), ref: ref() } : undefined;
  },
  *judge(facts) {
    for (const [rule, of] of grouped(facts, (f) => f.rule)) {
      const name = plain(rule);
      yield { subject: `SAF ${name}`, params: { rule: name, alerts: of.length }, records: of.map((f) => f.ref) };
    }
  },
};
