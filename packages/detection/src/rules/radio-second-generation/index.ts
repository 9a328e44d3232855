/**
 * C16: what is odd of messages themselves: a short message that asks not to be shown ("silent"), by which somebody can learn whether and
 * where a phone is; and 2G with an encryption that is long broken.
 *
 * Networks use silent messages, too: to set up a SIM, to see whether a phone is on.
 * Sources: 3GPP TS 23.040, 9.2.3.9 (type 0); TS 43.020; SnoopSnitch (facts alone); network.md 1.3, 3(c).
 * @module
 */

import { some } from "../../plain.ts";
import { near, type Said, saidOf } from "../../radio/said.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Fact extends Said {
  readonly silent: boolean;
}

const OFTEN = 3;
const DAY = 86_400;

export const secondGeneration: Rule<Fact> = {
  id: "radio/second-generation",
  version: 1,
  level: "lead",
  words,
  needs: ["radio/messages"],
  baseRate: {
    fired: 0,
    samples: 7,
    what: "MobileInsight's logs of ordinary networks (United States 2018, China 2020), which hold no 2G",
  },
  sources: ["3GPP TS 23.040, 9.2.3.9", "3GPP TS 43.020", "network.md 3(c) C16"],
  budget: 50_000,
  fact(r, ref) {
    const { silent, cipher } = r.fields;
    if (r.kind !== "message" || (silent !== true && cipher !== "A5/1")) return undefined;
    const said = saidOf(r, ref);
    return said && { ...said, silent: silent === true };
  },
  *judge(facts) {
    const silent = facts.filter((f) => f.silent);
    if (silent.length > 0) {
      const often = silent.some((f, i) => silent[i + OFTEN - 1] !== undefined && near(f, silent[i + OFTEN - 1]!, DAY));
      yield {
        subject: "silent",
        params: { case: often ? "often" : "silent", times: silent.length, where: "" },
        records: silent.map((f) => f.ref),
      };
    }
    const weak = facts.filter((f) => f.cipher === "A5/1");
    if (weak.length > 0)
      yield {
        subject: "A5/1",
        level: "info",
        params: {
          case: "weak",
          times: weak.length,
          where: some(
            weak.map((f) => f.where),
            3,
          ),
        },
        records: weak.map((f) => f.ref),
      };
  },
};
