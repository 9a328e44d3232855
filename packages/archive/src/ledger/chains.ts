/** Lines that replace others: which one stands on a day, and chains that lead nowhere or in a circle. @module */
import type { LedgerEntry } from "./types.ts";

export type ChainFault = "supersedes-missing" | "supersedes-other" | "supersedes-cycle" | "supersedes-fork";

export interface Chains<T extends LedgerEntry> {
  /** Faults by the id of the line that has them. */
  readonly faults: ReadonlyMap<string, ChainFault>;
  /** What replaced it, in this list; undefined for one that stands. */
  successor(id: string): T | undefined;
  /** The entries that an entry replaced, newest first. */
  history(id: string): readonly T[];
}

/** `same`: whether one may replace the other: a link that of the same claim and act, for instance. */
export function chainsOf<T extends LedgerEntry>(entries: readonly T[], same: (a: T, b: T) => boolean): Chains<T> {
  const byId = new Map(entries.map((e) => [e.id, e]));
  const faults = new Map<string, ChainFault>();
  const next = new Map<string, T>();
  for (const e of entries) {
    if (e.supersedes === undefined) continue;
    const old = byId.get(e.supersedes);
    if (!old) faults.set(e.id, "supersedes-missing");
    else if (!same(e, old)) faults.set(e.id, "supersedes-other");
    else if (next.has(old.id)) faults.set(e.id, "supersedes-fork");
    else next.set(old.id, e);
  }
  // Each line replaces at most one and is replaced by at most one: a chain is a line or a circle.
  const seen = new Set<string>();
  for (const e of entries) {
    if (seen.has(e.id)) continue;
    const way: string[] = [];
    let at: T | undefined = e;
    while (at && !seen.has(at.id)) {
      seen.add(at.id);
      way.push(at.id);
      at = next.get(at.id);
    }
    const from = at === undefined ? -1 : way.indexOf(at.id);
    if (from >= 0) for (const id of way.slice(from)) faults.set(id, "supersedes-cycle");
  }
  return {
    faults,
    successor: (id) => {
      const e = next.get(id);
      return e && !faults.has(e.id) ? e : undefined;
    },
    history: (id) => {
      const out: T[] = [];
      let e = byId.get(id);
      while (e?.supersedes !== undefined && !faults.has(e.id)) {
        e = byId.get(e.supersedes);
        if (e) out.push(e);
      }
      return out;
    },
  };
}
