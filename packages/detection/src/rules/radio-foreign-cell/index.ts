/**
 * C12: a cell of a network that only laboratories have (001, 999), or of another country than all others around it.
 *
 * The country of a recording is that of most of its cells; at a border there are two, and then it is a note.
 * Sources: ITU-T E.212, Annex to its list of 2023; network.md 3(c).
 * @module
 */

import { some } from "../../plain.ts";
import { cellOf, type HeardCell } from "../../radio/cell.ts";
import { country, grouped, isTestNetwork } from "../../radio/said.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

/** Cells of one country by which it is known where the recording was made. */
const ENOUGH = 3;

export const foreignCell: Rule<HeardCell> = {
  id: "radio/foreign-cell",
  version: 1,
  level: "lead",
  words,
  needs: ["radio/cells"],
  baseRate: {
    fired: 0,
    samples: 7,
    what: "MobileInsight's logs of ordinary networks (United States 2018, China 2020)",
  },
  sources: ["ITU-T E.212", "network.md 3(c) C12"],
  budget: 50_000,
  fact: cellOf,
  *judge(facts) {
    const test = facts.filter((c) => c.networks.some(isTestNetwork));
    if (test.length > 0)
      yield {
        subject: "test",
        params: {
          case: "test",
          count: test.length,
          network: some(
            test.flatMap((c) => c.networks.filter(isTestNetwork)),
            3,
          ),
          where: some(
            test.map((c) => c.where),
            3,
          ),
        },
        records: test.map((c) => c.ref),
      };
    const logs = grouped(
      facts.filter((c) => c.networks.length > 0 && !c.networks.some(isTestNetwork)),
      (c) => String(c.file),
    );
    for (const cells of logs.values()) {
      const counts = new Map<string, number>();
      for (const c of cells) for (const of of countries(c)) counts.set(of, (counts.get(of) ?? 0) + 1);
      const [home] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      if (!home || home[1] < ENOUGH) continue;
      const foreign = cells.filter((c) => !countries(c).has(home[0]));
      if (foreign.length === 0) continue;
      yield {
        subject: `country ${[...new Set(foreign.flatMap((c) => [...countries(c)]))].sort().join()}`,
        ...(foreign.length === 1 ? {} : { level: "info" as const }),
        params: {
          case: "country",
          count: foreign.length,
          network: some(
            foreign.flatMap((c) => c.networks),
            3,
          ),
          where: some(
            foreign.map((c) => c.where),
            3,
          ),
        },
        records: foreign.map((c) => c.ref),
      };
    }
  },
};

const countries = (c: HeardCell): Set<string> => new Set(c.networks.map(country));
