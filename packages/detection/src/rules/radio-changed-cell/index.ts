/**
 * C6, C11: a cell says another thing of itself than a moment before, or nearly nothing at all.
 *
 * Number and frequency of a cell come again a few kilometres further on: only what changes within ten minutes is told, and only where the
 * whole frequency is known (GSMTAP cuts it, and has no number of the cell). A real cell announces at least two messages with
 * further blocks, and among them one that names its neighbours.
 * Sources: 3GPP TS 36.331, 5.2.1, 6.2.2; Rayhunter's analyzer of incomplete blocks (facts alone); network.md 1.1, 3(c).
 * @module
 */

import { some } from "../../plain.ts";
import { cellOf, type HeardCell } from "../../radio/cell.ts";
import { grouped } from "../../radio/said.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

const WITHIN = 600_000_000_000n;
const MAX_FINDINGS = 5;

/** Blocks that name other cells, or other frequencies: of 4G, 3G, 2G. */
const NEIGHBOURS = /^sib[4-8]$/;
const lonely = (c: HeardCell): boolean => c.announces !== undefined && !c.announces.some((n) => NEIGHBOURS.test(n));

const named = (c: HeardCell): string => `${c.networks[0] ?? "?"} ${c.tac ?? "?"} ${c.cell ?? "?"}`;

/** How far apart two times of hearing lie; 0 where they overlap. Undefined where a time is missing. */
function apart(a: HeardCell, b: HeardCell): bigint | undefined {
  if (a.first === undefined || a.last === undefined || b.first === undefined || b.last === undefined) return undefined;
  if (a.last < b.first) return b.first - a.last;
  return b.last < a.first ? a.first - b.last : 0n;
}

export const changedCell: Rule<HeardCell> = {
  id: "radio/changed-cell",
  version: 1,
  level: "lead",
  words,
  needs: ["radio/cells"],
  baseRate: {
    fired: 0,
    samples: 7,
    what: "MobileInsight's logs of ordinary networks (United States 2018, China 2020)",
  },
  sources: ["3GPP TS 36.331", "network.md 3(c) C6, C11"],
  budget: 50_000,
  fact: (r, ref) => {
    const c = cellOf(r, ref);
    return c?.generation === "4g" ? c : undefined;
  },
  *judge(facts) {
    const places = grouped(
      facts.filter((c) => c.place !== ""),
      (c) => c.place,
    );
    const changed: (readonly [HeardCell, HeardCell])[] = [];
    for (const of of places.values())
      for (let i = 1; i < of.length; i++) {
        const [a, b] = [of[i - 1]!, of[i]!];
        const gap = apart(a, b);
        if (gap !== undefined && gap <= WITHIN && named(a) !== named(b)) changed.push([a, b]);
      }
    for (const [a, b] of changed.slice(0, MAX_FINDINGS))
      yield {
        subject: `changed ${b.where} ${named(b)}`,
        params: { case: "changed", where: b.where, before: named(a), after: named(b), count: 1 },
        records: [a.ref, b.ref],
      };
    const rest = changed.slice(MAX_FINDINGS);
    if (rest.length > 0)
      yield {
        subject: "changed …",
        params: { case: "more", where: "", before: "", after: "", count: rest.length },
        records: rest.map(([, b]) => b.ref),
      };
    const few = facts.filter((c) => c.announced !== undefined && (c.announced < 2 || lonely(c)));
    if (few.length > 0)
      yield {
        subject: "incomplete",
        level: "info",
        params: {
          case: "incomplete",
          where: some(
            few.map((c) => c.where),
            3,
          ),
          before: "",
          after: "",
          count: few.length,
        },
        records: few.map((c) => c.ref),
      };
  },
};
