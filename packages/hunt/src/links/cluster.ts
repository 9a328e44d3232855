/**
 * Groups of cases: the two that have most in common on average become one, again and again, until none have enough. So one phone that
 * shares something with two groups does not make them one; and somewhere between two there must be one link that stands by itself. No chance is
 * in it: of equals the first by case.
 * @module
 */
import { JOIN, LINK, PAIR_MOST } from "./weights.ts";

export interface ClusterLink {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

interface Group {
  readonly members: number[];
  /** Weights to other groups, by their number: their sum, and the greatest. */
  readonly to: Map<number, { readonly sum: number; readonly most: number }>;
}

/** Groups of two or more of the members that links name; members ascend, groups by their first. */
export function clusters(links: readonly ClusterLink[]): number[][] {
  // A group is called by its smallest member.
  const groups = new Map<number, Group>();
  const of = (i: number): Group => {
    let g = groups.get(i);
    if (!g) {
      g = { members: [i], to: new Map() };
      groups.set(i, g);
    }
    return g;
  };
  for (const { a, b, weight } of links) {
    const w = Math.min(PAIR_MOST, weight);
    of(a).to.set(b, { sum: w, most: w });
    of(b).to.set(a, { sum: w, most: w });
  }
  for (;;) {
    let best: { readonly x: number; readonly y: number; readonly mean: number } | undefined;
    for (const [x, g] of groups)
      for (const [y, { sum, most }] of g.to) {
        if (y < x || most < LINK) continue;
        const mean = sum / (g.members.length * groups.get(y)!.members.length);
        if (mean < JOIN) continue;
        if (!best || mean > best.mean || (mean === best.mean && (x < best.x || (x === best.x && y < best.y))))
          best = { x, y, mean };
      }
    if (!best) break;
    const [g, other] = [groups.get(best.x)!, groups.get(best.y)!];
    groups.delete(best.y);
    g.members.push(...other.members);
    g.to.delete(best.y);
    for (const [z, { sum, most }] of other.to) {
      if (z === best.x) continue;
      const back = groups.get(z)!.to;
      const mine = g.to.get(z);
      const all = { sum: sum + (mine?.sum ?? 0), most: Math.max(most, mine?.most ?? 0) };
      g.to.set(z, all);
      back.delete(best.y);
      back.set(best.x, all);
    }
  }
  return [...groups.values()]
    .filter((g) => g.members.length > 1)
    .map((g) => g.members.sort((x, y) => x - y))
    .sort((x, y) => x[0]! - y[0]!);
}
