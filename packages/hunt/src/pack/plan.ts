/** What to pack together. @module */
import { byPlace, isCurrent } from "./manifest.ts";
import type { PackedCheck, PackPart } from "./types.ts";

/** A check whose file is there. */
export interface Packable {
  readonly check: PackedCheck;
  /** Bytes of its own file. */
  readonly bytes: number;
}

export interface TablePlan {
  /** Parts that stay as they are. */
  readonly keep: readonly PackPart[];
  /** Parts to make, of the checks' own files, each by case and check. */
  readonly make: readonly (readonly PackedCheck[])[];
}

/**
 * Parts that hold nothing old stay, unless they are small and there is more to pack: then they are made again together with it. `size`:
 * bytes that a part should have; one check that has more is a part of its own.
 */
export function planTable(parts: readonly PackPart[], checks: readonly Packable[], size: number): TablePlan {
  const now = new Map(checks.map((c) => [`${c.check.caseId}/${c.check.checkId}`, c.check] as const));
  const current = (p: PackedCheck): boolean => {
    const c = now.get(`${p.caseId}/${p.checkId}`);
    return c !== undefined && isCurrent(p, c);
  };
  const good = parts.filter((p) => p.checks.every(current));
  const large = good.filter((p) => p.bytes >= size / 2);
  const small = good.filter((p) => p.bytes < size / 2);
  const without = (some: readonly PackPart[]): readonly Packable[] => {
    const held = new Set(some.flatMap((p) => p.checks.map((c) => `${c.caseId}/${c.checkId}`)));
    return checks.filter((c) => !held.has(`${c.check.caseId}/${c.check.checkId}`));
  };
  // Nothing new, and at most one part that is small: packing again would give the same.
  if (without(good).length === 0 && small.length <= 1) return { keep: good, make: [] };
  const rest = [...without(large)].sort((a, b) => byPlace(a.check, b.check));
  const make: PackedCheck[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const c of rest) {
    if (bytes + c.bytes > size) {
      make.push([]);
      bytes = 0;
    }
    make.at(-1)!.push(c.check);
    bytes += c.bytes;
  }
  return { keep: large, make };
}
