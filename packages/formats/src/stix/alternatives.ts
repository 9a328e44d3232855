/** From a pattern to its alternatives: any one of them, all of whose comparisons are met, meets the pattern. @module */
import type { StixComparison, StixNode } from "./types.ts";

/** Comparisons that must all be met. `events` above 1: by different observed events. */
export interface Alternative {
  readonly comparisons: readonly StixComparison[];
  readonly oneEvent: boolean;
}

/** Comparisons of all alternatives together: (a or b) and (c or d) and … doubles with each part. */
const MAX = 100_000;

/**
 * The disjunctive form of a pattern. `undefined` where it would have more than 100,000 comparisons.
 * An `=` or `IN` with several values stays one comparison.
 */
export function alternatives(root: StixNode): readonly Alternative[] | undefined {
  const out = expand(root);
  return out.length === 0 ? undefined : out;
}

/** Empty means: too many. */
function expand(node: StixNode): Alternative[] {
  if (node.kind === "comparison") return [{ comparisons: [node], oneEvent: true }];
  if (node.kind === "or") {
    const all: Alternative[] = [];
    let size = 0;
    for (const part of node.of) {
      const more = expand(part);
      for (const a of more) size += a.comparisons.length;
      if (more.length === 0 || size > MAX) return [];
      for (const a of more) all.push(a);
    }
    return all;
  }
  let product: Alternative[] | undefined;
  for (const part of node.of) {
    const more = expand(part);
    if (!product) {
      product = node.level === "comparison" ? more : more.map((a) => ({ ...a, oneEvent: false }));
      if (product.length === 0) return [];
      continue;
    }
    const width = (list: readonly Alternative[]): number => list.reduce((n, a) => n + a.comparisons.length, 0);
    if (more.length === 0 || width(product) * more.length + width(more) * product.length > MAX) return [];
    const next: Alternative[] = [];
    for (const a of product) {
      for (const b of more) {
        next.push({
          comparisons: [...a.comparisons, ...b.comparisons],
          oneEvent: node.level === "comparison" && a.oneEvent && b.oneEvent,
        });
      }
    }
    product = next;
  }
  return product ?? [];
}
